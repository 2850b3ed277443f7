import { createKeyRing } from './keyRing.js';

test('finds each key by its secret only', () => {
  const ring = createKeyRing([
    ['secret-a', { key: 'a', team: undefined }],
    ['secret-b', { key: 'b', team: 'platform' }],
  ]);
  expect(ring.find('secret-a')?.key).toBe('a');
  expect(ring.find('secret-b')).toEqual({ key: 'b', team: 'platform' });
  expect(ring.find('a')).toBeUndefined();
  expect(ring.find('')).toBeUndefined();
});
