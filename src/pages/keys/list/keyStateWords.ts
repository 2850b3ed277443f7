import { t } from '@grafana/i18n';
import type { KeyState } from './keyState';

export function keyStateWords(state: KeyState): string {
  switch (state) {
    case 'active':
      return t('keys.state.active', 'Active');
    case 'expiring':
      return t('keys.state.expiring', 'Expiring');
    case 'expired':
      return t('keys.state.expired', 'Expired');
    case 'revoked':
      return t('keys.state.revoked', 'Revoked');
  }
}
