import { getDataSourceSrv } from '@grafana/runtime';
import { DATASOURCE_ID } from '@llm-gateway/catalogue';
import { send } from '../../../api/grafana';

export interface NewGateway {
  readonly name: string;
  readonly url: string;
  readonly adminToken: string;
}

interface Added {
  readonly datasource: { readonly uid: string };
}

/**
 * Makes a data source for a gateway; Grafana's server keeps the token encrypted and tells it to no browser.
 * @returns its uid, once this browser knows of it
 * @throws what Grafana says, as of a name that is taken
 */
export async function addGatewayDataSource({ name, url, adminToken }: NewGateway): Promise<string> {
  const { datasource } = await send<Added>('POST', '/api/datasources', {
    name,
    url,
    type: DATASOURCE_ID,
    access: 'proxy',
    secureJsonData: { adminToken },
  });
  // It is typed to end at once and ends when Grafana has answered.
  await Promise.resolve(getDataSourceSrv().reload());
  return datasource.uid;
}
