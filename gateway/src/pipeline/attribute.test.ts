import type { ChatParameters } from '../chat/chatParameters.js';
import type { Principal } from '../governance/principal.js';
import { attribute } from './attribute.js';
import type { ClientRequest } from './request.js';

type Tags = Readonly<Record<string, string>>;

function attributed(principal: Partial<Principal>, body: { user?: string; metadata?: Tags }, header?: Tags) {
  const request = { principal: { key: 'ci', team: undefined, ...principal }, tags: header } as ClientRequest;
  return attribute(request, { user: body.user, metadata: body.metadata } as ChatParameters);
}

test('the user that the key belongs to goes before the one that the client names', () => {
  expect(attributed({ user: 'ada' }, { user: 'bob' }).user).toBe('ada');
  expect(attributed({}, { user: 'bob' }).user).toBe('bob');
  expect(attributed({}, {}).user).toBeUndefined();
});

test('tags of the header go before metadata of the body, and that before tags of the key', () => {
  const key = { feature: 'key', environment: 'key', cost_center: 'key' };
  const metadata = { feature: 'body', environment: 'body' };
  expect(attributed({ tags: key }, { metadata }, { feature: 'header' }).tags).toEqual({
    feature: 'header',
    environment: 'body',
    cost_center: 'key',
  });
});

test.each<[string, Tags | undefined, Tags | undefined, Tags | undefined]>([
  ['the key', { a: '1' }, undefined, undefined],
  ['the body', undefined, { a: '1' }, undefined],
  ['the header', undefined, undefined, { a: '1' }],
])('tags of %s alone are enough', (_where, key, metadata, header) => {
  const body = metadata === undefined ? {} : { metadata };
  expect(attributed({ tags: key }, body, header).tags).toEqual({ a: '1' });
});

test('without any tags there are none', () => {
  expect(attributed({}, {}).tags).toBeUndefined();
});

test('a body that was never understood leaves what the key and the header say', () => {
  const request = {
    principal: { key: 'ci', team: undefined, user: 'ada' },
    tags: { a: '1' },
  } as unknown as ClientRequest;
  expect(attribute(request, undefined)).toEqual({ user: 'ada', tags: { a: '1' } });
});
