import type { Fields } from '../../chat/completion/fields.js';
import { fieldsOf, objectsOf } from '../translate/json.js';

/** The probabilities of the chosen tokens and of those that were nearly chosen, in OpenAI's shape. */
export function readLogprobs(result: unknown): object | undefined {
  const { chosenCandidates, topCandidates } = fieldsOf(result);
  const chosen = objectsOf(chosenCandidates);
  if (chosen.length === 0) {
    return undefined;
  }
  const top = objectsOf(topCandidates);
  return {
    content: chosen.map((token, index) => ({
      ...tokenOf(token),
      top_logprobs: objectsOf(top[index]?.['candidates']).map(tokenOf),
    })),
    refusal: null,
  };
}

function tokenOf({ token, logProbability }: Fields) {
  const text = typeof token === 'string' ? token : '';
  return { token: text, logprob: logProbability ?? 0, bytes: [...Buffer.from(text)] };
}
