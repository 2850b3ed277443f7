import React from 'react';
import { sceneGraph, type SceneObject } from '@grafana/scenes';
import type { DataQuery } from '@grafana/schema';
import { ExploreLink } from '../components/ExploreLink';
import { useGatewayUid } from './queries/useAdminAnswer';

interface Props {
  part: SceneObject;
  query: Omit<DataQuery, 'refId'>;
  tooltip?: string;
}

/** Explore with the gateway and the time range of the page that a part stands in. */
export function SceneExploreLink({ part, ...question }: Props) {
  const { value: range } = sceneGraph.getTimeRange(part).useState();
  return <ExploreLink gatewayUid={useGatewayUid(part)} range={range} {...question} />;
}
