import { resourceUrl } from './resourceUrl';

it('is the address of a download', () => {
  expect(resourceUrl('my gw', '/usage/export', { query: { from: 1, group_by: 'team' } })).toBe(
    '/api/datasources/uid/my%20gw/resources/usage/export?from=1&group_by=team'
  );
});

it('keeps a value from passing for another part of the address', () => {
  expect(resourceUrl('gw', '/keys/{name}', { path: { name: '../users?x=1#y' } })).toBe(
    '/api/datasources/uid/gw/resources/keys/..%2Fusers%3Fx%3D1%23y'
  );
});
