import { t } from '@grafana/i18n';
import type { BadgeColor } from '@grafana/ui';

/** Kinds of what the gateway writes down changes of, as its API calls them. */
export const AUDITED_KINDS = [
  'provider',
  'model',
  'price',
  'key',
  'team',
  'user',
  'budget',
  'limit',
  'simulator',
  'config',
] as const;

export function kindWords(kind: string): string {
  switch (kind) {
    case 'provider':
      return t('audit.kind.provider', 'Provider');
    case 'model':
      return t('audit.kind.model', 'Model');
    case 'price':
      return t('audit.kind.price', 'Price');
    case 'key':
      return t('audit.kind.key', 'Key');
    case 'team':
      return t('audit.kind.team', 'Team');
    case 'user':
      return t('audit.kind.user', 'User');
    case 'budget':
      return t('audit.kind.budget', 'Budget');
    case 'limit':
      return t('audit.kind.limit', 'Limit');
    case 'simulator':
      return t('audit.kind.simulator', 'Simulated provider');
    case 'config':
      return t('audit.kind.config', 'Configuration file');
    default:
      return kind;
  }
}

/** What was done; what is new to this page in the gateway's word. */
export function actionWords(action: string): { text: string; color: BadgeColor } {
  switch (action) {
    case 'create':
      return { text: t('audit.action.create', 'Created'), color: 'green' };
    case 'replace':
    case 'update':
    case 'patch':
      return { text: t('audit.action.change', 'Changed'), color: 'blue' };
    case 'delete':
      return { text: t('audit.action.delete', 'Deleted'), color: 'red' };
    case 'rotate':
      return { text: t('audit.action.rotate', 'New secret'), color: 'purple' };
    case 'revoke':
      return { text: t('audit.action.revoke', 'Revoked'), color: 'red' };
    case 'reset':
      return { text: t('audit.action.reset', 'Reset'), color: 'blue' };
    case 'reload':
      return { text: t('audit.action.reload', 'Reloaded'), color: 'darkgrey' };
    default:
      return { text: action, color: 'darkgrey' };
  }
}
