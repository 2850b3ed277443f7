import type { SimulatorSettings } from '../config/schema.js';
import { countPromptTokens } from '../usage/estimate.js';
import { answerTokens } from './text.js';

export interface SimulatedRequest {
  readonly model: string;
  readonly messages: readonly unknown[];
  readonly max_tokens?: number | null;
  readonly max_completion_tokens?: number | null;
}

/** A whole answer, before it is put on the wire. */
export interface SimulatedCompletion {
  readonly id: string;
  /** Epoch seconds. */
  readonly created: number;
  readonly model: string;
  readonly tokens: readonly string[];
  readonly finishReason: 'stop' | 'length';
  readonly usage: {
    readonly prompt_tokens: number;
    readonly completion_tokens: number;
    readonly total_tokens: number;
  };
}

export function complete(
  request: SimulatedRequest,
  { output_tokens: length }: Pick<SimulatorSettings, 'output_tokens'>
): SimulatedCompletion {
  const limit = request.max_completion_tokens ?? request.max_tokens ?? length;
  const tokens = answerTokens(JSON.stringify([request.model, request.messages]), Math.min(length, limit));
  const promptTokens = countPromptTokens(request.messages);
  return {
    id: `chatcmpl-sim-${crypto.randomUUID()}`,
    created: Math.floor(Date.now() / 1000),
    model: request.model,
    tokens,
    finishReason: limit < length ? 'length' : 'stop',
    usage: {
      prompt_tokens: promptTokens,
      completion_tokens: tokens.length,
      total_tokens: promptTokens + tokens.length,
    },
  };
}
