import type { ObjectKind } from '../store/storedObject.js';
import { TRAITS } from './traits.js';

/** The end of a secret is shown only of longer ones. */
const SHOWN_FROM = 21;
const SHOWN_CHARACTERS = 4;

/**
 * A document as anyone who may read the admin API sees it. Of a secret it says `has_<field>`, and at most how it ends.
 * @param sealed as it is stored: a secret that cannot be opened is there all the same
 */
export function shownDocument(
  kind: ObjectKind,
  document: object,
  sealed: Readonly<Record<string, unknown>> = {}
): Record<string, unknown> {
  const { secrets, hidden } = TRAITS[kind];
  const shown: Record<string, unknown> = { ...document };
  for (const [index, field] of secrets.entries()) {
    const secret = shown[field];
    const isThere = secret !== undefined || sealed[field] !== undefined;
    delete shown[field];
    // The first is what all may have; of the others, few have any.
    if (isThere || index === 0) {
      shown[`has_${field}`] = isThere;
    }
    if (typeof secret === 'string' && secret.length >= SHOWN_FROM) {
      shown[`${field}_ends_with`] = secret.slice(-SHOWN_CHARACTERS);
    }
  }
  for (const field of hidden) {
    delete shown[field];
  }
  if (typeof shown['base_url'] === 'string') {
    shown['base_url'] = withoutPassword(shown['base_url']);
  }
  return shown;
}

/** `https://user:password@host` is a way to write a secret, too. */
export function withoutPassword(address: string): string {
  if (!URL.canParse(address)) {
    return address;
  }
  const url = new URL(address);
  if (url.username === '' && url.password === '') {
    return address;
  }
  url.username = '***';
  url.password = '';
  return url.href;
}
