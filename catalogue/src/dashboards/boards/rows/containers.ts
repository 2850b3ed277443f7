import { gaugeOf } from '../../../expressions/gaugeOf.js';
import { rateOf } from '../../../expressions/rateOf.js';
import { containerFamilies } from '../../../metrics/exporters/container.js';
import { type Row, sized } from '../../layout.js';
import { series } from '../../panels/series.js';
import type { CLUSTER } from '../../scope.js';
import { UNITS } from '../../units.js';

const noValue = 'No cAdvisor is scraped';

/** The containers, as cAdvisor sees them. */
export function containerRow(cluster: typeof CLUSTER): Row {
  const options = { by: ['name'] as const, matchers: { ...cluster, name: '.+' } };
  return {
    title: 'Containers (cAdvisor)',
    collapsed: true,
    panels: sized(
      8,
      9,
      series({
        title: 'Container CPU',
        description: 'CPUs at work, by container: 100 % is one whole CPU.',
        unit: UNITS.ratio,
        noValue,
        stacked: true,
        queries: [{ expr: rateOf(containerFamilies.containerCpu, options), legend: '{{name}}' }],
      }),
      series({
        title: 'Container Memory',
        description: 'Memory that cannot be taken from a container.',
        unit: UNITS.bytes,
        noValue,
        stacked: true,
        queries: [{ expr: gaugeOf(containerFamilies.containerMemory, options), legend: '{{name}}' }],
      }),
      series({
        title: 'Container Network',
        description: 'Bytes per second received and sent, by container.',
        unit: UNITS.bytesPerSecond,
        noValue,
        queries: [
          { expr: rateOf(containerFamilies.containerReceived, options), legend: '{{name}} received' },
          { expr: rateOf(containerFamilies.containerSent, options), legend: '{{name}} sent' },
        ],
      })
    ),
  };
}
