import React from 'react';
import { t, Trans } from '@grafana/i18n';
import { Stack, Text, useStyles2 } from '@grafana/ui';
import { duration } from '../format';
import type { RequestDetails } from '../list/requestRow';
import { AttemptLine } from './AttemptLine';
import { Section } from './Section';
import { timelineOf } from './timeline';
import { timelineStyles } from './timelineStyles';

/** The calls to providers, on the time that the request took. */
export function TimelineSection({ details }: { details: RequestDetails }) {
  const styles = useStyles2(timelineStyles);
  const { bars, totalMs } = timelineOf(details);
  return (
    <Section title={t('requests.timeline.title', 'Attempts')}>
      {bars.length === 0 ? (
        <Text color="secondary">
          {details.cache === 'hit'
            ? t('requests.timeline.hit', 'None: the answer came from the answer cache.')
            : t('requests.timeline.none', 'None: it ended before any provider was called.')}
        </Text>
      ) : (
        <Stack direction="column" gap={1}>
          <ol className={styles.list}>
            {bars.map((bar) => (
              <AttemptLine key={bar.number} bar={bar} totalMs={totalMs} firstTokenMs={details.first_token_ms} />
            ))}
          </ol>
          <div className={styles.scale} aria-hidden>
            <span>0</span>
            <span>{duration(totalMs / 2)}</span>
            <span>{duration(totalMs)}</span>
          </div>
          {bars.some(({ startKnown }) => !startKnown) && (
            <Text variant="bodySmall" color="secondary">
              <Trans i18nKey="requests.timeline.unknown-starts">
                An earlier version of the gateway kept no starts: attempts are drawn one right after the other.
              </Trans>
            </Text>
          )}
        </Stack>
      )}
    </Section>
  );
}
