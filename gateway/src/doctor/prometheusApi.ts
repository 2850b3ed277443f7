import { askFor } from './ask.js';
import type { Place } from './place.js';

interface InstantAnswer {
  readonly data: { readonly result: ReadonlyArray<{ readonly value: readonly [number, string] }> };
}

/** Sum of what an expression gives now; undefined where it gives nothing, or cannot be asked. */
export async function instantValue(place: Place, expression: string, timeoutMs: number): Promise<number | undefined> {
  try {
    const query = new URLSearchParams({ query: expression }).toString();
    const { data } = await askFor<InstantAnswer>(place, `/api/v1/query?${query}`, { timeoutMs });
    const values = data.result.map(({ value }) => Number(value[1]));
    return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0);
  } catch {
    return undefined;
  }
}
