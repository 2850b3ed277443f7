import { usageEvent } from '../../../tests/support/usageEvent.js';
import { RecentSubjects } from './recentSubjects.js';

test('who asked, by kind', () => {
  const recent = new RecentSubjects(() => true);
  recent.note(usageEvent({ key: 'a', team: 't' }));
  recent.note(usageEvent({ key: 'b' }));
  expect(recent.of({ kind: 'key', value: '*' })).toEqual([
    { kind: 'key', value: 'a' },
    { kind: 'key', value: 'b' },
  ]);
  expect(recent.of({ kind: 'team', value: '*' })).toEqual([{ kind: 'team', value: 't' }]);
  expect(recent.of({ kind: 'user', value: '*' })).toEqual([]);
});

test('a hundred of a kind, the latest', () => {
  const recent = new RecentSubjects(() => true);
  for (let index = 0; index < 150; index++) {
    recent.note(usageEvent({ key: `k${index}` }));
    recent.note(usageEvent({ key: 'always' }));
  }
  const keys = recent.of({ kind: 'key', value: '*' }).map(({ value }) => value);
  expect(keys).toHaveLength(100);
  expect(keys).toContain('always');
  expect(keys).toContain('k149');
  expect(keys).not.toContain('k50');
});

test('nobody, where no limit asks for it', () => {
  const recent = new RecentSubjects(() => false);
  recent.note(usageEvent());
  expect(recent.of({ kind: 'key', value: '*' })).toEqual([]);
});
