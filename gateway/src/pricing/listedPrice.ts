import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type ModelPrice, type PriceCalculation, type Usage, calcPrice } from '@pydantic/genai-prices';

import type { TokenUsage } from '../usage/event.js';
import { genaiPrice } from './genaiPrice.js';
import { type Pricer, unpriced } from './pricer.js';
import { type RateTable, rateTable } from './rates.js';
import { usageCost } from './usageCost.js';

const MINUTE_MS = 60_000;
/** Most minutes whose prices are remembered: requests end in another order than they begin. */
const MINUTES = 100;

/** Cost in nano-dollars; undefined when something that was used has no price. */
type Calculation = (tokens: TokenUsage, at: number) => number | undefined;

/**
 * The price of a model in genai-prices' list, as it was at the time of the request: some prices have a history, some
 * change with the time of day. The list knows no batch prices; what is asked for at one costs the standard price.
 */
export function listedPrice(priceList: string, model: string): Pricer {
  const now = lookUp(priceList, model, Date.now());
  if (now === undefined) {
    return unpriced;
  }
  const calculate = Array.isArray(now.model.prices)
    ? byMinute((at) => calculation(priceList, model, lookUp(priceList, model, at)?.model_price ?? {}))
    : always(calculation(priceList, model, now.model_price));
  return (tokens, at) => {
    const nanoUsd = calculate(at)(tokens, at);
    return nanoUsd === undefined ? undefined : { nanoUsd, source: LIST_SOURCE };
  };
}

function always<Value>(value: Value): () => Value {
  return () => value;
}

function byMinute<Value>(find: (at: number) => Value): (at: number) => Value {
  const found = new Map<number, Value>();
  return (at) => {
    const minute = Math.floor(at / MINUTE_MS);
    let value = found.get(minute);
    if (value === undefined) {
      if (found.size >= MINUTES) {
        found.clear();
      }
      value = find(minute * MINUTE_MS);
      found.set(minute, value);
    }
    return value;
  };
}

function calculation(priceList: string, model: string, price: ModelPrice): Calculation {
  if (Object.keys(price).some(isOfHours)) {
    return ({ audioSeconds = 0 }, at) => costOfHours(priceList, model, audioSeconds, at);
  }
  const rates = rateTable(genaiPrice(price));
  return (tokens) => usageCost(tokens, rates);
}

/** The rates of a model in the list at a time; undefined where it has none, or calculates by least lengths of audio. */
export function listedRates(priceList: string, model: string, at: number): RateTable | undefined {
  const price = lookUp(priceList, model, at)?.model_price;
  return price === undefined || Object.keys(price).some(isOfHours) ? undefined : rateTable(genaiPrice(price));
}

function isOfHours(key: string): boolean {
  return key.endsWith('_hours');
}

/**
 * Audio by the hour is the list's own to calculate, which knows of least lengths; its dollars are rounded once. A whole
 * price per second would not be exact, either.
 */
function costOfHours(priceList: string, model: string, seconds: number, at: number): number | undefined {
  if (seconds === 0) {
    return undefined;
  }
  const usage = { audio_seconds: seconds, input_audio_seconds: seconds };
  const cost = calcPrice(usage, model, { providerId: priceList, timestamp: new Date(at) });
  return cost === null ? undefined : Math.round(cost.total_price * 1e9);
}

const NOTHING: Usage = { input_tokens: 0, output_tokens: 0 };

function lookUp(providerId: string, model: string, at: number): PriceCalculation | undefined {
  return calcPrice(NOTHING, model, { providerId, timestamp: new Date(at) }) ?? undefined;
}

/** What costs at the list's prices name as their source. */
export const LIST_SOURCE = `genai-prices@${listVersion()}`;

function listVersion(): string {
  const entry = createRequire(import.meta.url).resolve('@pydantic/genai-prices');
  const manifest = readFileSync(join(dirname(entry), '..', 'package.json'), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}
