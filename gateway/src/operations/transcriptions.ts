import { isObject } from '../chat/completion/fields.js';
import { findUsage } from '../providers/openaiDialect/readUsage.js';
import type { TokenUsage } from '../usage/event.js';
import { estimated, expected, openAiOperation } from './openAiOperation.js';
import type { Operation } from './operation.js';
import { parseObject, readParameters } from './parameters.js';
import { eventsOf } from './typedEvents.js';

/** Formats of OpenAI's that are text, and no JSON. */
const TEXTS: ReadonlySet<unknown> = new Set(['text', 'srt', 'vtt']);
/** Bytes of a second of speech, compressed as well as it is in practice. */
const BYTES_PER_SECOND = 2_000;
/** Characters that are spoken in a second, about. */
const CHARACTERS_PER_SECOND = 15;

/** Sound as a text. The request is a form: what is read here are its fields. */
export const transcriptions: Operation = openAiOperation({
  name: 'transcriptions',
  route: '/v1/audio/transcriptions',
  parse(bytes) {
    const body = parseObject(bytes, 'model and file');
    return readParameters({ ...body, stream: body['stream'] === 'true' });
  },
  pieces: ({ stream }) =>
    stream
      ? { kind: 'events', events: { ends: ['transcript.text.done'], failures: ['error'], readUsage: findUsage } }
      : undefined,
  answersJson: ({ body }) => !TEXTS.has(body['response_format']),
  readUsage: (answer) => findUsage(answer) ?? readDuration(answer),
  estimate: (_parameters, answer, streamed) =>
    estimated({ audioSeconds: secondsOf(streamed ? streamedText(answer) : answer) }),
  expect: (_parameters, bytes) => expected({ audioSeconds: Math.ceil(bytes / BYTES_PER_SECOND) }),
});

/** `verbose_json` says how long the sound was. */
function readDuration(answer: unknown): TokenUsage | undefined {
  const seconds = isObject(answer) ? Number(answer['duration']) : NaN;
  return seconds > 0 && Number.isFinite(seconds)
    ? { ...estimated({ audioSeconds: seconds }), source: 'provider' }
    : undefined;
}

const TIME = /--> *(?:(\d+):)?(\d+):(\d+)[.,](\d+)/g;

/** The end of the last subtitle; without, as long as it takes to say. */
function secondsOf(answer: string): number {
  const [, hours = '0', minutes = '0', seconds = '0', part = '0'] = [...answer.matchAll(TIME)].at(-1) ?? [];
  const told = Number(hours) * 3600 + Number(minutes) * 60 + Number(`${seconds}.${part}`);
  return told > 0 ? told : Math.max(1, Math.ceil(textOf(answer).length / CHARACTERS_PER_SECOND));
}

function streamedText(events: string): string {
  return eventsOf(events)
    .map(({ type, delta }) => (type === 'transcript.text.delta' && typeof delta === 'string' ? delta : ''))
    .join('');
}

function textOf(answer: string): string {
  try {
    const { text } = JSON.parse(answer) as { text?: unknown };
    return typeof text === 'string' ? text : '';
  } catch {
    return answer;
  }
}
