import { ReducerID } from '@grafana/data';
import { t } from '@grafana/i18n';
import type { VizPanel } from '@grafana/scenes';
import { native, rateOf } from '@llm-gateway/catalogue';
import { series } from '../../../scenes/panels/series';
import { metricSeries } from '../../../scenes/queries/metrics';
import { OF_PROVIDER, type Scope } from '../scope';

/** Calls and retries per second; Grafana's `reqps` would call them requests. */
const PER_SECOND = 'cps';

export function callsByOutcome({ calls }: Scope): VizPanel {
  return series({
    title: t('providers.panels.calls.title', 'Calls by outcome'),
    description: t(
      'providers.panels.calls.description',
      'Calls per second, retries and fallbacks included, by what came of them. A failed call need not be a failed request.'
    ),
    unit: PER_SECOND,
    noValue: t('providers.no-value.no-calls', 'No calls measured in this time range'),
    stacked: true,
    ranked: true,
    calcs: [ReducerID.mean, ReducerID.max],
    colors: { success: 'green', aborted: 'text' },
    data: metricSeries({
      expr: rateOf(native.attempts, { by: ['outcome'], matchers: calls }),
      legend: '{{outcome}}',
    }),
  });
}

export function errorsByType({ calls }: Scope): VizPanel {
  return series({
    title: t('providers.panels.errors.title', 'Failed requests by type'),
    description: t(
      'providers.panels.errors.description',
      'Requests per second whose last call was made here and failed, by what the client was told.'
    ),
    unit: 'reqps',
    noValue: t('providers.panels.errors.no-value', 'No failed requests in this time range'),
    stacked: true,
    ranked: true,
    calcs: [ReducerID.mean, ReducerID.max],
    softMax: 0.1,
    data: metricSeries({
      expr: rateOf(native.requests, { by: ['error_type'], matchers: { ...calls, status: 'error' } }),
      legend: '{{error_type}}',
    }),
  });
}

export function retriesByReason(): VizPanel {
  return series({
    title: t('providers.panels.retries.title', 'Retries by reason'),
    description: t(
      'providers.panels.retries.description',
      'Calls per second that were made here after another one of the same request, by what was wrong with that.'
    ),
    unit: PER_SECOND,
    noValue: t('providers.panels.retries.no-value', 'No retries in this time range'),
    stacked: true,
    ranked: true,
    calcs: [ReducerID.mean, ReducerID.max],
    softMax: 0.1,
    data: metricSeries({
      expr: rateOf(native.retries, { by: ['reason'], matchers: OF_PROVIDER.calls }),
      legend: '{{reason}}',
    }),
  });
}
