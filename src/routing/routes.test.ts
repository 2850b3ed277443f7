import { locationUtil } from '@grafana/data';
import { pageHref } from './pageHref';
import { prefixRoute, ROUTES } from './routes';

it('puts pages below the app', () => {
  expect(prefixRoute(ROUTES.overview)).toBe('/a/llmgateway-app/overview');
  expect(prefixRoute(ROUTES.configuration)).toBe('/a/llmgateway-app/configuration');
});

it('links to pages below the sub-path Grafana is served under', () => {
  const context = { getVariablesUrlParams: jest.fn(), getTimeRangeForUrl: jest.fn() };
  locationUtil.initialize({ config: { appSubUrl: '/grafana' } as never, ...context });
  expect(pageHref(ROUTES.configuration)).toBe('/grafana/a/llmgateway-app/configuration');
});
