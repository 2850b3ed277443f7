import React from 'react';
import { Trans } from '@grafana/i18n';
import { locationService } from '@grafana/runtime';
import { Stack, Text } from '@grafana/ui';
import { useLocation } from 'react-router-dom';
import type { RuleStanding } from '../ruleStanding';
import { DRILL_RULE_UID } from './drillFacts';
import { DrillForm } from './DrillForm';
import { DrillTimeline } from './DrillTimeline';
import { drillParameters, parseDrill } from './drillUrl';

interface Props {
  gatewayUid: string;
  standings: readonly RuleStanding[];
}

/** Breaks a simulated provider and follows what comes of it, step by step, until it is over. */
export function FireDrill({ gatewayUid, standings }: Props) {
  const { search } = useLocation();
  const drill = parseDrill(search);
  const rule = standings.find(({ rule: { uid } }) => uid === DRILL_RULE_UID);
  if (!rule) {
    return null;
  }
  return (
    <Stack direction="column" gap={1}>
      <Text color="secondary">
        <Trans i18nKey="alerts.drill.what" values={{ rule: rule.rule.name }}>
          Breaks a simulated provider for a while, so that {'{{rule}}'} must fire and clear again. Requests for its
          models fail or fall back meanwhile; other providers are not touched.
        </Trans>
      </Text>
      {drill ? (
        <DrillTimeline
          key={`${drill.provider} ${drill.startedAt}`}
          gatewayUid={gatewayUid}
          drill={drill}
          rule={rule}
          onClose={() => locationService.partial(drillParameters(undefined))}
        />
      ) : (
        <DrillForm
          gatewayUid={gatewayUid}
          rule={rule}
          onBegun={(begun) => locationService.partial(drillParameters(begun))}
        />
      )}
    </Stack>
  );
}
