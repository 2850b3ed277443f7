import { locationService } from '@grafana/runtime';
import { SceneApp, SceneReactObject, UrlSyncManager, type DataSourceVariable } from '@grafana/scenes';
import { DATASOURCE_ID } from '@llm-gateway/catalogue';
import { fakeDataSources } from '../api/testing/fakeGrafana';
import { gatewayPage } from './gatewayPage';

const SETTINGS = { gatewayUid: 'eu', prometheusUid: 'metrics' };

it('reads and writes what it shows under its own names, whatever other pages there are', () => {
  fakeDataSources(...['eu', 'us'].map((uid) => ({ uid, name: uid, type: DATASOURCE_ID })));
  const page = (route: 'keys' | 'alerts') =>
    gatewayPage({ title: '', subTitle: '', route, settings: SETTINGS, body: () => new SceneReactObject({}) });
  const pages = [page('keys'), page('alerts')];
  new SceneApp({ pages, name: 'app' });
  locationService.push('/?var-gateway=us');
  new UrlSyncManager().initSync(pages[1]!);
  const variable = pages[1]!.state.$variables!.state.variables[0] as DataSourceVariable;
  expect(variable.getValue()).toBe('us');
  variable.changeValueTo('eu');
  expect(locationService.getSearch().get('var-gateway')).toBe('eu');
  expect(locationService.getSearch().has('var-gateway-2')).toBe(false);
});
