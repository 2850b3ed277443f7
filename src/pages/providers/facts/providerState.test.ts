import { providerState, type ProviderFacts } from './providerState';
import { deployment, standing } from '../testing/standings';

const FACTS: ProviderFacts = { name: 'openai', standing: standing(), deployments: [deployment()], saved: {} };

it.each<[string, Partial<ProviderFacts>, object]>([
  ['nothing is named', { name: '' }, { kind: 'unnamed' }],
  ['nobody knows it', { standing: undefined, saved: undefined }, { kind: 'unknown' }],
  [
    'it is saved and not in force',
    { standing: undefined, saved: { problem: 'api_key: is missing' } },
    { kind: 'not-in-force', problem: 'api_key: is missing' },
  ],
  ['no model uses it', { deployments: [] }, { kind: 'unused' }],
  [
    'it was never called',
    { standing: standing({ status: 'unknown' }), deployments: [deployment(), deployment({ weight: 2 })] },
    { kind: 'not-called', models: ['gpt-4o'] },
  ],
  [
    'its last call failed',
    { standing: standing({ status: 'failing', reason: 'timeout_error' }) },
    { kind: 'failing', reason: 'timeout_error' },
  ],
  [
    'a deployment gets no calls',
    { deployments: [deployment(), deployment({ status: 'not_ready', deployment: 'openai/o3' })] },
    { kind: 'degraded', deployments: [expect.objectContaining({ deployment: 'openai/o3' })] },
  ],
  ['it is disabled', { standing: standing({ status: 'disabled' }) }, { kind: 'disabled' }],
  ['all of its deployments are', { deployments: [deployment({ status: 'disabled' })] }, { kind: 'resting' }],
  ['some of them are', { deployments: [deployment(), deployment({ status: 'disabled' })] }, { kind: 'healthy' }],
  ['all is well', {}, { kind: 'healthy' }],
])('tells when %s', (_what, facts, state) => {
  expect(providerState({ ...FACTS, ...facts })).toEqual(state);
});
