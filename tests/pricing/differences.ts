import { listedPrice } from '../../gateway/src/pricing/listedPrice.js';
import { readUsage } from '../../gateway/src/providers/openaiDialect/readUsage.js';
import type { KnownModel } from './knownModels.js';
import { MIXTURES, PROBES, USES } from './uses.js';

/** Dollars for a million tokens, ours and LiteLLM's; null where there is no price. */
type Pair = readonly [number | null, number | null];

/** What differs, by the name of the probe or of the mixture. */
export type Differences = Readonly<Record<string, Pair>>;

/** Parts of a nano-dollar that the rounding of two costs takes. */
const ROUNDING = 1;

/** Where the price list of ours and LiteLLM's do not ask the same. */
export function differences({ list, model, theirs }: KnownModel, at: number): Differences {
  const price = listedPrice(list, model);
  const ours = (use: string) => {
    const usage = USES[use] === undefined ? undefined : readUsage(USES[use]);
    return usage === undefined ? null : (price(usage, at)?.nanoUsd ?? null);
  };
  const litellms = (use: string) => {
    const usd = theirs.public[use];
    return usd === undefined || usd === null ? null : usd * 1e9;
  };
  const found: Record<string, Pair> = {};
  const seen: Record<string, Pair> = {};
  for (const [name, { ground, amount, standIns }] of Object.entries(PROBES)) {
    // Nobody pays for the output of an embedding.
    if (theirs.mode === 'embedding' && USES[name]?.completion_tokens !== 0) {
      continue;
    }
    const added = (cost: (use: string) => number | null) => less(cost(name), ground === undefined ? 0 : cost(ground));
    const pair = [added(ours), added(litellms)] as const;
    if (differ(pair)) {
      seen[name] = [perMillion(pair[0], amount), perMillion(pair[1], amount)];
      if (!standIns.some((standIn) => String(seen[standIn]) === String(seen[name]))) {
        found[name] = seen[name];
      }
    }
  }
  if (Object.keys(found).length === 0 && theirs.mode !== 'embedding') {
    for (const name of Object.keys(MIXTURES)) {
      const pair = [ours(name), litellms(name)] as const;
      if (differ(pair)) {
        found[name] = [perMillion(pair[0], 1e6), perMillion(pair[1], 1e6)];
      }
    }
  }
  return found;
}

function less(cost: number | null, ground: number | null): number | null {
  return cost === null || ground === null ? null : cost - ground;
}

function differ([ours, litellms]: Pair): boolean {
  return ours === null || litellms === null ? ours !== litellms : Math.abs(ours - litellms) > ROUNDING + 1e-6;
}

function perMillion(nanoUsd: number | null, amount: number): number | null {
  return nanoUsd === null ? null : Number((((nanoUsd / 1e9) * 1e6) / amount).toPrecision(6));
}
