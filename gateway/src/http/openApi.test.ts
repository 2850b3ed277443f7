import { Ajv2020 } from 'ajv/dist/2020.js';

import { AdminApp } from '../../../tests/support/adminApp.js';

interface Operation {
  /** e.g. `GET /api/v1/keys`. */
  readonly id: string;
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly parameters?: ReadonlyArray<{
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly schema: object;
  }>;
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly description?: string; readonly content?: Content }>>;
  readonly security?: ReadonlyArray<Readonly<Record<string, unknown>>>;
}

type Content = Readonly<Record<string, { readonly schema: object }>>;

/** Every operation that an OpenAPI document describes. */
function operationsOf(document: Readonly<Record<string, unknown>>): readonly Operation[] {
  const paths = document['paths'] as Readonly<Record<string, Readonly<Record<string, Omit<Operation, 'id'>>>>>;
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ ...operation, id: `${method.toUpperCase()} ${path}` }))
  );
}

const ajv = new Ajv2020({ strict: false, validateFormats: false });

/** What is wrong with an operation: with its description, its parameters, or a schema of JSON Schema 2020-12. */
function faultsOf({ id, summary, tags, parameters = [], requestBody, responses, security }: Operation): string[] {
  const faults: string[] = [];
  const expectThat = (good: boolean, fault: string): void => void (good || faults.push(`${id}: ${fault}`));
  const expectSchema = (schema: object | undefined, where: string): void => {
    void ajv.validateSchema(schema ?? false);
    expectThat(schema !== undefined && !ajv.errors, `${where} is no schema: ${ajv.errorsText()}`);
    expectThat(!JSON.stringify(schema).includes('"nullable"'), `${where} has nullable, which is of OpenAPI 3.0`);
  };
  const expectContent = (content: Content = {}, where: string): void =>
    Object.entries(content).forEach(([type, { schema }]) => expectSchema(schema, `${where} (${type})`));

  expectThat(/^[A-Z].{7,}/.test(summary ?? ''), 'has no summary');
  expectThat(tags?.length === 1, 'has no tag');
  const inPath = [...id.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  const declared = parameters.filter((parameter) => parameter.in === 'path');
  expectThat(declared.map(({ name }) => name).join() === inPath.join(), 'does not declare its path’s parameters');
  expectThat(
    declared.every(({ required }) => required === true),
    'has a parameter in its path that is not required'
  );
  parameters.forEach(({ name, schema }) => expectSchema(schema, name));
  expectThat(!/^(PUT|PATCH)/.test(id) || requestBody !== undefined, 'has no body');
  expectContent(requestBody?.content, 'its body');
  expectThat(
    Object.keys(responses).some((status) => status.startsWith('2')),
    'has no good answer'
  );
  for (const [status, { description, content }] of Object.entries(responses)) {
    expectThat((description ?? '') !== '', `${status} has no description`);
    expectContent(content, status);
  }
  const byViewer = security?.some((way) => 'viewer' in way) ?? false;
  expectThat(byViewer === id.startsWith('GET '), 'is not open to the viewer when and only when it reads');
  return faults;
}

let api: AdminApp;
let operations: readonly Operation[];
beforeAll(async () => {
  api = await AdminApp.start();
  operations = operationsOf(api.openApi());
});
afterAll(() => api.remove());

test('everything that can be managed is described', () => {
  const crud = ['provider', 'model', 'price', 'key', 'team', 'user', 'budget', 'limit'].flatMap((kind) => [
    `GET /${kind}s`,
    `POST /${kind}s`,
    ...['GET', 'PUT', 'PATCH', 'DELETE'].map((method) => `${method} /${kind}s/{name}`),
  ]);
  const others = [
    'POST /keys/{name}/rotate',
    'POST /keys/{name}/revoke',
    'POST /providers/{name}/test',
    'GET /deployments',
    'GET /audit',
    'GET /config',
    'POST /config/reload',
  ];
  const described = operations.map(({ id }) => id.replace('/api/v1', ''));
  expect([...crud, ...others].filter((each) => !described.includes(each))).toEqual([]);
});

test('every route of the API is described', () => {
  const described = new Set(operations.map(({ id }) => id));
  // Those with a * are other ways to write a path that is described.
  const routes = api.routes.filter((route) => !route.startsWith('HEAD ') && !route.endsWith('/*'));
  expect(routes.length).toBeGreaterThan(60);
  const ids = routes.map((route) => route.replace(/:(\w+)/g, '{$1}'));
  expect(ids.filter((id) => !described.has(id))).toEqual([]);
});

test('each operation is described whole, by schemas that are valid', () => {
  expect(operations.flatMap(faultsOf)).toEqual([]);
  expect(api.openApi()).toMatchObject({
    openapi: '3.1.0',
    components: { securitySchemes: { admin: { scheme: 'bearer' }, viewer: { scheme: 'bearer' } } },
  });
});

test('no answer has a place for a secret but those that make one', () => {
  const answers = operations.filter(({ responses }) =>
    /"(api_key|hash|previous_hash)":/.test(JSON.stringify(responses))
  );
  expect(answers.map(({ id }) => id)).toEqual([]);
});
