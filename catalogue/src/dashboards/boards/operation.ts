import { databasePoolUse } from '../../expressions/databasePoolUse.js';
import { gatewayUp } from '../../expressions/gatewayUp.js';
import { gaugeOf } from '../../expressions/gaugeOf.js';
import { occurrences } from '../../expressions/occurrences.js';
import { quantileOf } from '../../expressions/quantileOf.js';
import { rateOf } from '../../expressions/rateOf.js';
import { uptime } from '../../expressions/uptime.js';
import { SCRAPE_JOB } from '../../identity.js';
import { RANGE } from '../../expressions/selector.js';
import { native } from '../../metrics/native.js';
import { scrapeFamilies } from '../../metrics/exporters/scrape.js';
import { dashboard } from '../dashboard.js';
import { type Row, sized } from '../layout.js';
import { UP_DOWN } from '../mappings.js';
import * as palette from '../palette.js';
import { barGauge } from '../panels/barGauge.js';
import { quantiles } from '../panels/quantiles.js';
import { series } from '../panels/series.js';
import { stat } from '../panels/stat.js';
import { states } from '../panels/states.js';
import { table } from '../panels/table.js';
import { GATEWAYS } from '../scope.js';
import { UNITS } from '../units.js';

const matchers = GATEWAYS;
const ofInstance = { by: ['instance'] as const, matchers };
const OF_PROCESS = { by: ['instance'] as const, matchers: { ...GATEWAYS, job: SCRAPE_JOB } };

const gateways: Row = {
  title: 'Gateways',
  panels: [
    ...sized(
      12,
      6,
      states({
        title: 'Up',
        description: 'Whether Prometheus reached each gateway.',
        unit: UNITS.count,
        noValue: 'No gateway is scraped',
        mappings: UP_DOWN,
        queries: [{ expr: gatewayUp(matchers), legend: '{{instance}}' }],
      }),
      table({
        title: 'Builds',
        description: 'Version of each gateway, and of the Node.js that runs it.',
        noValue: 'No gateway is scraped',
        labels: [
          { label: 'instance', head: 'Instance' },
          { label: 'version', head: 'Version' },
          { label: 'node_version', head: 'Node.js' },
        ],
        sortBy: 'Instance',
        ascending: true,
        values: [
          {
            head: 'Gateways',
            expr: gaugeOf(native.buildInfo, { by: ['instance', 'version', 'node_version'], matchers }),
            unit: UNITS.count,
          },
        ],
      })
    ),
    ...sized(
      4,
      4,
      stat({
        title: 'Uptime',
        description: 'Since the gateway that started last did so.',
        unit: UNITS.seconds,
        sparkline: false,
        queries: [{ expr: `min (${uptime(matchers)})`, legend: 'Uptime' }],
      }),
      stat({
        title: 'Drift in Requests',
        description:
          'Requests in the metrics less those in the ledger or on their way to it: anything but 0 is a fault.',
        unit: UNITS.count,
        thresholds: palette.ANY_IS_BAD,
        queries: [{ expr: gaugeOf(native.reconciliationDriftRequests, { matchers }), legend: 'Drift' }],
      }),
      stat({
        title: 'Drift in Cost',
        description: 'Cost in the metrics less that in the ledger or on its way to it: anything but 0 is a fault.',
        unit: UNITS.dollars,
        thresholds: palette.ANY_IS_BAD,
        queries: [{ expr: gaugeOf(native.reconciliationDriftUsd, { matchers }), legend: 'Drift' }],
      }),
      stat({
        title: 'Ledger Lag',
        description: 'Age of the oldest usage event that is not yet in the ledger.',
        unit: UNITS.seconds,
        thresholds: palette.LEDGER_LAG,
        queries: [{ expr: gaugeOf(native.ledgerLag, { matchers, aggregation: 'max' }), legend: 'Lag' }],
      }),
      stat({
        title: 'Label Overflows',
        description: 'Observations in the time range whose label value became “other”, as its label had too many.',
        unit: UNITS.count,
        decimals: 0,
        noValue: 'None',
        thresholds: palette.NONE_IS_BETTER,
        sparkline: false,
        queries: [{ expr: occurrences(native.labelOverflows, { matchers, window: RANGE }), legend: 'Overflows' }],
      }),
      stat({
        title: 'Refused Reloads',
        description: 'Changed configurations in the time range that were refused: the gateway keeps to the one before.',
        unit: UNITS.count,
        decimals: 0,
        noValue: 'None',
        thresholds: palette.NONE_IS_BETTER,
        sparkline: false,
        queries: [
          {
            expr: occurrences(native.configReloads, { matchers: { ...matchers, result: 'failure' }, window: RANGE }),
            legend: 'Refused',
          },
        ],
      })
    ),
  ],
};

const ledger: Row = {
  title: 'Ledger',
  panels: sized(
    8,
    9,
    series({
      title: 'Ledger Lag by Gateway',
      description: 'Age of the oldest usage event that is not yet in the ledger. From 30 s an alert fires.',
      unit: UNITS.seconds,
      softMax: 1,
      calcs: ['lastNotNull', 'max'],
      queries: [{ expr: gaugeOf(native.ledgerLag, { ...ofInstance, aggregation: 'max' }), legend: '{{instance}}' }],
    }),
    series({
      title: 'Events That Wait',
      description: 'Usage events not yet written to the ledger; past ledger.max_pending requests are refused.',
      unit: UNITS.count,
      softMax: 10,
      calcs: ['lastNotNull', 'max'],
      queries: [{ expr: gaugeOf(native.ledgerPending, ofInstance), legend: '{{instance}}' }],
    }),
    series({
      title: 'Journal',
      description: 'Size of the journal that holds usage events until they are in the ledger.',
      unit: UNITS.bytes,
      calcs: ['lastNotNull', 'max'],
      queries: [{ expr: gaugeOf(native.ledgerJournal, ofInstance), legend: '{{instance}}' }],
    }),
    series({
      title: 'Events Written',
      description: 'Usage events per second that went into the ledger.',
      unit: UNITS.perSecond,
      queries: [{ expr: rateOf(native.ledgerWritten, ofInstance), legend: '{{instance}}' }],
    }),
    series({
      title: 'Failed Writes',
      description:
        'Batches per second that the ledger did not take, and events it never will (kept in journal/refused.bad).',
      unit: UNITS.perSecond,
      softMax: 1,
      queries: [
        { expr: rateOf(native.ledgerWriteFailures, ofInstance), legend: '{{instance}} failed batches' },
        { expr: rateOf(native.ledgerRefused, ofInstance), legend: '{{instance}} refused events' },
      ],
    }),
    states({
      title: 'Database Takes Events',
      description: 'Whether the database takes usage events; what it does not take waits in the journal.',
      unit: UNITS.count,
      mappings: UP_DOWN,
      queries: [{ expr: gaugeOf(native.storeUp, { ...ofInstance, aggregation: 'min' }), legend: '{{instance}}' }],
    })
  ),
};

const database: Row = {
  title: 'Database and Redis',
  panels: sized(
    8,
    9,
    series({
      title: 'Database Connections',
      softMax: 1,
      description: 'Connections of the pool by what they do; “waiting” is asked for and not yet given.',
      unit: UNITS.count,
      noValue: 'No connection pool: SQLite needs none',
      calcs: ['lastNotNull', 'max'],
      queries: [
        { expr: gaugeOf(native.databaseConnections, { by: ['state'], matchers }), legend: '{{state}}' },
        { expr: gaugeOf(native.databaseConnectionsMax, { matchers }), legend: 'at most' },
      ],
    }),
    series({
      title: 'Database Pool in Use',
      description: 'Share of the connections at work, by gateway.',
      unit: UNITS.ratio,
      noValue: 'No connection pool: SQLite needs none',
      calcs: ['lastNotNull', 'max'],
      softMax: 1,
      thresholds: palette.USE,
      queries: [{ expr: databasePoolUse(matchers), legend: '{{instance}}' }],
    }),
    series({
      title: 'P95 Query Time',
      description: '95 of 100 database queries took no longer; ledger_write is a whole batch.',
      unit: UNITS.seconds,
      queries: [
        {
          expr: quantileOf(native.databaseQueryDuration, 0.95, { by: ['operation'], matchers }),
          legend: '{{operation}}',
        },
      ],
    }),
    stat({
      title: 'Redis',
      description: 'Whether Redis answers; while it does not, limits go by governance.redis_down.',
      unit: UNITS.count,
      noValue: 'No REDIS_URL',
      named: true,
      sparkline: false,
      mappings: UP_DOWN,
      queries: [{ expr: gaugeOf(native.sharedStateUp, { ...ofInstance, aggregation: 'min' }), legend: '{{instance}}' }],
    }),
    series({
      title: 'Limits Decided without Redis',
      description: 'Requests per second whose limits were decided by governance.redis_down.',
      unit: UNITS.requestsPerSecond,
      softMax: 1,
      queries: [{ expr: rateOf(native.sharedStateFallbacks, ofInstance), legend: '{{instance}}' }],
    }),
    series({
      title: 'Drift between Metrics and Ledger',
      description: 'Requests in the metrics less those in the ledger or on their way to it, by gateway.',
      unit: UNITS.count,
      softMax: 1,
      fromZero: false,
      calcs: ['lastNotNull', 'max'],
      queries: [{ expr: gaugeOf(native.reconciliationDriftRequests, ofInstance), legend: '{{instance}}' }],
    })
  ),
};

const process: Row = {
  title: 'Process',
  panels: sized(
    8,
    9,
    series({
      title: 'Event Loop Delay',
      description: 'How late the event loop was, over all gateways: p50, p99 and the worst.',
      unit: UNITS.seconds,
      colors: { p50: palette.GOOD, p99: palette.WARNING, worst: palette.BAD },
      thresholds: palette.EVENT_LOOP,
      queries: [
        {
          expr: gaugeOf(scrapeFamilies.eventLoopLagP50, { ...OF_PROCESS, by: [], aggregation: 'max' }),
          legend: 'p50',
        },
        {
          expr: gaugeOf(scrapeFamilies.eventLoopLagP99, { ...OF_PROCESS, by: [], aggregation: 'max' }),
          legend: 'p99',
        },
        {
          expr: gaugeOf(scrapeFamilies.eventLoopLagMax, { ...OF_PROCESS, by: [], aggregation: 'max' }),
          legend: 'worst',
        },
      ],
    }),
    series({
      title: 'Gateway Overhead',
      description: 'Time a request spent in the gateway before its first call to a provider.',
      unit: UNITS.seconds,
      colors: palette.QUANTILE_COLORS,
      queries: quantiles((quantile) => quantileOf(native.overhead, quantile, { matchers }), 'p50', 'p95', 'p99'),
    }),
    series({
      title: 'CPU',
      description: 'CPU time per second of each gateway; its event loop takes at most 100 %.',
      unit: UNITS.ratio,
      softMax: 1,
      queries: [{ expr: rateOf(scrapeFamilies.processCpu, OF_PROCESS), legend: '{{instance}}' }],
    }),
    series({
      title: 'Memory',
      description: 'Memory of each gateway, and what of it is JavaScript’s heap in use.',
      unit: UNITS.bytes,
      calcs: ['lastNotNull', 'max'],
      queries: [
        { expr: gaugeOf(scrapeFamilies.processMemory, OF_PROCESS), legend: '{{instance}}' },
        { expr: gaugeOf(scrapeFamilies.heapUsed, OF_PROCESS), legend: '{{instance}} heap' },
      ],
    }),
    series({
      title: 'Open Files',
      description: 'File descriptors of each gateway, connections included.',
      unit: UNITS.count,
      calcs: ['lastNotNull', 'max'],
      queries: [{ expr: gaugeOf(scrapeFamilies.openFiles, OF_PROCESS), legend: '{{instance}}' }],
    }),
    series({
      title: 'Requests under Way',
      description: 'Requests that were let in and have not ended, by gateway.',
      unit: UNITS.count,
      queries: [{ expr: gaugeOf(native.inFlightRequests, ofInstance), legend: '{{instance}}' }],
    })
  ),
};

const configuration: Row = {
  title: 'Configuration, metrics and alerts',
  panels: sized(
    8,
    9,
    series({
      title: 'Configuration Reloads',
      description: 'Changed configurations that were put into force, and those that were refused.',
      unit: UNITS.count,
      noValue: 'The configuration was not changed in this time range',
      softMax: 1,
      draw: 'bars',
      stacked: true,
      calcs: ['sum'],
      colors: { success: palette.GOOD, failure: palette.BAD },
      queries: [
        {
          expr: occurrences(native.configReloads, { by: ['result'], matchers }),
          legend: '{{result}}',
        },
      ],
    }),
    barGauge({
      title: 'Label Values',
      description: 'Distinct values that each label has had; metrics.max_label_values (1,000 unless set) bounds it.',
      unit: UNITS.count,
      query: {
        expr: gaugeOf(native.labelValues, { by: ['label'], matchers, aggregation: 'max' }),
        legend: '{{label}}',
      },
    }),
    series({
      title: 'Alerts Received',
      description: 'Alerts that the gateway’s relay took from Alertmanager or Grafana.',
      unit: UNITS.count,
      noValue: 'The relay took no alerts in this time range',
      softMax: 1,
      draw: 'bars',
      stacked: true,
      calcs: ['sum'],
      queries: [
        {
          expr: occurrences(native.alertsReceived, {
            by: ['severity', 'status'],
            matchers,
          }),
          legend: '{{severity}} {{status}}',
        },
      ],
    })
  ),
};

export const operation = dashboard({
  uid: 'llm-gateway-operation',
  title: 'LLM Gateway Operation',
  description: 'The gateway’s own state: ledger, journal, database, Redis, event loop, configuration and metrics.',
  tags: ['operation'],
  rows: [gateways, ledger, database, process, configuration],
});
