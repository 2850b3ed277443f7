import type { AdminTokens } from '../http/admin/access.js';
import type { SecretFiles } from '../store/secrets.js';

export interface GatewayTokens {
  readonly admin: AdminTokens;
  readonly metrics: string;
  /** For those who send alerts; opens nothing else. */
  readonly alerts: string;
}

/** Tokens of the environment; what is not set is generated at the first start and kept in the data directory. */
export function readTokens(env: NodeJS.ProcessEnv, secrets: SecretFiles): GatewayTokens {
  return {
    admin: {
      adminToken: env['LLM_GATEWAY_ADMIN_TOKEN'] || secrets.read('admin-token', 'llmgw-admin-'),
      viewerToken: env['LLM_GATEWAY_VIEWER_TOKEN'] || secrets.read('viewer-token', 'llmgw-viewer-'),
    },
    alerts: env['LLM_GATEWAY_ALERTS_TOKEN'] || secrets.read('alerts-token', 'llmgw-alerts-'),
    metrics: env['LLM_GATEWAY_METRICS_TOKEN'] || secrets.read('metrics-token', 'llmgw-metrics-'),
  };
}
