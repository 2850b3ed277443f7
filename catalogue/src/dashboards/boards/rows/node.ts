import { gaugeOf } from '../../../expressions/gaugeOf.js';
import { nodeCpuUse } from '../../../expressions/nodeCpuUse.js';
import { rateOf } from '../../../expressions/rateOf.js';
import { used } from '../../../expressions/used.js';
import { nodeFamilies } from '../../../metrics/exporters/node.js';
import { type Row, sized } from '../../layout.js';
import * as palette from '../../palette.js';
import { series } from '../../panels/series.js';
import type { CLUSTER } from '../../scope.js';
import { UNITS } from '../../units.js';

const noValue = 'No node_exporter is scraped';

/** The machine, as node_exporter sees it. */
export function nodeRow(matchers: typeof CLUSTER): Row {
  const disks = {
    by: ['instance', 'mountpoint'] as const,
    matchers: { ...matchers, fstype: { not: 'tmpfs|overlay|squashfs' } },
  };
  const cards = { by: ['instance'] as const, matchers: { ...matchers, device: { not: 'lo' } } };
  const gauges = { by: ['instance'] as const, matchers };
  return {
    title: 'Machine (node_exporter)',
    collapsed: true,
    panels: sized(
      6,
      9,
      series({
        title: 'CPU in Use',
        description: 'Share of all CPUs of the machine at work.',
        unit: UNITS.ratio,
        noValue,
        softMax: 1,
        thresholds: palette.USE,
        queries: [{ expr: nodeCpuUse({ matchers }), legend: '{{instance}}' }],
      }),
      series({
        title: 'Memory in Use',
        description: 'Share of memory that new processes cannot have.',
        unit: UNITS.ratio,
        noValue,
        softMax: 1,
        thresholds: palette.USE,
        queries: [
          {
            expr: used(gaugeOf(nodeFamilies.memorySize, gauges), gaugeOf(nodeFamilies.memoryAvailable, gauges)),
            legend: '{{instance}}',
          },
        ],
      }),
      series({
        title: 'Disk in Use',
        description: 'Share of each file system that is full.',
        unit: UNITS.ratio,
        noValue,
        softMax: 1,
        calcs: ['lastNotNull', 'max'],
        thresholds: palette.USE,
        queries: [
          {
            expr: used(
              gaugeOf(nodeFamilies.diskSize, { ...disks, aggregation: 'max' }),
              gaugeOf(nodeFamilies.diskAvailable, { ...disks, aggregation: 'max' })
            ),
            legend: '{{mountpoint}}',
          },
        ],
      }),
      series({
        title: 'Network',
        description: 'Bytes per second over all devices but loopback.',
        unit: UNITS.bytesPerSecond,
        noValue,
        queries: [
          { expr: rateOf(nodeFamilies.networkReceived, cards), legend: '{{instance}} received' },
          { expr: rateOf(nodeFamilies.networkSent, cards), legend: '{{instance}} sent' },
        ],
      })
    ),
  };
}
