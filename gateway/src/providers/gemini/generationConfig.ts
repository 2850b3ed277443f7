import type { Fields } from '../../chat/completion/fields.js';
import { defined } from '../translate/json.js';
import { readFormat, readStop } from '../translate/readFormat.js';
import { thinkingConfig } from './thinkingConfig.js';

export function generationConfig(body: Fields, model: string): Fields | undefined {
  const format = readFormat(body['response_format']);
  const config = defined({
    temperature: body['temperature'],
    topP: body['top_p'],
    topK: body['top_k'],
    maxOutputTokens: body['max_completion_tokens'] ?? body['max_tokens'],
    candidateCount: body['n'] === 1 ? undefined : body['n'],
    stopSequences: readStop(body['stop']),
    seed: body['seed'],
    frequencyPenalty: body['frequency_penalty'],
    presencePenalty: body['presence_penalty'],
    responseLogprobs: body['logprobs'] === true ? true : undefined,
    logprobs: body['logprobs'] === true ? body['top_logprobs'] : undefined,
    responseMimeType: format.kind === 'text' ? undefined : 'application/json',
    responseJsonSchema: format.kind === 'schema' ? format.schema : undefined,
    thinkingConfig: thinkingConfig(body, model),
  });
  return Object.keys(config).length === 0 ? undefined : config;
}
