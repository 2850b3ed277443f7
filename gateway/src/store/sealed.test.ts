import { deriveMasterKey } from './masterKey.js';
import { SealBroken, isSealed, seal, unseal } from './sealed.js';

const KEY = deriveMasterKey('a master key');
const PLACE = 'provider/openai/api_key';

test('what is sealed can be opened with the same key, for the same place', () => {
  for (const secret of ['sk-secret', 'Schlüssel ☃', 'x'.repeat(10_000), 'a']) {
    const sealed = seal(KEY, secret, PLACE);
    expect(sealed).toMatch(/^sealed:v1:[0-9a-f]{8}:[\w-]{16}:[\w-]+$/);
    expect(sealed).not.toContain(secret.length > 1 ? secret : 'never');
    expect(isSealed(sealed)).toBe(true);
    expect(unseal(deriveMasterKey('a master key'), sealed, PLACE)).toBe(secret);
  }
});

test('the same secret is never sealed the same way', () => {
  expect(seal(KEY, 'secret', PLACE)).not.toBe(seal(KEY, 'secret', PLACE));
});

test('another master key is named, and what to do about it', () => {
  const other = deriveMasterKey('another master key');
  const open = () => unseal(other, seal(KEY, 'secret', PLACE), PLACE);
  expect(open).toThrow(SealBroken);
  expect(open).toThrow(`was sealed with the master key ${KEY.id}, and this gateway has ${other.id}`);
  expect(open).toThrow('give every replica on this database the same LLM_GATEWAY_MASTER_KEY');
});

test('it cannot be moved to another provider or field', () => {
  const sealed = seal(KEY, 'secret', PLACE);
  expect(() => unseal(KEY, sealed, 'provider/other/api_key')).toThrow('was changed in the database, or moved');
});

test('a change of any part is found', () => {
  const sealed = seal(KEY, 'secret', PLACE);
  const start = sealed.lastIndexOf(':', sealed.lastIndexOf(':') - 1) + 1;
  for (let at = start; at < sealed.length; at++) {
    const letter = sealed[at] === 'A' ? 'Q' : 'A';
    const changed = sealed.slice(0, at) + letter + sealed.slice(at + 1);
    if (changed[at] !== ':' && sealed[at] !== ':') {
      expect(() => unseal(KEY, changed, PLACE)).toThrow(SealBroken);
    }
  }
  expect(() => unseal(KEY, sealed.slice(0, -8), PLACE)).toThrow(SealBroken);
});

test.each(['sealed:v2:00000000:a:b', 'sealed:v1:zz:a:b', 'sealed:'])('%s is not of this version', (sealed) => {
  expect(isSealed(sealed)).toBe(true);
  expect(() => unseal(KEY, sealed, PLACE)).toThrow('is sealed in a way that this version does not know');
});

test('the id of a key says nothing of the key', () => {
  expect(KEY.id).toMatch(/^[0-9a-f]{8}$/);
  expect(KEY.key).toHaveLength(32);
  expect(KEY.key.toString('hex')).not.toContain(KEY.id);
});
