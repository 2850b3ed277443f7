import React from 'react';
import { dateTimeFormat, dateTimeFormatTimeAgo, formattedValueToString, getValueFormat } from '@grafana/data';
import { t } from '@grafana/i18n';
import type { GatewayStatus } from '../../../api/gateway/objects';
import { Facts } from '../../../components/Facts';
import { StatusBadge } from './StatusBadge';
import { AS_IT_IS } from '../../../asItIs';

interface Props {
  status: GatewayStatus;
}

/** The gateway itself, its store and Redis. */
export function GatewayFacts({ status }: Props) {
  const { version, started_at: startedAt, models, providers, process, store, redis } = status;
  const bytes = (value: number) => formattedValueToString(getValueFormat('bytes')(value));
  const { heap_used_bytes: used, heap_limit_bytes: limit } = process;
  return (
    <Facts
      facts={[
        [
          t('connection.gateway', 'Gateway'),
          <StatusBadge key="gateway" good text={t('connection.answers', 'Answers')} />,
        ],
        [t('connection.version', 'Version'), version],
        [t('connection.host', 'Host'), process.host],
        [t('connection.started', 'Started'), `${dateTimeFormat(startedAt)} (${dateTimeFormatTimeAgo(startedAt)})`],
        [
          t('connection.memory', 'Memory'),
          t('connection.of', '{{used}} of {{limit}}', { used: bytes(used), limit: bytes(limit), ...AS_IT_IS }),
        ],
        [
          t('connection.size', 'Set up'),
          t('connection.counts', '{{providers}} providers, {{models}} models', { providers, models, ...AS_IT_IS }),
        ],
        [t('connection.store', 'Store'), <StoreBadge key="store" store={store} />],
        [
          t('connection.redis', 'Redis'),
          redis === null ? (
            t('connection.no-redis', 'not used: one replica, counters in memory')
          ) : (
            <StatusBadge
              key="redis"
              good={redis.up}
              text={redis.up ? t('connection.up', 'Answers') : t('connection.down', 'Does not answer')}
            />
          ),
        ],
      ]}
    />
  );
}

function StoreBadge({ store: { dialect, up, latency_ms: latency, reason } }: Pick<GatewayStatus, 'store'>) {
  const name = dialect === 'sqlite' ? 'SQLite' : 'PostgreSQL';
  const text = up
    ? t('connection.store-up', '{{name}}, answers in {{ms}} ms', { name, ms: Math.round(latency ?? 0), ...AS_IT_IS })
    : t('connection.store-down', '{{name}} does not answer', { name, ...AS_IT_IS });
  return <StatusBadge good={up} text={text} reason={reason} />;
}
