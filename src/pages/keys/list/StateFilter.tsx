import React from 'react';
import { t } from '@grafana/i18n';
import { RadioButtonGroup } from '@grafana/ui';
import { useUrlState } from '../../../components/urlState/useUrlState';
import { KEY_STATES, type KeyState } from './keyState';
import { keyStateWords } from './keyStateWords';

/** The state of which keys are shown; undefined for all. */
export function useStateFilter(): KeyState | undefined {
  const chosen = useUrlState().get('status');
  return KEY_STATES.find((state) => state === chosen);
}

/** Chooses it, in the address. */
export function StateFilter() {
  const { change } = useUrlState();
  return (
    <div role="group" aria-label={t('keys.filter-status', 'Status of the keys shown')}>
      <RadioButtonGroup
        options={[
          { value: '', label: t('keys.state.all', 'All') },
          ...KEY_STATES.map((state) => ({ value: state, label: keyStateWords(state) })),
        ]}
        value={useStateFilter() ?? ''}
        onChange={(status: string) => change({ status })}
      />
    </div>
  );
}
