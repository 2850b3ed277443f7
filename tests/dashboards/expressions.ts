import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import pages from '../../src/pages/expressions.json';

const FOLDER = join(__dirname, '../../provisioning/grafana/dashboards/llm-gateway');

export interface Shown {
  /** Of the dashboard, or `app`. */
  readonly where: string;
  readonly panel: string;
  readonly expr: string;
}

interface Panel {
  readonly title?: string;
  readonly panels?: readonly Panel[];
  readonly targets?: ReadonlyArray<{ readonly expr: string }>;
}

/** Every expression of every generated dashboard, as it is in the file that Grafana reads. */
export function dashboardExpressions(): Shown[] {
  return readdirSync(FOLDER).flatMap((file) => {
    const { uid, panels } = JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as { uid: string; panels: Panel[] };
    return panels.flatMap(({ panels: closed = [], ...panel }) =>
      [panel, ...closed].flatMap(({ title = '', targets = [] }) =>
        targets.map(({ expr }) => ({ where: uid, panel: title, expr }))
      )
    );
  });
}

/** Every expression of the app's pages; a test of the app holds the list to the pages. */
export function pageExpressions(): Shown[] {
  return Object.entries(pages).flatMap(([panel, expressions]) =>
    expressions.map((expr) => ({ where: 'app', panel, expr }))
  );
}

/** Grafana's variables for a Prometheus that scrapes every second and has done so for less than a minute. */
const FILLED: Readonly<Record<string, string>> = {
  $__rate_interval: '5s',
  $__interval: '5s',
  $__range: '1m',
  // Some points, and some time before them.
  $history: '15s',
};

/** With variables at All. */
export function filledIn(expr: string, variables: Readonly<Record<string, string>> = {}): string {
  return expr.replace(/\$\w+/g, (name) => FILLED[name] ?? variables[name.slice(1)] ?? '.*');
}
