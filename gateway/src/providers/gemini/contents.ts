import { type Fields, isObject } from '../../chat/completion/fields.js';
import { invalidContent } from '../translate/invalidContent.js';
import { invalidRequest } from '../translate/invalidRequest.js';
import { defined, fieldsOf } from '../translate/json.js';
import { type Message, type ToolCall, parsedArguments, textOfParts } from '../translate/readMessages.js';
import type { Inline, Part } from '../translate/readParts.js';

/** In place of a thought signature that a client did not keep: Gemini 3 refuses calls without one. */
const NO_SIGNATURE = 'skip_thought_signature_validator';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  gif: 'image/gif',
  heic: 'image/heic',
};

export function systemInstruction(messages: readonly Message[], provider: string): Fields | undefined {
  const parts = messages.filter(({ role }) => role === 'system').flatMap((message) => message.parts);
  return parts.length === 0 ? undefined : { parts: parts.map((part) => readPart(part, provider)) };
}

/** What was said in turns; what the same side says in several messages is one turn. */
export function readContents(messages: readonly Message[], provider: string): readonly Fields[] {
  const names = new Map(messages.flatMap(({ toolCalls }) => toolCalls.map(({ id, name }) => [id, name] as const)));
  const contents: Array<{ readonly role: string; readonly parts: Fields[] }> = [];
  for (const message of messages) {
    if (message.role === 'system') {
      continue;
    }
    const role = message.role === 'assistant' ? 'model' : 'user';
    const parts = partsOf(message, names, provider);
    const last = contents.at(-1);
    if (last?.role === role) {
      last.parts.push(...parts);
    } else if (parts.length > 0) {
      contents.push({ role, parts });
    }
  }
  if (contents.length === 0) {
    throw invalidRequest('messages', 'must have one from the user with something in it: Gemini takes no others alone.');
  }
  return contents;
}

function partsOf(message: Message, names: ReadonlyMap<string, string>, provider: string): Fields[] {
  if (message.role === 'tool') {
    return [{ functionResponse: functionResponse(message, names, provider) }];
  }
  const calls = message.toolCalls.map((call, index) => ({
    functionCall: { name: call.name, args: parsedArguments(call, message.path) },
    ...signature(call, index),
  }));
  return [...message.parts.map((part) => readPart(part, provider)), ...calls];
}

/** Where Google's own answers in OpenAI's shape have it. Of parallel calls, only the first one has one. */
function signature({ fields }: ToolCall, index: number): Fields {
  const { thought_signature: kept } = fieldsOf(fieldsOf(fields['extra_content'])['google']);
  return typeof kept === 'string' ? { thoughtSignature: kept } : index === 0 ? { thoughtSignature: NO_SIGNATURE } : {};
}

function functionResponse(message: Message, names: ReadonlyMap<string, string>, provider: string): Fields {
  const name = names.get(message.toolCallId);
  if (name === undefined) {
    throw invalidRequest(`${message.path}.tool_call_id`, 'must be the id of a call in a message before it.');
  }
  const other = message.parts.find(({ kind }) => kind !== 'text');
  if (other !== undefined) {
    throw invalidContent(provider, other.path, `${other.kind} parts in a tool's answer`);
  }
  const text = textOfParts(message.parts);
  const failed = message.fields['is_error'] === true;
  return { name, response: failed ? { error: text } : (parseObject(text) ?? { output: text }) };
}

function parseObject(text: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function readPart(part: Part, provider: string): Fields {
  switch (part.kind) {
    case 'text':
      return { text: part.text };
    case 'image':
      return part.inline === undefined ? { fileData: fileAt(part.url) } : { inlineData: inlineData(part.inline) };
    case 'audio':
    case 'file':
      return { inlineData: inlineData(part.inline) };
    default:
      throw invalidContent(provider, (part as Part).path, 'such parts');
  }
}

function inlineData({ mediaType, data }: Inline): Fields {
  return { mimeType: mediaType, data };
}

function fileAt(url: string): Fields {
  const [, ending = ''] = /\.(\w+)(?:[?#].*)?$/.exec(url) ?? [];
  return defined({ fileUri: url, mimeType: MEDIA_TYPES[ending.toLowerCase()] });
}
