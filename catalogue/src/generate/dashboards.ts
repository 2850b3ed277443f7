import { stringify } from 'yaml';

import { dashboards as all } from '../dashboards/index.js';
import { FOLDER } from '../dashboards/tags.js';
import type { GeneratedFile } from './files.js';
import { HEADER, yamlFile } from './yamlFile.js';

const FILES = 'provisioning/grafana/dashboards/llm-gateway';

/** The dashboards as Grafana provisions them from files, and as its sidecar in Kubernetes finds them in ConfigMaps. */
export function dashboards(): readonly GeneratedFile[] {
  return [
    provider(),
    ...all.map((dashboard) => {
      const text = JSON.stringify(dashboard, null, 2);
      return { path: `${FILES}/${dashboard.uid}.json`, text: `${text}\n` };
    }),
    ...all.map(({ uid = '', ...rest }) => configMap(uid, JSON.stringify({ uid, ...rest }, null, 1))),
  ];
}

/** By the folder's title, without a uid of its own: alerting looks for it by title and would make a second one. */
function provider(): GeneratedFile {
  return yamlFile('provisioning/grafana/dashboards/llm-gateway.yaml', {
    apiVersion: 1,
    providers: [
      {
        name: 'LLM Gateway',
        orgId: 1,
        type: 'file',
        folder: FOLDER,
        allowUiUpdates: false,
        updateIntervalSeconds: 60,
        // Differs between compose and a bare machine.
        options: { path: '$LLM_GATEWAY_DASHBOARDS' },
      },
    ],
  });
}

function configMap(uid: string, text: string): GeneratedFile {
  const manifest = {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name: `${uid}-dashboard`,
      labels: { grafana_dashboard: '1', 'app.kubernetes.io/part-of': 'llm-gateway' },
      annotations: { grafana_folder: FOLDER },
    },
    data: { [`${uid}.json`]: `${text}\n` },
  };
  // Lines as they are: a folded one would still be read right, but by nobody with eyes.
  return {
    path: `deploy/kubernetes/dashboards/${uid}.yaml`,
    text: HEADER + stringify(manifest, { lineWidth: 0, blockQuote: 'literal' }),
  };
}
