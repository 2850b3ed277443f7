import type { AppPluginMeta } from '@grafana/data';
import { act, renderHook } from '@testing-library/react';
import { fakeApi } from '../testing/fakeGrafana';
import { saveSettings } from './saveSettings';
import { useAppSettings } from './settingsStore';

it('goes on with what was saved, although Grafana still hands over the old settings', async () => {
  fakeApi({ 'POST /api/plugins/llmgateway-app/settings': { data: {} } });
  const meta = { enabled: true, jsonData: { gatewayUid: 'old', prometheusUid: 'p' } } as unknown as AppPluginMeta;
  const { result } = renderHook(() => useAppSettings(meta.jsonData));
  expect(result.current.gatewayUid).toBe('old');

  await act(() => saveSettings(meta, { gatewayUid: 'new', prometheusUid: 'p' }));

  expect(result.current).toEqual({ gatewayUid: 'new', prometheusUid: 'p' });
});
