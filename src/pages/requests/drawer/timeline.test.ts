import { anAttempt, requestDetails } from '../testing/aRequest';
import { timelineOf } from './timeline';

const attempt = (number: number, deployment: string, model: string, start_ms: number | null, duration_ms = 100) =>
  anAttempt({ number, deployment, model, start_ms, duration_ms });

it('tells retries, other deployments and fallbacks apart', () => {
  const { bars } = timelineOf(
    requestDetails({
      model: 'gpt-4o',
      attempts: [
        attempt(1, 'openai/gpt-4o', 'gpt-4o', 1),
        attempt(2, 'azure/gpt-4o', 'gpt-4o', 150),
        attempt(3, 'openai/gpt-4o', 'gpt-4o', 400),
        attempt(4, 'demo/small', 'demo-small', 600),
        attempt(5, 'demo/small', 'demo-small', 900),
      ],
    })
  );
  expect(bars.map(({ kind }) => kind)).toEqual(['first', 'next', 'retry', 'fallback', 'retry']);
  expect(bars.map(({ startsAt }) => startsAt)).toEqual([1, 150, 400, 600, 900]);
});

it('begins with a fallback where nothing was called before it', () => {
  const { bars } = timelineOf(
    requestDetails({ model: 'gpt-4o', attempts: [attempt(1, 'demo/small', 'demo-small', 1)] })
  );
  expect(bars[0]!.kind).toBe('fallback');
});

it('lays attempts of an earlier gateway end to end, and says that it does', () => {
  const { bars, totalMs } = timelineOf(
    requestDetails({
      overhead_ms: 2,
      duration_ms: 250,
      attempts: [attempt(1, 'a/m', 'gpt-4o', null), attempt(2, 'b/m', 'gpt-4o', null)],
    })
  );
  expect(bars).toMatchObject([
    { startsAt: 2, startKnown: false },
    { startsAt: 102, startKnown: false },
  ]);
  expect(totalMs).toBe(250);
});

it('has room for all attempts, and is never of no length', () => {
  expect(timelineOf(requestDetails({ duration_ms: 10, attempts: [attempt(1, 'a/m', 'gpt-4o', 5, 20)] })).totalMs).toBe(
    25
  );
  expect(timelineOf(requestDetails({ duration_ms: 0, overhead_ms: null, attempts: [] })).totalMs).toBeGreaterThan(0);
});
