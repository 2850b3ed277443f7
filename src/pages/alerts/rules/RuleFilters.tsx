import React from 'react';
import { t } from '@grafana/i18n';
import type { Severity } from '@llm-gateway/catalogue';
import { FilterInput, MultiCombobox, Stack } from '@grafana/ui';
import type { RuleStanding } from '../ruleStanding';
import type { RuleFilter } from './ruleFilter';
import { badgeOf, STATES, type StandingState } from './ruleStateBadge';

interface Props {
  filter: RuleFilter;
  standings: readonly RuleStanding[];
  onChange: (filter: RuleFilter) => void;
}

/** Text, states and severities; each state tells how many rules are in it. */
export function RuleFilters({ filter, standings, onChange }: Props) {
  const count = (state: StandingState) => standings.filter((standing) => standing.state === state).length;
  const states = STATES.filter((state) => count(state) > 0 || filter.states.includes(state));
  return (
    <Stack gap={1} wrap="wrap">
      <FilterInput
        width={40}
        placeholder={t('alerts.rules.search', 'Search by name or condition')}
        value={filter.text}
        onChange={(text) => onChange({ ...filter, text })}
      />
      <MultiCombobox<StandingState>
        width={40}
        aria-label={t('alerts.rules.states', 'States')}
        placeholder={t('alerts.rules.any-state', 'Any state')}
        options={states.map((value) => ({ value, label: `${badgeOf(value).text} (${count(value)})` }))}
        value={[...filter.states]}
        onChange={(chosen) => onChange({ ...filter, states: chosen.map(({ value }) => value) })}
      />
      <MultiCombobox<Severity>
        width={30}
        aria-label={t('alerts.rules.severities', 'Severities')}
        placeholder={t('alerts.rules.any-severity', 'Any severity')}
        options={[
          { value: 'critical', label: t('alerts.severity.critical', 'Critical') },
          { value: 'warning', label: t('alerts.severity.warning', 'Warning') },
          { value: 'info', label: t('alerts.severity.info', 'Info') },
        ]}
        value={[...filter.severities]}
        onChange={(chosen) => onChange({ ...filter, severities: chosen.map(({ value }) => value) })}
      />
    </Stack>
  );
}
