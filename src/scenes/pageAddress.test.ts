import { SceneAppPage } from '@grafana/scenes';
import { pageAddress } from './pageAddress';

const PROVIDERS = {
  title: 'Providers',
  subTitle: '',
  route: 'providers',
  settings: { gatewayUid: 'g', prometheusUid: 'p' },
} as const;

it('puts a page below the app', () => {
  expect(pageAddress(PROVIDERS)).toMatchObject({ url: '/a/llmgateway-app/providers', routePath: 'providers' });
});

it('leaves room for the pages below a page, which know their parent', () => {
  const drilldowns = [{ routePath: 'provider', getPage: jest.fn() }];
  const parent = new SceneAppPage(pageAddress({ ...PROVIDERS, drilldowns }));
  expect(parent.state).toMatchObject({ routePath: 'providers/*', drilldowns });
  const address = pageAddress({ ...PROVIDERS, below: { parent, path: 'provider' } });
  expect(address).toMatchObject({ url: '/a/llmgateway-app/providers/provider', routePath: 'provider' });
  expect(address.getParentPage!()).toBe(parent);
});

it('keeps time and data sources in the URL, and what the page says of its own', () => {
  const { preserveUrlKeys } = pageAddress({ ...PROVIDERS, keeps: ['provider'] });
  expect(preserveUrlKeys).toEqual(expect.arrayContaining(['from', 'to', 'var-gateway', 'var-prometheus', 'provider']));
});
