import { randomUUID } from 'node:crypto';
import {
  BudgetPolicyInput,
  BudgetPolicyMaterial,
  budgetPolicyMaterialSchema,
  BudgetPolicyPageView,
  budgetPolicyDifference,
  contentDigestOf,
  ReadinessError,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { Caller } from '../../access/Caller';
import { addToEntity } from '../adding';
import { EntitySlos, latestOf, SloSubject } from '../EntitySlos';
import { isLive, outdated, requireLive } from '../signing/conflicts';
import { lockDocument } from '../signing/DocumentStore';
import { policyDocument } from '../signing/SignedDocument';
import { VersionWriter } from '../signing/VersionWriter';
import { accountableOf, requireRole } from '../sloContent';
import { policyIn } from '../SloContexts';
import {
  authorizeEdit,
  requireEditor,
  requireKindWithOwners,
  SloWriteDeps,
} from '../writing';
import { toPolicyPage } from './toPolicyView';

/** What an edit brings. */
export interface PolicyEdit {
  content: BudgetPolicyInput;
  /** Ask for the signatures at once. */
  requestSignatures: boolean;
}

const MOST_POLICIES = 10;

/**
 * Drafts and changes error-budget policies. A content that differs becomes a
 * new version beside the one that is in force, as with SLOs.
 */
export class PolicyEditing {
  private readonly versions: VersionWriter;

  constructor(private readonly deps: SloWriteDeps) {
    this.versions = new VersionWriter(deps.journal);
  }

  /** Drafts a policy for an entity and what belongs to it. */
  async add(
    caller: Caller,
    ref: { kind: string; namespace: string; name: string },
    edit: PolicyEdit,
    key: string | undefined,
  ): Promise<BudgetPolicyPageView> {
    const addition = {
      ref,
      requireKind: requireKindWithOwners,
      operationId: 'addBudgetPolicy',
      key,
      input: edit,
      add: (tx: Knex.Transaction, context: EntitySlos) =>
        this.draft(tx, caller, context, edit),
    };
    return addToEntity(
      this.deps,
      caller,
      addition,
      (tx, entity, { policyId }) => this.answer(tx, caller, entity, policyId),
    );
  }

  private async draft(
    tx: Knex.Transaction,
    caller: Caller,
    context: EntitySlos,
    edit: PolicyEdit,
  ): Promise<{ policyId: string }> {
    const own = context.policies.filter(
      one => one.place === 'entity' && isLive(one),
    );
    if (own.length >= MOST_POLICIES) throw tooMany();
    const { entity, now: at } = context;
    const policyId = randomUUID();
    const id = await insertPolicy(tx, {
      publicId: policyId,
      entityId: entity.id,
      at,
    });
    await this.versions.add(tx, caller, context, {
      kind: 'error_budget_policy',
      documentId: id,
      version: 1,
      material: assemble(context, policyId, edit.content),
      requested: edit.requestSignatures,
      at,
    });
    return { policyId };
  }

  /** Replaces the content of a policy. */
  async edit(
    caller: Caller,
    policyId: string,
    expected: number,
    edit: PolicyEdit,
  ): Promise<BudgetPolicyPageView> {
    return this.change(caller, policyId, async (tx, context, at) => {
      const policy = policyIn(context, policyId);
      const document = policyDocument(context, policy);
      if (policy.record.version !== expected) throw outdated(document);
      const latest = latestOf(policy);
      const material = assemble(context, policyId, edit.content);
      if (contentDigestOf(material) !== latest.contentDigest) {
        const before = document.material(latest.version);
        await this.versions.add(tx, caller, context, {
          kind: 'error_budget_policy',
          documentId: policy.record.id,
          version: latest.version + 1,
          material,
          changes: budgetPolicyDifference(before, material).map(
            one => one.field,
          ),
          requested: edit.requestSignatures,
          at,
        });
      } else if (edit.requestSignatures) {
        await this.versions.askIfOpen(tx, caller, context, document, at);
      }
    });
  }

  /** Asks the owners of today to sign the newest version. */
  async requestSignatures(
    caller: Caller,
    policyId: string,
    version: number,
  ): Promise<BudgetPolicyPageView> {
    return this.change(caller, policyId, (tx, context, at) =>
      this.versions.ask(tx, caller, context, {
        document: policyDocument(context, policyIn(context, policyId)),
        version,
        at,
      }),
    );
  }

  /** Locks a policy, changes it, and answers how it stands afterwards. */
  private async change(
    caller: Caller,
    policyId: string,
    work: (
      tx: Knex.Transaction,
      context: EntitySlos,
      at: number,
    ) => Promise<void>,
  ): Promise<BudgetPolicyPageView> {
    const { access, contexts, database } = this.deps;
    const { place, entity } = await contexts.findDocument(
      caller,
      'error_budget_policy',
      policyId,
    );
    await authorizeEdit(access, caller, entity);
    return database.transaction(async tx => {
      await lockDocument(tx, 'error_budget_policy', place.id);
      const { context, standing } = await contexts.read(tx, caller, entity);
      requireEditor(standing, entity);
      requireLive(policyDocument(context, policyIn(context, policyId)));
      await work(tx, context, context.now);
      return this.answer(tx, caller, entity, policyId);
    });
  }

  private async answer(
    tx: Knex.Transaction,
    caller: Caller,
    entity: SloSubject,
    policyId: string,
  ): Promise<BudgetPolicyPageView> {
    const { context, standing } = await this.deps.contexts.read(
      tx,
      caller,
      entity,
    );
    return toPolicyPage(context, policyIn(context, policyId), standing);
  }
}

/** The content with what only the server may say. */
function assemble(
  context: EntitySlos,
  policyId: string,
  { accountableRole, ...content }: BudgetPolicyInput,
): BudgetPolicyMaterial {
  requireRole(context.owners, accountableRole);
  return budgetPolicyMaterialSchema.parse({
    ...content,
    policyId,
    entityRef: context.entity.ref,
    accountableOwner: accountableOf(
      { owners: context.owners, policy: context.budgetPolicySignatures },
      accountableRole,
    ),
  });
}

/** Adds a policy without versions. */
async function insertPolicy(
  tx: Knex.Transaction,
  policy: { publicId: string; entityId: string; at: number },
): Promise<string> {
  const [row] = await tx('error_budget_policies')
    .insert({
      public_id: policy.publicId,
      entity_id: policy.entityId,
      version: 0,
      updated_at: policy.at,
    })
    .returning('id');
  return String(row.id);
}

function tooMany(): ReadinessError {
  return ReadinessError.conflict(
    'TOO_MANY_POLICIES',
    `An entity has at most ${MOST_POLICIES} error-budget policies; one is usual. Change or retire one that is there.`,
  );
}
