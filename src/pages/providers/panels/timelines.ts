import { t } from '@grafana/i18n';
import type { VizPanel } from '@grafana/scenes';
import { gaugeOf, native, providerStates } from '@llm-gateway/catalogue';
import { stateTimeline } from '../../../scenes/panels/stateTimeline';
import { metricSeries } from '../../../scenes/queries/metrics';
import type { Scope } from '../scope';
import { texts } from '../texts';
import { breakerStates, healthStates, serviceStates } from './states';

/** Without a scope, of all providers. */
export function healthTimeline(scope?: Scope): VizPanel {
  return stateTimeline({
    title: t('providers.panels.health.title', 'Health'),
    description: t(
      'providers.panels.health.description',
      'Whether the last call to a provider, or its last health check, ended well.'
    ),
    noValue: texts.notMeasured(),
    states: healthStates(),
    data: metricSeries({ expr: providerStates(scope?.standing), legend: '{{provider}}' }),
  });
}

export function breakerTimeline({ standing }: Scope): VizPanel {
  return stateTimeline({
    title: t('providers.panels.breaker.title', 'Circuit breaker'),
    description: t(
      'providers.panels.breaker.description',
      'By deployment. An open breaker lets no calls through; half open, it lets one try.'
    ),
    noValue: texts.notMeasured(),
    states: breakerStates(),
    data: metricSeries({
      expr: gaugeOf(native.breakerState, { by: ['deployment'], matchers: standing, aggregation: 'max' }),
      legend: '{{deployment}}',
    }),
  });
}

export function serviceTimeline({ standing }: Scope): VizPanel {
  return stateTimeline({
    title: t('providers.panels.service.title', 'In service'),
    description: t(
      'providers.panels.service.description',
      'Whether a deployment gets calls. One with an open breaker, a refused credential or a rate limit to wait for does not.'
    ),
    noValue: texts.notMeasured(),
    states: serviceStates(),
    data: metricSeries({
      expr: gaugeOf(native.deploymentHealth, { by: ['deployment'], matchers: standing, aggregation: 'min' }),
      legend: '{{deployment}}',
    }),
  });
}
