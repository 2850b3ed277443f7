import type { Fields } from '../../chat/completion/fields.js';
import type { CalledTool } from '../translate/completion.js';
import { callId } from '../translate/ids.js';
import { defined, fieldsOf, objectsOf, textOf } from '../translate/json.js';

/** What a candidate, or a piece of one, says. */
export interface Said {
  readonly text: string;
  readonly thoughts: string;
  readonly calls: readonly SignedCall[];
  readonly images: readonly object[];
}

/** A call with the signature that Gemini wants back with it, where Google's answers in OpenAI's shape have it. */
export interface SignedCall extends CalledTool {
  readonly extra_content?: object;
}

export function readCandidate(candidate: Fields): Said {
  const parts = objectsOf(fieldsOf(candidate['content'])['parts']);
  const texts = (thought: boolean) =>
    parts
      .filter((part) => (part['thought'] === true) === thought)
      .map(({ text }) => textOf(text) ?? '')
      .join('');
  return {
    text: texts(false),
    thoughts: texts(true),
    calls: parts.flatMap((part) => readCall(part) ?? []),
    images: parts.flatMap((part) => readImage(part) ?? []),
  };
}

function readCall(part: Fields): SignedCall | undefined {
  const { name, args, id } = fieldsOf(part['functionCall']);
  if (typeof name !== 'string') {
    return undefined;
  }
  const { thoughtSignature: signature } = part;
  return {
    id: textOf(id) ?? callId(),
    type: 'function',
    function: { name, arguments: JSON.stringify(args ?? {}) },
    ...defined({
      extra_content: typeof signature === 'string' ? { google: { thought_signature: signature } } : undefined,
    }),
  };
}

/** As OpenRouter has images in answers; OpenAI's chat has none. */
function readImage(part: Fields): object | undefined {
  const { mimeType, data } = fieldsOf(part['inlineData']);
  return typeof data === 'string'
    ? { type: 'image_url', image_url: { url: `data:${String(mimeType)};base64,${data}` } }
    : undefined;
}
