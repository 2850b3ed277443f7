import OpenAI from 'openai';

import { CLIENT_KEY, type TestGateway } from './gateway.js';

/** OpenAI's own client of a gateway; what fails is not tried again. */
export function openAiClient({ url }: Pick<TestGateway, 'url'>, apiKey = CLIENT_KEY): OpenAI {
  return new OpenAI({ apiKey, baseURL: `${url}/v1`, maxRetries: 0 });
}
