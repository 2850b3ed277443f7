import React from 'react';
import { t, Trans } from '@grafana/i18n';
import { thresholdText } from '@llm-gateway/catalogue';
import { Alert, Stack, Text } from '@grafana/ui';
import type { RuleStanding } from '../ruleStanding';
import { ActiveAlerts } from './ActiveAlerts';

interface Props {
  standing: RuleStanding;
}

/** What a rule found, what it means, and the first three things to look at. */
export function RuleDetails({ standing: { rule, evaluated, condition, changed } }: Props) {
  return (
    <Stack direction="column" gap={2}>
      {evaluated?.lastError && (
        <Alert severity="error" title={t('alerts.details.error', 'The last evaluation failed')}>
          {evaluated.lastError}
        </Alert>
      )}
      {evaluated && evaluated.alerts.length > 0 && <ActiveAlerts alerts={evaluated.alerts} />}
      {changed && (
        <Text color="secondary">
          <Trans
            i18nKey="alerts.details.default"
            values={{
              threshold: thresholdText(rule.threshold.unit, rule.threshold.value),
              duration: rule.for,
              now: thresholdText(rule.threshold.unit, condition.threshold),
            }}
          >
            It comes with the threshold {'{{threshold}}'} for {'{{duration}}'}; here it is {'{{now}}'}.
          </Trans>
        </Text>
      )}
      <Text element="p">{plain(rule.runbook.means)}</Text>
      <div>
        <Text variant="h6">
          <Trans i18nKey="alerts.details.checks">First checks</Trans>
        </Text>
        <ol style={{ paddingLeft: 24 }}>
          {rule.runbook.checks.map((check) => (
            <li key={check}>{plain(check)}</li>
          ))}
        </ol>
      </div>
      <div>
        <Text variant="h6">
          <Trans i18nKey="alerts.details.query">Query</Trans>
        </Text>
        <pre>{rule.expr}</pre>
      </div>
    </Stack>
  );
}

/** Runbooks are Markdown; here their code marks would only be in the way. */
function plain(markdown: string): string {
  return markdown.replaceAll('`', '');
}
