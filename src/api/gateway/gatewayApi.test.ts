import { fakeApi } from '../testing/fakeGrafana';
import { gatewayApi } from './gatewayApi';
import { GatewayApiError } from './gatewayApiError';

const RESOURCES = '/api/datasources/uid/gw/resources';
const api = gatewayApi('gw');

it('reads with a query', async () => {
  const url = `${RESOURCES}/keys?q=ci+%26+cd&limit=5`;
  const requests = fakeApi({ [`GET ${url}`]: { data: { keys: [{ name: 'ci' }], total: 1 } } });
  const { keys, total } = await api.get('/keys', { query: { q: 'ci & cd', limit: 5, cursor: undefined } });
  expect([keys[0]?.name, total]).toEqual(['ci', 1]);
  expect(requests[0]).toMatchObject({ method: 'GET', url, showErrorAlert: false });
});

it('sends each value of a list', async () => {
  const requests = fakeApi({});
  await api.get('/usage', { query: { from: '0', model: ['a', 'b'] } }).catch(() => undefined);
  expect(requests[0]?.url).toBe(`${RESOURCES}/usage?from=0&model=a&model=b`);
});

it('changes an object, whose name may hold anything', async () => {
  const requests = fakeApi({ [`PUT ${RESOURCES}/models/org%2Fmodel%20%3F`]: { data: { name: 'org/model ?' } } });
  const body = { deployments: [{ provider: 'demo', model: 'large' }] };
  await expect(api.put('/models/{name}', { path: { name: 'org/model ?' }, body })).resolves.toMatchObject({
    name: 'org/model ?',
  });
  expect(requests[0]).toMatchObject({ method: 'PUT', data: body });
});

it('answers nothing where the gateway does', async () => {
  fakeApi({ [`DELETE ${RESOURCES}/teams/search`]: { status: 204, data: '' } });
  await expect(api.delete('/teams/{name}', { path: { name: 'search' } })).resolves.toBeUndefined();
});

it('passes the signal on that ends the wait', async () => {
  const requests = fakeApi({ [`GET ${RESOURCES}/deployments`]: { data: {} } });
  const { signal } = new AbortController();
  await api.get('/deployments', { signal });
  expect(requests[0]?.abortSignal).toBe(signal);
});

async function failureOf(answer: { status: number; data: unknown }): Promise<GatewayApiError> {
  fakeApi({ [`POST ${RESOURCES}/teams`]: answer });
  const thrown: unknown = await api.post('/teams', { body: { name: '' } }).catch((error: unknown) => error);
  expect(thrown).toBeInstanceOf(GatewayApiError);
  return thrown as GatewayApiError;
}

it('fails in the words of the gateway, with the field at fault', async () => {
  const error = { message: 'name: is empty', type: 'invalid_request_error', param: 'name', code: 'invalid_value' };
  const { message, status, param, code } = await failureOf({ status: 400, data: { error } });
  expect({ message, status, param, code }).toEqual({
    message: 'name: is empty',
    status: 400,
    param: 'name',
    code: 'invalid_value',
  });
});

it('leaves out what the gateway does not name', async () => {
  const error = { message: 'The store is down.', type: 'internal_error', param: null, code: null };
  const { status, param, code } = await failureOf({ status: 503, data: { error } });
  expect([status, param, code]).toEqual([503, undefined, undefined]);
});

it.each([
  [{ message: 'Access denied' }, 'Access denied'],
  [{ error: 'Bad gateway' }, 'Bad gateway'],
  ['<html>', 'Failed'],
  [null, 'Failed'],
])('fails in the words of Grafana when it answers %p', async (data, message) => {
  expect(await failureOf({ status: 403, data })).toMatchObject({ message, status: 403, param: undefined });
});

it('fails alike when Grafana is not reached', async () => {
  fakeApi({
    [`GET ${RESOURCES}/config`]: () => {
      throw new TypeError('Failed to fetch');
    },
  });
  const thrown: unknown = await api.get('/config').catch((error: unknown) => error);
  expect(thrown).toBeInstanceOf(GatewayApiError);
  expect(thrown).toMatchObject({ message: 'Failed to fetch', status: 0 });
});
