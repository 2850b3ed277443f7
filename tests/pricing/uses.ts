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

/** Tokens of a probe: few enough for the lowest price of all models, enough to tell prices apart. */
const AMOUNT = 10_000;
const LARGE = 1_000_000;

/** What a probe asks for: the price of one kind of token, which is what its cost is above that of another use. */
export interface Probe {
  readonly use: ReportedUsage;
  readonly above: ReportedUsage;
  /** Tokens that the two differ by. */
  readonly amount: number;
  /** Kind whose price stands in where this one has none, so that one difference is told once. */
  readonly standIn?: string;
}

const ONE = use(1, 0);

function ofInput(details: ReportedUsage['prompt_tokens_details'], standIn = 'input'): Probe {
  const probe = use(1 + AMOUNT, 0, details === undefined ? {} : { prompt_tokens_details: details });
  return { use: probe, above: ONE, amount: AMOUNT, standIn };
}

function ofOutput(details: ReportedUsage['completion_tokens_details']): Probe {
  const probe = use(1, AMOUNT, details === undefined ? {} : { completion_tokens_details: details });
  return { use: probe, above: ONE, amount: AMOUNT, standIn: 'output' };
}

export const PROBES: Readonly<Record<string, Probe>> = {
  input: ofInput(undefined),
  cached: ofInput({ cached_tokens: AMOUNT }),
  cacheWrite5m: ofInput(written(AMOUNT, 0)),
  cacheWrite1h: ofInput(written(0, AMOUNT), 'cacheWrite5m'),
  audioInput: ofInput({ audio_tokens: AMOUNT }),
  cachedAudio: ofInput(
    { audio_tokens: AMOUNT, cached_tokens: AMOUNT, cached_tokens_details: { audio_tokens: AMOUNT } },
    'cached'
  ),
  imageInput: ofInput({ image_tokens: AMOUNT }),
  output: ofOutput(undefined),
  reasoning: ofOutput({ reasoning_tokens: AMOUNT }),
  audioOutput: ofOutput({ audio_tokens: AMOUNT }),
  imageOutput: ofOutput({ image_tokens: AMOUNT }),
  'input of 1M': { use: use(LARGE + AMOUNT, 0), above: use(LARGE, 0), amount: AMOUNT, standIn: 'input' },
  'cached of 1M': {
    use: use(LARGE + AMOUNT, 0, { prompt_tokens_details: { cached_tokens: AMOUNT } }),
    above: use(LARGE, 0),
    amount: AMOUNT,
    standIn: 'cached',
  },
  'output after 1M': { use: use(LARGE, AMOUNT), above: use(LARGE, 0), amount: AMOUNT, standIn: 'output' },
  /** What is left when the price of the tokens is taken out. */
  request: { use: ONE, above: use(2, 0), amount: -1 },
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
