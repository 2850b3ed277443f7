import { compareNames, indexAfter, withOne } from './byName.js';
import { pageOf } from './pageOf.js';

const named = (text: string) => [...text].map((name) => ({ name }));
const text = (items: ReadonlyArray<{ readonly name: string }>) => items.map(({ name }) => name).join('');

test.each([
  ['', 'abcde', '', 3, 'abc', 'c', 5],
  ['', 'abcde', 'c', 3, 'de', undefined, 5],
  ['ace', 'bd', '', 5, 'abcde', undefined, 5],
  ['ace', 'bd', '', 4, 'abcd', 'd', 5],
  ['ace', 'bd', 'b', 2, 'cd', 'd', 5],
  ['bcd', 'abcde', '', 2, 'ab', 'b', 5],
  ['bcd', 'abcde', 'b', 2, 'cd', 'd', 5],
  ['x', '', '', 1, 'x', undefined, 1],
  ['', '', '', 1, '', undefined, 0],
  ['', 'ace', 'b', 5, 'ce', undefined, 3],
] as const)('of file %j and store %j, after %j at most %d: %j', (file, stored, after, limit, names, next, total) => {
  expect(pageOf(named(file), named(stored), { after, limit })).toEqual({ names: [...names], next, total });
});

test('pages follow each other without a gap, whatever the file hides', () => {
  const stored = named('abcdefghijklmnop');
  for (const file of ['', 'a', 'p', 'aceg', 'hijk', 'xyz', 'abcdefghijklmnop']) {
    for (const limit of [1, 2, 3, 7, 50]) {
      let all = '';
      for (let after: string | undefined = ''; after !== undefined;) {
        const page = pageOf(named(file), stored, { after, limit });
        expect(page.names.length).toBeLessThanOrEqual(limit);
        all += page.names.join('');
        after = page.next;
      }
      expect(all).toBe([...new Set('abcdefghijklmnop' + file)].sort().join(''));
    }
  }
});

test('one is put in where it belongs, in place of the one before, or taken out', () => {
  const list = named('bdf');
  expect(text(withOne(list, { name: 'a' }, true))).toBe('abdf');
  expect(text(withOne(list, { name: 'g' }, true))).toBe('bdfg');
  expect(text(withOne(list, { name: 'c' }, true))).toBe('bcdf');
  const replaced = { name: 'd', new: true };
  expect(withOne(list, replaced, true)[1]).toBe(replaced);
  expect(text(withOne(list, { name: 'd' }, false))).toBe('bf');
  expect(text(withOne(list, { name: 'x' }, false))).toBe('bdf');
  expect(text(list)).toBe('bdf');
});

test('names are ordered by their characters’ codes, in any locale', () => {
  expect(text(named('bBaA_').sort(compareNames))).toBe('AB_ab');
  expect(indexAfter(named('AB_ab'), '_')).toBe(3);
});
