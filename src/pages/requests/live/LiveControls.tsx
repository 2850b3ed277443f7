import React from 'react';
import { t, Trans } from '@grafana/i18n';
import { Badge, Button, InlineSwitch, Stack } from '@grafana/ui';
import type { Connection } from './liveState';
import type { LiveTail } from './useLiveRequests';
import { AS_IT_IS } from '../../../asItIs';

interface Props {
  on: boolean;
  /** A stream is of now: a time range that ended has none. */
  possible: boolean;
  tail: LiveTail;
  onChange: (on: boolean) => void;
}

/** Switches live requests on and off, holds them, and tells how the stream stands. */
export function LiveControls({ on, possible, tail, onChange }: Props) {
  return (
    <Stack direction="row" gap={1} alignItems="center" wrap="wrap">
      <span title={possible ? undefined : t('requests.live.impossible', 'Choose a time range that ends now.')}>
        <InlineSwitch
          transparent
          showLabel
          label={t('requests.live.label', 'Live')}
          aria-label={t('requests.live.aria', 'Show requests as they end')}
          disabled={!possible}
          value={on && possible}
          onChange={({ currentTarget }) => onChange(currentTarget.checked)}
        />
      </span>
      {on && possible && (
        <>
          <ConnectionBadge connection={tail.connection} isBroken={tail.notice?.severity === 'error'} />
          {tail.buffer.paused ? (
            <Button size="sm" icon="play" onClick={tail.resume}>
              {t('requests.live.resume', 'Resume ({{count}} new)', { count: tail.buffer.heldCount, ...AS_IT_IS })}
            </Button>
          ) : (
            <Button size="sm" variant="secondary" icon="pause" onClick={tail.pause}>
              <Trans i18nKey="requests.live.pause">Pause</Trans>
            </Button>
          )}
        </>
      )}
    </Stack>
  );
}

function ConnectionBadge({ connection, isBroken }: { connection: Connection; isBroken: boolean }) {
  switch (connection) {
    case 'failed':
      return <Badge color="red" icon="exclamation-circle" text={t('requests.live.failed', 'No live stream')} />;
    case 'lost':
      return <Badge color="red" icon="exclamation-circle" text={t('requests.live.lost', 'Disconnected')} />;
    case 'connecting':
      return <Badge color="blue" icon="sync" text={t('requests.live.connecting', 'Connecting…')} />;
    case 'connected':
      return isBroken ? (
        <Badge color="orange" icon="exclamation-triangle" text={t('requests.live.broken', 'Gateway not heard')} />
      ) : (
        <Badge color="green" icon="check" text={t('requests.live.connected', 'Connected')} />
      );
  }
}
