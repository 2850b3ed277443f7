import { t } from '@grafana/i18n';
import type { VizPanel } from '@grafana/scenes';
import { usageTable } from '../../../scenes/panels/usageTable';
import { OF_DEPLOYMENT } from '../scope';
import { texts } from '../texts';

/** Who uses a deployment: the models that clients asked for. */
export function usageByModel(): VizPanel {
  return usageTable({
    title: t('providers.deployment.usage.title', 'Requests that used it'),
    description: t(
      'providers.deployment.usage.description',
      'Exact figures from the ledger for the time range of the page, by the model the client asked for: fallbacks come from other models.'
    ),
    noValue: texts.noRequests(),
    groupBy: 'model',
    groupLabel: t('providers.deployment.usage.model', 'Model asked for'),
    measures: ['requests', 'errors', 'input_tokens', 'output_tokens', 'cost_usd', 'unpriced_requests'],
    labels: { unpriced_requests: t('providers.deployment.usage.unpriced', 'Unpriced') },
    sortBy: 'requests',
    filters: OF_DEPLOYMENT.filters,
  });
}
