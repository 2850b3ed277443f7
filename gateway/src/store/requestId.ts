const UUID_V7 = /^req_([0-9a-f]{8})-([0-9a-f]{4})-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/**
 * Epoch milliseconds at which a request was read, told by its id, so that its row is found by the tables' key.
 * Undefined where the id is none of ours.
 */
export function timeOfRequestId(id: string): number | undefined {
  const [, high, low] = UUID_V7.exec(id) ?? [];
  return high === undefined || low === undefined ? undefined : Number.parseInt(high + low, 16);
}
