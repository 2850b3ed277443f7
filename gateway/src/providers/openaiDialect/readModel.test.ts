import { findModel } from './readModel.js';

test.each([
  ['an answer', '{"id":"x","model":"gpt-4o-2024-11-20","choices":[]}', 'gpt-4o-2024-11-20'],
  ['an event of a stream', 'data: {"id":"x", "model" : "a/b \\"c\\"","choices":[]}\n\n', 'a/b "c"'],
  ['an answer that quotes one first', '{"content":"{\\"model\\":\\"quoted\\"}","model":"real"}', 'real'],
  ['an answer with a text of that name', '{"kind":"model","model":"real"}', 'real'],
])('finds that of %s', (_of, answer, model) => {
  expect(findModel(Buffer.from(answer))).toBe(model);
});

test.each(['', '{}', '{"model":null}', '{"model":{"name":"x"}}', `{"model":"${'long'.repeat(100)}"}`, '{"model":"cut'])(
  'finds none in %j',
  (answer) => {
    expect(findModel(Buffer.from(answer))).toBeUndefined();
  }
);
