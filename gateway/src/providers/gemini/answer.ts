import type { Fields } from '../../chat/completion/fields.js';
import { type ChoiceParts, completion } from '../translate/completion.js';
import { completionId } from '../translate/ids.js';
import { fieldsOf, objectsOf, parseAnswer, textOf } from '../translate/json.js';
import { invalidAnswer } from '../translate/invalidAnswer.js';
import { blocked, finishReason } from './finishReason.js';
import { readLogprobs } from './logprobs.js';
import { readCandidate } from './readCandidate.js';
import { readUsageMetadata } from './usage.js';

/** The answer of generateContent as a chat completion. @throws GatewayError 502 for an answer that is none. */
export function readAnswer(
  body: Buffer,
  { provider, model }: { readonly provider: string; readonly model: string }
): Buffer {
  const answer = parseAnswer(provider, body);
  return completion({
    id: textOf(answer['responseId']) ?? completionId(),
    model: textOf(answer['modelVersion']) ?? model,
    choices: readChoices(answer, provider),
    usage: readUsageMetadata(answer['usageMetadata']),
  });
}

function readChoices(answer: Fields, provider: string): readonly ChoiceParts[] {
  const blockReason = textOf(fieldsOf(answer['promptFeedback'])['blockReason']);
  const candidates = objectsOf(answer['candidates']);
  if (candidates.length === 0) {
    if (blockReason === undefined) {
      throw invalidAnswer(provider, 'answered without any candidate');
    }
    return [{ text: undefined, refusal: blocked(blockReason), finishReason: 'content_filter' }];
  }
  return candidates.map((candidate) => {
    const { text, thoughts, calls, images } = readCandidate(candidate);
    const reason = textOf(candidate['finishReason']) ?? 'STOP';
    return {
      text: text === '' ? undefined : text,
      reasoning: thoughts === '' ? undefined : thoughts,
      toolCalls: calls,
      more: images.length === 0 ? undefined : { images },
      finishReason: finishReason(reason, calls.length > 0, provider),
      logprobs: readLogprobs(candidate['logprobsResult']),
    };
  });
}
