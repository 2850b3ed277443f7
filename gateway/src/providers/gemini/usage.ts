import { countOf, fieldsOf, objectsOf } from '../translate/json.js';
import { type UsageFields, usageFields } from '../translate/usageFields.js';

/** Gemini counts thoughts apart from what it answers, and tools' prompts apart from the prompt. */
export function readUsageMetadata(metadata: unknown): UsageFields | undefined {
  const told = fieldsOf(metadata);
  if (told['promptTokenCount'] === undefined && told['totalTokenCount'] === undefined) {
    return undefined;
  }
  const cachedAudio = ofModality(told['cacheTokensDetails'], 'AUDIO');
  const thoughts = countOf(told['thoughtsTokenCount']);
  return usageFields({
    input: countOf(told['promptTokenCount']) + countOf(told['toolUsePromptTokenCount']),
    output: countOf(told['candidatesTokenCount']) + thoughts,
    ofInput: {
      cached_tokens: countOf(told['cachedContentTokenCount']),
      audio_tokens: ofModality(told['promptTokensDetails'], 'AUDIO'),
      image_tokens: ofModality(told['promptTokensDetails'], 'IMAGE'),
      cached_tokens_details: cachedAudio === 0 ? undefined : { audio_tokens: cachedAudio },
    },
    ofOutput: {
      reasoning_tokens: thoughts,
      audio_tokens: ofModality(told['candidatesTokensDetails'], 'AUDIO'),
      image_tokens: ofModality(told['candidatesTokensDetails'], 'IMAGE'),
    },
  });
}

function ofModality(details: unknown, modality: string): number {
  return objectsOf(details)
    .filter((each) => each['modality'] === modality)
    .reduce((sum, { tokenCount }) => sum + countOf(tokenCount), 0);
}
