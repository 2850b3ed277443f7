import { t } from '@grafana/i18n';
import { checkHealth } from '../../api/dataSources/health';
import type { Finding } from '../../components/findings/finding';

/** Asks the gateway's data source whether it gets through: it answers in its own words, which say what to do. */
export async function checkGateway(uid: string): Promise<Finding> {
  const { ok, message } = await checkHealth(uid);
  return ok
    ? { severity: 'success', title: t('configuration.gateway.ok', 'The gateway answers'), advice: message }
    : { severity: 'error', title: t('configuration.gateway.failed', 'The gateway cannot be used'), advice: message };
}
