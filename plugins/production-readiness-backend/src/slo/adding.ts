import { JsonObject } from '@backstage/types';
import { Knex } from 'knex';
import { Caller } from '../access/Caller';
import { runOnce } from '../database';
import { EntitySlos, SloSubject } from './EntitySlos';
import { lockEntity } from './SloStore';
import { authorizeEdit, requireEditor, SloWriteDeps } from './writing';

/** What somebody adds to an entity. */
export interface Addition<T extends JsonObject> {
  /** Whose it will be. */
  ref: { kind: string; namespace: string; name: string };
  /** Lets only entities pass that can have such a thing. */
  requireKind: (entity: SloSubject) => void;
  operationId: string;
  /** Of the request, so that one sent twice adds once. */
  key: string | undefined;
  /** What makes a request another one. */
  input: unknown;
  /** Adds it; what it answers is kept for a second request. */
  add: (
    tx: Knex.Transaction,
    context: EntitySlos,
    editorRef: string,
  ) => Promise<T>;
}

/**
 * Adds something to an entity for somebody who may edit it, once for each key,
 * while nobody else adds to it.
 *
 * @param answer - reads what was added, in the same transaction
 * @throws ReadinessError 403 for others
 */
export async function addToEntity<T extends JsonObject, A>(
  deps: SloWriteDeps,
  caller: Caller,
  addition: Addition<T>,
  answer: (
    tx: Knex.Transaction,
    entity: SloSubject,
    added: T,
  ) => Promise<A> | A,
): Promise<A> {
  const { access, contexts, database } = deps;
  const entity = await contexts.findEntity(caller, addition.ref);
  await authorizeEdit(access, caller, entity);
  addition.requireKind(entity);
  return database.transaction(async tx => {
    await lockEntity(tx, entity.id);
    const { context, standing } = await contexts.read(tx, caller, entity);
    requireEditor(standing, entity);
    const action = {
      key: addition.key,
      operationId: addition.operationId,
      actor: standing.userRef,
      request: { entity: entity.id, input: addition.input },
      at: context.now,
    };
    const added = await runOnce(tx, action, () =>
      addition.add(tx, context, standing.userRef),
    );
    return answer(tx, entity, added);
  });
}
