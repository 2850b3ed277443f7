import { operationName } from './operationName.js';

test.each([
  ['chat', 'chat'],
  ['messages', 'chat'],
  ['responses', 'chat'],
  ['completions', 'text_completion'],
  ['embeddings', 'embeddings'],
  ['rerank', 'rerank'],
] as const)('%s is called %s', (operation, name) => {
  expect(operationName(operation)).toBe(name);
});
