import { t } from '@grafana/i18n';
import { GatewayApiError } from '../../api/gateway/gatewayApiError';
import { errorMessage } from '../../api/grafana';

const CHANGED_MEANWHILE = 412;

/** Why a change was refused, and what to do about it. */
export function changeFailure(thrown: unknown): string {
  if (thrown instanceof GatewayApiError && thrown.status === CHANGED_MEANWHILE) {
    return t(
      'forms.changed-meanwhile',
      'Somebody else has changed it since you opened it, so nothing was saved. Close this, look at what is there now, and make your change again.'
    );
  }
  return errorMessage(thrown);
}
