import { type Fields, isObject } from '../../chat/completion/fields.js';
import { fieldsOf, objectsOf, parseAnswer, textOf } from '../translate/json.js';

/** Contents in parts, as models that think have them, and reasons that OpenAI does not know. */
const FOREIGN = /"content"\s*:\s*\[|"finish_reason"\s*:\s*"(?:model_length|error)"/;

/** A whole answer as OpenAI would have it; most are. */
export function plainAnswer(body: Buffer, provider: string): Buffer {
  return FOREIGN.test(body.toString('utf8'))
    ? Buffer.from(JSON.stringify(plainChoices(parseAnswer(provider, body), 'message')))
    : body;
}

/** Events of a stream as OpenAI would have them. */
export function isPlain(text: string): boolean {
  return !FOREIGN.test(text);
}

export function plainChoices(completion: Fields, said: 'message' | 'delta'): Fields {
  return {
    ...completion,
    choices: objectsOf(completion['choices']).map((choice) => ({
      ...choice,
      [said]: plainMessage(fieldsOf(choice[said])),
      finish_reason: choice['finish_reason'] === 'model_length' ? 'length' : choice['finish_reason'],
    })),
  };
}

/** What the model thinks is told beside the content, as DeepSeek and others have it. */
function plainMessage(message: Fields): Fields {
  const { content, ...rest } = message;
  if (!Array.isArray(content)) {
    return message;
  }
  const parts = content.filter(isObject);
  const text = textsOf(parts.filter(({ type }) => type === 'text'));
  const thoughts = textsOf(
    parts.filter(({ type }) => type === 'thinking').flatMap((part) => objectsOf(part['thinking']))
  );
  return { ...rest, content: text, ...(thoughts !== '' && { reasoning_content: thoughts }) };
}

function textsOf(parts: readonly Fields[]): string {
  return parts.map(({ text }) => textOf(text) ?? '').join('');
}
