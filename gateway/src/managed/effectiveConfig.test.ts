import { parseConfig } from '../config/load.js';
import { EffectiveConfig } from './effectiveConfig.js';

const file = (models: string) => `
providers: [{ name: demo, type: simulator }]
models: [${models}]
`;
const SMALL = '{ name: small, deployments: [{ provider: demo, model: small }] }';

function started(objects: ReadonlyArray<{ kind: string; name: string; document: object }>) {
  const warn = jest.fn();
  const state = { text: file(SMALL), objects };
  const config = new EffectiveConfig({
    loadFile: () => parseConfig(state.text, 'gateway.yaml', {}),
    objects: {
      readable: true,
      get: () => undefined,
      list: (kind) => state.objects.filter((each) => each.kind === kind) as never,
    },
    open: ({ document }) => ({ document: structuredClone(document) as never, faults: [] }),
    log: { warn },
  });
  return { config, state, warn };
}

const stored = (name: string, provider: string) => ({
  kind: 'model',
  name,
  document: { name, deployments: [{ provider, model: 'm' }] },
});

test('the file is read when it is asked for, and stored changes go with the file as it was read last', () => {
  const { config, state } = started([]);
  expect(config.load().models).toHaveLength(1);

  state.text = 'is: being edited';
  state.objects = [stored('large', 'demo')];
  expect(config.overlaid().models.map(({ name }) => name)).toEqual(['small', 'large']);
  expect(() => config.load()).toThrow('is not a known key');
  expect(config.file.models).toHaveLength(1);

  state.text = file(SMALL.replaceAll('small', 'tiny'));
  expect(config.load().models.map(({ name }) => name)).toEqual(['tiny', 'large']);
});

test('what is wrong is told once, and again when something else is', () => {
  const { config, state, warn } = started([stored('large', 'gone')]);
  config.load();
  config.overlaid();
  expect(config.problems).toHaveLength(2);
  expect(warn).toHaveBeenCalledTimes(2);
  expect(warn.mock.calls[0]?.[0]).toMatchObject({ kind: 'model', name: 'large', field: 'deployments[0].provider' });

  state.objects = [stored('large', 'demo')];
  config.overlaid();
  expect(config.problems).toEqual([]);
  expect(warn).toHaveBeenCalledTimes(2);
});
