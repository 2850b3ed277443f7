/** Runs of base64 this long are no words, but images, sounds, files or embeddings. */
const SHORTEST_BLOB = 256;

const BASE64 = new Uint8Array(256);
for (const character of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_=') {
  BASE64[character.charCodeAt(0)] = 1;
}
const BACKSLASH = 0x5c;
const SLASH = 0x2f;

/**
 * UTF-8 text with each base64 blob replaced by its length, in one pass over the bytes.
 * @param limit of the result, in bytes; the rest is left out, at the boundary of a character
 */
export function withoutBlobs(text: Buffer, limit: number): { readonly text: string; readonly cut: boolean } {
  const parts: Buffer[] = [];
  let length = 0;
  let copied = 0;
  const add = (part: Buffer): void => {
    parts.push(part);
    length += part.length;
  };
  let at = 0;
  while (at < text.length && length + (at - copied) < limit) {
    const end = endOfRun(text, at);
    if (end - at >= SHORTEST_BLOB) {
      add(text.subarray(copied, at));
      add(Buffer.from(`[base64, ${end - at} characters]`));
      copied = end;
    }
    at = end === at ? at + 1 : end;
  }
  add(text.subarray(copied, at));
  const whole = Buffer.concat(parts);
  return { text: cutUtf8(whole, limit), cut: at < text.length || whole.length > limit };
}

/** At most so many bytes of UTF-8 text, never half a character. */
export function cutUtf8(text: Buffer, limit: number): string {
  let end = Math.min(limit, text.length);
  while (end > 0 && end < text.length && ((text[end] ?? 0) & 0xc0) === 0x80) {
    end--;
  }
  return text.toString('utf8', 0, end);
}

/** JSON may write a slash as `\/`. */
function endOfRun(text: Buffer, start: number): number {
  let at = start;
  for (;;) {
    if (BASE64[text[at] ?? 0] === 1) {
      at++;
    } else if (text[at] === BACKSLASH && text[at + 1] === SLASH) {
      at += 2;
    } else {
      return at;
    }
  }
}
