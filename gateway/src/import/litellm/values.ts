import type { KeyPath } from '../../config/document.js';

export type Mapping = Readonly<Record<string, unknown>>;

export function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

/** An empty one for what is none. */
export function asMapping(value: unknown): Mapping {
  return isMapping(value) ? value : {};
}

export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Text that is not empty and comes from no environment. */
export function asText(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && text.trim() !== '' && variableOf(text) === undefined ? text.trim() : undefined;
}

/** A number, or text that LiteLLM reads as one, such as 1e-7, which YAML 1.1 takes for text. */
export function asNumber(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^[-+.\deE_]+$/.test(value) ? Number(value.replaceAll('_', '')) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

export function asAmount(value: unknown): number | undefined {
  const number = asNumber(value);
  return number !== undefined && number > 0 ? number : undefined;
}

/** A whole number from 1 on. */
export function asCount(value: unknown): number | undefined {
  const number = asNumber(value);
  return number !== undefined && Number.isSafeInteger(number) && number >= 1 ? number : undefined;
}

/** A whole number from 0 on. */
export function asWhole(value: unknown): number | undefined {
  return asNumber(value) === 0 ? 0 : asCount(value);
}

const PREFIX = 'os.environ/';

/** The variable that LiteLLM's `os.environ/NAME` names. */
export function variableOf(value: unknown): string | undefined {
  if (typeof value !== 'string' || !value.startsWith(PREFIX)) {
    return undefined;
  }
  const name = value.slice(PREFIX.length);
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) ? name : undefined;
}

/** Kind of a value, for the report: never the value, which may be a secret. */
export function kindOf(value: unknown): string {
  if (value === null || value === undefined || value === '') {
    return 'empty';
  }
  if (Array.isArray(value)) {
    return `list of ${value.length}`;
  }
  if (isMapping(value)) {
    return `map of ${Object.keys(value).length}`;
  }
  const variable = variableOf(value);
  if (variable !== undefined) {
    return `from the environment (${variable})`;
  }
  return typeof value === 'boolean' ? 'true or false' : typeof value === 'number' ? 'number' : 'text';
}

/** Every setting of a file that holds no others. */
export function* leavesOf(value: unknown, path: KeyPath = []): Generator<KeyPath> {
  const entries: Array<readonly [string | number, unknown]> = Array.isArray(value)
    ? value.map((item: unknown, index) => [index, item] as const)
    : isMapping(value)
      ? Object.entries(value)
      : [];
  if (entries.length === 0) {
    yield path;
  }
  for (const [key, below] of entries) {
    yield* leavesOf(below, [...path, key]);
  }
}

/** Undefined where there is nothing. */
export function valueAt(value: unknown, path: KeyPath): unknown {
  return path.reduce<unknown>(
    (found, key) =>
      Array.isArray(found) && typeof key === 'number' ? found[key] : isMapping(found) ? found[String(key)] : undefined,
    value
  );
}
