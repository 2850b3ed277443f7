import { transcriptions } from './transcriptions.js';

const parameters = { stream: true } as never;
const said = (text: string) =>
  text
    .split(/(?<= )/)
    .map((delta) => `data: ${JSON.stringify({ type: 'transcript.text.delta', delta })}\n\n`)
    .join('');

test.each([
  ['text', 'a'.repeat(30), false, 2],
  ['JSON', JSON.stringify({ text: 'a'.repeat(45) }), false, 3],
  ['subtitles, by the last of them', '00:00:00,000 --> 00:01:02,500\nHi\n', false, 62.5],
  ['events, by their text alone', said('This is said in two seconds ...'), true, 3],
  ['nothing', '', true, 1],
])('where nobody says how long it was, it is told by %s', (_what, answer, streamed, audioSeconds) => {
  expect(transcriptions.estimate(parameters, answer, streamed)).toMatchObject({ audioSeconds, source: 'estimated' });
});
