import React from 'react';
import { dateTimeFormat, dateTimeFormatTimeAgo } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Badge, type BadgeColor } from '@grafana/ui';
import type { Key } from '../../../api/gateway/objects';
import { keyState, type KeyState } from './keyState';
import { keyStateWords } from './keyStateWords';
import { AS_IT_IS } from '../../../asItIs';

const COLORS: Record<KeyState, BadgeColor> = {
  active: 'green',
  expiring: 'orange',
  expired: 'red',
  revoked: 'darkgrey',
};

interface Props {
  of: Key;
}

/** Whether a key is good, and until when. */
export function KeyStateBadge({ of }: Props) {
  const state = keyState(of);
  return <Badge color={COLORS[state]} text={keyStateWords(state)} tooltip={since(of)} />;
}

function since({ revoked_at: revokedAt, expires_at: expiresAt }: Key): string {
  if (revokedAt !== undefined) {
    return t('keys.state.revoked-at', 'Revoked {{when}}', { when: dateTimeFormat(revokedAt), ...AS_IT_IS });
  }
  return expiresAt === undefined
    ? t('keys.state.no-end', 'It has no end')
    : t('keys.state.ends', 'Ends {{when}} ({{ago}})', {
        when: dateTimeFormat(expiresAt),
        ago: dateTimeFormatTimeAgo(expiresAt),
        ...AS_IT_IS,
      });
}
