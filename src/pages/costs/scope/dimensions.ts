import { t } from '@grafana/i18n';
import type { UsageGrouping } from '@llm-gateway/catalogue';
import { AS_IT_IS } from '../../../asItIs';

/** What cost is told apart by, in the order in which drilling goes from one to the next. */
const COST_DIMENSIONS = ['team', 'key', 'model', 'provider', 'user', 'feature', 'environment'] as const;

/** The dimensions with their names for readers; tags come besides, as `tag:<name>`. */
export function costDimensions(): Array<{ value: UsageGrouping; label: string }> {
  return COST_DIMENSIONS.map((value) => ({ value, label: dimensionLabel(value) }));
}

export function dimensionLabel(dimension: UsageGrouping): string {
  switch (dimension) {
    case 'team':
      return t('costs.dimensions.team', 'Team');
    case 'key':
      return t('costs.dimensions.key', 'Key');
    case 'model':
      return t('costs.dimensions.model', 'Model');
    case 'provider':
      return t('costs.dimensions.provider', 'Provider');
    case 'user':
      return t('costs.dimensions.user', 'User');
    case 'feature':
      return t('costs.dimensions.feature', 'Feature');
    case 'environment':
      return t('costs.dimensions.environment', 'Environment');
    case 'served_model':
      return t('costs.dimensions.served-model', 'Provider’s model');
    default:
      return dimension.startsWith('tag:')
        ? t('costs.dimensions.tag', 'Tag {{name}}', { name: dimension.slice('tag:'.length), ...AS_IT_IS })
        : dimension;
  }
}

/** What was chosen or typed, or stands in the URL; what is no dimension is meant as the name of a tag. */
export function toDimension(text: string): UsageGrouping {
  const name = text.trim().replaceAll(',', '');
  const isKnown = (COST_DIMENSIONS as readonly string[]).includes(name) || name.startsWith('tag:');
  return (isKnown ? name : `tag:${name}`) as UsageGrouping;
}

/** Where drilling leads from a dimension: the next one that is not narrowed down yet; the same where all are. */
export function nextDimension(from: UsageGrouping, narrowed: readonly UsageGrouping[]): UsageGrouping {
  const at = (COST_DIMENSIONS as readonly string[]).indexOf(from);
  const inTurn = [...COST_DIMENSIONS.slice(at + 1), ...COST_DIMENSIONS.slice(0, Math.max(at, 0))];
  return inTurn.find((each) => each !== from && !narrowed.includes(each)) ?? from;
}
