import React from 'react';
import { locationUtil } from '@grafana/data';
import { Trans } from '@grafana/i18n';
import { LinkButton } from '@grafana/ui';

/** Leads to Grafana's list of kinds of data source to add. */
export function AddDataSourceLink() {
  return (
    <LinkButton href={locationUtil.assureBaseUrl('/connections/datasources/new')} icon="plus">
      <Trans i18nKey="add-data-source">Add data source</Trans>
    </LinkButton>
  );
}
