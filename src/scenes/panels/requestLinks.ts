import { DataTopic, type DataFrame, type DataLink, type Field } from '@grafana/data';
import { t } from '@grafana/i18n';
import type { CustomTransformerDefinition } from '@grafana/scenes';
import { map } from 'rxjs';
import { requestPath } from '../../routing/requestPath';
import { GATEWAY_VARIABLE } from '../variables/names';

/** The label of exemplars that has a request's id. */
const REQUEST_ID = 'request_id';

/** Leads from an exemplar on a graph to the request it is of. */
export const requestLinks: CustomTransformerDefinition = {
  topic: DataTopic.Annotations,
  operator: () => (source) => source.pipe(map(linkRequests)),
};

export function linkRequests(frames: DataFrame[]): DataFrame[] {
  return frames.map((frame) => ({ ...frame, fields: frame.fields.map(linkRequest) }));
}

function linkRequest(field: Field): Field {
  if (field.name !== REQUEST_ID) {
    return field;
  }
  return { ...field, config: { ...field.config, links: [...(field.config.links ?? []), requestLink()] } };
}

/** From a field that holds a request's id to that request. */
export function requestLink(): DataLink {
  const url = `${requestPath('${__value.raw}')}&\${__url_time_range}&var-${GATEWAY_VARIABLE}=\${${GATEWAY_VARIABLE}}`;
  return { title: t('panels.open-request', 'Open request'), url };
}
