import { shownSeries } from '../../../../tests/support/shownSeries.js';
import type { DeploymentState, NotReady } from '../../routing/deploymentState.js';
import { RoutingEvents } from '../../routing/events.js';
import { createMetrics } from '../registry.js';
import { observeDeployments } from './observeDeployments.js';

function state(
  id: string,
  more: { why?: NotReady['kind']; breaker?: string; remaining?: number } = {}
): DeploymentState {
  const { why, breaker = 'closed', remaining } = more;
  return {
    deployment: { id, provider: { name: id.split('/')[0] } },
    breaker: { state: () => breaker },
    notReady: () => (why === undefined ? undefined : { kind: why, reason: '', until: undefined }),
    reported: remaining === undefined ? undefined : { requests: { limit: 100, remaining }, tokens: undefined },
  } as unknown as DeploymentState;
}

function observed(...states: DeploymentState[]) {
  const metrics = createMetrics();
  const events = new RoutingEvents();
  const observe = observeDeployments(metrics, { states: () => states, events });
  const shown = (name: string) => (observe(), shownSeries(metrics, `llm_gateway_${name}`));
  return { events, shown, states };
}

const of = (id: string) => `{provider=${id.split('/')[0]},deployment=${id}}`;

test('a deployment that gets calls is healthy, also when it has as many as it may have', async () => {
  const { shown } = observed(state('a/m'), state('b/m', { why: 'busy' }), state('c/m', { why: 'cooling' }));
  expect(await shown('deployment_health')).toEqual({ [of('a/m')]: 1, [of('b/m')]: 1, [of('c/m')]: 0 });
});

test('one of several models is told of as it is where it is worst', async () => {
  const { shown } = observed(
    state('a/m', { why: 'breaker', breaker: 'open' }),
    state('a/m'),
    state('b/m', { breaker: 'half_open' })
  );
  expect(await shown('deployment_health')).toEqual({ [of('a/m')]: 0, [of('b/m')]: 1 });
  expect(await shown('circuit_breaker_state')).toEqual({ [of('a/m')]: 1, [of('b/m')]: 2 });
});

test('limits that a provider reported; a deployment that is gone is no longer told of', async () => {
  const { shown, states } = observed(state('a/m', { remaining: 40 }), state('b/m'));
  expect(await shown('provider_limit')).toEqual({ '{provider=a,deployment=a/m,kind=requests}': 100 });
  expect(await shown('provider_limit_remaining')).toEqual({ '{provider=a,deployment=a/m,kind=requests}': 40 });
  states.shift();
  expect(await shown('provider_limit')).toEqual({});
  expect(await shown('deployment_health')).toEqual({ [of('b/m')]: 1 });
});

test('changes of circuit breakers are counted', async () => {
  const { events, shown } = observed();
  const event = { time: 0, provider: 'a', from: 'closed', reason: '', followed: false } as const;
  events.record({ ...event, type: 'breaker', deployment: 'a/m', to: 'open' });
  events.record({ ...event, type: 'breaker', deployment: 'a/m', to: 'open' });
  events.record({ ...event, type: 'credential_refused', deployment: undefined, to: 'refused' });
  expect(await shown('circuit_breaker_transitions_total')).toEqual({ '{provider=a,deployment=a/m,to=open}': 2 });
});
