import React, { useState } from 'react';
import { locationUtil } from '@grafana/data';
import { t, Trans } from '@grafana/i18n';
import { Badge, Button, LinkButton, Stack } from '@grafana/ui';
import { canConfigure } from '../../api/user';
import { FindingAlert } from '../../components/findings/FindingAlert';
import { InstallRules } from './install/InstallRules';
import { installableGroups } from './install/installRules';
import { isOutdated } from './install/isOutdated';
import { badgeOf, STATES } from './rules/ruleStateBadge';
import type { RuleStanding } from './ruleStanding';
import { AS_IT_IS } from '../../asItIs';

interface Props {
  standings: readonly RuleStanding[];
  onInstalled: () => void;
}

/** How many rules are in which state, what is to be installed, and the ways into Grafana Alerting. */
export function RuleSummary({ standings, onInstalled }: Props) {
  const [installing, setInstalling] = useState(false);
  const writable = new Set(installableGroups(standings));
  const missing = standings.filter(({ origin, rule }) => origin === 'missing' && writable.has(rule.group)).length;
  const outdated = standings.filter(isOutdated).length;

  return (
    <Stack direction="column" gap={2}>
      <Stack gap={1} wrap="wrap" alignItems="center" justifyContent="space-between">
        <Stack gap={1} wrap="wrap" alignItems="center">
          {STATES.map((state) => ({ state, count: standings.filter((each) => each.state === state).length }))
            .filter(({ count }) => count > 0)
            .map(({ state, count }) => (
              <Badge key={state} {...badgeOf(state)} text={`${count} ${badgeOf(state).text}`} />
            ))}
        </Stack>
        <Stack gap={1} wrap="wrap">
          <GrafanaLink path="/alerting/list" text={t('alerts.links.rules', 'Rules in Grafana')} />
          <GrafanaLink path="/alerting/notifications" text={t('alerts.links.contact-points', 'Contact points')} />
          <GrafanaLink path="/alerting/silences" text={t('alerts.links.silences', 'Silences')} />
        </Stack>
      </Stack>
      {missing + outdated > 0 && (
        <FindingAlert finding={finding(missing, outdated)}>
          {canConfigure() && (
            <div>
              <Button onClick={() => setInstalling(true)}>
                <Trans i18nKey="alerts.install.open">Install into Grafana Alerting</Trans>
              </Button>
            </div>
          )}
        </FindingAlert>
      )}
      {installing && (
        <InstallRules standings={standings} onClose={() => setInstalling(false)} onInstalled={onInstalled} />
      )}
    </Stack>
  );
}

function GrafanaLink({ path, text }: { path: string; text: string }) {
  return (
    <LinkButton size="sm" variant="secondary" href={locationUtil.assureBaseUrl(path)}>
      {text}
    </LinkButton>
  );
}

function finding(missing: number, outdated: number) {
  return {
    severity: 'info' as const,
    title: t('alerts.install.needed', 'Rules not installed: {{missing}}. Rules of an older version: {{outdated}}.', {
      missing,
      outdated,
      ...AS_IT_IS,
    }),
    advice: canConfigure()
      ? t('alerts.install.hint', 'Thresholds and durations that were changed here stay as they are.')
      : t('alerts.install.others', 'Ask an admin of this Grafana organisation to install them on this page.'),
  };
}
