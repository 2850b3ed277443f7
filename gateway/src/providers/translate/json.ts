import { type Fields, isObject } from '../../chat/completion/fields.js';
import { invalidAnswer } from './invalidAnswer.js';

const NONE: Fields = {};

/** The fields of an object; none of anything else. */
export function fieldsOf(value: unknown): Fields {
  return isObject(value) ? value : NONE;
}

/** The objects of a list; none of anything else. */
export function objectsOf(value: unknown): readonly Fields[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A count of tokens, or 0 where there is none that makes sense. */
export function countOf(value: unknown): number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : 0;
}

/** Only what is there: JSON has no undefined. */
export function defined(entries: Readonly<Record<string, unknown>>): Fields {
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined && value !== null));
}

/** @throws GatewayError 502 for what is no JSON object. */
export function parseAnswer(provider: string, body: Buffer | string): Fields {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body.toString());
  } catch (cause) {
    throw invalidAnswer(provider, 'answered with something that is not JSON', cause);
  }
  if (!isObject(parsed)) {
    throw invalidAnswer(provider, 'answered with JSON that is no object');
  }
  return parsed;
}
