import React from 'react';
import { locationUtil } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Badge, Stack, Text, TextLink, Tooltip } from '@grafana/ui';
import type { RuleStanding } from '../ruleStanding';

interface Props {
  standing: RuleStanding;
}

/** What the rule is called, with a link to it in Grafana Alerting, and what it watches. */
export function RuleName({ standing: { rule, origin, installed, changed } }: Props) {
  return (
    <Stack direction="column" gap={0}>
      <Stack gap={1} alignItems="center" wrap="wrap">
        {installed ? (
          <TextLink inline={false} href={locationUtil.assureBaseUrl(`/alerting/grafana/${installed.uid}/view`)}>
            {rule.name}
          </TextLink>
        ) : (
          <Text>{rule.name}</Text>
        )}
        {changed && (
          <Tooltip content={changedHint(origin)}>
            <span>
              <Badge text={t('alerts.rules.changed', 'Own threshold')} color="purple" />
            </span>
          </Tooltip>
        )}
      </Stack>
      <Text variant="bodySmall" color="secondary">
        {rule.condition}
      </Text>
    </Stack>
  );
}

function changedHint(origin: RuleStanding['origin']): string {
  return origin === 'custom'
    ? t(
        'alerts.rules.custom-hint',
        'A copy with its own threshold stands in for the provisioned rule, which is silenced.'
      )
    : t('alerts.rules.changed-hint', 'The threshold or the duration is not the one this rule comes with.');
}
