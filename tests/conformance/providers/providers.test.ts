import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import OpenAI from 'openai';

import { CLIENT_KEY, TestGateway, configuration } from '../../support/gateway.js';
import { CASES, type Case, FAILURES, chatModel, configurationOf, failingModel } from './cases.js';
import { type Outcome, PROBES, outcomeOf } from './probes.js';
import { type WireServer, startWires } from './wire/server.js';

/** What was seen, by feature and type; docs/providers.md is made of it. Written anew with UPDATE_FEATURES=1. */
const FILE = join(__dirname, 'features.json');
type Features = Record<string, Record<string, Outcome>>;

const seen: Features = Object.fromEntries(PROBES.map(({ name }) => [name, {}]));
const known =
  process.env['UPDATE_FEATURES'] === undefined ? (JSON.parse(readFileSync(FILE, 'utf8')) as Features) : undefined;

let upstreams: WireServer;
let gateway: TestGateway;
let client: OpenAI;

beforeAll(async () => {
  upstreams = await startWires(Object.fromEntries(CASES.map(({ type, wire }) => [type, wire])));
  gateway = await TestGateway.start(configuration(configurationOf(upstreams.url)));
  client = new OpenAI({ apiKey: CLIENT_KEY, baseURL: `${gateway.url}/v1`, maxRetries: 0 });
});

afterAll(async () => {
  await gateway?.remove();
  await upstreams?.stop();
  if (known === undefined) {
    writeFileSync(FILE, `${JSON.stringify(seen, null, 2)}\n`);
  }
});

const probedOf = (each: Case) => ({
  client,
  model: chatModel(each),
  failingModel: (scenario: string) =>
    FAILURES.some((each) => each === scenario) ? failingModel(each, scenario) : chatModel(each),
  received: () => upstreams.received(each.type)?.text ?? '',
});

describe.each(CASES)('$type', (each) => {
  test.each(PROBES)('$name', async (probe) => {
    const outcome = await outcomeOf(probe, probedOf(each));
    (seen[probe.name] ??= {})[each.type] = outcome;
    if (known !== undefined) {
      expect({ [each.type]: outcome }).toEqual({ [each.type]: known[probe.name]?.[each.type] });
    }
  });
});

test('every type of the configuration is here, and nothing else is in the table', () => {
  const schema = JSON.parse(readFileSync(join(__dirname, '../../../gateway/config.schema.json'), 'utf8')) as {
    properties: { providers: { items: { anyOf: Array<{ properties: { type: { const: string } } }> } } };
  };
  const types = schema.properties.providers.items.anyOf.map(({ properties }) => properties.type.const);
  expect(CASES.map(({ type }) => type).sort()).toEqual(types.filter((type) => type !== 'simulator').sort());
  expect(Object.keys(known ?? seen)).toEqual(PROBES.map(({ name }) => name));
});
