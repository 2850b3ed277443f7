import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Badge, Stack, Text, useStyles2 } from '@grafana/ui';
import type { UsageDimension } from '@llm-gateway/catalogue';
import { moment } from '../format';
import type { RequestDetails } from '../list/requestRow';
import { StatusBadge } from '../list/StatusBadge';
import { AttributionSection } from './AttributionSection';
import { ContentSection } from './ContentSection';
import { CostSection } from './CostSection';
import { ErrorSection } from './ErrorSection';
import { HeadersSection } from './HeadersSection';
import { TimelineSection } from './TimelineSection';
import { TimingsSection } from './TimingsSection';
import { TokensSection } from './TokensSection';

interface Props {
  details: RequestDetails;
  timeZone: string;
  /** Shows only requests with a value of a dimension. */
  onFilter: (name: UsageDimension, value: string) => void;
}

/** From how it ended, through how it got there, to what was said. */
export function DetailsView({ details, timeZone, onFilter }: Props) {
  const styles = useStyles2(getStyles);
  const { status, code, error_type, time, model, served_model, streaming, batch, cache } = details;
  return (
    <Stack direction="column" gap={3}>
      <Stack direction="row" gap={1} alignItems="center" wrap="wrap">
        <StatusBadge status={status} code={code} errorType={error_type} />
        {streaming && <Badge color="blue" text={t('requests.drawer.streamed', 'streamed')} />}
        {batch && <Badge color="purple" text={t('requests.drawer.batch', 'batch price')} />}
        {cache === 'hit' && <Badge color="purple" text={t('requests.drawer.cache-hit', 'from the answer cache')} />}
        <Text>{served_model === null || served_model === model ? model : `${model} → ${served_model}`}</Text>
        <Text color="secondary">{moment(Date.parse(time), timeZone)}</Text>
      </Stack>
      <ErrorSection details={details} />
      <TimelineSection details={details} />
      <div className={styles.columns}>
        <TimingsSection details={details} />
        <TokensSection details={details} />
        <CostSection details={details} />
        <AttributionSection details={details} onFilter={onFilter} />
      </div>
      <HeadersSection details={details} />
      <ContentSection content={details.content} />
    </Stack>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  columns: css({
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(260px, 1fr))',
    gap: theme.spacing(3),
  }),
});
