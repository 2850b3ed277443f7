import { objectFaults } from '../config/objectFaults.js';
import { keyDocument, revokedDocument, rotatedDocument } from './keyDocument.js';
import { hashSecret } from './keySecret.js';

const NOW = Date.UTC(2026, 10, 2, 12);
const FIRST = 'sk-llmgw-11111111111111111111111111111111';
const SECOND = 'sk-llmgw-22222222222222222222222222222222';
const THIRD = 'sk-llmgw-33333333333333333333333333333333';

const made = keyDocument({ name: 'ci', team: 'platform' }, FIRST);

test('a document has the hash and the beginning of the secret, and not the secret', () => {
  expect(made).toEqual({ name: 'ci', team: 'platform', hash: hashSecret(FIRST), prefix: 'sk-llmgw-1111' });
});

test('a rotated key keeps the secret before for the time of grace', () => {
  expect(rotatedDocument(made, SECOND, 3_600, NOW)).toEqual({
    name: 'ci',
    team: 'platform',
    hash: hashSecret(SECOND),
    prefix: 'sk-llmgw-2222',
    previous_hash: hashSecret(FIRST),
    previous_until: '2026-11-02T13:00:00.000Z',
  });
});

test.each([0, 60])('rotated again with %d s of grace, nothing is left of the first secret', (grace) => {
  const twice = rotatedDocument(rotatedDocument(made, SECOND, 3_600, NOW), THIRD, grace, NOW);
  expect(JSON.stringify(twice)).not.toContain(hashSecret(FIRST));
  expect(twice.previous_hash).toBe(grace === 0 ? undefined : hashSecret(SECOND));
});

test('a revoked key stays so, with the time at which it first was', () => {
  const revoked = revokedDocument(made, NOW);
  expect(revoked).toEqual({ ...made, revoked_at: '2026-11-02T12:00:00.000Z' });
  expect(revokedDocument(revoked, NOW + 1)).toEqual(revoked);
  expect(rotatedDocument(revoked, SECOND, 60, NOW).revoked_at).toBe(revoked.revoked_at);
});

test('each of these documents can be stored', () => {
  for (const document of [made, rotatedDocument(made, SECOND, 60, NOW), revokedDocument(made, NOW)]) {
    expect(objectFaults('key', document)).toEqual([]);
  }
});
