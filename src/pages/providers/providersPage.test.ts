import { sceneGraph, SceneQueryRunner, VizPanel, type SceneAppPage, type SceneObject } from '@grafana/scenes';
import { DATASOURCE_ID } from '@llm-gateway/catalogue';
import { fakeDataSources } from '../../api/testing/fakeGrafana';
import { deploymentBody } from './deployment/deploymentBody';
import { providersBody } from './list/providersBody';
import { providerBody } from './provider/providerBody';
import { providersPage } from './providersPage';

const SETTINGS = { prometheusUid: 'metrics', gatewayUid: 'ledger' };

const panelsOf = (body: SceneObject) =>
  sceneGraph.findAllObjects(body, (object) => object instanceof VizPanel) as VizPanel[];

const runnersOf = (body: SceneObject) =>
  sceneGraph.findAllObjects(body, (object) => object instanceof SceneQueryRunner) as SceneQueryRunner[];

function build() {
  const page = providersPage(SETTINGS);
  const below = (path: string) =>
    page.getDrilldownPage(
      page.state.drilldowns!.find(({ routePath }) => routePath === path)!,
      {
        url: `${page.state.url}/${path}`,
      } as never
    ) as SceneAppPage;
  return { page, provider: below('provider'), deployment: below('deployment') };
}

/** The pages that lead to one, from the top. */
const wayTo = (page: SceneAppPage): string[] => {
  const parent = page.state.getParentPage?.() as SceneAppPage | undefined;
  return [...(parent ? wayTo(parent) : []), page.state.url];
};

it('has a page for a provider and one for a deployment, with names in the query string', () => {
  const { page, provider, deployment } = build();
  expect(page.state).toMatchObject({ url: '/a/llmgateway-app/providers', routePath: 'providers/*' });
  expect(provider.state.routePath).toBe('provider');
  expect(provider.state.$variables!.getByName('provider')!.urlSync!.getKeys()).toEqual(['provider']);
  expect(deployment.state.$variables!.getByName('deployment')!.urlSync!.getKeys()).toEqual(['deployment']);
});

it('leads from a deployment up to its provider and on to all of them, and keeps what they are of', () => {
  const { provider, deployment } = build();
  expect(wayTo(deployment)).toEqual([
    '/a/llmgateway-app/providers',
    '/a/llmgateway-app/providers/provider',
    '/a/llmgateway-app/providers/deployment',
  ]);
  expect(provider.state.preserveUrlKeys).toEqual(expect.arrayContaining(['provider', 'from', 'to', 'var-gateway']));
  expect(deployment.state.getParentPage!()).toBe(provider);
});

it('calls the pages by what they are of', () => {
  fakeDataSources();
  const { provider, deployment } = build();
  deployment.state.$variables!.getByName('provider')!.urlSync!.updateFromUrl({ provider: 'openai' });
  deployment.state.$variables!.getByName('deployment')!.urlSync!.updateFromUrl({ deployment: 'openai/gpt-4o' });
  const leave = deployment.activate();
  expect([provider.state.title, deployment.state.title]).toEqual(['openai', 'openai/gpt-4o']);
  leave();
});

it.each([
  ['provider', providerBody(), 'provider', '$provider'],
  ['deployment', deploymentBody(), 'deployment', '$deployment'],
])('asks for nothing but the figures of one %s', (_what, body, label, value) => {
  for (const panel of panelsOf(body)) {
    for (const query of runnersOf(panel).flatMap(({ state }) => state.queries)) {
      const { datasource } = runnersOf(panel)[0]!.state;
      if (datasource!.type === DATASOURCE_ID) {
        expect(query['filters']).toContainEqual({ dimension: label, values: [value] });
      } else {
        expect(query['expr']).toMatch(
          String(query['expr']).includes('fallbacks') ? /_model=~"\$served"/ : `${label}=~"${value}"`
        );
      }
    }
  }
});

it.each([
  ['all providers', providersBody(SETTINGS)],
  ['a provider', providerBody()],
  ['a deployment', deploymentBody()],
])('has panels for %s that explain themselves, each under a title of its own', (_what, body) => {
  const panels = panelsOf(body);
  for (const { state } of panels) {
    expect(state.description).not.toBe('');
    expect(state.fieldConfig.defaults.noValue).toBeTruthy();
  }
  const titles = panels.map(({ state }) => state.title);
  expect(new Set(titles).size).toBe(titles.length);
});

it('lists the last failing requests, each with a link to its page', () => {
  const failing = panelsOf(providerBody()).find(({ state }) => state.title === 'Last failing requests')!;
  expect(runnersOf(failing)[0]!.state.queries[0]).toMatchObject({
    queryType: 'requests',
    filters: expect.arrayContaining([{ dimension: 'status', values: ['error'] }]),
  });
  const links = failing.state.fieldConfig.overrides.flatMap(({ properties }) =>
    properties.filter(({ id }) => id === 'links').flatMap(({ value }) => value as Array<{ url: string }>)
  );
  expect(links.map(({ url }) => url)).toEqual([expect.stringContaining('/requests?request=${__value.raw}')]);
});
