import type { Differences } from './differences.js';

/** What known-differences.json holds. */
export interface KnownDifferences {
  /** How the numbers are to be read. */
  readonly about: string;
  /** Models that both price lists know. */
  readonly compared: number;
  readonly causes: readonly Cause[];
}

interface Cause {
  readonly cause: string;
  /** Why they differ, and who is believed. */
  readonly reason: string;
  readonly models: Readonly<Record<string, Differences>>;
}

/** A model may differ for several causes, each in other prices. */
export function differencesByModel({ causes }: KnownDifferences): Record<string, Differences> {
  const all: Record<string, Differences> = {};
  for (const { models } of causes) {
    for (const [model, prices] of Object.entries(models)) {
      all[model] = { ...all[model], ...prices };
    }
  }
  return all;
}

/** The same causes with what differs now. What is new has no reason yet: someone has to find it. */
export function withDifferences(
  known: KnownDifferences,
  compared: number,
  found: Readonly<Record<string, Differences>>
): KnownDifferences {
  const left = structuredClone(found) as Record<string, Record<string, Differences[string]>>;
  const causes = known.causes.map((cause) => ({
    ...cause,
    models: pick(cause.models, (model, price) => {
      const pair = left[model]?.[price];
      delete left[model]?.[price];
      return pair;
    }),
  }));
  const unexplained = pick(left, (model, price) => left[model]?.[price]);
  return {
    ...known,
    compared,
    causes: [
      ...causes.filter(({ models }) => Object.keys(models).length > 0),
      ...(Object.keys(unexplained).length > 0 ? [{ cause: 'new', reason: '', models: unexplained }] : []),
    ],
  };
}

function pick(
  models: Cause['models'],
  current: (model: string, price: string) => Differences[string] | undefined
): Record<string, Differences> {
  const kept = Object.entries(models).map(([model, prices]) => {
    const pairs = Object.keys(prices).map((price) => [price, current(model, price)] as const);
    return [model, Object.fromEntries(pairs.filter(([, pair]) => pair !== undefined)) as Differences] as const;
  });
  return Object.fromEntries(kept.filter(([, prices]) => Object.keys(prices).length > 0));
}
