/** A `usage` object as OpenAI's API reports it, with what LiteLLM and others add to it. */
export interface ReportedUsage {
  readonly prompt_tokens: number;
  readonly completion_tokens: number;
  readonly total_tokens: number;
  readonly prompt_tokens_details?: Readonly<Record<string, number | Readonly<Record<string, number>>>>;
  readonly completion_tokens_details?: Readonly<Record<string, number>>;
}

function use(
  prompt: number,
  completion: number,
  details: Pick<ReportedUsage, 'prompt_tokens_details' | 'completion_tokens_details'> = {}
): ReportedUsage {
  return { prompt_tokens: prompt, completion_tokens: completion, total_tokens: prompt + completion, ...details };
}

function written(short: number, long: number) {
  return {
    cache_creation_tokens: short + long,
    cache_creation_token_details: { ephemeral_5m_input_tokens: short, ephemeral_1h_input_tokens: long },
  };
}

const AMOUNT = 10_000;
const LARGE = 1_000_000;

/** What the use of a probe is compared with. */
const GROUNDS = { one: use(1, 0), large: use(LARGE, 0) } as const;

/** Asks for the price of one kind of token: what the use costs more than the ground it adds the tokens to. */
export interface Probe {
  readonly use: ReportedUsage;
  readonly ground: keyof typeof GROUNDS | undefined;
  /** How many are added; the price is for a million. */
  readonly amount: number;
  /** Whose prices stand in where this has none: a difference that is the same there is told there. */
  readonly standIns: readonly string[];
}

function ofInput(details?: ReportedUsage['prompt_tokens_details'], ...standIns: string[]): Probe {
  const added = use(1 + AMOUNT, 0, details === undefined ? {} : { prompt_tokens_details: details });
  return { use: added, ground: 'one', amount: AMOUNT, standIns };
}

function ofOutput(details?: ReportedUsage['completion_tokens_details'], ...standIns: string[]): Probe {
  const added = use(1, AMOUNT, details === undefined ? {} : { completion_tokens_details: details });
  return { use: added, ground: 'one', amount: AMOUNT, standIns };
}

function ofLarge(
  input: number,
  output: number,
  details: ReportedUsage['prompt_tokens_details'],
  ...standIns: string[]
): Probe {
  const added = use(LARGE + input, output, details === undefined ? {} : { prompt_tokens_details: details });
  return { use: added, ground: 'large', amount: AMOUNT, standIns };
}

export const PROBES: Readonly<Record<string, Probe>> = {
  input: ofInput(),
  cached: ofInput({ cached_tokens: AMOUNT }, 'input'),
  cacheWrite5m: ofInput(written(AMOUNT, 0), 'input'),
  cacheWrite1h: ofInput(written(0, AMOUNT), 'cacheWrite5m'),
  audioInput: ofInput({ audio_tokens: AMOUNT }, 'input'),
  cachedAudio: ofInput(
    { audio_tokens: AMOUNT, cached_tokens: AMOUNT, cached_tokens_details: { audio_tokens: AMOUNT } },
    'cached'
  ),
  imageInput: ofInput({ image_tokens: AMOUNT }, 'input'),
  output: ofOutput(),
  reasoning: ofOutput({ reasoning_tokens: AMOUNT }, 'output'),
  audioOutput: ofOutput({ audio_tokens: AMOUNT }, 'output'),
  imageOutput: ofOutput({ image_tokens: AMOUNT }, 'output'),
  'input above 1M': ofLarge(AMOUNT, 0, undefined, 'input'),
  'cached above 1M': ofLarge(AMOUNT, 0, { cached_tokens: AMOUNT }, 'cached'),
  'imageInput above 1M': ofLarge(AMOUNT, 0, { image_tokens: AMOUNT }, 'imageInput', 'input above 1M', 'input'),
  'output above 1M': ofLarge(0, AMOUNT, undefined, 'output'),
  // The price of one request, then, not of a million.
  request: { use: use(0, 0), ground: undefined, amount: 1_000_000, standIns: [] },
};

/** Sizes at which prices step. */
const STEPS = [32_000, 100_000, 128_000, 200_000, 256_000, 272_000, 512_000];

/** Everything at once, with odd numbers, at every size. */
export const MIXTURES: Readonly<Record<string, ReportedUsage>> = Object.fromEntries(
  [15_271, ...STEPS.flatMap((size) => [size - 1, size, size + 1]), 987_654].map((size) => [
    `everything in ${size}`,
    use(size, 8_765, {
      prompt_tokens_details: {
        cached_tokens: 7_777,
        ...written(1_313, 717),
        audio_tokens: 1_001,
        cached_tokens_details: { audio_tokens: 333 },
        image_tokens: 259,
      },
      completion_tokens_details: { reasoning_tokens: 4_321, audio_tokens: 999, image_tokens: 129 },
    }),
  ])
);

/** All of them, by name. */
export const USES: Readonly<Record<string, ReportedUsage>> = {
  ...GROUNDS,
  ...Object.fromEntries(Object.entries(PROBES).map(([name, probe]) => [name, probe.use])),
  ...MIXTURES,
};
