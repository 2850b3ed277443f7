import { seededRandom } from '../../../tests/support/random.js';
import { simulatorSettings } from '../../../tests/support/simulator.js';
import { type Decision, decide } from './decide.js';

const REQUESTS = 20_000;

/** How often each thing happened, as shares of all requests. */
function shares(simulator: object, name: (decision: Decision) => string): Record<string, number> {
  const behaviour = simulatorSettings(simulator);
  const random = seededRandom(7);
  const counts: Record<string, number> = {};
  for (let request = 0; request < REQUESTS; request++) {
    const what = name(decide(behaviour, random, 0));
    counts[what] = (counts[what] ?? 0) + 1 / REQUESTS;
  }
  return counts;
}

const kind = (decision: Decision) => decision.kind;
const failure = (decision: Decision) => ('failure' in decision ? `${decision.failure.status}` : 'none');
const streamEnd = (decision: Decision) => (decision.kind === 'answer' ? decision.streamEnd : 'none');

test.each([
  ['reset', { reset_rate: 0.1 }, kind, { reset: 0.1, answer: 0.9 }],
  ['stall', { stall_rate: 0.25 }, kind, { stall: 0.25, answer: 0.75 }],
  ['the short form of failures', { error_rate: 0.2, error_status: 502 }, failure, { 502: 0.2, none: 0.8 }],
  [
    'a mix of failures',
    {
      error_rate: 0.1,
      errors: [
        { share: 0.2, status: 429 },
        { share: 0.3, status: 400 },
      ],
    },
    failure,
    { 500: 0.1, 429: 0.2, 400: 0.3, none: 0.4 },
  ],
  ['streams', { stream_reset_rate: 0.1, stream_stall_rate: 0.5 }, streamEnd, { reset: 0.1, stall: 0.45, whole: 0.45 }],
  [
    'several at once',
    { reset_rate: 0.5, stall_rate: 0.5, error_rate: 0.5 },
    kind,
    { reset: 0.5, stall: 0.25, failure: 0.125, answer: 0.125 },
  ],
])('%s: the shares are what they were told to be', (_what, simulator, name, expected) => {
  const found = shares(simulator, name);
  expect(Object.keys(found).sort()).toEqual(Object.keys(expected).sort());
  for (const [what, share] of Object.entries(expected)) {
    expect(Math.abs((found[what] ?? 0) - share)).toBeLessThan(0.015);
  }
});

test.each([
  [1, 'reset'],
  [0, 'answer'],
])('a share of %d is all or nothing, whatever is drawn', (rate, expected) => {
  for (const draw of [0, 0.5, 1 - 2 ** -53]) {
    expect(decide(simulatorSettings({ reset_rate: rate }), () => draw, 0).kind).toBe(expected);
  }
});

test('draws as often for every request, so that one setting does not shift the luck of another', () => {
  const draws = [{}, { reset_rate: 1 }, { error_rate: 1 }, { outages: [{ every_seconds: 1, for_seconds: 1 }] }].map(
    (simulator) => {
      const random = jest.fn(() => 0.5);
      decide(simulatorSettings(simulator), random, 0);
      return random.mock.calls.length;
    }
  );
  expect(draws).toEqual([6, 6, 6, 6]);
});

test('an outage comes before all else, and goes by the clock', () => {
  const behaviour = simulatorSettings({
    reset_rate: 1,
    outages: [{ every_seconds: 60, for_seconds: 5, offset_seconds: 10, status: 529 }],
  });
  expect(decide(behaviour, Math.random, 12_000)).toEqual({ kind: 'outage', failure: { status: 529 } });
  expect(decide(behaviour, Math.random, 16_000)).toEqual({ kind: 'reset' });
});

test('an outage can be a machine that is gone', () => {
  const outages = [{ every_seconds: 1, for_seconds: 1, reset: true }];
  expect(decide(simulatorSettings({ outages }), Math.random, 0)).toEqual({ kind: 'reset' });
});

test('a failure keeps all that was said of it', () => {
  const error = { status: 400, code: 'context_length_exceeded', message: 'Too long.', retry_after_seconds: 3 };
  const decision = decide(simulatorSettings({ errors: [{ share: 1, ...error }] }), Math.random, 0);
  expect(decision).toMatchObject({ kind: 'failure', failure: error });
});
