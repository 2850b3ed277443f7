import React from 'react';
import { OrgRole } from '@grafana/data';
import { render, screen, within } from '@testing-library/react';
import { MemoryRouter } from 'react-router-dom';
import { asUser } from '../../../api/testing/asUser';
import type { Facts } from './judge';
import { StatusBox } from './StatusBox';

const OPENAI = { name: 'openai', type: 'openai', status: 'healthy', reason: null, breaker: 'closed' } as const;
const WELL: Facts = { providers: [OPENAI], budgets: [], alerts: [] };

beforeEach(() => asUser(OrgRole.Admin));

function show(facts?: Facts, alertsUnknown?: string) {
  render(
    <MemoryRouter
      initialEntries={['/a/llmgateway-app/overview?from=now-6h&var-gateway=eu&x=1']}
      future={{ v7_startTransition: true, v7_relativeSplatPath: true }}
    >
      <StatusBox facts={facts} alertsUnknown={alertsUnknown} />
    </MemoryRouter>
  );
  return screen.getByRole('region', { name: 'State of the gateway' });
}

it('says in a sentence that all is well, and what that is made of', () => {
  const box = show(WELL);
  expect(within(box).getByRole('heading', { name: 'All is well' })).toBeInTheDocument();
  expect(box).toHaveTextContent('Providers up1 / 1');
  expect(box).toHaveTextContent('Alerts firing0');
  expect(within(box).queryByRole('list')).not.toBeInTheDocument();
});

it('names what is wrong and leads to where more is told, with the time range and the gateway', () => {
  show({
    providers: [{ ...OPENAI, status: 'failing', reason: 'HTTP 503' }],
    budgets: [{ budget: 'monthly', subject: 'platform' }],
    alerts: [
      { name: 'LLMGatewayProviderDown', severity: 'critical', summary: 'openai fails', labels: {}, since: Date.now() },
    ],
  });
  expect(screen.getByRole('heading', { name: 'The gateway needs attention' })).toBeInTheDocument();
  expect(screen.getByText('HTTP 503')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'openai is down' })).toHaveAttribute(
    'href',
    '/a/llmgateway-app/providers/provider?from=now-6h&var-gateway=eu&provider=openai'
  );
  expect(screen.getByRole('link', { name: 'openai fails' })).toHaveAttribute(
    'href',
    '/a/llmgateway-app/alerts?from=now-6h&var-gateway=eu'
  );
  expect(screen.getByRole('link', { name: 'Budget monthly is spent' })).toBeInTheDocument();
});

it('shows the worst of many', () => {
  const providers = Array.from(
    { length: 9 },
    (_, index) => ({ ...OPENAI, name: `p${index}`, breaker: 'open' }) as const
  );
  show({ ...WELL, providers });
  expect(screen.getAllByRole('listitem')).toHaveLength(6);
  expect(screen.getByRole('link', { name: 'And 3 more' })).toBeInTheDocument();
});

it('says that it is still asking', () => {
  expect(show()).toHaveAttribute('aria-busy', 'true');
});

it.each([
  ['No provider is configured yet', []],
  ['No provider has been called yet', [{ ...OPENAI, status: 'unknown' } as const]],
])('says “%s”, which is neither good nor bad', (sentence, providers) => {
  show({ ...WELL, providers });
  expect(screen.getByRole('heading', { name: sentence })).toBeInTheDocument();
});

it('does not take alerts that cannot be read for none', () => {
  const box = show(WELL, 'Access denied');
  expect(box).toHaveTextContent('Alerts firing–');
  expect(box).toHaveTextContent('Which alerts fire is not known: Access denied');
});
