/** What a client wants of the cache. */
export interface CacheControl {
  /** Oldest answer that it takes, in milliseconds; 0 takes none. */
  readonly maxAgeMs: number;
  readonly keep: boolean;
}

const ANYTHING: CacheControl = { maxAgeMs: Infinity, keep: true };
const NOTHING: CacheControl = { maxAgeMs: 0, keep: false };

/** Reads a request's `cache-control`: no-cache, no-store and max-age; the rest is for other caches. */
export function readCacheControl(header: string | undefined): CacheControl {
  if (header === undefined) {
    return ANYTHING;
  }
  const directives = header.split(',').map((directive) => directive.trim().toLowerCase());
  if (directives.includes('no-store')) {
    return NOTHING;
  }
  const ages = directives.flatMap((directive) => /^max-age="?(\d+)"?$/.exec(directive)?.[1] ?? []);
  return {
    maxAgeMs: directives.includes('no-cache') ? 0 : Math.min(Infinity, ...ages.map((age) => Number(age) * 1000)),
    keep: true,
  };
}
