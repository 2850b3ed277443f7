import React, { useMemo } from 'react';
import { Trans } from '@grafana/i18n';
import { locationService } from '@grafana/runtime';
import { Stack, Text } from '@grafana/ui';
import { useLocation } from 'react-router-dom';
import type { RuleStanding } from '../ruleStanding';
import { filterParameters, filterRules, parseFilter } from './ruleFilter';
import { RuleFilters } from './RuleFilters';
import { RuleTable } from './RuleTable';

interface Props {
  standings: readonly RuleStanding[];
  onEdit: (standing: RuleStanding) => void;
}

/** All rules of the catalogue, filtered as the URL says. */
export function Rules({ standings, onEdit }: Props) {
  const { search } = useLocation();
  const filter = useMemo(() => parseFilter(search), [search]);
  const shown = useMemo(() => filterRules(standings, filter), [standings, filter]);
  return (
    <Stack direction="column" gap={1}>
      <RuleFilters
        filter={filter}
        standings={standings}
        onChange={(changed) => locationService.partial(filterParameters(changed), true)}
      />
      {shown.length > 0 ? (
        <RuleTable standings={shown} onEdit={onEdit} />
      ) : (
        <Text color="secondary">
          <Trans i18nKey="alerts.rules.none">No rule matches these filters.</Trans>
        </Text>
      )}
    </Stack>
  );
}
