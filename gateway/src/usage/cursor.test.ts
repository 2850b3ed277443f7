import { fromCursor, toCursor } from './cursor.js';

test('a position comes back from its cursor', () => {
  const position = { time: 1_795_255_200_000, id: 'req_019fa0a6-6e00-7000-8000-000000000001' };
  expect(fromCursor(toCursor(position))).toEqual(position);
  expect(toCursor(position)).toMatch(/^[\w-]+$/);
});

test.each(['', 'x', Buffer.from('1').toString('base64url'), Buffer.from('a.b').toString('base64url')])(
  '%j is no cursor',
  (text) => {
    expect(fromCursor(text)).toBeUndefined();
  }
);
