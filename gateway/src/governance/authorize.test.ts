import { pino } from 'pino';

import { authorize } from './authorize.js';
import { Directory } from './directory.js';
import type { Principal } from './principal.js';

const NO_ONE = { keys: [], teams: [], users: [], budgets: [], limits: [] };

const directory = new Directory(pino({ level: 'silent' }));
directory.configure(
  {
    ...NO_ONE,
    keys: [
      { name: 'free', key: 'secret-free' },
      { name: 'narrow', key: 'secret-narrow', team: 'platform', user: 'ada', models: ['gpt-4o', 'demo'] },
    ],
    teams: [{ name: 'platform', models: ['gpt-*', 'demo-*'], blocked: false }],
    users: [
      { name: 'ada', models: ['*4o*'], blocked: false },
      { name: 'eve', blocked: true },
      { name: 'bob', models: ['small'], blocked: false },
    ],
  },
  () => ''
);
const principal = (secret: string) => directory.find(secret)?.principal as Principal;

function refusal(secret: string, model: string, user?: string): unknown {
  try {
    authorize(principal(secret), model, user, directory);
    return undefined;
  } catch (error) {
    return error;
  }
}

test.each([
  ['gpt-4o', undefined],
  ['gpt-4o-mini', 'model_not_allowed'],
  ['demo', 'model_not_allowed'],
  ['other', 'model_not_allowed'],
])('key, team and user must all allow %s', (model, code) => {
  const refused = refusal('secret-narrow', model, 'ada');
  expect(refused).toEqual(
    code === undefined
      ? undefined
      : expect.objectContaining({ status: 403, type: 'permission_error', param: 'model', code })
  );
});

test('a refusal says who may use what', () => {
  expect((refusal('secret-narrow', 'other') as Error).message).toBe(
    'The model "other" is not allowed for the key "narrow". The key "narrow" may use: gpt-4o, demo. ' +
      'The team "platform" may use: gpt-*, demo-*. The user "ada" may use: *4o*.'
  );
});

test('a key without a list may use everything', () => {
  expect(principal('secret-free').mayUse).toBeUndefined();
  expect(refusal('secret-free', 'anything')).toBeUndefined();
});

test.each([
  ['carol', 'gpt-4o', undefined],
  ['bob', 'small', undefined],
  ['bob', 'gpt-4o', { code: 'model_not_allowed', param: 'model' }],
  ['eve', 'gpt-4o', { code: 'blocked', status: 403 }],
])('a user %s whom only the body names, asking for %s', (user, model, error) => {
  const refused = refusal('secret-free', model, user);
  expect(refused).toEqual(error === undefined ? undefined : expect.objectContaining(error));
});

test('a very long list and a very long name make no long message', () => {
  const long: Principal = {
    key: 'k',
    team: undefined,
    mayUse: () => false,
    grants: [{ whose: 'key "k"', patterns: Array.from({ length: 1_000 }, (_, index) => `model-${index}`) }],
  };
  expect(() => authorize(long, 'x'.repeat(1_000_000), undefined, directory)).toThrow(/model-19 and 980 more\.$/);
  expect(() => authorize(long, 'x'.repeat(1_000_000), undefined, directory)).toThrow(
    expect.objectContaining({ message: expect.not.stringMatching(/x{201}/) })
  );
});
