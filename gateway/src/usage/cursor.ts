/** Where a page of requests ended: after the request of this time and id, newest first. */
export interface RequestPosition {
  /** Epoch milliseconds. */
  readonly time: number;
  readonly id: string;
}

/** Opaque to clients. */
export function toCursor({ time, id }: RequestPosition): string {
  return Buffer.from(`${time}.${id}`).toString('base64url');
}

/** Undefined for what is no cursor of ours. */
export function fromCursor(cursor: string): RequestPosition | undefined {
  const [, time, id] = /^(\d{1,15})\.(.{1,200})$/s.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  return time === undefined || id === undefined ? undefined : { time: Number(time), id };
}
