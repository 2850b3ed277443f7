import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { PriceConfig } from '../../gateway/src/config/schema.js';
import { configuredPrice } from '../../gateway/src/pricing/configuredPrice.js';
import { readUsage } from '../../gateway/src/providers/openaiDialect/readUsage.js';
import type { TokenUsage } from '../../gateway/src/usage/event.js';
import { litellm } from '../support/litellm.js';
import { testWith } from '../support/python.js';
import { tokens } from '../support/usageEvent.js';
import { type LiteLlmAnswers, type LiteLlmUnit, askLiteLlm } from './askLiteLlm.js';
import { type Differences, differences } from './differences.js';
import { type KnownDifferences, differencesByModel, withDifferences } from './knownDifferences.js';
import { PROVIDERS, knownModels } from './knownModels.js';
import { fromLiteLlm, timesMillion } from './litellmPrice.js';
import { USES } from './uses.js';

/** A time at which nobody's prices change. */
const AT = Date.UTC(2026, 10, 2, 12);
const KNOWN = join(__dirname, 'known-differences.json');
const MINUTES = 10 * 60_000;

const installed = litellm();
const withLiteLlm = testWith(installed);

let answers: LiteLlmAnswers;
beforeAll(() => {
  if ('python' in installed) {
    const batches = ['input', 'cached', 'output'];
    answers = askLiteLlm(installed.python, { at: AT, uses: USES, batches, public: Object.keys(PROVIDERS) });
  }
}, MINUTES);

/** Ours is theirs rounded; their floats are off by less than a part in 10^12. */
function same(nanoUsd: number | undefined, usd: number | null | undefined): boolean {
  const exact = (usd ?? NaN) * 1e9;
  return nanoUsd !== undefined && Math.abs(nanoUsd - exact) <= 0.5 + exact * 1e-12;
}

const READ = new Map(Object.entries(USES).map(([name, usage]) => [name, readUsage(usage)] as const));

/** What the uses cost us at a price, by name. */
function costs(price: PriceConfig, batch = false): (name: string) => number | undefined {
  const pricer = configuredPrice(price);
  return (name) => {
    const used = READ.get(name);
    return used === undefined ? undefined : pricer(used, AT, batch)?.nanoUsd;
  };
}

withLiteLlm('at LiteLLM’s own prices, every use of every model costs what it says, to the nano-dollar', () => {
  const wrong: string[] = [];
  let compared = 0;
  for (const [key, { prices, provider, generic }] of Object.entries(answers.models)) {
    const cost = costs(fromLiteLlm(prices, provider));
    for (const name of Object.keys(USES)) {
      compared++;
      const ours = cost(name);
      if (!same(ours, generic[name])) {
        wrong.push(`${key}, ${name}: ${ours} is not ${generic[name]} USD`);
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(compared).toBeGreaterThan(100_000);
});

withLiteLlm('characters, seconds and images cost what it says', () => {
  const wrong = answers.units.filter(
    (unit) => !same(configuredPrice(unitPrice(unit))(unitsUsed(unit), AT)?.nanoUsd, unit.cost)
  );
  expect(wrong).toEqual([]);
  for (const price of ['input_cost_per_character', 'input_cost_per_second', 'output_cost_per_image']) {
    expect(answers.units.filter((unit) => unit.price === price).length).toBeGreaterThan(10);
  }
});

function unitPrice({ price, usd }: LiteLlmUnit): PriceConfig {
  switch (price) {
    case 'input_cost_per_character':
      return { per_million_characters_usd: timesMillion(usd) };
    case 'output_cost_per_image':
      return { per_image_usd: usd };
    default:
      return { per_audio_second_usd: usd };
  }
}

function unitsUsed({ price, amount }: LiteLlmUnit): TokenUsage {
  const kind = { input_cost_per_character: 'characters', output_cost_per_image: 'images' }[price as string];
  return tokens({ input: 0, output: 0, [kind ?? 'audioSeconds']: amount });
}

withLiteLlm('batches of models that have no batch prices cost half, as it says', () => {
  const wrong: string[] = [];
  let compared = 0;
  for (const [key, { prices, provider, batch }] of Object.entries(answers.models)) {
    if (Array.isArray(prices['tiered_pricing']) || Object.keys(prices).some((name) => name.endsWith('_batches'))) {
      continue;
    }
    const cost = costs({ ...fromLiteLlm(prices, provider), batch_discount: 0.5 }, true);
    for (const [name, usd] of Object.entries(batch)) {
      // What is cached is free in its batches where it has no price of its own.
      if (name === 'cached' && prices['cache_read_input_token_cost'] === undefined) {
        continue;
      }
      compared++;
      const ours = cost(name);
      if (!same(ours, usd)) {
        wrong.push(`${key}, ${name}: ${ours} is not ${usd} USD`);
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(compared).toBeGreaterThan(5_000);
});

withLiteLlm(
  'the price list differs from LiteLLM’s where known-differences.json says, and why, and nowhere else',
  () => {
    const models = knownModels(answers.models, AT);
    const found: Record<string, Differences> = {};
    for (const [name, model] of models) {
      const differing = differences(model, AT);
      if (Object.keys(differing).length > 0) {
        found[name] = differing;
      }
    }
    const known = JSON.parse(readFileSync(KNOWN, 'utf8')) as KnownDifferences;
    if (process.env['UPDATE_KNOWN_DIFFERENCES'] !== undefined) {
      writeFileSync(KNOWN, `${JSON.stringify(withDifferences(known, models.size, found), null, 2)}\n`);
      return;
    }
    expect(models.size).toBe(known.compared);
    expect(models.size).toBeGreaterThan(500);
    expect(found).toEqual(differencesByModel(known));
    expect(known.causes.filter(({ reason }) => reason === '')).toEqual([]);
  }
);
