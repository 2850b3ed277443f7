import { SceneQueryRunner } from '@grafana/scenes';
import { DATASOURCE_ID } from '@llm-gateway/catalogue';
import type { GatewayQuery } from '../../datasource/types';
import { GATEWAY_VARIABLE } from '../variables/names';
import { NOT_COMPARED } from './comparison';

/** Questions to the gateway chosen on the page, for what is no graph. */
export function gatewayQueries(...queries: GatewayQuery[]): SceneQueryRunner {
  return new SceneQueryRunner({
    datasource: { uid: `\${${GATEWAY_VARIABLE}}`, type: DATASOURCE_ID },
    queries: queries.map((query) => ({ ...query, ...NOT_COMPARED })),
  });
}
