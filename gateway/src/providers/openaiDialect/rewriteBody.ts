import type { RequestParameters } from '../../operations/parameters.js';

const MODEL_KEY = Buffer.from('"model"');
const INCLUDE_USAGE = Buffer.from(',"stream_options":{"include_usage":true}');
/** Every letter of `model` would be escaped with it. */
const ESCAPED_LETTER = Buffer.from('\\u006');
const CLOSING_BRACE = 0x7d;
const COLON = 0x3a;

/**
 * The client's body with the deployment's model in it and, on streams, the usage event asked for. The bytes in between
 * stay as the client sent them; only a body in which the places cannot be told for sure is written anew.
 */
export function rewriteBody(
  parameters: RequestParameters,
  body: Buffer,
  model: string,
  /** Whether streams of this operation tell what was used only if asked to. */
  askForUsage = true
): Buffer {
  const addUsage = askForUsage && parameters.stream && !parameters.includeUsage;
  if (addUsage && parameters.body['stream_options'] != null) {
    return rewritten(parameters, model, addUsage);
  }
  const renamed = parameters.model === model ? body : replaceModel(body, parameters.model, model);
  if (renamed === undefined) {
    return rewritten(parameters, model, addUsage);
  }
  // `"stream_options": null` already has the key; two would be ambiguous.
  return addUsage
    ? 'stream_options' in parameters.body
      ? rewritten(parameters, model, addUsage)
      : appendUsage(renamed)
    : renamed;
}

function replaceModel(body: Buffer, from: string, to: string): Buffer | undefined {
  const key = body.indexOf(MODEL_KEY);
  if (key === -1 || body.indexOf(MODEL_KEY, key + MODEL_KEY.length) !== -1 || body.indexOf(ESCAPED_LETTER) !== -1) {
    return undefined;
  }
  let at = key + MODEL_KEY.length;
  at = skipSpace(body, at);
  if (body[at] !== COLON) {
    return undefined;
  }
  at = skipSpace(body, at + 1);
  const written = Buffer.from(JSON.stringify(from));
  if (body.compare(written, 0, written.length, at, at + written.length) !== 0) {
    return undefined;
  }
  return Buffer.concat([body.subarray(0, at), Buffer.from(JSON.stringify(to)), body.subarray(at + written.length)]);
}

function appendUsage(body: Buffer): Buffer {
  const end = body.lastIndexOf(CLOSING_BRACE);
  return Buffer.concat([body.subarray(0, end), INCLUDE_USAGE, body.subarray(end)]);
}

function skipSpace(body: Buffer, at: number): number {
  let index = at;
  while (body[index] === 0x20 || body[index] === 0x0a || body[index] === 0x0d || body[index] === 0x09) {
    index++;
  }
  return index;
}

function rewritten(parameters: RequestParameters, model: string, addUsage: boolean): Buffer {
  const streamOptions = addUsage
    ? { stream_options: { ...(parameters.body['stream_options'] as object | null), include_usage: true } }
    : {};
  return Buffer.from(JSON.stringify({ ...parameters.body, ...streamOptions, model }));
}
