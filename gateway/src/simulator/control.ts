import { keyName } from '../config/document.js';
import type { Config, SimulatorProviderConfig, SimulatorSettings } from '../config/schema.js';
import { simulatorFaults } from '../config/simulatorFaults.js';
import { GatewayError } from '../errors/gatewayError.js';
import { type BehaviourPatch, patched } from './patch.js';

/** Milliseconds since the start of the process, and when that was in milliseconds since the epoch. */
export interface SimulatorClock {
  now(): number;
  readonly timeOrigin: number;
}

/** What is configured, and what holds now. */
export interface BehaviourState {
  readonly configured: SimulatorSettings;
  readonly current: SimulatorSettings;
  readonly override: { readonly behaviour: BehaviourPatch; readonly until: Date | undefined } | undefined;
}

export interface SimulatedProviderState extends BehaviourState {
  readonly name: string;
  /** Models with a behaviour of their own, configured or by an override. */
  readonly models: ReadonlyArray<BehaviourState & { readonly name: string }>;
}

export interface PatchOptions {
  /** Only this model, not the whole provider. */
  readonly model?: string | undefined;
  /** After which the configured behaviour is back; without it holds until it is reset. */
  readonly forSeconds?: number | undefined;
}

/** The part of a configuration that simulated providers are made of. */
export type SimulatedConfig = Pick<Config, 'providers' | 'models'>;

interface Override {
  readonly behaviour: BehaviourPatch;
  /** By the clock's `now`; Infinity holds until it is reset. */
  readonly until: number;
}

interface SimulatedProvider {
  readonly configured: SimulatorSettings;
  readonly configuredModels: ReadonlyMap<string, SimulatorSettings>;
  readonly modelNames: readonly string[];
  readonly override: Override | undefined;
  readonly modelOverrides: ReadonlyMap<string, Override>;
}

/** Most models of a provider that can have an override at a time. */
const MAX_MODEL_OVERRIDES = 1_000;

/**
 * How simulated providers behave, now. An override of a provider lies over all its models, an override of a model over
 * that. Overrides are looked up by the clock, so one that is over leaves nothing to undo.
 */
export class SimulatorControl {
  private providers: ReadonlyMap<string, SimulatedProvider> = new Map();

  constructor(
    config: SimulatedConfig,
    private readonly clock: SimulatorClock = performance
  ) {
    this.configure(config);
  }

  /** Milliseconds since the start of the process, by which outages and overrides go. */
  now(): number {
    return this.clock.now();
  }

  /** Takes another configuration; overrides of providers that are still there stay. */
  configure({ providers, models }: SimulatedConfig): void {
    const deployments = models.flatMap((model) => model.deployments);
    const simulated = providers.filter((each): each is SimulatorProviderConfig => each.type === 'simulator');
    this.providers = new Map(
      simulated.map(({ name, simulator, models: own }) => {
        const deployed = deployments.flatMap(({ provider, model }) => (provider === name ? [model] : []));
        const { override, modelOverrides = new Map<string, Override>() } = this.providers.get(name) ?? {};
        const provider = {
          configured: simulator,
          configuredModels: new Map(Object.entries(own)),
          modelNames: [...new Set([...deployed, ...Object.keys(own)])],
          override,
          modelOverrides,
        };
        return [name, provider];
      })
    );
  }

  /** How a provider behaves towards a request for a model; undefined for a provider that is not simulated. */
  behaviourOf(name: string, model?: string): SimulatorSettings | undefined {
    const provider = this.providers.get(name);
    return provider && this.current(provider, model);
  }

  /** Models that the configuration names for a provider; it answers for any other as well. */
  modelsOf(name: string): readonly string[] {
    return this.providers.get(name)?.modelNames ?? [];
  }

  list(): SimulatedProviderState[] {
    return [...this.providers.keys()].map((name) => this.get(name));
  }

  /** @throws GatewayError 404 for a provider that is not simulated. */
  get(name: string): SimulatedProviderState {
    const provider = this.find(name);
    const { configuredModels, modelOverrides } = provider;
    const overridden = [...modelOverrides].filter(([, override]) => this.holds(override)).map(([model]) => model);
    const models = [...new Set([...configuredModels.keys(), ...overridden])];
    return {
      name,
      ...this.stateOf(provider),
      models: models.map((model) => ({ name: model, ...this.stateOf(provider, model) })),
    };
  }

  /**
   * Lays a patch over what an earlier one left; `forSeconds` counts from now and for all of it.
   * @throws GatewayError 404 for a provider that is not simulated, 400 for values that do not fit each other.
   */
  patch(
    name: string,
    behaviour: BehaviourPatch,
    { model, forSeconds = Infinity }: PatchOptions = {}
  ): SimulatedProviderState {
    const provider = this.find(name);
    const earlier = model === undefined ? provider.override : provider.modelOverrides.get(model);
    const override = {
      behaviour: { ...(this.holds(earlier) ? earlier.behaviour : {}), ...behaviour },
      until: this.now() + forSeconds * 1000,
    };
    const changed =
      model === undefined
        ? { ...provider, override }
        : { ...provider, modelOverrides: this.withModel(provider.modelOverrides, model, override) };
    checkFit(this.current(changed, model));
    this.providers = new Map([...this.providers, [name, changed]]);
    return this.get(name);
  }

  /** Back to what is configured, all models included. @throws GatewayError 404 for a provider that is not simulated. */
  reset(name: string): SimulatedProviderState {
    const provider = { ...this.find(name), override: undefined, modelOverrides: new Map() };
    this.providers = new Map([...this.providers, [name, provider]]);
    return this.get(name);
  }

  private find(name: string): SimulatedProvider {
    const provider = this.providers.get(name);
    if (provider === undefined) {
      const names = [...this.providers.keys()];
      const those =
        names.length === 0
          ? 'none is configured (type: simulator)'
          : `there are: ${names.join(', ')}; a / in a name is sent as %2F`;
      throw new GatewayError(`No simulated provider is called "${name}"; ${those}.`, {
        status: 404,
        type: 'not_found_error',
        code: 'provider_not_found',
        param: 'provider',
      });
    }
    return provider;
  }

  private current(provider: SimulatedProvider, model?: string): SimulatorSettings {
    const own = model === undefined ? undefined : provider.modelOverrides.get(model);
    return [provider.override, own].reduce(
      (behaviour, override) => (this.holds(override) ? patched(behaviour, override.behaviour) : behaviour),
      configuredOf(provider, model)
    );
  }

  private stateOf(provider: SimulatedProvider, model?: string): BehaviourState {
    const override = model === undefined ? provider.override : provider.modelOverrides.get(model);
    return {
      configured: configuredOf(provider, model),
      current: this.current(provider, model),
      override: this.holds(override)
        ? { behaviour: override.behaviour, until: this.dateOf(override.until) }
        : undefined,
    };
  }

  private withModel(
    overrides: ReadonlyMap<string, Override>,
    model: string,
    override: Override
  ): ReadonlyMap<string, Override> {
    const holding = [...overrides].filter(([, each]) => this.holds(each));
    const changed = new Map([...holding, [model, override]]);
    if (changed.size > MAX_MODEL_OVERRIDES) {
      throw new GatewayError(
        `model: ${MAX_MODEL_OVERRIDES} models of this provider have an override already; reset them first.`,
        { status: 400, type: 'invalid_request_error', code: 'too_many_overrides', param: 'model' }
      );
    }
    return changed;
  }

  private holds(override: Override | undefined): override is Override {
    return override !== undefined && this.now() < override.until;
  }

  private dateOf(until: number): Date | undefined {
    return until === Infinity ? undefined : new Date(this.clock.timeOrigin + until);
  }
}

function configuredOf({ configured, configuredModels }: SimulatedProvider, model?: string): SimulatorSettings {
  return (model === undefined ? undefined : configuredModels.get(model)) ?? configured;
}

function checkFit(behaviour: SimulatorSettings): void {
  const [fault] = simulatorFaults(behaviour);
  if (fault !== undefined) {
    const param = keyName(['behaviour', ...fault.path]);
    throw new GatewayError(`${param}: ${fault.message}.`, {
      status: 400,
      type: 'invalid_request_error',
      code: 'invalid_parameter',
      param,
    });
  }
}
