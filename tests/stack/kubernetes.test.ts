import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

import { SCRAPE_JOB, USAGE_JOB } from '../../catalogue/src/identity';
import { parseConfig } from '../../gateway/src/config/load';
import { ROOT } from '../support/compose';

const DIRECTORY = join(ROOT, 'deploy/kubernetes');

interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly labels?: Readonly<Record<string, string>> };
  // The manifests are read as they are, and each test names the fields that it looks at.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly spec: any;
  readonly stringData?: Readonly<Record<string, string>>;
}

interface Kustomization {
  readonly resources: readonly string[];
  readonly configMapGenerator?: ReadonlyArray<{ readonly name: string; readonly files: readonly string[] }>;
  readonly images?: ReadonlyArray<{ readonly name: string }>;
}

const read = <Content>(path: string): Content => parse(readFileSync(join(DIRECTORY, path), 'utf8')) as Content;

/** Paths of the manifests that `kubectl apply -k` of a folder applies. */
function applied(folder: string): readonly string[] {
  return read<Kustomization>(join(folder, 'kustomization.yaml')).resources.flatMap((resource) => {
    const path = join(folder, resource);
    return path.endsWith('.yaml') ? [path] : applied(path);
  });
}

const manifests = applied('.').map((path) => [path, read<Manifest>(path)] as const);

function manifestOf(kind: string, name = 'llm-gateway'): Manifest {
  const found = manifests.filter(([, manifest]) => manifest.kind === kind && manifest.metadata.name === name);
  expect([kind, found.length]).toEqual([kind, 1]);
  return (found[0] as (typeof manifests)[number])[1];
}

const deployment = manifestOf('Deployment').spec;
const pod = deployment.template.spec;
const [container] = pod.containers;
const labels = deployment.template.metadata.labels as Readonly<Record<string, string>>;
const secret = read<Manifest>('gateway/secret.example.yaml');

const matches = (selector: Readonly<Record<string, string>>) =>
  Object.entries(selector).every(([name, value]) => labels[name] === value);

const API_VERSIONS: Readonly<Record<string, string>> = {
  ServiceAccount: 'v1',
  Service: 'v1',
  ConfigMap: 'v1',
  Deployment: 'apps/v1',
  PodDisruptionBudget: 'policy/v1',
  ServiceMonitor: 'monitoring.coreos.com/v1',
  PrometheusRule: 'monitoring.coreos.com/v1',
};

test.each(manifests)('%s is of a kind and version that Kubernetes has, and named as it may be', (_path, manifest) => {
  expect([manifest.kind, manifest.apiVersion]).toEqual([manifest.kind, API_VERSIONS[manifest.kind]]);
  expect(manifest.metadata.name).toMatch(/^[a-z0-9]([-a-z0-9]{0,251}[a-z0-9])?$/);
  for (const value of Object.values(manifest.metadata.labels ?? {})) {
    expect(value).toMatch(/^[\w.-]{1,63}$/);
  }
});

test('every manifest is applied, but for the template of the secret', () => {
  const files = (readdirSync(DIRECTORY, { recursive: true }) as string[]).filter((path) => path.endsWith('.yaml'));
  const left = files.filter((path) => !path.endsWith('kustomization.yaml') && !applied('.').includes(path));
  expect(left.toSorted()).toEqual(['gateway/llm-gateway.yaml', 'gateway/secret.example.yaml']);
  expect(manifests.map(([path]) => path).filter((path) => !existsSync(join(DIRECTORY, path)))).toEqual([]);
});

test('every manifest is small enough for the annotation that kubectl keeps of it', () => {
  // 256 KiB; in it, the manifest is JSON, and its quotes are escaped.
  expect(manifests.filter(([, manifest]) => JSON.stringify(manifest).length > 250_000)).toEqual([]);
  expect(manifests.filter(([path]) => statSync(join(DIRECTORY, path)).size > 1_000_000)).toEqual([]);
});

test('service, disruption budget and monitor find the pods', () => {
  expect(matches(deployment.selector.matchLabels)).toBe(true);
  const service = manifestOf('Service');
  expect(matches(service.spec.selector)).toBe(true);
  expect(service.spec.ports).toEqual([{ name: 'http', port: 4000, targetPort: 'http' }]);
  expect(container.ports).toEqual([{ name: 'http', containerPort: 4000 }]);
  expect(matches(manifestOf('PodDisruptionBudget').spec.selector.matchLabels)).toBe(true);
  expect(matches(pod.topologySpreadConstraints[0].labelSelector.matchLabels)).toBe(true);
  const { selector, endpoints } = manifestOf('ServiceMonitor').spec;
  for (const [name, value] of Object.entries(selector.matchLabels)) {
    expect(service.metadata.labels?.[name]).toBe(value);
  }
  expect(endpoints.map(({ port }: { port: string }) => port)).toEqual(['http', 'http']);
  expect(pod.serviceAccountName).toBe(manifestOf('ServiceAccount').metadata.name);
});

test('both metrics endpoints are scraped with the token, under the jobs that rules and dashboards know', () => {
  const { endpoints } = manifestOf('ServiceMonitor').spec;
  expect(
    endpoints.map((each: { path: string; relabelings: Array<{ targetLabel: string; replacement: string }> }) => [
      each.path,
      each.relabelings.find(({ targetLabel }) => targetLabel === 'job')?.replacement,
    ])
  ).toEqual([
    ['/metrics', SCRAPE_JOB],
    ['/api/v1/llm/metrics', USAGE_JOB],
  ]);
  for (const { authorization } of endpoints) {
    expect(authorization.type).toBe('Bearer');
    expect(authorization.credentials.name).toBe(secret.metadata.name);
    expect(secret.stringData).toHaveProperty(authorization.credentials.key);
  }
});

test('the rules are those that Prometheus has elsewhere', () => {
  const file = join(ROOT, 'provisioning/prometheus/rules/llm-gateway.yml');
  expect(manifestOf('PrometheusRule').spec).toEqual(parse(readFileSync(file, 'utf8')));
});

test('the template of the secret has no values, and names what the gateway reads', () => {
  const { stringData = {} } = secret;
  expect(Object.values(stringData).filter((value) => value !== '')).toEqual([]);
  expect(container.envFrom).toEqual([{ secretRef: { name: secret.metadata.name } }]);
  const tokens = readFileSync(join(ROOT, 'gateway/src/compose/tokens.ts'), 'utf8');
  for (const [, name = ''] of tokens.matchAll(/env\['(\w+)'\]/g)) {
    expect(Object.keys(stringData)).toContain(name);
  }
});

test('the configuration is one that the gateway takes', () => {
  const [{ name, files }] = read<Kustomization>('gateway/kustomization.yaml').configMapGenerator as [
    { name: string; files: string[] },
  ];
  const config = pod.volumes.find((volume: { name: string }) => volume.name === 'config');
  expect(config.configMap.name).toBe(name);
  expect(files).toEqual(['llm-gateway.yaml']);
  const text = readFileSync(join(DIRECTORY, 'gateway/llm-gateway.yaml'), 'utf8');
  const env = { ...secret.stringData, OPENAI_API_KEY: 'sk-test' };
  expect(parseConfig(text, 'llm-gateway.yaml', env).models.length).toBeGreaterThan(0);
  const at = container.args.indexOf('--config');
  expect(container.args[at + 1]).toBe('/etc/llm-gateway/llm-gateway.yaml');
});

test('every mount has its volume, and the image is one of ours', () => {
  const volumes = pod.volumes.map(({ name }: { name: string }) => name);
  expect(container.volumeMounts.map(({ name }: { name: string }) => name)).toEqual(volumes);
  const names = read<Kustomization>('gateway/kustomization.yaml').images?.map(({ name }) => name);
  expect(names).toEqual([container.image.split(':')[0]]);
  expect(container.image).toMatch(/:\d+\.\d+\.\d+$/);
});

test('it runs with as little as it needs', () => {
  expect(pod.securityContext).toMatchObject({ runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } });
  expect(container.securityContext).toEqual({
    allowPrivilegeEscalation: false,
    readOnlyRootFilesystem: true,
    capabilities: { drop: ['ALL'] },
  });
  expect(pod.automountServiceAccountToken).toBe(false);
  expect(pod.enableServiceLinks).toBe(false);
  expect(container.resources).toMatchObject({ requests: { cpu: expect.any(String) }, limits: { memory: '1Gi' } });
});

test('a replica is asked whether it lives and whether it is ready, and leaves in peace', () => {
  const paths = ['startupProbe', 'livenessProbe', 'readinessProbe'].map((probe) => container[probe].httpGet);
  expect(paths).toEqual([
    { path: '/health/live', port: 'http' },
    { path: '/health/live', port: 'http' },
    { path: '/health/ready', port: 'http' },
  ]);
  const routes = readFileSync(join(ROOT, 'gateway/src/http/ops/health.ts'), 'utf8');
  paths.forEach(({ path }) => expect(routes).toContain(`'${path}'`));
  const [, seconds] = container.lifecycle.preStop.exec.command;
  expect(pod.terminationGracePeriodSeconds).toBeGreaterThan(Number(seconds) + 120);
  expect(deployment.strategy.rollingUpdate.maxUnavailable).toBe(0);
});
