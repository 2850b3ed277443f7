export type Fields = Readonly<Record<string, unknown>>;

const NONE: Fields = {};

/** The fields of an object; none of anything else. */
export function fields(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : NONE;
}

export function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

/** A count, or 0 where there is none that makes sense. */
export function count(value: unknown): number {
  return isCount(value) ? value : 0;
}

/** The first that is more than 0; 0 if there is none. */
export function firstCount(...values: readonly unknown[]): number {
  return count(values.find((value) => isCount(value) && value > 0));
}
