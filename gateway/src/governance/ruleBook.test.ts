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
