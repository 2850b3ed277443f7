import React from 'react';
import { locationUtil } from '@grafana/data';
import { Trans } from '@grafana/i18n';
import { LinkButton } from '@grafana/ui';
import { resourceUrl, type QueryValues } from '../../../api/gateway/resourceUrl';

interface Props {
  gatewayUid: string;
  query: QueryValues;
}

/** All requests that are asked for as a file, not only those that are loaded. */
export function ExportLink({ gatewayUid, query }: Props) {
  const url = resourceUrl(gatewayUid, '/requests/export', { query: { ...query, format: 'csv' } });
  return (
    <LinkButton
      size="sm"
      variant="secondary"
      icon="download-alt"
      href={locationUtil.assureBaseUrl(url)}
      target="_blank"
    >
      <Trans i18nKey="requests.export">Export as CSV</Trans>
    </LinkButton>
  );
}
