import { parseConfig } from '../../gateway/src/config/load.js';
import type { Config, SimulatorProviderConfig, SimulatorSettings } from '../../gateway/src/config/schema.js';
import type { SimulatorClock } from '../../gateway/src/simulator/control.js';

export interface SimulatedProvider {
  readonly name?: string;
  readonly simulator?: object;
  readonly models?: object;
}

/** A configuration of simulated providers as users write it, with defaults filled in; it answers at once by default. */
export function simulatedConfig(...providers: readonly SimulatedProvider[]): Config {
  const given = providers.map(({ name = 'demo', simulator = {}, models = {} }) => ({
    name,
    type: 'simulator',
    simulator: { ...FAST, ...simulator },
    models: Object.fromEntries(Object.entries(models).map(([model, own]) => [model, { ...FAST, ...own }])),
  }));
  const deployments = given.map(({ name }) => ({ provider: name, model: 'small' }));
  const text = JSON.stringify({ providers: given, models: [{ name: 'any', deployments }] });
  return parseConfig(text, 'simulator.yaml', {});
}

/** A behaviour with defaults filled in. */
export function simulatorSettings(simulator: object = {}): SimulatorSettings {
  return (simulatedConfig({ simulator }).providers[0] as SimulatorProviderConfig).simulator;
}

/** A clock that stands still until it is told. */
export class ManualClock implements SimulatorClock {
  readonly timeOrigin = Date.UTC(2026, 10, 2, 12);
  private elapsed = 0;

  now(): number {
    return this.elapsed;
  }

  advance(milliseconds: number): void {
    this.elapsed += milliseconds;
  }
}

const FAST = { latency_ms: 0, tokens_per_second: 1_000_000, output_tokens: 20 };
