import type { AnnotationSupport } from '@grafana/data';
import { DEFAULT_QUERIES } from '../defaultQuery';
import { AnnotationEditor } from '../editors/AnnotationEditor';
import type { GatewayQuery } from '../types';
import { eventsQuery } from './eventsQuery';

/** Marks on a dashboard's graphs where something happened to the gateway. */
export const eventAnnotations: AnnotationSupport<GatewayQuery> = {
  getDefaultQuery: () => DEFAULT_QUERIES.events,
  prepareQuery: ({ target }) => eventsQuery(target),
  QueryEditor: AnnotationEditor,
};
