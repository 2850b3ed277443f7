import { askFor } from './ask.js';
import type { Place } from './place.js';

interface InstantAnswer {
  readonly data: { readonly result: ReadonlyArray<{ readonly value: readonly [number, string] }> };
}

/** What an expression gives now, a value a series; nothing where it cannot be asked. */
export async function instantValues(place: Place, expression: string, timeoutMs: number): Promise<readonly number[]> {
  try {
    const query = new URLSearchParams({ query: expression }).toString();
    const { data } = await askFor<InstantAnswer>(place, `/api/v1/query?${query}`, { timeoutMs });
    return data.result.map(({ value }) => Number(value[1]));
  } catch {
    return [];
  }
}
