import { APP_ID, DATASOURCE_ID } from '@llm-gateway/catalogue';
import datasourceJson from './datasource/plugin.json';
import pluginJson from './plugin.json';
import { ROUTES } from './routing/routes';

it('has the ids that provisioning and the pages use', () => {
  expect(pluginJson.id).toBe(APP_ID);
  expect(datasourceJson.id).toBe(DATASOURCE_ID);
});

it('has no backend of its own: the Magefile looks for the nested data source only then', () => {
  expect(pluginJson).not.toHaveProperty('backend');
  expect(pluginJson).not.toHaveProperty('executable');
});

it('lists every page and opens on the overview', () => {
  const pages = pluginJson.includes.filter(({ type }) => type === 'page');
  expect(pages.map(({ path }) => path)).toEqual(Object.values(ROUTES).map((route) => `/a/%PLUGIN_ID%/${route}`));
  expect(pages.find(({ defaultNav }) => defaultNav)?.path).toBe(`/a/%PLUGIN_ID%/${ROUTES.overview}`);
});

it('includes the nested data source', () => {
  expect(pluginJson.includes).toContainEqual(
    expect.objectContaining({ type: 'datasource', path: 'datasource/plugin.json' })
  );
});
