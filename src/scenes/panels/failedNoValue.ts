import { LoadingState } from '@grafana/data';
import { t } from '@grafana/i18n';
import { sceneGraph, type VizPanel } from '@grafana/scenes';

/**
 * A panel whose query failed knows nothing: it must not say that there were no requests. A behaviour of a panel, which
 * gives it another text for as long as its query fails.
 */
export function failedNoValue(panel: VizPanel) {
  const usual = panel.state.fieldConfig.defaults.noValue;
  const subscription = sceneGraph.getData(panel).subscribeToState(({ data }) => {
    if (data?.state !== LoadingState.Loading) {
      showNoValue(
        panel,
        data?.state === LoadingState.Error ? t('panels.failed', 'Not known: the query failed') : usual
      );
    }
  });
  return () => subscription.unsubscribe();
}

function showNoValue(panel: VizPanel, noValue: string | undefined): void {
  const { fieldConfig } = panel.state;
  if (fieldConfig.defaults.noValue !== noValue) {
    panel.setState({ fieldConfig: { ...fieldConfig, defaults: { ...fieldConfig.defaults, noValue } } });
  }
}
