import { createAdmitter } from './admit.js';

test('admits up to the limit, and again when one has ended', () => {
  const admitter = createAdmitter({ maxInFlight: 2, ledgerFull: () => false });
  const first = admitter.admit();
  admitter.admit();
  const refusal = expect.objectContaining({ status: 503, type: 'overloaded', retryAfterSeconds: 1 });
  expect(() => admitter.admit()).toThrow(refusal);
  expect(() => admitter.admit()).toThrow(refusal);

  first.release();
  admitter.admit();
  expect(() => admitter.admit()).toThrow(refusal);
});

test('admits nothing that could not be accounted for', () => {
  let full = true;
  const admitter = createAdmitter({ maxInFlight: 1, ledgerFull: () => full });
  expect(() => admitter.admit()).toThrow(expect.objectContaining({ status: 503, code: 'ledger_full' }));

  full = false;
  admitter.admit().release();
});
