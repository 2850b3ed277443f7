const LF = 0x0a;
const LF_LF = Buffer.from('\n\n');
const CRLF_CRLF = Buffer.from('\r\n\r\n');

/** Most bytes of one unfinished event that are held; no provider sends events near this size. */
const MAX_EVENT_BYTES = 16 * 1024 * 1024;

/**
 * Cuts a byte stream of server-sent events at event boundaries without looking into the events. A chunk that already
 * ends at a boundary, as nearly all do, is handed on as it is.
 */
export class EventSplitter {
  private rest: Buffer | undefined;

  /**
   * The whole events that are complete with this chunk, or undefined while one is still unfinished.
   * @throws RangeError when an event grows past 16 MiB.
   */
  push(chunk: Buffer): Buffer | undefined {
    if (this.rest === undefined && endsEvent(chunk)) {
      return chunk;
    }
    const bytes = this.rest === undefined ? chunk : Buffer.concat([this.rest, chunk]);
    const end = lastBoundary(bytes);
    if (bytes.length - end > MAX_EVENT_BYTES) {
      throw new RangeError(`an event of the stream is larger than ${MAX_EVENT_BYTES} bytes`);
    }
    this.rest = end === bytes.length ? undefined : bytes.subarray(end);
    return end === 0 ? undefined : bytes.subarray(0, end);
  }

  /** Whether the stream stopped inside an event; the end marker is complete without its blank line. */
  get unfinished(): boolean {
    return this.rest !== undefined && !/^\s*(data: ?\[DONE\]\s*)?$/.test(this.rest.toString('latin1'));
  }
}

function endsEvent(bytes: Buffer): boolean {
  const { length } = bytes;
  if (bytes[length - 1] !== LF) {
    return false;
  }
  return bytes[length - 2] === LF || (bytes[length - 3] === LF && bytes[length - 2] === 0x0d);
}

/** Index just behind the last blank line; 0 if there is none. */
function lastBoundary(bytes: Buffer): number {
  const lf = bytes.lastIndexOf(LF_LF);
  const crlf = bytes.lastIndexOf(CRLF_CRLF);
  return Math.max(lf === -1 ? 0 : lf + LF_LF.length, crlf === -1 ? 0 : crlf + CRLF_CRLF.length);
}
