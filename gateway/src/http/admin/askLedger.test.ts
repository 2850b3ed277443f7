import { askLedger } from './askLedger.js';

const failing = (message: string, code?: string) =>
  askLedger(() => Promise.reject(Object.assign(new Error(message), { code })));

test('an answer is passed on', async () => {
  expect(await askLedger(async () => 1)).toBe(1);
});

test.each([
  ['connect ECONNREFUSED 127.0.0.1:5432', 'ECONNREFUSED'],
  ['terminating connection due to administrator command', '57P01'],
  ['Connection terminated unexpectedly', undefined],
  ['timeout exceeded when trying to connect', undefined],
])('a store that is down is said to be: %s', async (message, code) => {
  await expect(failing(message, code)).rejects.toMatchObject({ status: 503, code: 'store_unavailable' });
});

test('a question that takes too long is answered with what to do', async () => {
  const answer = failing('canceling statement due to statement timeout', '57014');
  await expect(answer).rejects.toMatchObject({
    status: 503,
    type: 'timeout',
    message: expect.stringContaining('shorter range'),
  });
});

test('any other failure is ours, and stays what it is', async () => {
  await expect(failing('column "x" does not exist', '42703')).rejects.toThrow('column "x" does not exist');
});
