import { objectFaults } from '../config/objectFaults.js';
import { isSealed } from '../store/sealed.js';
import type { ObjectKind } from '../store/storedObject.js';
import { invalidDocument } from './changeError.js';
import { TRAITS } from './traits.js';

type Fields = Readonly<Record<string, unknown>>;

/** Fields of answers that say something about an object, and are no part of it. */
const ABOUT = ['origin', 'revision', 'created_at', 'updated_at', 'problem', 'status', 'standings'];

/**
 * What a caller wrote, without what answers tell besides: what was read can be written back.
 * @throws GatewayError 400
 */
export function givenFields(kind: ObjectKind, body: unknown, creating: boolean): Fields {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw invalidDocument([{ path: [], message: 'must be a JSON object' }]);
  }
  const { secrets, kept, hidden, onlyAtCreation } = TRAITS[kind];
  const given: Record<string, unknown> = { ...body };
  const told = secrets.flatMap((field) => [`has_${field}`, `${field}_ends_with`]);
  for (const field of [...ABOUT, ...told, ...kept.filter((each) => !hidden.includes(each))]) {
    delete given[field];
  }
  const ours = kept.filter((field) => given[field] !== undefined);
  const sealed = secrets.filter((field) => isSealed(given[field]));
  const fixed = creating ? [] : onlyAtCreation.filter((field) => given[field] !== undefined);
  const faults = [
    ...fixed.map((field) => ({ path: [field], message: 'can be chosen for a new one only; leave it out' })),
    ...ours.map((field) => ({ path: [field], message: 'is set by the gateway; leave it out' })),
    ...sealed.map((field) => ({ path: [field], message: 'begins like a sealed secret; give the secret itself' })),
  ];
  if (faults.length > 0) {
    throw invalidDocument(faults);
  }
  return given;
}

/** The same for a change of the one of that name. @throws GatewayError 400, also for another name */
export function changedFields(kind: ObjectKind, name: string, body: unknown): Fields {
  const given = givenFields(kind, body, false);
  if (given['name'] !== undefined && given['name'] !== name) {
    throw invalidDocument([{ path: ['name'], message: `cannot be changed; make another ${kind} and remove this one` }]);
  }
  return given;
}

/** In place of another: what only the gateway sets stays, and so do secrets that are not given anew. */
export function replacement(kind: ObjectKind, before: Fields, given: Fields): Record<string, unknown> {
  const { secrets, kept } = TRAITS[kind];
  const staying = [...secrets, ...kept].filter((field) => before[field] !== undefined && given[field] === undefined);
  return { ...given, ...Object.fromEntries(staying.map((field) => [field, before[field]])) };
}

/** Longest document, in characters of JSON. */
const LONGEST = 262_144;

/**
 * Refuses what is wrong with a document by itself.
 * @param opened with secrets that can be read; defaults are filled into it
 * @throws GatewayError 400 that names the field
 */
export function checkDocument(kind: ObjectKind, opened: Record<string, unknown>): void {
  const faults = objectFaults(kind, opened);
  const { name, base_url: address } = opened;
  if (typeof name === 'string' && name.split('/').some((part) => part === '.' || part === '..')) {
    faults.push({ path: ['name'], message: 'must have no part that is . or .., as it is a part of addresses' });
  }
  if (typeof address === 'string' && URL.canParse(address)) {
    const { username, password } = new URL(address);
    if (username !== '' || password !== '') {
      faults.push({ path: ['base_url'], message: 'must hold no user and password; a secret belongs into api_key' });
    }
  }
  if (JSON.stringify(opened).length > LONGEST) {
    faults.push({ path: [], message: `is longer than ${LONGEST} characters` });
  }
  if (faults.length > 0) {
    throw invalidDocument(faults);
  }
}

/**
 * Refuses to send a secret that nobody but the gateway knows to another server than it was meant for.
 * @param kept secrets that were not given anew
 * @param before with defaults filled in, as is `after`
 * @throws GatewayError 400
 */
export function checkSecretStays(kind: ObjectKind, kept: readonly string[], before: Fields, after: Fields): void {
  if (originOf(before) !== originOf(after) || before['type'] !== after['type']) {
    const message = `must be given again: this ${kind} is now another server, and the secret was meant for the one before`;
    throw invalidDocument(kept.map((field) => ({ path: [field], message })));
  }
}

function originOf({ base_url: address }: Fields): string | undefined {
  return typeof address === 'string' && URL.canParse(address) ? new URL(address).origin : undefined;
}
