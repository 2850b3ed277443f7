import React from 'react';
import { cx } from '@emotion/css';
import { t } from '@grafana/i18n';
import { Badge, Stack, Text, useStyles2 } from '@grafana/ui';
import { duration } from '../format';
import { CopyText } from './CopyText';
import type { AttemptKind, Bar } from './timeline';
import { timelineStyles } from './timelineStyles';
import { AS_IT_IS } from '../../../asItIs';

interface Props {
  bar: Bar;
  /** How long the request took. */
  totalMs: number;
  /** When the first token of a stream was there, from the request being read. */
  firstTokenMs: number | null;
}

/** One call to a provider: who was asked, how it ended, and its bar on the time of the request. */
export function AttemptLine({ bar, totalMs, firstTokenMs }: Props) {
  const styles = useStyles2(timelineStyles);
  const { number, deployment, model, kind, startsAt, duration_ms, status, outcome, provider_request_id } = bar;
  const percent = (ms: number) => `${Math.min(100, Math.max(0, (ms / totalMs) * 100))}%`;
  const isSuccess = outcome === 'success';
  const firstToken = isSuccess && firstTokenMs !== null && firstTokenMs >= startsAt ? firstTokenMs : undefined;
  return (
    <li className={styles.line}>
      <Stack direction="row" gap={1} alignItems="center" wrap="wrap">
        <Text weight="medium">{`${number}. ${deployment}`}</Text>
        <KindBadge kind={kind} model={model} />
        <Badge
          color={isSuccess ? 'green' : outcome === 'aborted' ? 'orange' : 'red'}
          text={status === null ? outcome : `${status} ${outcome}`}
        />
        <Text variant="bodySmall" color="secondary">
          {t('requests.timeline.when', 'began at {{start}}, took {{duration}}', {
            start: duration(startsAt),
            duration: duration(duration_ms),
            ...AS_IT_IS,
          })}
        </Text>
      </Stack>
      <div className={styles.track} aria-hidden>
        <div
          className={cx(
            styles.bar,
            isSuccess ? styles.success : outcome === 'aborted' ? styles.aborted : styles.failure
          )}
          style={{ left: percent(startsAt), width: percent(duration_ms) }}
        />
        {firstToken !== undefined && (
          <div
            className={styles.firstToken}
            style={{ left: percent(firstToken) }}
            title={t('requests.timeline.first-token', 'First token at {{time}}', {
              time: duration(firstToken),
              ...AS_IT_IS,
            })}
          />
        )}
      </div>
      {provider_request_id !== null && (
        <Stack direction="row" gap={1} alignItems="center">
          <Text variant="bodySmall" color="secondary">
            {t('requests.timeline.provider-id', 'The provider’s id of it')}
          </Text>
          <CopyText text={provider_request_id} name={t('requests.timeline.provider-id-name', 'the provider’s id')} />
        </Stack>
      )}
    </li>
  );
}

function KindBadge({ kind, model }: { kind: AttemptKind; model: string }) {
  switch (kind) {
    case 'first':
      return null;
    case 'retry':
      return <Badge color="blue" icon="sync" text={t('requests.timeline.retry', 'retry')} />;
    case 'next':
      return <Badge color="blue" icon="arrow-right" text={t('requests.timeline.next', 'next deployment')} />;
    case 'fallback':
      return (
        <Badge
          color="purple"
          icon="code-branch"
          text={t('requests.timeline.fallback', 'fallback to {{model}}', { model, ...AS_IT_IS })}
        />
      );
  }
}
