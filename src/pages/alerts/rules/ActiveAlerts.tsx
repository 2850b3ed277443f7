import React from 'react';
import { dateTime } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Badge, Stack, Text } from '@grafana/ui';
import type { ActiveAlert } from '../../../api/alerting/ruleStates';
import { AS_IT_IS } from '../../../asItIs';

interface Props {
  alerts: readonly ActiveAlert[];
}

/** Labels that every instance of a rule has anyway. */
const COMMON = new Set(['alertname', 'grafana_folder', 'severity', 'topic']);

/** The subjects of a rule that are not as they should be, each with what tells it apart. */
export function ActiveAlerts({ alerts }: Props) {
  return (
    <Stack direction="column" gap={1}>
      {alerts.map((alert) => (
        <Stack key={JSON.stringify(alert.labels)} gap={1} alignItems="center" wrap="wrap">
          <Badge text={alert.state} color={/pending/i.test(alert.state) ? 'orange' : 'red'} />
          <Text>{labelsText(alert)}</Text>
          {alert.annotations['summary'] && <Text color="secondary">{alert.annotations['summary']}</Text>}
          {alert.activeAt && (
            <Text variant="bodySmall" color="secondary">
              {t('alerts.active.since', 'since {{time}}', {
                time: dateTime(alert.activeAt).fromNow(true),
                ...AS_IT_IS,
              })}
            </Text>
          )}
        </Stack>
      ))}
    </Stack>
  );
}

function labelsText({ labels }: ActiveAlert): string {
  const own = Object.entries(labels).filter(([name]) => !COMMON.has(name) && !name.startsWith('__'));
  return own.map(([name, value]) => `${name}=${value}`).join(' ') || t('alerts.active.whole', 'the whole gateway');
}
