const MODEL_KEY = Buffer.from('"model"');
/** Longest name that is read, in bytes, with what stands around it. */
const MOST_BYTES = 256;
const VALUE = /^\s*:\s*("(?:[^"\\]|\\.)*")/;

/** What an answer, or the beginning of a stream, calls the model that gave it. */
export function findModel(bytes: Buffer): string | undefined {
  for (let at = bytes.indexOf(MODEL_KEY); at !== -1; at = bytes.indexOf(MODEL_KEY, at + MODEL_KEY.length)) {
    const from = at + MODEL_KEY.length;
    // Quotes in a text are escaped there, so this is a key or a whole text of that name.
    const quoted = VALUE.exec(bytes.toString('utf8', from, from + MOST_BYTES))?.[1];
    // Azure's streams begin with an event whose model has no name yet.
    if (quoted !== undefined && quoted !== '""') {
      return JSON.parse(quoted) as string;
    }
  }
  return undefined;
}
