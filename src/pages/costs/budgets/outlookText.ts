import { t } from '@grafana/i18n';
import type { Outlook } from './outlook';
import { AS_IT_IS } from '../../../asItIs';

/** How long a budget lasts, in words. */
export function outlookText(outlook: Outlook): string {
  switch (outlook.kind) {
    case 'spent':
      return t('costs.outlook.spent', 'spent');
    case 'untouched':
      return t('costs.outlook.untouched', 'nothing used yet');
    case 'runs-out':
      return t('costs.outlook.runs-out', 'runs out in {{days}} days', { days: shown(outlook.days), ...AS_IT_IS });
    case 'lasts':
      return outlook.days === undefined
        ? t('costs.outlook.rolling', 'lasts at this pace')
        : t('costs.outlook.lasts', 'lasts the {{days}} days to go', { days: shown(outlook.days), ...AS_IT_IS });
  }
}

function shown(days: number): string {
  return days < 10 ? days.toFixed(1) : String(Math.round(days));
}
