import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parseConfig } from '../../../gateway/src/config/load.js';
import { CASES } from './cases.js';

const DOCUMENT = readFileSync(join(__dirname, '../../../docs/providers.md'), 'utf8');

/** Examples of configurations, by the type under which they stand. */
const EXAMPLES = new Map(
  [...DOCUMENT.matchAll(/^### ([a-z-]+)\n(?:(?!^###).)*?```yaml\n(.*?)```/gms)].map(
    ([, type = '', yaml = '']) => [type, yaml] as const
  )
);

test.each(CASES)('the example of $type is a configuration that is accepted', ({ type }) => {
  const yaml = EXAMPLES.get(type) ?? '';
  const names = [...yaml.matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name ?? '');
  const environment = Object.fromEntries(names.map((name) => [name, 'a-value']));
  const { providers } = parseConfig(yaml, 'gateway.yaml', environment);
  expect(providers.map((each) => each.type)).toEqual(providers.map(() => type));
});
