import { t } from '@grafana/i18n';
import type { Step } from './drillProgress';
import { AS_IT_IS } from '../../../asItIs';

/** What has happened when a step is done. */
export function stepText(step: Step, provider: string): string {
  switch (step) {
    case 'broken':
      return t('alerts.drill.step.broken', '{{provider}} answers nothing any more', { provider, ...AS_IT_IS });
    case 'noticed':
      return t('alerts.drill.step.noticed', 'The gateway has noticed: its calls or health checks fail');
    case 'pending':
      return t('alerts.drill.step.pending', 'The rule’s condition holds; it waits for its duration');
    case 'firing':
      return t('alerts.drill.step.firing', 'The rule fires');
    case 'told':
      return t('alerts.drill.step.told', 'Its contact point was told, and the gateway’s relay with it');
    case 'mended':
      return t('alerts.drill.step.mended', '{{provider}} answers again', { provider, ...AS_IT_IS });
    case 'resolved':
      return t('alerts.drill.step.resolved', 'The alert is over');
  }
}
