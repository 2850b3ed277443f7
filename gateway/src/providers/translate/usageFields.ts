/** `usage` as OpenAI has it: what was cached is part of the input, reasoning part of the output. */
export interface UsageFields {
  readonly prompt_tokens: number;
  readonly completion_tokens: number;
  readonly total_tokens: number;
  readonly prompt_tokens_details?: Readonly<Record<string, unknown>>;
  readonly completion_tokens_details?: Readonly<Record<string, unknown>>;
}

export interface UsageParts {
  readonly input: number;
  readonly output: number;
  readonly ofInput?: Readonly<Record<string, unknown>>;
  readonly ofOutput?: Readonly<Record<string, unknown>>;
}

/** Details of which there were none are left out. */
export function usageFields({ input, output, ofInput = {}, ofOutput = {} }: UsageParts): UsageFields {
  const promptDetails = some(ofInput);
  const completionDetails = some(ofOutput);
  return {
    prompt_tokens: input,
    completion_tokens: output,
    total_tokens: input + output,
    ...(promptDetails && { prompt_tokens_details: promptDetails }),
    ...(completionDetails && { completion_tokens_details: completionDetails }),
  };
}

function some(details: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> | undefined {
  const entries = Object.entries(details).filter(([, value]) => value !== undefined && value !== 0);
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
