import { SceneDataNode } from '@grafana/scenes';
import { screen, within } from '@testing-library/react';
import { fakeApi } from '../../../api/testing/fakeGrafana';
import { showPart } from '../testing/showPart';
import { deployment } from '../testing/standings';
import { DeploymentList } from './DeploymentList';

const usage = (costs: Record<string, number>) => ({
  data: { groups: Object.entries(costs).map(([name, cost_usd]) => ({ deployment: name, cost_usd })) },
});

/** The usage's URL holds the time. */
function answer(deployments: object[], costs: Record<string, number>): void {
  const found = new Proxy(
    {},
    {
      get: (_, url) =>
        String(url).includes('/deployments')
          ? { data: { deployments } }
          : String(url).includes('group_by=deployment')
            ? usage(costs)
            : undefined,
    }
  );
  fakeApi(found);
}

it('has a row for each model that a deployment of the provider serves, with status, price, cost and a way on', async () => {
  answer(
    [
      deployment({ headroom: { requests: { limit: 100, remaining: 25 } }, in_flight: 2, max_concurrent: 5 }),
      deployment({ model: 'fast', status: 'not_ready', reason: 'circuit breaker is open', breaker: 'open' }),
      deployment({ provider: 'azure', deployment: 'azure/gpt-4o' }),
    ],
    { 'openai/gpt-4o-2024-11-20': 1.25 }
  );
  showPart(new DeploymentList(new SceneDataNode({})), {
    provider: 'openai',
    search: '?var-gateway=gw&provider=openai',
  });
  const rows = within(await screen.findByRole('table', { name: 'Deployments' }))
    .getAllByRole('row')
    .slice(1);
  expect(rows).toHaveLength(2);
  expect(rows[0]).toHaveTextContent('serves fastGets no calls circuit breaker is open');
  expect(rows[1]).toHaveTextContent('25%');
  expect(rows[1]).toHaveTextContent('2 / 5');
  expect(rows[1]).toHaveTextContent('$1.25');
  expect(rows[1]).toHaveTextContent('$2.5 in · $10 out');
  expect(within(rows[1]!).getByRole('link')).toHaveAttribute(
    'href',
    '/a/llmgateway-app/providers/deployment?var-gateway=gw&provider=openai&deployment=openai%2Fgpt-4o-2024-11-20'
  );
});

it('says that there are none', async () => {
  answer([], {});
  showPart(new DeploymentList(new SceneDataNode({})), { provider: 'openai' });
  expect(await screen.findByText('No model has a deployment on this provider.')).toBeInTheDocument();
});
