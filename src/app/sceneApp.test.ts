import { SceneAppPage, UrlSyncManager } from '@grafana/scenes';
import { sceneAppFor } from './sceneApp';

const SETTINGS = { prometheusUid: 'metrics', gatewayUid: 'ledger' };

it('names the data sources alike in the URL of every page, so that links between pages keep them', () => {
  for (const page of sceneAppFor(SETTINGS).state.pages as SceneAppPage[]) {
    const inUrl = Object.keys(new UrlSyncManager().getUrlState(page));
    const ofDataSources = inUrl.filter((key) => /^var-(gateway|prometheus)/.test(key));
    expect(['var-gateway', 'var-prometheus']).toEqual(expect.arrayContaining(ofDataSources));
    expect(ofDataSources).toContain('var-gateway');
  }
});

it('is the same app for as long as the settings are', () => {
  const app = sceneAppFor(SETTINGS);
  expect(sceneAppFor({ ...SETTINGS })).toBe(app);
  expect(sceneAppFor({ ...SETTINGS, gatewayUid: 'other' })).not.toBe(app);
});
