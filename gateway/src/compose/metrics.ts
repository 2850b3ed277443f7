import { dialects as allDialects } from '@llm-gateway/catalogue';

import type { Config } from '../config/schema.js';
import type { Charge, Subjects } from '../governance/charges.js';
import type { Principal } from '../governance/principal.js';
import { Exposition, type Scrape } from '../metrics/exposition/exposition.js';
import type { Format } from '../metrics/exposition/format.js';
import { presetSeries } from '../metrics/presetSeries.js';
import { recordUsage } from '../metrics/recording/recordUsage.js';
import { type Metrics, createMetrics } from '../metrics/registry.js';
import { timeDatabase } from '../metrics/state/observeDatabase.js';
import { type StateParts, observeState } from '../metrics/state/observeState.js';
import type { ModelGroup } from '../routing/deployment.js';
import type { UsageListener } from '../usage/event.js';
import { VERSION } from '../version.js';

export interface WiredMetrics extends Metrics {
  readonly record: UsageListener;
  readonly render: (format: Format) => Promise<Scrape>;
  /** Series of what is configured begin with 0. */
  preset(groups: Iterable<ModelGroup>, principals: readonly Principal[]): void;
  /** What state is read from; before, there is none. */
  observe(parts: StateParts): void;
  countRefusal(charge: Charge, subjects: Subjects): void;
  readonly database: ReturnType<typeof timeDatabase>;
}

/** Metrics as the configuration asks for them: recorded, observed and shown. */
export function createWiredMetrics(config: Config['metrics']): WiredMetrics {
  const dialects = allDialects.filter(({ name }) => config.dialects.some((each) => each === name));
  const metrics = createMetrics({
    dialects,
    maxLabelValues: config.max_label_values,
    hashNames: config.hash_names,
    off: config.off,
  });
  const { instruments, labels } = metrics;
  instruments.buildInfo.set({ version: VERSION, node_version: process.version }, 1);
  let observe: () => Promise<void> | void = () => undefined;
  const exposition = new Exposition({
    metrics,
    native: config.dialects.includes('native'),
    dialects,
    observe: () => observe(),
  });
  return {
    ...metrics,
    record: recordUsage(metrics, config.latency_by),
    render: (format) => exposition.render(format),
    preset: (groups, principals) => presetSeries(metrics, { groups, principals, latencyBy: config.latency_by }),
    observe(parts) {
      observe = observeState(metrics, parts);
    },
    database: timeDatabase(instruments),
    countRefusal({ budget, limit, unit }, { team }) {
      const rule = labels.rule.show(budget?.name ?? limit?.name ?? '');
      instruments.refusals.inc({ rule, unit, team: labels.team.show(team) });
    },
  };
}
