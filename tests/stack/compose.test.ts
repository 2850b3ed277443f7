import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

import { EXPORTER_JOBS } from '../../catalogue/src/identity';
import { ROOT, compose, serviceOf } from '../support/compose';

const services = Object.entries(compose.services);
const isPath = (source: string) => source.startsWith('.') || source.startsWith('/');

interface Target {
  readonly targets: readonly string[];
}

function targetsOf(file: string): readonly string[] {
  const lists = parse(readFileSync(join(ROOT, 'provisioning/prometheus', file), 'utf8')) as readonly Target[];
  return lists.flatMap(({ targets }) => targets);
}

test('without a profile there is what a gateway needs, and no exporter', () => {
  const always = services.filter(([, { profiles }]) => profiles === undefined).map(([name]) => name);
  expect(always).toEqual([
    'secrets',
    'gateway',
    'postgres',
    'redis',
    'prometheus',
    'alertmanager-config',
    'alertmanager',
    'grafana-alerting',
    'grafana',
  ]);
  expect(services.filter(([, { profiles }]) => profiles !== undefined && String(profiles) !== 'full')).toEqual([]);
});

test('ports are published on this machine only; of what asks who is there, elsewhere when told to', () => {
  expect(Object.fromEntries(services.flatMap(([name, { ports }]) => (ports ? [[name, ports]] : [])))).toEqual({
    gateway: ['${BIND_ADDRESS:-127.0.0.1}:4000:4000'],
    prometheus: ['127.0.0.1:9090:9090'],
    alertmanager: ['127.0.0.1:9093:9093'],
    grafana: ['${BIND_ADDRESS:-127.0.0.1}:3000:3000'],
  });
});

test.each(services)('%s is of one version', (_name, { image, build }) => {
  if (build === undefined) {
    expect(image).toMatch(/^[a-z0-9./_-]+:v?\d[\w.-]*$/);
  } else {
    expect(image).toMatch(/^llm-gateway\/[a-z]+:local$/);
  }
});

test.each(services)('%s has no secret written out', (_name, { environment, command, entrypoint }) => {
  for (const [variable, value] of Object.entries(environment ?? {})) {
    if (/PASS|TOKEN|SECRET|KEY|SLACK_WEBHOOK|ALERT_WEBHOOK/.test(variable)) {
      // From a file, or from the environment without a default.
      expect(`${variable}=${value}`).toMatch(/^(\w+_FILE=\/run\/|(\w+)=\$\{\2:-\}$)/);
    }
    expect(value).not.toMatch(/:\/\/[^/\s]*:[^/\s]*@/);
  }
  for (const part of [...(command ?? []), ...(entrypoint ?? [])]) {
    for (const [, password] of part.matchAll(/(?:requirepass|PASSWORD=|password=|:\/\/\w*:(?=[^\s/]*@))"?\s*(\S+)/g)) {
      expect(password).toMatch(/^(%s|\$\$\(cat|\$\$\w+)/);
    }
  }
});

test('what is mounted is in the repository, and every volume is declared', () => {
  const mounts = services.flatMap(([name, { volumes }]) =>
    (volumes ?? []).map((volume) => [name, volume.split(':')[0] ?? ''] as const)
  );
  for (const [name, source] of mounts) {
    if (source.startsWith('.')) {
      expect([name, source, existsSync(join(ROOT, source))]).toEqual([name, source, true]);
    }
  }
  for (const [name, { volumes = [] }] of services) {
    const places = volumes.map((volume) => volume.split(':')[1]);
    expect([name, places.length]).toEqual([name, new Set(places).size]);
  }
  const named = new Set(mounts.map(([, source]) => source).filter((source) => !isPath(source)));
  expect([...named].toSorted()).toEqual(Object.keys(compose.volumes).toSorted());
});

test('only what reads this machine mounts parts of it', () => {
  const mounting = services.filter(([, { volumes }]) => volumes?.some((volume) => volume.startsWith('/')));
  expect(mounting.map(([name]) => name)).toEqual(['node-exporter', 'cadvisor']);
  for (const [, { volumes }] of mounting) {
    expect(volumes?.filter((volume) => !/:ro(,|$)/.test(volume))).toEqual([]);
  }
});

test('whoever reads a generated secret waits until it is there', () => {
  const secretVolumes = (serviceOf('secrets').volumes ?? []).map((volume) => volume.split(':')[0]);
  const waits = (name: string): boolean => {
    const before = Object.entries(serviceOf(name).depends_on ?? {});
    return before.some(
      ([other, { condition }]) =>
        (other === 'secrets' && condition === 'service_completed_successfully') || waits(other)
    );
  };
  const readers = services.filter(
    ([name, { volumes }]) =>
      name !== 'secrets' && volumes?.some((volume) => secretVolumes.includes(volume.split(':')[0]))
  );
  expect(readers.length).toBeGreaterThan(8);
  expect(readers.filter(([name]) => !waits(name)).map(([name]) => name)).toEqual([]);
  for (const [name, { volumes }] of readers) {
    const writable = volumes?.filter(
      (volume) => secretVolumes.includes(volume.split(':')[0]) && !volume.endsWith(':ro')
    );
    expect([name, writable]).toEqual([name, name === 'exporter-targets' ? ['exporter-targets:/to'] : []]);
  }
});

test('Prometheus finds every target among the services, on a network of its own', () => {
  const exporters = EXPORTER_JOBS.flatMap((job) => targetsOf(`exporters/${job}.yml`));
  expect(readdirSync(join(ROOT, 'provisioning/prometheus/exporters'))).toHaveLength(EXPORTER_JOBS.length);
  const targets = [...targetsOf('targets/llm-gateway.yml'), ...targetsOf('targets/alertmanager.yml'), ...exporters];
  const own = new Set(serviceOf('prometheus').networks);
  for (const target of targets) {
    const [name, port] = target.split(':');
    expect(port).toMatch(/^\d+$/);
    expect((serviceOf(name ?? '').networks ?? ['default']).some((network) => own.has(network))).toBe(true);
  }
  expect(exporters.filter((target) => serviceOf(target.split(':')[0] ?? '').profiles === undefined)).toEqual([]);
});

test('the images hold what their services run', () => {
  const script = serviceOf('alertmanager-config').entrypoint?.at(-1) ?? '';
  expect(script).toMatch(/^catalogue\/dist\/.*\.js$/);
  const source = script.replace('/dist/', '/src/').replace(/\.js$/, '.ts');
  expect([source, existsSync(join(ROOT, source))]).toEqual([source, true]);
});
