interface Limits {
  readonly requests?: { readonly limit: number; readonly remaining: number };
  readonly tokens?: { readonly limit: number; readonly remaining: number };
}

/** What is left of the tighter one of a provider's own rate limits, 0 to 1; undefined where it reports none. */
export function tightest({ requests, tokens }: Limits): number | undefined {
  const shares = [requests, tokens].flatMap((each) => (each && each.limit > 0 ? [each.remaining / each.limit] : []));
  return shares.length > 0 ? Math.min(...shares) : undefined;
}
