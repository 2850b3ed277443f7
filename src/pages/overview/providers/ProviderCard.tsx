import React from 'react';
import { css } from '@emotion/css';
import { formattedValueToString, getValueFormat, type GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Badge, Stack, Text, TextLink, useStyles2, type BadgeColor } from '@grafana/ui';
import { providerPath } from '../../../routing/providerPath';
import { stateOf, type ProviderState } from '../status/judge';
import type { ProviderStanding } from '../status/standing';
import type { ProviderFigures } from './providerFigures';
import { RateSparkline } from './RateSparkline';

interface Props {
  provider: ProviderStanding;
  figures: ProviderFigures;
  /** Over the page's time range, in US dollars; left out while it is not known. */
  cost?: number;
  /** What of the address goes along to the provider's page. */
  search: URLSearchParams;
}

/** How one provider is doing. */
export function ProviderCard({ provider, figures: { rate, failureRatio, p95 }, cost, search }: Props) {
  const styles = useStyles2(getStyles);
  const { text, color } = badgeOf(stateOf(provider));
  return (
    <article className={styles.card} aria-label={provider.name}>
      <Stack direction="row" gap={1} alignItems="center" justifyContent="space-between">
        <div className={styles.name}>
          <TextLink href={providerPath(provider.name, search)} inline={false} weight="medium" color="primary">
            {provider.name}
          </TextLink>
          <Text color="secondary" variant="bodySmall" truncate>
            {provider.type}
          </Text>
        </div>
        <Stack direction="row" gap={0.5}>
          {provider.breaker && provider.breaker !== 'closed' && (
            <Badge color="orange" text={breakerText(provider.breaker)} />
          )}
          <Badge color={color} text={text} />
        </Stack>
      </Stack>
      <div className={styles.trend}>
        {rate ? (
          <RateSparkline trend={rate} />
        ) : (
          <Text color="secondary" variant="bodySmall">
            {t('overview.card.no-requests', 'No requests in this time range')}
          </Text>
        )}
      </div>
      <dl className={styles.figures}>
        <Figure label={t('overview.card.rate', 'Requests')} value={rate?.last} unit="reqps" />
        <Figure label={t('overview.card.failures', 'Failures')} value={failureRatio} unit="percentunit" />
        <Figure label={t('overview.card.p95', 'p95')} value={p95} unit="s" />
        <Figure label={t('overview.card.cost', 'Cost')} value={cost} unit="currencyUSD" />
      </dl>
    </article>
  );
}

function Figure({ label, value, unit }: { label: string; value: number | undefined; unit: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value === undefined ? '–' : formattedValueToString(getValueFormat(unit)(value))}</dd>
    </div>
  );
}

function badgeOf(state: ProviderState): { text: string; color: BadgeColor } {
  switch (state) {
    case 'up':
      return { text: t('overview.card.up', 'Up'), color: 'green' };
    case 'degraded':
      return { text: t('overview.card.degraded', 'Degraded'), color: 'orange' };
    case 'down':
      return { text: t('overview.card.down', 'Down'), color: 'red' };
    case 'disabled':
      return { text: t('overview.card.disabled', 'Disabled'), color: 'darkgrey' };
    case 'unknown':
      return { text: t('overview.card.unknown', 'Not called yet'), color: 'darkgrey' };
  }
}

function breakerText(breaker: 'half_open' | 'open'): string {
  return breaker === 'open'
    ? t('overview.card.breaker-open', 'Breaker open')
    : t('overview.card.breaker-half-open', 'Breaker half open');
}

const getStyles = (theme: GrafanaTheme2) => ({
  card: css({
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1),
    height: '100%',
    padding: theme.spacing(1.5),
    background: theme.colors.background.primary,
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    // The name is the link; the rest of the card is its target too.
    position: 'relative',
    '&:hover': { borderColor: theme.colors.border.strong },
    'a::after': { content: '""', position: 'absolute', inset: 0 },
  }),
  name: css({ minWidth: 0, display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: theme.spacing(1) }),
  trend: css({ height: 40, display: 'flex', alignItems: 'center' }),
  figures: css({
    display: 'grid',
    gridTemplateColumns: 'repeat(4, 1fr)',
    gap: theme.spacing(1),
    margin: 0,
    dt: { ...theme.typography.bodySmall, color: theme.colors.text.secondary, fontWeight: 'normal' },
    dd: { margin: 0, fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  }),
});
