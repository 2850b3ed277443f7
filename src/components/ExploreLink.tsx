import React from 'react';
import type { TimeRange } from '@grafana/data';
import { t } from '@grafana/i18n';
import type { DataQuery } from '@grafana/schema';
import { LinkButton } from '@grafana/ui';
import { DATASOURCE_ID } from '@llm-gateway/catalogue';
import { mayExplore } from '../api/user';
import { exploreHref, exploreRange } from '../routing/exploreHref';

interface Props {
  gatewayUid: string;
  range: TimeRange;
  /** A query of our data source that asks what is shown. */
  query: Omit<DataQuery, 'refId'>;
  /** What else of Explore's answer is to be known. */
  tooltip?: string;
}

/** The way from a table of ours to Explore with the same question, as the menus of panels have it. */
export function ExploreLink({ gatewayUid, range, query, tooltip }: Props) {
  if (!mayExplore()) {
    return null;
  }
  const queries = [{ ...query, refId: 'A', datasource: { uid: gatewayUid, type: DATASOURCE_ID } }];
  return (
    <LinkButton
      size="sm"
      variant="secondary"
      icon="compass"
      tooltip={tooltip}
      href={exploreHref({ dataSourceUid: gatewayUid, queries, range: exploreRange(range) })}
    >
      {t('explore.link', 'Explore')}
    </LinkButton>
  );
}
