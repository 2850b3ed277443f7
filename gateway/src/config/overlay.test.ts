import { parseConfig } from './load.js';
import { type OverlayObject, candidateFaults, overlay } from './overlay.js';

const FILE = parseConfig(
  `
providers: [{ name: demo, type: simulator }]
models: [{ name: small, deployments: [{ provider: demo, model: small }] }]
`,
  'gateway.yaml',
  {}
);

const open = ({ document }: OverlayObject) => ({
  document: structuredClone(document) as Record<string, unknown>,
  faults: [],
});

const provider = (name: string, more: object = {}): OverlayObject => ({
  kind: 'provider',
  name,
  document: { name, type: 'openai-compatible', base_url: 'http://127.0.0.1:1/v1', ...more },
});
const model = (name: string, providers: readonly string[], more: object = {}): OverlayObject => ({
  kind: 'model',
  name,
  document: { name, deployments: providers.map((each) => ({ provider: each, model: 'm' })), ...more },
});
const price = (name: string, more: object = {}): OverlayObject => ({
  kind: 'price',
  name,
  document: { name, model: 'm', price: { input_per_million_usd: 1 }, ...more },
});

const names = (items: ReadonlyArray<{ readonly name: string }>): string[] => items.map(({ name }) => name);

test('stored providers, models and prices stand beside those of the file, with their defaults', () => {
  const objects = [
    provider('own'),
    model('large', ['own', 'demo'], { fallbacks: ['small'] }),
    price('p', { provider: 'own' }),
  ];
  const { config, problems } = overlay(FILE, objects, open);
  expect(problems).toEqual([]);
  expect(names(config.providers)).toEqual(['demo', 'own']);
  expect(config.models[1]).toMatchObject({ name: 'large', strategy: 'weighted', fallbacks: ['small'] });
  expect(names(config.prices)).toEqual(['p']);
  expect(config.routing).toBe(FILE.routing);
  expect(names(FILE.providers)).toEqual(['demo']);
});

test('with nothing stored, it is the file', () => {
  expect(overlay(FILE, [], open).config).toEqual(FILE);
});

test('kinds that are looked up by request are no part of it', () => {
  const key: OverlayObject = { kind: 'key', name: 'ci', document: { name: 'ci' } };
  expect(overlay(FILE, [key], open)).toEqual({ config: FILE, problems: [] });
});

test.each([
  ['name taken by the file', [provider('demo')], 'provider', '', /goes before this one/],
  ['field of the wrong type', [provider('own', { max_connections: 'many' })], 'provider', 'max_connections', /integer/],
  ['address that is none', [provider('own', { base_url: 'http://' })], 'provider', 'base_url', /is not a URL/],
  ['field that is not known', [provider('own', { colour: 'red' })], 'provider', 'colour', /is not a known key/],
  [
    'price of a provider that is gone',
    [price('p', { provider: 'gone' })],
    'price',
    'provider',
    /no provider is called/,
  ],
] as const)('a %s leaves the object out', (_what, objects, kind, field, message) => {
  const { config, problems } = overlay(FILE, objects, open);
  expect(config).toEqual(FILE);
  expect(problems).toEqual([{ kind, name: objects[0].name, field, message: expect.stringMatching(message) }]);
});

test('of a model, only what is gone is left out while something can answer', () => {
  const { config, problems } = overlay(
    FILE,
    [model('large', ['gone', 'demo', 'lost'], { fallbacks: ['vanished', 'small'] })],
    open
  );
  expect(config.models[1]).toMatchObject({ deployments: [{ provider: 'demo' }], fallbacks: ['small'] });
  expect(problems).toHaveLength(3);
  expect(problems[0]).toMatchObject({ kind: 'model', name: 'large', field: 'deployments[0].provider' });
});

test('a model without a deployment is left out, and so is a fallback to it', () => {
  const objects = [model('dead', ['gone']), model('alive', ['demo'], { fallbacks: ['dead'] })];
  const { config, problems } = overlay(FILE, objects, open);
  expect(names(config.models)).toEqual(['small', 'alive']);
  expect(config.models[1]?.fallbacks).toEqual([]);
  expect(problems.map(({ name, field }) => `${name} ${field}`)).toEqual([
    'dead deployments[0].provider',
    'dead deployments',
    'alive fallbacks[0]',
  ]);
});

test('a secret that cannot be opened leaves its provider out, and what only it could answer', () => {
  const broken = (object: OverlayObject) => ({
    ...open(object),
    faults: object.kind === 'provider' ? [{ path: ['api_key'], message: 'was sealed with another key' }] : [],
  });
  const { config, problems } = overlay(FILE, [provider('own'), model('large', ['own'])], broken);
  expect(config).toEqual(FILE);
  expect(problems[0]).toEqual({
    kind: 'provider',
    name: 'own',
    field: 'api_key',
    message: 'was sealed with another key',
  });
});

test('nothing that is stored can make it fail', () => {
  const odd = [null, 1, [], {}, { name: 'x' }, { name: 1 }, { deployments: null }].flatMap((document) =>
    (['provider', 'model', 'price'] as const).map((kind) => ({ kind, name: 'x', document: document as never }))
  );
  expect(overlay(FILE, odd, open).config).toEqual(FILE);
});

test('one more object is checked against what is there, with paths that begin inside it', () => {
  const own = provider('own').document;
  expect(candidateFaults(FILE, 'provider', { ...own, type: 'openai-compatible' })).toEqual([]);
  expect(candidateFaults(FILE, 'provider', { ...own, name: 'demo' })).toMatchObject([{ path: ['name'] }]);
  const filled = overlay(FILE, [model('large', ['demo'])], open).config.models[1];
  const faults = candidateFaults(FILE, 'model', {
    ...filled,
    deployments: [
      { provider: 'gone', model: 'm', weight: 1 },
      { provider: 'lost', model: 'm', weight: 1 },
    ],
    fallbacks: ['small', 'large'],
  });
  expect(faults.map(({ path }) => path.join('.'))).toEqual(
    expect.arrayContaining(['deployments.0.provider', 'deployments.1.provider', 'fallbacks.1'])
  );
});
