import React from 'react';
import { t } from '@grafana/i18n';
import { Badge } from '@grafana/ui';

/** Marks what the configuration file has, which only the file can change. */
export function OriginBadge() {
  return (
    <Badge
      color="darkgrey"
      icon="file-alt"
      text={t('origin.file', 'Config file')}
      tooltip={t(
        'origin.file-reason',
        'Managed by the gateway’s configuration file, so it is read-only here: change it there, or take it out there first.'
      )}
    />
  );
}
