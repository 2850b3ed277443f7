/// <reference types="node" />
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { set } from 'lodash';
import { collectMessages } from './collectMessages';
import english from './en-US/llmgateway-app.json';

const SOURCES = join(__dirname, '..');
const ENGLISH = join(__dirname, 'en-US/llmgateway-app.json');

/** The data source is a plugin of its own, with texts of its own. */
const isOfTheApp = (path: string) => !path.startsWith('datasource/') && !path.startsWith('locales/');

it('has every text of the sources, and no other', () => {
  const messages = nested(collectMessages(SOURCES, isOfTheApp));
  if (process.env.UPDATE_LOCALES) {
    writeFileSync(ENGLISH, `${JSON.stringify(messages, null, 2)}\n`);
    return;
  }
  // If this fails: UPDATE_LOCALES=1 npx jest --testPathPattern src/locales
  expect(english).toEqual(messages);
});

function nested(messages: Map<string, string>): object {
  const sorted = [...messages].sort(([a], [b]) => a.localeCompare(b));
  return sorted.reduce((tree, [key, text]) => set(tree, key.split('.'), text), {});
}
