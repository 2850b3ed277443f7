import { OrgRole } from '@grafana/data';
import { screen } from '@testing-library/react';
import { asUser } from '../../../api/testing/asUser';
import { fakeApi } from '../../../api/testing/fakeGrafana';
import { showPart, standingsData, RESOURCES } from '../testing/showPart';
import { deployment, standing } from '../testing/standings';
import { ProviderHead } from './ProviderHead';
import type { ProviderStanding } from './standing';

const NOT_FOUND = { status: 404, data: { error: { message: 'There is no such provider.' } } };

function show(name: string, standings: ProviderStanding[], answers: Parameters<typeof fakeApi>[0] = {}): void {
  asUser(OrgRole.Admin);
  fakeApi({
    [`GET ${RESOURCES}/deployments`]: { data: { deployments: [deployment()] } },
    [`GET ${RESOURCES}/providers/${name}`]: { data: { name } },
    ...answers,
  });
  showPart(new ProviderHead(standingsData(...standings)), { provider: name, search: '?from=now-6h&provider=x' });
}

it('tells how a provider stands', async () => {
  show('openai', [standing({ active: 3 })]);
  const facts = await screen.findByLabelText('How openai stands now');
  expect(facts).toHaveTextContent('Healthy');
  expect(facts).toHaveTextContent('Calls under way3');
  expect(screen.queryByRole('status')).not.toBeInTheDocument();
});

it('says why the last call failed', async () => {
  show('openai', [standing({ status: 'failing', reason: 'timeout_error' })]);
  expect(await screen.findByRole('alert')).toHaveTextContent('The last call to openai failed: timeout_error');
});

it('says that there is no such provider, and leads to those that there are', async () => {
  show('opnai', [standing()], { [`GET ${RESOURCES}/providers/opnai`]: NOT_FOUND });
  expect(await screen.findByText('The gateway has no provider named opnai')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'All providers' })).toHaveAttribute(
    'href',
    '/a/llmgateway-app/providers?from=now-6h'
  );
});

it('says why a saved provider is not in force', async () => {
  show('new', [standing()], {
    [`GET ${RESOURCES}/providers/new`]: { data: { name: 'new', problem: 'api_key: is missing' } },
  });
  expect(await screen.findByText('api_key: is missing')).toBeInTheDocument();
});

it('says what to do for a provider that nobody has called', async () => {
  show('openai', [standing({ status: 'unknown', breaker: 'closed' })]);
  expect(await screen.findByText(/Send a request for one of its models \(gpt-4o\)/)).toBeInTheDocument();
});

it('says that a provider is disabled, and where to change that', async () => {
  show('openai', [standing({ status: 'disabled', breaker: null })]);
  expect(await screen.findByText('openai is disabled: it gets no calls')).toBeInTheDocument();
  expect(screen.getByLabelText('How openai stands now')).toHaveTextContent('HealthDisabled');
  expect(screen.getByRole('link', { name: /Configuration/ })).toBeInTheDocument();
});

it('says that no model uses a provider', async () => {
  show('openai', [standing()], { [`GET ${RESOURCES}/deployments`]: { data: { deployments: [] } } });
  expect(await screen.findByText('No model has a deployment on openai')).toBeInTheDocument();
});

it('says why nothing is known', async () => {
  const down = { status: 502, data: { message: 'connection refused' } };
  show('openai', [standing()], { [`GET ${RESOURCES}/deployments`]: down });
  expect(await screen.findByRole('alert')).toHaveTextContent('connection refused');
});
