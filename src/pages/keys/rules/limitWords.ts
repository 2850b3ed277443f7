import { t } from '@grafana/i18n';
import type { Limit } from '../../../api/gateway/objects';
import { count } from '../../../components/format/count';
import { AS_IT_IS } from '../../../components/asItIs';

/** What a limit holds to, part by part. */
export function limitWords(limit: Limit): string[] {
  const { requests_per_minute: requests, tokens_per_minute: tokens, parallel_requests: parallel } = limit;
  return [
    ...(requests === undefined
      ? []
      : [t('rules.limit.requests', '{{number}} req/min', { number: count(requests), ...AS_IT_IS })]),
    ...(tokens === undefined
      ? []
      : [t('rules.limit.tokens', '{{number}} tokens/min', { number: count(tokens), ...AS_IT_IS })]),
    ...(parallel === undefined
      ? []
      : [t('rules.limit.parallel', '{{number}} at once', { number: count(parallel), ...AS_IT_IS })]),
  ];
}
