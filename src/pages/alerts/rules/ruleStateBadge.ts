import { t } from '@grafana/i18n';
import type { BadgeColor, IconName } from '@grafana/ui';
import type { RuleStanding } from '../ruleStanding';

export type StandingState = RuleStanding['state'];

export interface BadgeOfState {
  readonly text: string;
  readonly color: BadgeColor;
  readonly icon: IconName;
}

/** The states, the most urgent first. */
export const STATES: readonly StandingState[] = [
  'firing',
  'error',
  'pending',
  'recovering',
  'missing',
  'paused',
  'unknown',
  'inactive',
];

/** A state in words and in a colour. */
export function badgeOf(state: StandingState): BadgeOfState {
  switch (state) {
    case 'firing':
      return { text: t('alerts.state.firing', 'Firing'), color: 'red', icon: 'fire' };
    case 'error':
      return { text: t('alerts.state.error', 'Error'), color: 'red', icon: 'exclamation-circle' };
    case 'pending':
      return { text: t('alerts.state.pending', 'Pending'), color: 'orange', icon: 'hourglass' };
    case 'recovering':
      return { text: t('alerts.state.recovering', 'Recovering'), color: 'orange', icon: 'hourglass' };
    case 'missing':
      return { text: t('alerts.state.missing', 'Not installed'), color: 'darkgrey', icon: 'minus-circle' };
    case 'paused':
      return { text: t('alerts.state.paused', 'Paused'), color: 'darkgrey', icon: 'pause' };
    case 'unknown':
      return { text: t('alerts.state.unknown', 'Not evaluated yet'), color: 'darkgrey', icon: 'question-circle' };
    case 'inactive':
      return { text: t('alerts.state.inactive', 'Normal'), color: 'green', icon: 'check' };
  }
}
