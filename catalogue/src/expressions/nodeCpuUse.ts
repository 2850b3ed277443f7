import { nodeFamilies } from '../metrics/exporters/node.js';
import { type ExpressionOptions, RATE_INTERVAL, selector } from './selector.js';

/** Share of each machine's CPUs that is at work, 0 to 1, by instance of node_exporter. */
export function nodeCpuUse({ matchers, window = RATE_INTERVAL }: Omit<ExpressionOptions, 'by'> = {}): string {
  const idle = selector({ ...matchers, mode: 'idle' });
  return `1 - avg by (instance) (rate(${nodeFamilies.cpu.name}${idle}[${window}]))`;
}
