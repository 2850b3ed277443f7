import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Icon, Spinner, Stack, Text, TextLink, useStyles2, useTheme2, type IconName } from '@grafana/ui';
import { ConfigurationLink } from '../../../components/ConfigurationLink';
import { prefixRoute } from '../../../routing/routes';
import { FactList } from './FactList';
import { judge, type Facts, type Level } from './judge';
import { ProblemLine } from './ProblemLine';
import { AS_IT_IS } from '../../../asItIs';

interface Props {
  /** Left out while they are on their way. */
  facts?: Facts;
  /** Why it is not known which alerts fire. */
  alertsUnknown?: string;
}

/** More than these are for the pages they are on. */
const MOST = 6;

const ICONS: Readonly<Record<Level, IconName>> = {
  ok: 'check-circle',
  warning: 'exclamation-triangle',
  critical: 'exclamation-circle',
  unknown: 'question-circle',
};

export function StatusBox({ facts, alertsUnknown }: Props) {
  const { level, problems } = facts ? judge(facts) : { level: 'unknown' as const, problems: [] };
  const color = useLevelColor(level);
  const styles = useStyles2(getStyles, color);
  const more = problems.length - MOST;
  return (
    <section className={styles.box} aria-label={t('overview.status.label', 'State of the gateway')} aria-busy={!facts}>
      <Stack direction="row" gap={2} wrap="wrap" justifyContent="space-between" alignItems="center">
        <Stack direction="row" gap={1} alignItems="center">
          {facts ? <Icon key={level} name={ICONS[level]} size="xl" className={styles.icon} /> : <Spinner />}
          <Text element="h2" variant="h4">
            {facts ? sentence(level, facts) : t('overview.status.loading', 'Asking the gateway how it is …')}
          </Text>
        </Stack>
        {facts && <FactList facts={facts} alertsUnknown={alertsUnknown !== undefined} />}
      </Stack>
      {facts?.providers.length === 0 && <ConfigurationLink />}
      {problems.length > 0 && (
        <ul className={styles.problems}>
          {problems.slice(0, MOST).map((problem, index) => (
            <ProblemLine key={index} problem={problem} />
          ))}
        </ul>
      )}
      {more > 0 && (
        <TextLink href={prefixRoute('alerts')}>
          {t('overview.status.more', 'And {{more}} more', { more, ...AS_IT_IS })}
        </TextLink>
      )}
      {alertsUnknown !== undefined && (
        <Text color="secondary">
          {t('overview.status.alerts-unknown', 'Which alerts fire is not known: {{reason}}', {
            reason: alertsUnknown,
            ...AS_IT_IS,
          })}
        </Text>
      )}
    </section>
  );
}

function sentence(level: Level, { providers }: Facts): string {
  switch (level) {
    case 'ok':
      return t('overview.status.ok', 'All is well');
    case 'warning':
      return t('overview.status.warning', 'The gateway works, and there is something to look at');
    case 'critical':
      return t('overview.status.critical', 'The gateway needs attention');
    case 'unknown':
      if (providers.length === 0) {
        return t('overview.status.no-providers', 'No provider is configured yet');
      }
      return providers.every(({ status }) => status === 'disabled')
        ? t('overview.status.all-disabled', 'Every provider is disabled')
        : t('overview.status.unknown', 'No provider has been called yet');
  }
}

function useLevelColor(level: Level): string {
  const { colors } = useTheme2();
  switch (level) {
    case 'ok':
      return colors.success.text;
    case 'warning':
      return colors.warning.text;
    case 'critical':
      return colors.error.text;
    case 'unknown':
      return colors.text.secondary;
  }
}

const getStyles = (theme: GrafanaTheme2, color: string) => ({
  box: css({
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1),
    padding: theme.spacing(1.5, 2),
    background: theme.colors.background.primary,
    border: `1px solid ${theme.colors.border.weak}`,
    borderLeft: `4px solid ${color}`,
    borderRadius: theme.shape.radius.default,
  }),
  icon: css({ color }),
  problems: css({ listStyle: 'none', margin: 0, display: 'flex', flexDirection: 'column', gap: theme.spacing(0.5) }),
});
