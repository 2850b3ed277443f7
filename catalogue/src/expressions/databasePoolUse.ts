import { native } from '../metrics/native.js';
import type { Matchers } from './selector.js';
import { gaugeOf } from './gaugeOf.js';

/** Share of a gateway's database connections that are at work, 0 to 1, by gateway. */
export function databasePoolUse(matchers: Matchers = {}): string {
  const active = gaugeOf(native.databaseConnections, { by: ['instance'], matchers: { ...matchers, state: 'active' } });
  return `${active} / (${gaugeOf(native.databaseConnectionsMax, { by: ['instance'], matchers })} > 0)`;
}
