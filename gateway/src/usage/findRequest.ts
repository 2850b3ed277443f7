import { timeOfRequestId } from '../store/requestId.js';
import type { AttemptRow, ContentRow, RequestRow } from '../store/schema.js';
import type { Store } from '../store/store.js';

/** One request in full. */
export interface RequestDetails {
  readonly row: RequestRow;
  /** In their order; none for a request that reached no provider. */
  readonly attempts: readonly AttemptRow[];
  /** Undefined where it was not kept. */
  readonly content: ContentRow | undefined;
}

/** A request by its id, which tells when it was and so where its row lies; undefined where there is none. */
export async function findRequest({ db }: Pick<Store, 'db'>, id: string): Promise<RequestDetails | undefined> {
  const time = timeOfRequestId(id);
  if (time === undefined) {
    return undefined;
  }
  const of = { request_id: id, time };
  const [row, attempts, content] = await Promise.all([
    db
      .selectFrom('requests')
      .selectAll()
      .where((eb) => eb.and({ time, id }))
      .executeTakeFirst(),
    db
      .selectFrom('attempts')
      .selectAll()
      .where((eb) => eb.and(of))
      .orderBy('number')
      .execute(),
    db
      .selectFrom('contents')
      .selectAll()
      .where((eb) => eb.and(of))
      .executeTakeFirst(),
  ]);
  return row === undefined
    ? undefined
    : { row, attempts: attempts.length === 0 ? onlyAttempt(row) : attempts, content };
}

/** A single attempt that succeeded is not kept beside the request: everything about it is told by the row. */
function onlyAttempt(row: RequestRow): readonly AttemptRow[] {
  const { id, time, attempts, provider, deployment, model, code, duration_ms, overhead_ms } = row;
  if (attempts !== 1 || provider === null || deployment === null) {
    return [];
  }
  return [
    {
      request_id: id,
      time,
      number: 1,
      provider,
      deployment,
      model,
      status: code,
      outcome: 'success',
      duration_ms: Math.max(0, duration_ms - (overhead_ms ?? 0)),
      start_ms: overhead_ms,
      provider_request_id: null,
    },
  ];
}
