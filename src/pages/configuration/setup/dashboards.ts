import { APP_ID } from '@llm-gateway/catalogue';
import { errorMessage, send } from '../../../api/grafana';
import { isFetchError } from '@grafana/runtime';

/** A dashboard as Grafana keeps it. */
export interface Dashboard {
  readonly uid: string;
  readonly title: string;
  readonly templating?: { readonly list?: ReadonlyArray<{ readonly name: string; readonly type: string }> };
}

const FOLDER = { uid: 'llm-gateway', title: 'LLM Gateway' };
const CONFLICTS = [409, 412];

/** The dashboards that come with the app. */
export function bundledDashboards(): Promise<Dashboard[]> {
  return send('GET', `/public/plugins/${APP_ID}/dashboards.json`);
}

/** Uids of those that this Grafana has, whoever brought them. */
export async function installedDashboards(dashboards: readonly Dashboard[]): Promise<ReadonlySet<string>> {
  const query = dashboards.map(({ uid }) => `dashboardUIDs=${encodeURIComponent(uid)}`).join('&');
  const found = await send<Array<{ uid: string }>>('GET', `/api/search?type=dash-db&limit=500&${query}`);
  return new Set(found.map(({ uid }) => uid));
}

/** Imports dashboards into a folder of their own, with the Prometheus that they begin with. */
export async function installDashboards(dashboards: readonly Dashboard[], prometheusUid: string): Promise<void> {
  await makeFolder();
  for (const dashboard of dashboards) {
    await send('POST', '/api/dashboards/import', {
      dashboard: beginningWith(dashboard, prometheusUid),
      folderUid: FOLDER.uid,
      overwrite: true,
      inputs: [],
    });
  }
}

async function makeFolder(): Promise<void> {
  try {
    await send('POST', '/api/folders', FOLDER);
  } catch (error) {
    // There from an earlier time.
    if (!isFetchError(error) || !CONFLICTS.includes(error.status)) {
      throw new Error(errorMessage(error));
    }
  }
}

function beginningWith({ templating, ...rest }: Dashboard, prometheusUid: string): Dashboard {
  const list = templating?.list?.map((variable) =>
    variable.name === 'datasource' && variable.type === 'datasource'
      ? { ...variable, current: { selected: true, text: prometheusUid, value: prometheusUid } }
      : variable
  );
  return { ...rest, templating: { ...templating, list } };
}
