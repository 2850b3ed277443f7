import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { calcPrice } from '@pydantic/genai-prices';

import type { TokenUsage } from './event.js';
import type { Pricer } from './pricer.js';
import { type TokenRates, tokenCost } from './tokenCost.js';

const MINUTE_MS = 60_000;

/**
 * The price of a model in genai-prices' list. The list's prices change by date and by time of day, so what was found
 * is kept for a minute; looking it up costs about as much as everything else that settling a request does.
 */
export function listedPrice(priceList: string, model: string): Pricer {
  let minute = -1;
  let rates: TokenRates | 'tiered' | undefined;
  return (tokens, at) => {
    const now = Math.floor(at / MINUTE_MS);
    if (now !== minute) {
      rates = findRates(priceList, model, new Date(now * MINUTE_MS));
      minute = now;
    }
    if (rates === undefined) {
      return undefined;
    }
    const nanoUsd = rates === 'tiered' ? tieredCost(priceList, model, tokens, at) : tokenCost(tokens, rates);
    return { nanoUsd, source: SOURCE };
  };
}

function findRates(providerId: string, model: string, timestamp: Date): TokenRates | 'tiered' | undefined {
  const price = calcPrice({ input_tokens: 0, output_tokens: 0 }, model, { providerId, timestamp })?.model_price;
  const input = price?.['input_mtok'];
  const output = price?.['output_mtok'] ?? 0;
  if (price === undefined || input === undefined) {
    return undefined;
  }
  const cachedInput = price['cache_read_mtok'] ?? input;
  return typeof input === 'number' && typeof output === 'number' && typeof cachedInput === 'number'
    ? { input, cachedInput, output }
    : 'tiered';
}

/** Prices that rise with the size of the context: the list's own calculation. */
function tieredCost(providerId: string, model: string, tokens: TokenUsage, at: number): number {
  const usage = {
    input_tokens: tokens.input,
    cache_read_tokens: Math.min(tokens.cachedInput, tokens.input),
    output_tokens: tokens.output,
  };
  const price = calcPrice(usage, model, { providerId, timestamp: new Date(at) });
  return Math.round((price?.total_price ?? 0) * 1e9);
}

const SOURCE = `genai-prices@${listVersion()}`;

function listVersion(): string {
  const entry = createRequire(import.meta.url).resolve('@pydantic/genai-prices');
  const manifest = readFileSync(join(dirname(entry), '..', 'package.json'), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}
