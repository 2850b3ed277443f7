import { t } from '@grafana/i18n';
import { requestCount } from '@llm-gateway/catalogue';
import { checkHealth } from '../../api/dataSources/health';
import { instantQueries } from '../../api/dataSources/instantQueries';
import { judgeScrape, SCRAPE_QUESTIONS } from '../../api/dataSources/scrape';
import type { Finding } from '../../components/findings/finding';
import { scrapeFinding } from '../../components/findings/scrapeFinding';
import { AS_IT_IS } from '../../asItIs';

/** Asks Prometheus whether it answers, whether it scrapes the gateway, and whether requests were counted yet. */
export async function checkPrometheus(uid: string): Promise<Finding> {
  const { ok, message } = await checkHealth(uid);
  if (!ok) {
    return {
      severity: 'error',
      title: t('configuration.prometheus.failed', 'Prometheus cannot be queried'),
      advice: message,
    };
  }
  const answers = await instantQueries(uid, { ...SCRAPE_QUESTIONS, requests: requestCount() });
  return scrapeFinding(judgeScrape(answers)) ?? allWell(answers.requests[0] ?? 0);
}

function allWell(requests: number): Finding {
  return {
    severity: 'success',
    title: t('configuration.prometheus.ok', 'Prometheus scrapes the gateway'),
    advice:
      requests === 0
        ? t('configuration.prometheus.no-requests', 'The gateway has not counted a request yet.')
        : t('configuration.prometheus.requests', 'Requests counted since the gateway started: {{requests}}.', {
            requests,
            ...AS_IT_IS,
          }),
  };
}
