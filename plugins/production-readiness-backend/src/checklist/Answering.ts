import {
  basisWithoutSecondPerson,
  Evidence,
  Waiver,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { Caller } from '../access';
import {
  acceptance,
  attestation,
  Becoming,
  returning,
  selfAcceptance,
  takingOver,
  withdrawal,
} from './changes';
import { reviewModeOf } from './config';
import {
  FoundItem,
  ItemChanging,
  ItemChangingDeps,
  ItemEdit,
} from './ItemChanging';
import { refuseBareConfirmation } from './refusals';
import { isSampled } from './sampling';
import { WrittenItem } from './storeChange';
import {
  waiverApproval,
  waiverRequest,
  waiverReturn,
  waiverRevocation,
  waiverWithdrawal,
} from './waiverChanges';

/** Takes answers and decisions: what a person can do to an item. */
export class Answering {
  private readonly changing: ItemChanging;

  constructor(private readonly deps: ItemChangingDeps) {
    this.changing = new ItemChanging(deps);
  }

  /**
   * Answers an item with evidence. An older acceptance counts on until it
   * expires.
   *
   * @throws ReadinessError 403, 404, 409 or 412
   */
  async attest(
    caller: Caller,
    edit: ItemEdit,
    evidence: Evidence,
  ): Promise<WrittenItem> {
    return this.changing.change(caller, edit, 'attest', {
      choose: (tx, found) => this.answer(tx, caller, found, evidence),
    });
  }

  /**
   * Accepts the answer that waits.
   *
   * @throws ReadinessError 403, 404, 409 or 412
   */
  async accept(caller: Caller, edit: ItemEdit): Promise<WrittenItem> {
    return this.changing.change(caller, edit, 'accept', acceptance);
  }

  /**
   * Gives the answer that waits back with a comment.
   *
   * @throws ReadinessError 403, 404, 409 or 412
   */
  async giveBack(
    caller: Caller,
    edit: ItemEdit,
    comment: string,
  ): Promise<WrittenItem> {
    return this.changing.change(caller, edit, 'accept', returning(comment));
  }

  /**
   * Takes an answer back that nobody has decided on.
   *
   * @throws ReadinessError 403, 404, 409 or 412
   */
  async withdraw(caller: Caller, edit: ItemEdit): Promise<WrittenItem> {
    return this.changing.change(caller, edit, 'withdraw', withdrawal);
  }

  /**
   * Gives up the own answer for the one of an entity above.
   *
   * @throws ReadinessError 403, 404, 409 or 412
   */
  async takeOver(caller: Caller, edit: ItemEdit): Promise<WrittenItem> {
    return this.changing.change(caller, edit, 'take_over', takingOver);
  }

  /**
   * Asks for an exemption, or says that the item does not concern the entity.
   *
   * @throws ReadinessError 400, 403, 404, 409 or 412
   */
  async requestWaiver(
    caller: Caller,
    edit: ItemEdit,
    waiver: Waiver,
  ): Promise<WrittenItem> {
    return this.changing.change(
      caller,
      edit,
      'request_waiver',
      waiverRequest(waiver),
    );
  }

  /**
   * Takes a request for a waiver back.
   *
   * @throws ReadinessError 403, 404, 409 or 412
   */
  async withdrawRequest(caller: Caller, edit: ItemEdit): Promise<WrittenItem> {
    return this.changing.change(
      caller,
      edit,
      'withdraw_request',
      waiverWithdrawal,
    );
  }

  /**
   * Grants the request for a waiver that waits.
   *
   * @throws ReadinessError 400, 403, 404, 409 or 412
   */
  async approveWaiver(caller: Caller, edit: ItemEdit): Promise<WrittenItem> {
    return this.changing.change(caller, edit, 'decide_request', waiverApproval);
  }

  /**
   * Gives the request for a waiver that waits back with a comment.
   *
   * @throws ReadinessError 403, 404, 409 or 412
   */
  async returnWaiver(
    caller: Caller,
    edit: ItemEdit,
    comment: string,
  ): Promise<WrittenItem> {
    return this.changing.change(
      caller,
      edit,
      'decide_request',
      waiverReturn(comment),
    );
  }

  /**
   * Ends an exemption or "not applicable" now.
   *
   * @throws ReadinessError 403, 404, 409 or 412
   */
  async revokeWaiver(
    caller: Caller,
    edit: ItemEdit,
    reason: string,
  ): Promise<WrittenItem> {
    return this.changing.change(
      caller,
      edit,
      'revoke_waiver',
      waiverRevocation(reason),
    );
  }

  /** Whether an answer waits, or counts at once because the rules allow it. */
  private async answer(
    tx: Knex.Transaction,
    caller: Caller,
    { judged, assessed, record }: FoundItem,
    evidence: Evidence,
  ): Promise<Becoming> {
    const { entity, now } = judged.subject;
    refuseBareConfirmation(assessed.item, record, evidence);
    const basis = basisWithoutSecondPerson(assessed.item, {
      record,
      state: assessed.standing.state,
      evidence,
      mode: reviewModeOf(this.deps.config, entity.ownerRef),
    });
    // A service may hand an answer in, but never lets it count.
    if (basis === undefined || caller.onBehalfOf) return attestation(evidence);
    const sampled = await isSampled(
      tx,
      {
        entityId: entity.id,
        checklistId: judged.checklist.document.id,
        itemId: assessed.item.id,
        acceptedAt: record.acceptance?.acceptedAt ?? 0,
      },
      now,
    );
    return sampled ? attestation(evidence) : selfAcceptance(evidence, basis);
  }
}
