/// <reference types="node" />
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROVIDER_TYPES, SIMULATOR } from './providerTypes';

interface Schema {
  properties: { providers: { items: { anyOf: Array<{ properties: Record<string, { const?: string }> }> } } };
}

const schema = JSON.parse(readFileSync(join(__dirname, '../../../../gateway/config.schema.json'), 'utf8')) as Schema;
const MEMBERS = schema.properties.providers.items.anyOf.map(({ properties }) => properties);

const TYPES = MEMBERS.map((properties) => properties['type']?.const ?? '');

it('has every type of provider that the gateway has', () => {
  expect([...Object.keys(PROVIDER_TYPES), SIMULATOR]).toEqual(expect.arrayContaining(TYPES));
});

it.each(TYPES.filter((type) => type !== SIMULATOR))('asks of %s for fields that the gateway knows', (type) => {
  const properties = MEMBERS.find((each) => each['type']?.const === type);
  const { texts = [], secrets = ['api_key'] } = PROVIDER_TYPES[type]!;
  expect(Object.keys(properties ?? {})).toEqual(expect.arrayContaining([...texts, ...secrets, 'base_url']));
});
