import fc from 'fast-check';

import { RuleBook } from './ruleBook.js';
import type { LimitRule } from './rules.js';
import { SUBJECT_KINDS, type Subject } from './subject.js';
import { toBudgetRule } from './toRules.js';

function limit(name: string, subject: Subject): LimitRule {
  return { name, subject, requestsPerMinute: 1, tokensPerMinute: undefined, parallelRequests: undefined };
}

const names = (rules: ReadonlyArray<{ readonly name: string }>) => rules.map(({ name }) => name);

test('rules are found by what they are on, together with those on each of its kind', () => {
  const book = new RuleBook();
  book.setLimit('ci', limit('ci', { kind: 'key', value: 'ci' }));
  book.setLimit('ci-too', limit('ci-too', { kind: 'key', value: 'ci' }));
  book.setLimit('keys', limit('keys', { kind: 'key', value: '*' }));
  book.setLimit('team', limit('team', { kind: 'team', value: 'ci' }));
  expect(names(book.limitsOf('key', 'ci'))).toEqual(['ci', 'ci-too', 'keys']);
  expect(names(book.limitsOf('key', 'other'))).toEqual(['keys']);
  expect(names(book.limitsOf('key', '*'))).toEqual(['keys']);
  expect(names(book.limitsOf('team', 'ci'))).toEqual(['team']);
  expect(names(book.limitsOf('user', 'ci'))).toEqual([]);
  expect(book.budgetsOf('key', 'ci')).toEqual([]);
});

test('a rule on a tag is found by name and value, or by name for each value', () => {
  const book = new RuleBook();
  const tagBudget = (name: string, tag: string) =>
    book.setBudget(name, toBudgetRule({ name, tag, limit_usd: 1, timezone: 'UTC', hard: true, warn_at: [] }));
  tagBudget('search', 'feature=search');
  tagBudget('features', 'feature=*');
  tagBudget('odd', 'feature=a=b');
  expect(names(book.budgetsOf('tag', 'feature=search'))).toEqual(['search', 'features']);
  expect(names(book.budgetsOf('tag', 'feature=chat'))).toEqual(['features']);
  expect(names(book.budgetsOf('tag', 'feature=a=b'))).toEqual(['odd', 'features']);
  expect(names(book.budgetsOf('tag', 'featured=search'))).toEqual([]);
});

test('it is empty until there is a rule, and again when the last is gone', () => {
  const book = new RuleBook();
  expect(book.empty).toBe(true);
  book.setLimit('a', limit('a', { kind: 'model', value: '*' }));
  expect(book.empty).toBe(false);
  book.setLimit('a', undefined);
  book.setLimit('never-there', undefined);
  expect(book.empty).toBe(true);
});

test('after any changes the same rules are found as in a book that never had others', () => {
  const subject = fc.record({
    kind: fc.constantFrom(...SUBJECT_KINDS),
    value: fc.constantFrom('a=1', 'a=2', 'a=*', '*'),
  });
  const change = fc.tuple(fc.constantFrom('r1', 'r2', 'r3'), fc.option(subject, { nil: undefined }));
  fc.assert(
    fc.property(fc.array(change, { maxLength: 20 }), (changes) => {
      const book = new RuleBook();
      const last = new Map<string, Subject>();
      for (const [name, on] of changes) {
        book.setLimit(name, on && limit(name, on));
        last.delete(name);
        if (on !== undefined) {
          last.set(name, on);
        }
      }
      expect(book.empty).toBe(last.size === 0);
      for (const kind of SUBJECT_KINDS) {
        for (const value of ['a=1', 'a=3']) {
          const each = kind === 'tag' ? 'a=*' : '*';
          const expected = [...last].filter(([, on]) => on.kind === kind && (on.value === value || on.value === each));
          expect(names(book.limitsOf(kind, value)).sort()).toEqual(expected.map(([name]) => name).sort());
        }
      }
    })
  );
});

test('a budget that comes back, or counts something else, is renewed; one that is new or has another limit is not', () => {
  let now = 1_000;
  const book = new RuleBook(() => now++);
  const set = (changes: object) =>
    book.setBudget('b', toBudgetRule({ name: 'b', key: 'ci', limit_usd: 1, timezone: 'UTC', ...OTHERS, ...changes }));
  const renewedAt = () => book.budget('b')?.renewedAt;

  set({});
  expect([book.renewedAt, renewedAt()]).toEqual([1_000, undefined]);
  set({ limit_usd: 2, hard: false });
  expect([book.renewedAt, renewedAt()]).toEqual([1_000, undefined]);
  set({ period: 'daily' });
  expect([book.renewedAt, renewedAt()]).toEqual([1_001, 1_001]);
  set({ period: 'daily', limit_usd: 3 });
  expect(renewedAt()).toBe(1_001);
  book.setBudget('b', undefined);
  set({ period: 'daily', limit_usd: 3 });
  expect([book.renewedAt, renewedAt()]).toEqual([1_002, 1_002]);
  set({ key: undefined, team: 'ci' });
  expect(renewedAt()).toBe(1_003);
});

test('no two renewals have the same time, however fast they follow each other', () => {
  const book = new RuleBook(() => 1_000);
  const budget = toBudgetRule({ name: 'b', key: 'ci', limit_usd: 1, timezone: 'UTC', ...OTHERS });
  const times = [1, 2, 3].map(() => {
    book.setBudget('b', undefined);
    book.setBudget('b', budget);
    return book.renewedAt;
  });
  expect(times).toEqual([1_000, 1_001, 1_002]);
});

const OTHERS = { hard: true, warn_at: [] };
