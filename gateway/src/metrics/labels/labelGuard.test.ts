import { createLabelGuard } from './labelGuard.js';
import { nameHash } from './nameHash.js';

const guard = (overrides: object = {}) => createLabelGuard({ maxValues: 2, hashNames: [], ...overrides });

test('a new value past the limit is other and counted; the ones before stay', () => {
  const { model } = guard();
  expect(['a', 'b', 'c', 'a', 'd'].map((value) => model.show(value))).toEqual(['a', 'b', 'other', 'a', 'other']);
  expect(model).toMatchObject({ size: 2, overflows: 2 });
});

test('each label has values of its own; no value is none and takes no room', () => {
  const { team, key } = guard();
  expect([undefined, undefined, undefined].map((value) => team.show(value))).toEqual(['none', 'none', 'none']);
  expect([team.show('a'), key.show('a'), key.show('b')]).toEqual(['a', 'a', 'b']);
  expect([team.size, team.overflows, key.size]).toEqual([1, 0, 2]);
});

test('a long value is cut', () => {
  expect(guard().key.show('x'.repeat(10_000))).toBe('x'.repeat(200));
});

test('names are hashed where that is asked for, and for subjects of that kind alike', () => {
  const { key, team, subject } = guard({ hashNames: ['key', 'user'] });
  expect(key.show('ci')).toBe(nameHash('ci'));
  expect(nameHash('ci')).toMatch(/^[0-9a-f]{12}$/);
  expect(team.show('ci')).toBe('ci');
  expect([subject.show('key', 'ci'), subject.show('team', 'ci')]).toEqual([nameHash('ci'), 'ci']);
  expect(key.show(undefined)).toBe('none');
});

test('subjects are those of the moment; one too many is left out', () => {
  const { subject } = guard();
  expect([subject.show('key', 'a'), subject.show('team', 'a'), subject.show('key', 'b')]).toEqual([
    'a',
    'a',
    undefined,
  ]);
  expect(subject.show('key', 'a')).toBe('a');
  expect(subject).toMatchObject({ size: 2, overflows: 1 });
  subject.clear();
  expect(subject.show('key', 'b')).toBe('b');
});
