import {
  CACHED_TOKENS,
  CALLS,
  INPUT_TOKENS,
  OUTPUT_TOKENS,
  RETRY_AFTER_S,
  type Scenario,
  TEXT,
  THOUGHT,
  json,
  stream,
  wire,
} from './scenario.js';

/** Google's generateContent, streamGenerateContent and batchEmbedContents. */
export const geminiWire = wire({
  refusals: {
    limited: refusal(429, 'RESOURCE_EXHAUSTED', 'Too many requests.', [
      { '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: `${RETRY_AFTER_S}s` },
    ]),
    tooLong: refusal(400, 'INVALID_ARGUMENT', 'The input token count exceeds the maximum number of tokens allowed.'),
    refusedKey: refusal(400, 'INVALID_ARGUMENT', 'API key not valid.', [
      { '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason: 'API_KEY_INVALID' },
    ]),
  },
  beside: (_scenario, { path }) =>
    path.endsWith(':batchEmbedContents') ? json(200, { embeddings: [{ values: [1, -0.5] }] }) : undefined,
  chat(scenario, { path }) {
    if (!path.includes(':streamGenerateContent')) {
      return json(200, event(parts(scenario), scenario, 'STOP'));
    }
    const pieces = parts(scenario);
    return stream(
      scenario,
      pieces.map((part, index) => event([part], scenario, index === pieces.length - 1 ? 'STOP' : undefined))
    );
  },
});

function parts(scenario: Scenario): object[] {
  if (scenario === 'calls') {
    return CALLS.map(({ name, arguments: given }) => ({ functionCall: { name, args: JSON.parse(given) as object } }));
  }
  const thought = scenario === 'thoughts' ? [{ text: THOUGHT, thought: true }] : [];
  return [...thought, ...TEXT.map((text) => ({ text }))];
}

function event(content: readonly object[], scenario: Scenario, finishReason: string | undefined): object {
  const chosen = { token: 'Hé', tokenId: 1, logProbability: -0.5 };
  return {
    responseId: 'r1',
    modelVersion: 'gemini-2.5-flash',
    candidates: [
      {
        content: { role: 'model', parts: content },
        index: 0,
        ...(finishReason !== undefined && { finishReason }),
        ...(scenario === 'logprobs' && {
          logprobsResult: { chosenCandidates: [chosen], topCandidates: [{ candidates: [chosen] }] },
        }),
      },
    ],
    usageMetadata: {
      promptTokenCount: INPUT_TOKENS,
      candidatesTokenCount: OUTPUT_TOKENS - 5,
      thoughtsTokenCount: 5,
      totalTokenCount: INPUT_TOKENS + OUTPUT_TOKENS,
      ...(scenario === 'cached' && { cachedContentTokenCount: CACHED_TOKENS }),
    },
  };
}

function refusal(code: number, status: string, message: string, details: readonly object[] = []) {
  return json(code, { error: { code, status, message, details } });
}
