import { failedEvent, usageEvent } from '../../../tests/support/usageEvent.js';
import type { Attempt } from '../usage/event.js';
import { createProviderHealth } from './providerHealth.js';

const PROVIDERS = [
  { name: 'openai', type: 'openai', enabled: true },
  { name: 'local', type: 'openai-compatible', enabled: true },
];
const attempt = (provider: string, outcome: Attempt['outcome']): Attempt => ({
  provider,
  deployment: `${provider}/m`,
  model: 'm',
  status: undefined,
  outcome,
  startMs: 0,
  durationMs: 1,
});

test('is unknown until the first request', () => {
  const health = createProviderHealth(PROVIDERS);
  expect(health.snapshot()).toMatchObject([
    { name: 'openai', type: 'openai', status: 'unknown' },
    { name: 'local', type: 'openai-compatible', status: 'unknown' },
  ]);
});

test('is what the last call came to, since it first came to it', () => {
  const health = createProviderHealth(PROVIDERS);
  const at = (minute: number) => Date.UTC(2026, 10, 2, 12, minute);
  health.record(failedEvent({ time: at(1), durationMs: 500 }));
  health.record(failedEvent({ time: at(2), attempts: [attempt('openai', 'timeout')] }));
  expect(health.snapshot()[0]).toMatchObject({
    status: 'failing',
    since: '2026-11-02T12:01:00.500Z',
    reason: 'timeout',
  });

  health.record(usageEvent({ time: at(3), durationMs: 0 }));
  expect(health.snapshot()[0]).toMatchObject({
    status: 'healthy',
    since: '2026-11-02T12:03:00.000Z',
    reason: undefined,
  });
});

test('counts the attempts that failed before another provider answered', () => {
  const health = createProviderHealth(PROVIDERS);
  health.record(usageEvent({ attempts: [attempt('openai', 'connection_error'), attempt('local', 'success')] }));
  expect(health.snapshot()).toMatchObject([
    { status: 'failing', reason: 'connection_error' },
    { status: 'healthy', reason: undefined },
  ]);
});

test.each(['invalid_request_error', 'aborted', 'internal_error'] as const)('is not changed by %s', (outcome) => {
  const health = createProviderHealth(PROVIDERS);
  health.record(usageEvent());
  health.record(failedEvent({ attempts: [attempt('openai', outcome)] }));
  expect(health.snapshot()[0]).toMatchObject({ status: 'healthy' });
});

test('ignores a provider it does not know', () => {
  const health = createProviderHealth(PROVIDERS);
  health.record(usageEvent({ attempts: [attempt('gone', 'success')] }));
  expect(health.snapshot().map(({ status }) => status)).toEqual(['unknown', 'unknown']);
});

test('one that is disabled is so whatever its last calls came to, and unknown once it is enabled again', () => {
  const health = createProviderHealth(PROVIDERS);
  health.record(failedEvent());
  const configure = (enabled: boolean) => health.configure(PROVIDERS.map((each) => ({ ...each, enabled })));
  configure(false);
  health.record(failedEvent());
  expect(health.snapshot()[0]).toMatchObject({ status: 'disabled', reason: undefined });
  configure(true);
  expect(health.snapshot()[0]).toMatchObject({ status: 'unknown', reason: undefined });
  health.record(failedEvent());
  configure(true);
  expect(health.snapshot()[0]).toMatchObject({ status: 'failing' });
});
