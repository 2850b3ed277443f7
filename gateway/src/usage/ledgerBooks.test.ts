import { LedgerBooks } from './ledgerBooks.js';

const result = (stored: ReadonlyArray<number | null>, known: readonly number[] = []) => ({ stored, known });

test('what is on its way, and what the store says it has', () => {
  const books = new LedgerBooks();
  [10, 20, 30].forEach((nanoUsd) => books.add(nanoUsd));
  expect(books.pending).toEqual({ requests: 3, nanoUsd: 60 });
  books.settle(2, result([10, 20]), 0);
  expect(books.pending).toEqual({ requests: 1, nanoUsd: 30 });
  expect(books.stored).toEqual({ requests: 2, nanoUsd: 30 });
});

test('the store is believed, not what was sent to it', () => {
  const books = new LedgerBooks();
  [10, 20].forEach((nanoUsd) => books.add(nanoUsd));
  books.settle(2, result([11, null]), 0);
  expect(books.pending).toEqual({ requests: 0, nanoUsd: 0 });
  expect(books.stored).toEqual({ requests: 1, nanoUsd: 11 });
});

test('events of an earlier process pass through', () => {
  const books = new LedgerBooks();
  [undefined, 20].forEach((nanoUsd) => books.add(nanoUsd));
  expect(books.pending).toEqual({ requests: 1, nanoUsd: 20 });
  books.settle(2, result([10, 20]), 0);
  expect(books.stored).toEqual({ requests: 1, nanoUsd: 20 });
});

test('a request that was there before counts only if it may be our own, from a batch that failed', () => {
  const books = new LedgerBooks();
  [10, 20, 30].forEach((nanoUsd) => books.add(nanoUsd));
  books.settle(3, result([10, 20, 30], [0, 2]), 1);
  expect(books.stored).toEqual({ requests: 2, nanoUsd: 30 });
});
