import React from 'react';
import { t, Trans } from '@grafana/i18n';
import { Alert, Stack, Tag, Text } from '@grafana/ui';
import { readContactPoints, type ContactPoint } from '../../../api/alerting/contactPoints';
import { errorMessage } from '../../../api/grafana';
import { useLoad } from '../../../components/load/useLoad';
import type { RuleStanding } from '../ruleStanding';
import { AS_IT_IS } from '../../../asItIs';

interface Props {
  standings: readonly RuleStanding[];
}

const MINUTE_MS = 60_000;

/** The contact points that the rules name, each with how it tells people and for how many rules. */
export function ContactPoints({ standings }: Props) {
  const { data: contactPoints, failure } = useLoad(readContactPoints, { everyMs: MINUTE_MS });
  const rules = (name: string) =>
    standings.filter(({ installed }) => installed?.notification_settings?.receiver === name).length;
  const used = contactPoints?.filter(({ name }) => rules(name) > 0) ?? [];
  return (
    <Stack direction="column" gap={1}>
      <Text element="h3" variant="h4">
        <Trans i18nKey="alerts.contact-points.title">Contact points</Trans>
      </Text>
      {failure !== undefined && (
        <Alert severity="warning" title={t('alerts.contact-points.unreadable', 'Contact points cannot be read')}>
          {errorMessage(failure)}
        </Alert>
      )}
      {contactPoints && used.length === 0 && (
        <Text color="secondary">
          <Trans i18nKey="alerts.contact-points.none">
            No rule names a contact point: Grafana’s notification policies decide who is told.
          </Trans>
        </Text>
      )}
      {used.map((contactPoint) => (
        <Line key={contactPoint.name} contactPoint={contactPoint} rules={rules(contactPoint.name)} />
      ))}
    </Stack>
  );
}

function Line({ contactPoint: { name, types }, rules }: { contactPoint: ContactPoint; rules: number }) {
  return (
    <Stack gap={1} alignItems="center" wrap="wrap">
      <Text>{name}</Text>
      {types.map((type, index) => (
        <Tag key={`${type}-${index}`} name={type} colorIndex={9} />
      ))}
      <Text color="secondary">{t('alerts.contact-points.rules', 'Rules: {{rules}}', { rules, ...AS_IT_IS })}</Text>
    </Stack>
  );
}
