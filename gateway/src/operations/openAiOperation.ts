import { errorBody } from '../errors/errorBody.js';
import { findUsage } from '../providers/openaiDialect/readUsage.js';
import type { TokenUsage } from '../usage/event.js';
import type { ExpectedUsage } from '../usage/expectedUsage.js';
import type { Operation } from './operation.js';

type Own = Pick<Operation, 'name' | 'route' | 'parse' | 'estimate' | 'expect'>;

/** An operation of OpenAI's API: answers whole and in JSON, unless it says otherwise. */
export function openAiOperation(own: Own & Partial<Operation>): Operation {
  return {
    pieces: () => undefined,
    answersJson: () => true,
    readUsage: findUsage,
    error: errorBody,
    streamError: (error) => `data: ${errorBody(error)}\n\n`,
    ...own,
  };
}

/** What was used, as we count it. */
export function estimated(used: Partial<TokenUsage>): TokenUsage {
  return { input: 0, cachedInput: 0, output: 0, reasoning: 0, ...used, source: 'estimated' };
}

/** @param likely near what will be used; the most that can be, if left out */
export function expected(most: Partial<TokenUsage>, likely?: () => Partial<TokenUsage>): ExpectedUsage {
  return { most: estimated(most), likely: () => estimated(likely?.() ?? most) };
}

export function positive(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : undefined;
}
