import React from 'react';
import { t } from '@grafana/i18n';
import { Stack, Text, TextLink } from '@grafana/ui';
import { prefixRoute, type Route } from '../../../routing/routes';
import { stateOf, type Facts } from './judge';

interface Props {
  facts: Facts;
  alertsUnknown: boolean;
}

/** The figures that the sentence is made of, each leading to the page that tells more. */
export function FactList({ facts: { providers, budgets, alerts }, alertsUnknown }: Props) {
  const states = providers.map(stateOf);
  const open = providers.filter(({ breaker }) => breaker === 'open' || breaker === 'half_open').length;
  const enabled = states.filter((state) => state !== 'disabled').length;
  const up = states.filter((state) => state === 'up').length;
  return (
    <Stack direction="row" gap={3} wrap="wrap">
      <Fact route="providers" label={t('overview.facts.providers', 'Providers up')} value={`${up} / ${enabled}`} />
      <Fact route="providers" label={t('overview.facts.breakers', 'Circuit breakers open')} value={String(open)} />
      <Fact
        route="alerts"
        label={t('overview.facts.alerts', 'Alerts firing')}
        value={alertsUnknown ? '–' : String(alerts.length)}
      />
      <Fact route="costs" label={t('overview.facts.budgets', 'Budgets spent')} value={String(budgets.length)} />
    </Stack>
  );
}

function Fact({ route, label, value }: { route: Route; label: string; value: string }) {
  return (
    <Stack direction="row" gap={1} alignItems="baseline">
      <TextLink href={prefixRoute(route)} color="secondary" inline={false} variant="bodySmall">
        {label}
      </TextLink>
      <Text weight="medium">{value}</Text>
    </Stack>
  );
}
