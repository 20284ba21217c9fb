import {
  BudgetPolicyPageView,
  sloSignPermission,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Caller } from '../../access/Caller';
import { runOnce } from '../../database';
import { lockDocument } from '../signing/DocumentStore';
import { policyDocument } from '../signing/SignedDocument';
import {
  requireSigner,
  SignatureInput,
  takeSignature,
} from '../signing/takeSignature';
import { policyIn } from '../SloContexts';
import { SloWriteDeps } from '../writing';
import { toPolicyPage } from './toPolicyView';

/** Shows error-budget policies, and takes signatures on them. */
export class PolicySigning {
  constructor(private readonly deps: SloWriteDeps) {}

  /** One policy. */
  async read(caller: Caller, policyId: string): Promise<BudgetPolicyPageView> {
    const { contexts, database } = this.deps;
    const { entity } = await contexts.findDocument(
      caller,
      'error_budget_policy',
      policyId,
    );
    const { context, standing } = await contexts.read(
      database.knex,
      caller,
      entity,
    );
    return toPolicyPage(context, policyIn(context, policyId), standing);
  }

  /** Records what a person says about a version. */
  async sign(
    caller: Caller,
    policyId: string,
    version: number,
    input: SignatureInput,
    key: string | undefined,
  ): Promise<BudgetPolicyPageView> {
    const { access, contexts, database, journal } = this.deps;
    const { place, entity } = await contexts.findDocument(
      caller,
      'error_budget_policy',
      policyId,
    );
    requireSigner(caller);
    await access.authorize(caller, sloSignPermission, entity.ref);
    return database.transaction(async tx => {
      await lockDocument(tx, 'error_budget_policy', place.id);
      const read = () => contexts.read(tx, caller, entity);
      const before = await read();
      const at = before.context.now;
      const action = {
        key,
        operationId: 'signBudgetPolicy',
        actor: before.standing.userRef,
        request: { policyId, version, input },
        at,
      };
      await runOnce(tx, action, async () => {
        const document = policyDocument(
          before.context,
          policyIn(before.context, policyId),
        );
        await takeSignature(tx, journal, caller, before, {
          document,
          version,
          input,
          at,
        });
        return {};
      });
      const after = await read();
      return toPolicyPage(
        after.context,
        policyIn(after.context, policyId),
        after.standing,
      );
    });
  }
}
