import { gaugeOf } from '../../../expressions/gaugeOf.js';
import { rateOf } from '../../../expressions/rateOf.js';
import { ratio } from '../../../expressions/ratio.js';
import { postgresFamilies } from '../../../metrics/exporters/postgres.js';
import { type Row, sized } from '../../layout.js';
import { UP_DOWN } from '../../mappings.js';
import * as palette from '../../palette.js';
import { series } from '../../panels/series.js';
import { stat } from '../../panels/stat.js';
import type { CLUSTER } from '../../scope.js';
import { UNITS } from '../../units.js';

const noValue = 'No postgres_exporter is scraped';

/** PostgreSQL, as postgres_exporter sees it. */
export function postgresRow(matchers: typeof CLUSTER): Row {
  const by = ['instance'] as const;
  return {
    title: 'PostgreSQL (postgres_exporter)',
    collapsed: true,
    panels: [
      ...sized(
        4,
        9,
        stat({
          title: 'PostgreSQL Status',
          description: 'Whether PostgreSQL answers its exporter.',
          unit: UNITS.count,
          noValue,
          mappings: UP_DOWN,
          sparkline: false,
          queries: [
            {
              expr: gaugeOf(postgresFamilies.postgresUp, { by, matchers, aggregation: 'min' }),
              legend: '{{instance}}',
            },
          ],
        })
      ),
      ...sized(
        5,
        9,
        series({
          title: 'Connections in Use',
          description: 'Share of the connections that PostgreSQL takes. When all are taken, the pool is exhausted.',
          unit: UNITS.ratio,
          noValue,
          softMax: 1,
          thresholds: palette.USE,
          queries: [
            {
              expr: ratio(
                gaugeOf(postgresFamilies.postgresConnections, { by, matchers }),
                gaugeOf(postgresFamilies.postgresConnectionsMax, { by, matchers, aggregation: 'max' })
              ),
              legend: '{{instance}}',
            },
          ],
        }),
        series({
          title: 'Connections by State',
          description: 'What the connections do; “active” runs a query.',
          unit: UNITS.count,
          noValue,
          stacked: true,
          queries: [
            { expr: gaugeOf(postgresFamilies.postgresConnections, { by: ['state'], matchers }), legend: '{{state}}' },
          ],
        }),
        series({
          title: 'Longest Transaction',
          description: 'Age of the oldest running transaction: slow queries show here first.',
          unit: UNITS.seconds,
          noValue,
          queries: [
            {
              expr: gaugeOf(postgresFamilies.postgresLongestTransaction, {
                by: ['datname'],
                matchers,
                aggregation: 'max',
              }),
              legend: '{{datname}}',
            },
          ],
        }),
        series({
          title: 'Transactions',
          description: 'Transactions per second that were committed, and that were rolled back.',
          unit: UNITS.perSecond,
          noValue,
          colors: { committed: palette.GOOD, 'rolled back': palette.BAD },
          queries: [
            { expr: rateOf(postgresFamilies.postgresCommits, { matchers }), legend: 'committed' },
            { expr: rateOf(postgresFamilies.postgresRollbacks, { matchers }), legend: 'rolled back' },
          ],
        })
      ),
    ],
  };
}
