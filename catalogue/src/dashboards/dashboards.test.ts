import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Dashboard, GridPos, Panel, RowPanel } from '@grafana/grafana-foundation-sdk/dashboard';
import { stringify } from 'yaml';

import { TARGET_LABELS } from '../expressions/selector.js';
import type { MetricFamily } from '../metrics/family.js';
import { exporters } from '../metrics/exporters.js';
import { native } from '../metrics/native.js';
import { dashboards } from './index.js';
import { DASHBOARD_TAG } from './tags.js';

type AnyPanel = Panel | RowPanel;
interface Target {
  readonly expr: string;
  readonly refId: string;
  readonly legendFormat: string;
}

/** As Grafana reads it: what is undefined in memory is not in the file. */
const DASHBOARDS = dashboards.map((each) => {
  const read = JSON.parse(JSON.stringify(each)) as Dashboard;
  return [read.uid ?? '', read] as const;
});

const isRow = (panel: AnyPanel): panel is RowPanel => panel.type === 'row';
/** All panels, those of closed rows too. */
const panelsOf = ({ panels = [] }: Dashboard): Panel[] =>
  panels.flatMap((panel: AnyPanel) => (isRow(panel) ? panel.panels : [panel]));
const targetsOf = (panel: Panel) => (panel.targets ?? []) as unknown as Target[];
const expressionsOf = (dashboard: Dashboard) =>
  panelsOf(dashboard).flatMap((panel) => targetsOf(panel).map(({ expr }) => [panel.title ?? '', expr] as const));
const variablesOf = ({ templating }: Dashboard) => templating?.list ?? [];

const FAMILIES: readonly MetricFamily[] = [native, exporters].flatMap((of) => Object.values(of));

/** The family that a name in an expression is of. */
function familyOf(name: string): MetricFamily | undefined {
  return FAMILIES.find((family) =>
    family.type === 'histogram'
      ? ['bucket', 'sum', 'count'].some((part) => name === `${family.name}_${part}`)
      : name === family.name
  );
}

const FUNCTIONS = [
  ...[
    'sum',
    'min',
    'max',
    'avg',
    'count',
    'topk',
    'by',
    'or',
    'unless',
    'offset',
    'scalar',
    'vector',
    'floor',
    'time',
    'rate',
    'increase',
  ],
  ...['and', 'avg_over_time', 'last_over_time'],
  ...['histogram_quantile', 'clamp_min', 'predict_linear', 'deriv', 'sum_over_time', 'min_over_time', 'max_over_time'],
];

/** The series that an expression selects, and with which labels; all are selected with some. */
function selectors(expression: string): ReadonlyArray<{ readonly name: string; readonly labels: readonly string[] }> {
  const rest = expression
    .replace(/\w+\{[^}]*\}/g, '')
    .replace(/by \([^)]*\)/g, '')
    .replace(/\[[^\]]*\]|\$\w+/g, '');
  expect(FUNCTIONS).toEqual(expect.arrayContaining([...rest.matchAll(/\b[a-zA-Z_]\w*/g)].map(([name]) => name)));
  return [...expression.matchAll(/(\w+)\{([^}]*)\}/g)].map(([, name = '', matchers = '']) => ({
    name,
    labels: [...matchers.matchAll(/(\w+)[=!]~"/g)].map(([, label = '']) => label),
  }));
}

test('have uids and titles of their own', () => {
  const uids = DASHBOARDS.map(([uid]) => uid);
  expect(uids).toEqual([...new Set(uids)]);
  for (const [uid, { title, description, tags }] of DASHBOARDS) {
    expect(uid).toMatch(/^llm-gateway-[a-z-]{1,28}$/);
    expect(title).toMatch(/^LLM Gateway/);
    expect(description).toMatch(/\.$/);
    expect(tags).toContain(DASHBOARD_TAG);
  }
  expect(new Set(DASHBOARDS.map(([, { title }]) => title)).size).toBe(uids.length);
});

describe.each(DASHBOARDS)('%s', (_uid, dashboard) => {
  const panels = panelsOf(dashboard);

  test('begins with the variables that all have', () => {
    const variables = variablesOf(dashboard);
    expect(variables.slice(0, 3).map(({ name }) => name)).toEqual(['datasource', 'cluster', 'instance']);
    expect(variables[0]).toMatchObject({ type: 'datasource', query: 'prometheus' });
    for (const { multi, allValue } of variables.filter(({ includeAll }) => includeAll)) {
      expect({ multi, allValue }).toEqual({ multi: true, allValue: '.*' });
    }
  });

  test('asks variables of series and labels that exist', () => {
    for (const { definition = '' } of variablesOf(dashboard).filter(({ type }) => type === 'query')) {
      const [, name = '', matchers = '', label] = /^label_values\((\w+)(\{[^}]*\})?, (\w+)\)$/.exec(definition) ?? [];
      const labels = [...(familyOf(name)?.labels ?? []), ...TARGET_LABELS];
      expect(labels).toContain(label);
      expect(labels).toEqual(expect.arrayContaining([...matchers.matchAll(/(\w+)=~/g)].map(([, of]) => of)));
    }
  });

  test('uses no variable that it does not have', () => {
    const known = variablesOf(dashboard).map(({ name }) => name);
    const text = JSON.stringify({
      panels: dashboard.panels,
      links: dashboard.links,
      variables: variablesOf(dashboard),
    });
    const used = [...text.matchAll(/\$\{?([a-z]\w*)/g)].map(([, name]) => name);
    expect(known).toEqual(expect.arrayContaining(used));
  });

  test('leads to the other dashboards and to the app, with time and variables', () => {
    expect(dashboard.links).toEqual([
      expect.objectContaining({ type: 'dashboards', tags: [DASHBOARD_TAG], keepTime: true, includeVars: true }),
      expect.objectContaining({ url: '/a/llmgateway-app/overview?var-prometheus=${datasource}', keepTime: true }),
    ]);
  });

  test('numbers its panels, each once', () => {
    const ids = [...(dashboard.panels ?? []), ...panels].map(({ id }) => id);
    expect(new Set(ids).size).toBe(new Set([...(dashboard.panels ?? []), ...panels]).size);
    expect(ids.every((id) => Number.isInteger(id) && Number(id) > 0)).toBe(true);
  });

  test('puts no panel over another or past the right edge', () => {
    const groups: AnyPanel[][] = [
      dashboard.panels ?? [],
      ...(dashboard.panels ?? []).filter(isRow).map(({ panels: closed }) => closed),
    ];
    for (const group of groups) {
      const places = group.map(({ gridPos }) => gridPos as GridPos);
      for (const [index, a] of places.entries()) {
        expect(a.x + a.w).toBeLessThanOrEqual(24);
        for (const b of places.slice(index + 1)) {
          const apart = a.x + a.w <= b.x || b.x + b.w <= a.x || a.y + a.h <= b.y || b.y + b.h <= a.y;
          expect({ a, b, apart }).toEqual({ a, b, apart: true });
        }
      }
    }
  });

  test.each(panels.map((panel) => [panel.title ?? '', panel] as const))(
    'explains “%s”, and gives it data, a unit and a text for when it is empty',
    (title, panel) => {
      expect(title).not.toBe('');
      expect(panel.description).toMatch(/\w.{10,}/);
      expect(panel.fieldConfig?.defaults.unit).toBeTruthy();
      expect(panel.fieldConfig?.defaults.noValue).toBeTruthy();
      expect(panel.datasource).toEqual({ type: 'prometheus', uid: '${datasource}' });
      expect(targetsOf(panel).length).toBeGreaterThan(0);
      expect(new Set(targetsOf(panel).map(({ refId }) => refId)).size).toBe(targetsOf(panel).length);
    }
  );

  test.each(expressionsOf(dashboard))('“%s” uses series and labels that exist: %s', (_title, expression) => {
    const used = selectors(expression);
    expect(used).not.toEqual([]);
    for (const { name, labels } of used) {
      const family = familyOf(name);
      expect({ name, known: family !== undefined }).toEqual({ name, known: true });
      const known = [...(family?.labels ?? []), ...TARGET_LABELS, 'le'];
      expect(known).toEqual(expect.arrayContaining([...labels]));
      expect(labels).toContain('cluster');
      const by = [...expression.matchAll(/by \(([^)]*)\)/g)].flatMap(([, list = '']) => list.split(', '));
      expect(known).toEqual(expect.arrayContaining(by));
    }
  });

  test('names its series by labels that their expressions leave', () => {
    for (const { expr, legendFormat } of panels.flatMap(targetsOf)) {
      const labels = [...legendFormat.matchAll(/\{\{(\w+)\}\}/g)].map(([, label]) => label);
      const by = [...expr.matchAll(/by \(([^)]*)\)/g)].flatMap(([, list = '']) => list.split(', '));
      // Without an aggregation all labels are there.
      if (by.length > 0) {
        expect(by).toEqual(expect.arrayContaining(labels));
      }
    }
  });
});

/** Grafana's variables in place of which the checks put something. */
const FILLED: Readonly<Record<string, string>> = {
  $__rate_interval: '1m',
  $__interval: '1m',
  $__range: '1h',
  $history: '6h',
};

function filled(expression: string): string {
  return expression.replace(/\$\w+/g, (variable) => FILLED[variable] ?? '.*');
}

function hasPromtool(): boolean {
  try {
    execFileSync('promtool', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

(hasPromtool() ? test : test.skip)(
  'promtool (skipped where there is none on PATH) accepts every expression of every dashboard',
  () => {
    const directory = mkdtempSync(join(tmpdir(), 'llm-gateway-dashboards-'));
    try {
      const expressions = DASHBOARDS.flatMap(([, dashboard]) =>
        expressionsOf(dashboard).map(([, expr]) => filled(expr))
      );
      const rules = expressions.map((expr, index) => ({ record: `checked:expression${index}`, expr }));
      const file = join(directory, 'rules.yaml');
      writeFileSync(file, stringify({ groups: [{ name: 'dashboards', rules }] }));
      const output = execFileSync('promtool', ['check', 'rules', file], { encoding: 'utf8' });
      expect(output).toContain(`SUCCESS: ${rules.length} rules found`);
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  }
);
