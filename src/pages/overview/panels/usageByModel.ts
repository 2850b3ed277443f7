import { t } from '@grafana/i18n';
import type { VizPanel } from '@grafana/scenes';
import { usageTable } from '../../../scenes/panels/usageTable';

export function usageByModel(): VizPanel {
  return usageTable({
    title: t('overview.panels.usage-by-model.title', 'Usage by model'),
    description: t(
      'overview.panels.usage-by-model.description',
      'Exact figures from the ledger for the time range of the page: every ended request is in it once.'
    ),
    noValue: t('overview.no-requests', 'No requests in this time range'),
    groupBy: 'model',
    groupLabel: t('overview.panels.usage-by-model.model', 'Model'),
    measures: ['requests', 'errors', 'input_tokens', 'output_tokens', 'cost_usd', 'unpriced_requests'],
    labels: { unpriced_requests: t('overview.panels.usage-by-model.unpriced', 'Unpriced') },
    sortBy: 'cost_usd',
  });
}
