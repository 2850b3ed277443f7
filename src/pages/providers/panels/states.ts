import { t } from '@grafana/i18n';
import type { State } from '../../../scenes/panels/stateTimeline';

export const healthStates = (): State[] => [
  { value: 1, text: t('providers.states.healthy', 'Healthy'), color: 'green' },
  { value: 0, text: t('providers.states.failing', 'Failing'), color: 'red' },
  { value: -1, text: t('providers.states.not-called', 'Not called yet'), color: 'blue' },
];

export const breakerStates = (): State[] => [
  { value: 0, text: t('providers.states.closed', 'Closed'), color: 'green' },
  { value: 1, text: t('providers.states.open', 'Open'), color: 'red' },
  { value: 2, text: t('providers.states.half-open', 'Half open'), color: 'orange' },
];

export const serviceStates = (): State[] => [
  { value: 1, text: t('providers.states.in-service', 'In service'), color: 'green' },
  { value: 0, text: t('providers.states.out-of-service', 'Gets no calls'), color: 'red' },
];
