import { deployment } from '../testing/standings';
import { deploymentState } from './deploymentState';

const NAME = 'openai/gpt-4o-2024-11-20';

it.each([
  ['nothing is named', '', [], { kind: 'unnamed' }],
  ['it is not configured', NAME, [], { kind: 'unknown' }],
  [
    'it gets no calls',
    NAME,
    [deployment(), deployment({ model: 'fast', status: 'not_ready', reason: 'circuit breaker is open' })],
    { kind: 'resting', reason: 'circuit breaker is open' },
  ],
  ['nobody has called its provider', NAME, [deployment({ provider_status: 'unknown' })], { kind: 'not-called' }],
  [
    'it is disabled',
    NAME,
    [deployment({ status: 'disabled', reason: 'it is disabled' })],
    { kind: 'disabled', reason: 'it is disabled' },
  ],
  ['all is well', NAME, [deployment()], { kind: 'ready' }],
])('tells when %s', (_what, name, entries, state) => {
  expect(deploymentState(name, entries)).toEqual(state);
});
