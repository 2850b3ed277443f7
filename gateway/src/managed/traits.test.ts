import { ConfigSchema } from '../config/schema.js';
import { StoredKeySchema } from '../config/storedKey.js';
import { OBJECT_KINDS } from '../store/storedObject.js';
import { TRAITS } from './traits.js';

/** Whatever is called like this is taken for a secret, unless it is known not to be one. */
const LOOKS_SECRET = /secret|password|token|credential|hash|(^|_)key$/;
const NO_SECRETS: Readonly<Record<string, readonly string[]>> = {
  budget: ['limit_tokens', 'key'],
  limit: ['tokens_per_minute', 'key'],
};

test.each(OBJECT_KINDS)('every field of a %s that looks like a secret is kept as one', (kind) => {
  const { items } = ConfigSchema.properties[`${kind}s`] as { items: { anyOf?: object[]; properties?: object } };
  const members = (items.anyOf ?? [items]) as Array<{ properties: object }>;
  const fields = members.flatMap(({ properties }) => Object.keys(properties));
  const stored = kind === 'key' ? Object.keys(StoredKeySchema.properties) : [];
  const suspicious = [...fields, ...stored].filter((field) => LOOKS_SECRET.test(field));
  const { secrets, hidden } = TRAITS[kind];
  const harmless = NO_SECRETS[kind] ?? [];
  expect(suspicious.filter((field) => ![...secrets, ...hidden, ...harmless].includes(field))).toEqual([]);
});

test('what a secret field is called can be told from the others', () => {
  expect(TRAITS.provider.secrets.every((field) => LOOKS_SECRET.test(field))).toBe(true);
});
