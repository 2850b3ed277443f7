import type { Differences } from './differences.js';

/** What known-differences.json holds. */
export interface KnownDifferences {
  readonly about: string;
  /** Families that LiteLLM defines. */
  readonly compared: number;
  readonly causes: readonly Cause[];
}

interface Cause {
  readonly cause: string;
  /** Why they differ, and what that means to a dashboard. */
  readonly reason: string;
  readonly families: Differences;
}

/** A family may differ for several causes. */
export function differencesByFamily({ causes }: KnownDifferences): Record<string, readonly string[]> {
  const all: Record<string, readonly string[]> = {};
  for (const { families } of causes) {
    for (const [name, words] of Object.entries(families)) {
      all[name] = [...(all[name] ?? []), ...words];
    }
  }
  return all;
}

/** The same causes with what differs now. What is new has no reason yet: someone has to find it. */
export function withDifferences(known: KnownDifferences, compared: number, found: Differences): KnownDifferences {
  const left = new Map(Object.entries(found).map(([name, words]) => [name, new Set(words)]));
  const causes = known.causes.map((cause) => ({
    ...cause,
    families: keep(cause.families, (name, word) => left.get(name)?.delete(word) ?? false),
  }));
  const unexplained = keep(found, (name, word) => left.get(name)?.has(word) ?? false);
  return {
    ...known,
    compared,
    causes: [
      ...causes.filter(({ families }) => Object.keys(families).length > 0),
      ...(Object.keys(unexplained).length > 0 ? [{ cause: 'new', reason: '', families: unexplained }] : []),
    ],
  };
}

function keep(families: Differences, still: (name: string, word: string) => boolean): Differences {
  return Object.fromEntries(
    Object.entries(families)
      .map(([name, words]) => [name, words.filter((word) => still(name, word))] as const)
      .filter(([, words]) => words.length > 0)
  );
}
