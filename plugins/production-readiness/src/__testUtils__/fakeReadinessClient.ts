import {
  type CallInput,
  type CallResult,
  type ReadinessClient,
  type RouteDefinition,
} from '@prodready/backstage-plugin-production-readiness-common';

/** What went over the wire, in order. */
export interface RecordedCall {
  operationId: string;
  params: Record<string, unknown>;
  query: Record<string, unknown>;
  body: unknown;
  ifMatch?: number;
  idempotencyKey?: string;
}

/** Answers one operation: the body, or `{ body, etag }`; throws to refuse. */
export type FakeAnswer = (call: RecordedCall) => unknown;

/**
 * A client that answers by operation id, for component tests. A call that no
 * answer was given for fails the test that made it.
 */
export class FakeReadinessClient implements ReadinessClient {
  readonly calls: RecordedCall[] = [];

  constructor(private readonly answers: Record<string, FakeAnswer>) {}

  async call<R extends RouteDefinition>(
    route: R,
    input: CallInput<R> = {},
  ): Promise<CallResult<R>> {
    const call: RecordedCall = {
      operationId: route.operationId,
      params: (input.params ?? {}) as Record<string, unknown>,
      query: (input.query ?? {}) as Record<string, unknown>,
      body: input.body,
      ifMatch: input.ifMatch,
      idempotencyKey: input.idempotencyKey,
    };
    this.calls.push(call);
    const answer = this.answers[route.operationId];
    if (!answer) throw new Error(`No answer for ${route.operationId}`);
    const result = await answer(call);
    return (
      result && typeof result === 'object' && 'body' in result
        ? result
        : { body: result }
    ) as CallResult<R>;
  }

  /** The calls of one operation. */
  of(operationId: string): RecordedCall[] {
    return this.calls.filter(call => call.operationId === operationId);
  }
}
