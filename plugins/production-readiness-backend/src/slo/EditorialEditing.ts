import {
  EditorialInput,
  EditorialView,
  ReadinessError,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Caller } from '../access/Caller';
import { entityChain } from '../journal';
import { sloIn } from './SloContexts';
import { authorizeEdit, requireEditor, SloWriteDeps } from './writing';

/** Files SLOs: what no signature covers. */
export class EditorialEditing {
  constructor(private readonly deps: SloWriteDeps) {}

  /** Replaces what an SLO is called and where it is filed. */
  async edit(
    caller: Caller,
    sloId: string,
    input: EditorialInput,
    expected: number,
  ): Promise<{ body: EditorialView; version: number }> {
    const { access, contexts, database, journal } = this.deps;
    const { place, entity } = await contexts.findSlo(caller, sloId);
    await authorizeEdit(access, caller, entity);
    return database.transaction(async tx => {
      const { context, standing } = await contexts.read(tx, caller, entity);
      requireEditor(standing, entity);
      const { editorial } = sloIn(context, sloId).record;
      const written = await tx('slos')
        .where({ id: place.id, editorial_version: expected })
        .update({
          editorial: JSON.stringify(input),
          editorial_version: expected + 1,
        });
      if (written === 0) {
        throw ReadinessError.preconditionFailed(
          'EDITORIAL_CHANGED',
          'Somebody else changed the name, labels or links in the meantime. Look at what they are now, then save again.',
          { details: { current: editorial } },
        );
      }
      await journal.append(tx, {
        chain: entityChain(entity.id),
        actor: standing.userRef,
        action: 'slo.filed',
        subject: JSON.parse(JSON.stringify({ sloId, ...input })),
        at: context.now,
      });
      const version = expected + 1;
      return { body: { ...input, version }, version };
    });
  }
}
