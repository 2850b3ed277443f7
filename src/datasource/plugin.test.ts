import { DATASOURCE_ID } from '@llm-gateway/catalogue';
import manifest from './plugin.json';

it('has the id that provisioning, dashboards and the app use', () => {
  expect(manifest.id).toBe(DATASOURCE_ID);
});
