import type { KeyPath } from './document.js';
import type { SimulatorProviderConfig, SimulatorSettings } from './schema.js';

/** Shares such as 0.2 + 0.4 + 0.3 + 0.1 come to a little more than 1 in binary. */
const ROUNDING = 1e-9;

/** As simulatorFaults, of a whole provider: of its own behaviour and of each of its models. */
export function simulatorProviderFaults({
  simulator,
  models,
}: SimulatorProviderConfig): Array<{ path: KeyPath; message: string }> {
  const behaviours = Object.entries(models).map(([model, each]) => [['models', model], each] as const);
  return [[['simulator'], simulator] as const, ...behaviours].flatMap(([at, behaviour]) =>
    simulatorFaults(behaviour).map(({ path, message }) => ({ path: [...at, ...path], message }))
  );
}

/** What a schema cannot say of a simulated provider: values that do not fit each other. */
export function simulatorFaults(behaviour: SimulatorSettings): Array<{ path: KeyPath; message: string }> {
  const faults: Array<{ path: KeyPath; message: string }> = [];
  const { latency_ms: median, latency_p95_ms: p95, error_rate: rate, errors, outages } = behaviour;
  if (p95 !== undefined && p95 < median) {
    faults.push({ path: ['latency_p95_ms'], message: `must be at least latency_ms (${median}), which is the median` });
  }
  if (p95 !== undefined && p95 > 0 && median === 0) {
    faults.push({ path: ['latency_p95_ms'], message: 'needs a latency_ms above 0, the median it spreads around' });
  }
  const failing = errors.reduce((sum, { share }) => sum + share, rate);
  if (failing > 1 + ROUNDING) {
    const message = `the shares and error_rate come to ${Number(failing.toFixed(6))}; together they can be 1 at most`;
    faults.push({ path: ['errors'], message });
  }
  outages.forEach(({ every_seconds: every, for_seconds: length }, index) => {
    if (length > every) {
      const message = `must be at most every_seconds (${every})`;
      faults.push({ path: ['outages', index, 'for_seconds'], message });
    }
  });
  return faults;
}
