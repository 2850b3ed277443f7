import { t } from '@grafana/i18n';
import type { ModelDraft } from './modelDraft';

export function strategyOptions(): Array<{ value: ModelDraft['strategy']; label: string; description: string }> {
  return [
    {
      value: 'weighted',
      label: t('models.strategy.weighted', 'Weighted'),
      description: t('models.strategy.weighted-note', 'By the weights of the deployments'),
    },
    {
      value: 'least-busy',
      label: t('models.strategy.least-busy', 'Least busy'),
      description: t('models.strategy.least-busy-note', 'Where the fewest calls are under way'),
    },
    {
      value: 'lowest-latency',
      label: t('models.strategy.lowest-latency', 'Lowest latency'),
      description: t('models.strategy.lowest-latency-note', 'Where the first token came soonest of late'),
    },
    {
      value: 'lowest-cost',
      label: t('models.strategy.lowest-cost', 'Lowest cost'),
      description: t('models.strategy.lowest-cost-note', 'Where it costs least'),
    },
    {
      value: 'most-headroom',
      label: t('models.strategy.most-headroom', 'Most headroom'),
      description: t('models.strategy.most-headroom-note', 'Where most of the provider’s rate limits is left'),
    },
  ];
}

export function stickyOptions(): Array<{ value: ModelDraft['sticky']; label: string }> {
  return [
    { value: 'none', label: t('models.sticky.none', 'No') },
    { value: 'key', label: t('models.sticky.key', 'By key') },
    { value: 'user', label: t('models.sticky.user', 'By user') },
  ];
}

export function cacheOptions(): Array<{ value: ModelDraft['cache']; label: string }> {
  return [
    { value: 'default', label: t('models.cache.default', 'As the gateway') },
    { value: 'on', label: t('models.cache.on', 'Yes') },
    { value: 'off', label: t('models.cache.off', 'No') },
  ];
}
