import { t } from '@grafana/i18n';
import { SCRAPE_JOB } from '@llm-gateway/catalogue';
import type { Scrape } from '../../api/dataSources/scrape';
import type { Finding } from './finding';
import { AS_IT_IS } from '../../asItIs';

/** What a Prometheus that answers lacks to feed the app; nothing when it lacks nothing. */
export function scrapeFinding(scrape: Scrape): Finding | undefined {
  switch (scrape) {
    case 'scraped':
      return undefined;
    case 'down':
      return {
        severity: 'error',
        title: t('findings.scrape.down.title', 'Prometheus cannot scrape the gateway'),
        advice: t(
          'findings.scrape.down.advice',
          'Its job “{{job}}” gets no answer: the gateway is not running, the target’s address is wrong, or the metrics token is.',
          { job: SCRAPE_JOB, ...AS_IT_IS }
        ),
      };
    case 'other-job':
      return {
        severity: 'warning',
        title: t('findings.scrape.other-job.title', 'Prometheus scrapes the gateway under another job’s name'),
        advice: t(
          'findings.scrape.other-job.advice',
          'The pages work. The alert rule for a gateway that is down watches the job “{{job}}”: name it so.',
          { job: SCRAPE_JOB, ...AS_IT_IS }
        ),
      };
    case 'starting':
      return {
        severity: 'info',
        title: t('findings.scrape.starting.title', 'Waiting for Prometheus to scrape the gateway for the first time'),
        advice: t(
          'findings.scrape.starting.advice',
          'The gateway has just started. What is made of its metrics appears with the first scrape.'
        ),
      };
    case 'not-scraped':
      return {
        severity: 'error',
        title: t('findings.scrape.not-scraped.title', 'Prometheus is reachable, but it does not scrape the gateway'),
        advice: t(
          'findings.scrape.not-scraped.advice',
          'Add the job “{{job}}” to its configuration, with the gateway’s address and metrics token:',
          { job: SCRAPE_JOB, ...AS_IT_IS }
        ),
        snippet: scrapeConfig(),
      };
  }
}

function scrapeConfig(): string {
  return [
    'scrape_configs:',
    `  - job_name: ${SCRAPE_JOB}`,
    '    authorization:',
    '      credentials_file: /etc/prometheus/llm-gateway-metrics-token',
    '    static_configs:',
    "      - targets: ['llm-gateway:4000']",
  ].join('\n');
}
