import { t } from '@grafana/i18n';

/** What panels say where there is nothing to draw. */
export const texts = {
  nothingMeasured: () => t('providers.no-value.nothing-measured', 'Nothing measured in this time range'),
  notMeasured: () => t('providers.no-value.not-measured', 'Not measured'),
  noRequests: () => t('providers.no-value.no-requests', 'No requests in this time range'),
  noSuccess: () => t('providers.no-value.no-success', 'No successful requests measured in this time range'),
  noStreams: () => t('providers.no-value.no-streams', 'No streamed answers measured in this time range'),
  noCalls: () => t('providers.no-value.no-calls', 'No calls measured in this time range'),
};
