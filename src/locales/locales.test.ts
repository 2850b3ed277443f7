/// <reference types="node" />
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { set } from 'lodash';
import { collectMessages } from './collectMessages';

const SOURCES = join(__dirname, '..');

/** Each plugin has texts of its own, in the file that Grafana looks for. */
const PLUGINS = [
  {
    name: 'the app',
    english: 'locales/en-US/llmgateway-app.json',
    isOfIt: (path: string) => !path.startsWith('datasource/') && !path.startsWith('locales/'),
  },
  {
    name: 'the data source',
    english: 'datasource/locales/en-US/llmgateway-datasource.json',
    isOfIt: (path: string) => path.startsWith('datasource/'),
  },
];

it.each(PLUGINS)('$name has every text of its sources, and no other', ({ english, isOfIt }) => {
  const file = join(SOURCES, english);
  const messages = nested(collectMessages(SOURCES, isOfIt));
  if (process.env.UPDATE_LOCALES) {
    writeFileSync(file, `${JSON.stringify(messages, null, 2)}\n`);
    return;
  }
  // If this fails: UPDATE_LOCALES=1 npx jest --testPathPattern src/locales
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(messages);
});

function nested(messages: Map<string, string>): object {
  const sorted = [...messages].sort(([a], [b]) => a.localeCompare(b));
  return sorted.reduce((tree, [key, text]) => set(tree, key.split('.'), text), {});
}
