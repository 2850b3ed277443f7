import { GATEWAY_UID, PROMETHEUS_UID } from '@llm-gateway/catalogue';
import { parseAppSettings } from './appSettings';

const PROVISIONED = { prometheusUid: PROMETHEUS_UID, gatewayUid: GATEWAY_UID };

it.each([undefined, null, {}, 'text', { prometheusUid: '', gatewayUid: '  ' }, { prometheusUid: 7, gatewayUid: null }])(
  'takes the provisioned data sources where %p chooses none',
  (jsonData) => {
    expect(parseAppSettings(jsonData)).toEqual(PROVISIONED);
  }
);

it('takes what was chosen and leaves the rest of jsonData alone', () => {
  expect(parseAppSettings({ prometheusUid: ' mimir ', gatewayUid: 'eu', other: true })).toEqual({
    prometheusUid: 'mimir',
    gatewayUid: 'eu',
  });
});
