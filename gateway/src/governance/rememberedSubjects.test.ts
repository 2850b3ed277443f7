import { setTimeout as sleep } from 'node:timers/promises';

import { rememberSubjects } from './rememberedSubjects.js';
import type { BudgetRule } from './rules.js';

const rule = (name: string) => ({ name, subject: { kind: 'key', value: '*' }, unit: 'usd' }) as BudgetRule;
const found = [{ kind: 'key', value: 'a' }] as const;

test('the ledger is asked again when it is time, and for another budget', async () => {
  const ask = jest.fn(async () => found);
  const remembered = rememberSubjects(ask, 300);
  await remembered(rule('a'), 0, 100);
  expect(await remembered(rule('a'), 5, 100)).toEqual(found);
  expect(ask).toHaveBeenCalledTimes(1);
  await remembered(rule('b'), 5, 100);
  expect(ask).toHaveBeenCalledTimes(2);
  await sleep(400);
  await remembered(rule('a'), 5, 100);
  expect(ask).toHaveBeenCalledTimes(3);
});

test('nobody and a failure are not remembered', async () => {
  const ask = jest.fn();
  const remembered = rememberSubjects(ask, 30_000);
  ask.mockResolvedValueOnce([]);
  expect(await remembered(rule('a'), 0, 100)).toEqual([]);
  ask.mockRejectedValueOnce(new Error('down'));
  await expect(remembered(rule('a'), 0, 100)).rejects.toThrow('down');
  ask.mockResolvedValueOnce(found);
  expect(await remembered(rule('a'), 0, 100)).toEqual(found);
});
