import type { DataSourceInstanceSettings } from '@grafana/data';
import {
  setBackendSrv,
  setDataSourceSrv,
  type BackendSrv,
  type BackendSrvRequest,
  type DataSourceSrv,
} from '@grafana/runtime';
import { of, throwError } from 'rxjs';

interface Answer {
  status?: number;
  data: unknown;
}

/**
 * Answers to Grafana's HTTP API by method and path, with its query or for any query; what is not here is a 404. Collects
 * what was asked.
 */
export function fakeApi(answers: Record<string, Answer | (() => Answer)>): BackendSrvRequest[] {
  const requests: BackendSrvRequest[] = [];
  const fetch = (request: BackendSrvRequest) => {
    requests.push(request);
    const asked = `${request.method} ${request.url}`;
    const found = answers[asked] ?? answers[asked.split('?')[0]!] ?? { status: 404, data: { message: 'Not found' } };
    const { status = 200, data } = typeof found === 'function' ? found() : found;
    return status < 400
      ? of({ status, data })
      : throwError(() => ({ status, statusText: 'Failed', data, config: request }));
  };
  setBackendSrv({ fetch } as unknown as BackendSrv);
  return requests;
}

export interface FakeDataSource {
  uid: string;
  name: string;
  type: string;
}

/** The data sources this Grafana has. */
export function fakeDataSources(...dataSources: FakeDataSource[]): void {
  const all = dataSources.map(instanceSettings);
  setDataSourceSrv({
    getList: (filters) => all.filter(({ type }) => !filters?.pluginId || type === filters.pluginId),
    getInstanceSettings: (ref) => all.find(({ uid, name }) => [uid, name].includes(typeof ref === 'string' ? ref : '')),
    get: () => Promise.reject(new Error('no data source can be queried in this test')),
  } as DataSourceSrv);
}

function instanceSettings({ uid, name, type }: FakeDataSource): DataSourceInstanceSettings {
  const meta = { id: type, name: type, info: { logos: { small: '', large: '' } } };
  return {
    uid,
    name,
    type,
    meta,
    jsonData: {},
    readOnly: false,
    access: 'proxy',
  } as unknown as DataSourceInstanceSettings;
}
