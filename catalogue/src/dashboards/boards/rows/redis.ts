import { gaugeOf } from '../../../expressions/gaugeOf.js';
import { rateOf } from '../../../expressions/rateOf.js';
import { redisFamilies } from '../../../metrics/exporters/redis.js';
import { type Row, sized } from '../../layout.js';
import { UP_DOWN } from '../../mappings.js';
import { series } from '../../panels/series.js';
import { stat } from '../../panels/stat.js';
import type { CLUSTER } from '../../scope.js';
import { UNITS } from '../../units.js';

const noValue = 'No redis_exporter is scraped';

/** Redis, as redis_exporter sees it. */
export function redisRow(matchers: typeof CLUSTER): Row {
  const by = ['instance'] as const;
  return {
    title: 'Redis (redis_exporter)',
    collapsed: true,
    panels: [
      ...sized(
        4,
        9,
        stat({
          title: 'Redis Status',
          description: 'Whether Redis answers its exporter.',
          unit: UNITS.count,
          noValue,
          mappings: UP_DOWN,
          sparkline: false,
          queries: [
            { expr: gaugeOf(redisFamilies.redisUp, { by, matchers, aggregation: 'min' }), legend: '{{instance}}' },
          ],
        })
      ),
      ...sized(
        5,
        9,
        series({
          title: 'Memory',
          description: 'Memory that Redis has taken.',
          unit: UNITS.bytes,
          noValue,
          queries: [{ expr: gaugeOf(redisFamilies.redisMemory, { by, matchers }), legend: '{{instance}}' }],
        }),
        series({
          title: 'Commands',
          description: 'Commands per second.',
          unit: UNITS.perSecond,
          noValue,
          queries: [{ expr: rateOf(redisFamilies.redisCommands, { by, matchers }), legend: '{{instance}}' }],
        }),
        series({
          title: 'Clients',
          description: 'Connections that are open.',
          unit: UNITS.count,
          noValue,
          queries: [{ expr: gaugeOf(redisFamilies.redisClients, { by, matchers }), legend: '{{instance}}' }],
        }),
        series({
          title: 'Evicted Keys',
          description:
            'Keys per second that were thrown out for want of memory: counters of limits get lost with them.',
          unit: UNITS.perSecond,
          noValue,
          softMax: 1,
          queries: [{ expr: rateOf(redisFamilies.redisEvictedKeys, { by, matchers }), legend: '{{instance}}' }],
        })
      ),
    ],
  };
}
