import { readEvents } from '../../chat/events/readEvents.js';
import type { StreamTranslator } from '../chatDialect.js';
import { mistralTranscripts } from './mistralTranscripts.js';
import { vllmTranscripts } from './vllmTranscripts.js';

const event = (data: object | string) => `data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`;

/** What comes of a stream that arrives in pieces of this many bytes. */
function translated(translator: StreamTranslator, text: string, size: number): unknown[] {
  const bytes = Buffer.from(text);
  const made: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += size) {
    made.push(translator.push(bytes.subarray(at, at + size)));
  }
  return readEvents(Buffer.concat(made)).map(({ data }) => JSON.parse(data) as unknown);
}

const open = (of: typeof mistralTranscripts) => of('heard').translator({} as never);

describe.each([1, 7, 100_000])('in pieces of %i bytes', (size) => {
  test('Mistral’s events', () => {
    const usage = { prompt_tokens: 3, completion_tokens: 4, total_tokens: 7, prompt_audio_seconds: 5 };
    const stream = [
      { type: 'transcription.language', audio_language: 'de' },
      { type: 'transcription.text.delta', text: 'Grüß' },
      { type: 'transcription.text.delta', text: ' Gott' },
      { type: 'transcription.segment', text: 'Grüß Gott', start: 0, end: 1.5, speaker_id: 'a' },
      { type: 'transcription.done', text: 'Grüß Gott', language: 'de', segments: [], usage },
    ];
    expect(translated(open(mistralTranscripts), stream.map(event).join(''), size)).toEqual([
      { type: 'transcript.text.delta', delta: 'Grüß' },
      { type: 'transcript.text.delta', delta: ' Gott' },
      { type: 'transcript.text.segment', text: 'Grüß Gott', start: 0, end: 1.5, speaker: 'a' },
      { type: 'transcript.text.done', text: 'Grüß Gott', usage },
    ]);
  });

  test('vLLM’s chunks', () => {
    const chunk = (content: string, more: object = {}) => ({
      object: 'transcription.chunk',
      choices: [{ delta: { content } }],
      ...more,
    });
    const stream = [chunk('Grüß'), chunk(' Gott'), { choices: [], usage: { prompt_tokens: 3 } }, '[DONE]'];
    expect(translated(open(vllmTranscripts), stream.map(event).join(''), size)).toEqual([
      { type: 'transcript.text.delta', delta: 'Grüß' },
      { type: 'transcript.text.delta', delta: ' Gott' },
      { type: 'transcript.text.done', text: 'Grüß Gott', usage: { prompt_tokens: 3 } },
    ]);
  });
});

test('a stream that broke off has no end', () => {
  const translator = open(vllmTranscripts);
  const text = event({ choices: [{ delta: { content: 'Hi' } }] }) + 'data: {"choi';
  expect(translated(translator, text, 10)).toEqual([{ type: 'transcript.text.delta', delta: 'Hi' }]);
  expect(translator.unfinished).toBe(true);
});

test('an error in the stream is told as one', () => {
  expect(translated(open(mistralTranscripts), event({ error: { message: 'Too long.' } }), 99)).toEqual([
    { type: 'error', error: { message: 'Too long.' } },
  ]);
});

test('what is no JSON is no answer', () => {
  expect(() => open(vllmTranscripts).push(Buffer.from(event('<html>')))).toThrow(/heard answered with something/);
});
