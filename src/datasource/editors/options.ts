import { t } from '@grafana/i18n';
import type { ComboboxOption } from '@grafana/ui';
import {
  USAGE_DIMENSIONS,
  USAGE_MEASURES,
  type UsageDimension,
  type UsageGrouping,
  type UsageMeasure,
} from '@llm-gateway/catalogue';

/** Named by the catalogue, as the columns and series of the answers are by the backend. */
export const MEASURE_OPTIONS: Array<ComboboxOption<UsageMeasure>> = USAGE_MEASURES.map(({ name, label }) => ({
  value: name,
  label,
}));

export function dimensionOptions(): Array<ComboboxOption<UsageGrouping>> {
  const labels = dimensionLabels();
  return USAGE_DIMENSIONS.map((value) => ({ value, label: labels[value] }));
}

/** Of a tag, its name as queries have it. */
export function dimensionLabel(grouping: UsageGrouping): string {
  return (dimensionLabels() as Partial<Record<UsageGrouping, string>>)[grouping] ?? grouping;
}

/** What was chosen or typed; what is no dimension is meant as the name of a tag. */
export function toGrouping(text: string): UsageGrouping {
  const isDimension = USAGE_DIMENSIONS.some((dimension) => dimension === text);
  return (isDimension || text.startsWith('tag:') ? text : `tag:${text}`) as UsageGrouping;
}

function dimensionLabels(): Record<UsageDimension, string> {
  return {
    model: t('dimensions.model', 'Model'),
    provider: t('dimensions.provider', 'Provider'),
    key: t('dimensions.key', 'Key'),
    team: t('dimensions.team', 'Team'),
    user: t('dimensions.user', 'User'),
    feature: t('dimensions.feature', 'Feature'),
    environment: t('dimensions.environment', 'Environment'),
    status: t('dimensions.status', 'Status'),
    error_type: t('dimensions.error-type', 'Error type'),
    streaming: t('dimensions.streaming', 'Streaming'),
    cache: t('dimensions.cache', 'Cache'),
    served_model: t('dimensions.served-model', 'Served model'),
    deployment: t('dimensions.deployment', 'Deployment'),
    operation: t('dimensions.operation', 'Operation'),
  };
}
