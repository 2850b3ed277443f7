import { t } from '@grafana/i18n';
import type { UsageDimension } from '@llm-gateway/catalogue';

/** What people call a dimension of the ledger. */
export function dimensionLabel(name: UsageDimension): string {
  switch (name) {
    case 'status':
      return t('requests.dimensions.status', 'Status');
    case 'error_type':
      return t('requests.dimensions.error-type', 'Error type');
    case 'model':
      return t('requests.dimensions.model', 'Model asked for');
    case 'served_model':
      return t('requests.dimensions.served-model', 'Served model');
    case 'provider':
      return t('requests.dimensions.provider', 'Provider');
    case 'deployment':
      return t('requests.dimensions.deployment', 'Deployment');
    case 'team':
      return t('requests.dimensions.team', 'Team');
    case 'key':
      return t('requests.dimensions.key', 'Key');
    case 'user':
      return t('requests.dimensions.user', 'User');
    case 'feature':
      return t('requests.dimensions.feature', 'Feature');
    case 'environment':
      return t('requests.dimensions.environment', 'Environment');
    case 'operation':
      return t('requests.dimensions.operation', 'Operation');
    case 'streaming':
      return t('requests.dimensions.streaming', 'Streaming');
    case 'cache':
      return t('requests.dimensions.cache', 'Answer cache');
  }
}
