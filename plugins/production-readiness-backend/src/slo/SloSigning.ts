import {
  SloPageView,
  sloSignPermission,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Caller } from '../access/Caller';
import { runOnce } from '../database';
import { lockDocument } from './signing/DocumentStore';
import { sloDocument } from './signing/SignedDocument';
import {
  requireSigner,
  SignatureInput,
  takeSignature,
} from './signing/takeSignature';
import { sloIn } from './SloContexts';
import { toPageView } from './toView';
import { SloWriteDeps } from './writing';

/** Takes signatures on SLOs. */
export class SloSigning {
  constructor(private readonly deps: SloWriteDeps) {}

  /** Records what a person says about a version. */
  async sign(
    caller: Caller,
    sloId: string,
    version: number,
    input: SignatureInput,
    key: string | undefined,
  ): Promise<SloPageView> {
    const { access, contexts, database, evaluation } = this.deps;
    const { place, entity } = await contexts.findSlo(caller, sloId);
    requireSigner(caller);
    await access.authorize(caller, sloSignPermission, entity.ref);
    return database.transaction(async tx => {
      await lockDocument(tx, 'slo', place.id);
      const read = () => contexts.readForSigning(tx, caller, entity);
      const before = await read();
      const at = before.context.now;
      const action = {
        key,
        operationId: 'signSlo',
        actor: before.standing.userRef,
        request: { sloId, version, input },
        at,
      };
      await runOnce(tx, action, async () => {
        const slo = sloIn(before.context, sloId);
        const document = sloDocument(before.context, slo);
        const signed = await takeSignature(
          tx,
          this.deps.journal,
          caller,
          before,
          { document, version, input, at },
        );
        if (signed) await evaluation.reevaluate(tx, [entity.id], at);
        return {};
      });
      const after = await read();
      return toPageView(
        after.context,
        sloIn(after.context, sloId),
        after.standing,
      );
    });
  }
}
