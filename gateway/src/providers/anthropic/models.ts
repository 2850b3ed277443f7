/** What a model of Anthropic takes, as far as it differs between them. */
export interface ModelTraits {
  /** Most tokens that it generates. */
  readonly maxOutput: number;
  /** Thinks as much as `output_config.effort` says, rather than within a budget of tokens. */
  readonly adaptiveThinking: boolean;
  readonly canBeForcedToCall: boolean;
  readonly canStopThinking: boolean;
  /** Answers in a JSON schema (`output_config.format`). */
  readonly structuredOutput: boolean;
  /** Takes temperature, top_p and top_k. */
  readonly sampling: boolean;
}

/** `claude-opus-4-6`, `claude-3-5-haiku-20241022`, also with a cloud's prefix and suffix. */
const NAME = /claude-(?:(?<family>[a-z]+)-)?(?<major>\d{1,2})(?!\d)(?:[-.@](?<minor>\d{1,2})(?!\d))?/;

/** A model that speaks Anthropic's API and is none of its own: what all of them have taken from the beginning. */
const FOREIGN: ModelTraits = {
  maxOutput: 8_192,
  adaptiveThinking: false,
  canBeForcedToCall: true,
  canStopThinking: true,
  structuredOutput: false,
  sampling: true,
};

/** Read from the model's name; one of Anthropic's without a number is taken to be as the newest. */
export function traitsOf(model: string): ModelTraits {
  if (!model.includes('claude')) {
    return FOREIGN;
  }
  const { family, major, minor = '0' } = NAME.exec(model)?.groups ?? { major: '99' };
  const version = Number(major) + Number(minor) / 100;
  const deepThinker = family === 'fable' || family === 'mythos';
  return {
    maxOutput: maxOutput(version, family),
    adaptiveThinking: version >= 4.06,
    canBeForcedToCall: version < (deepThinker ? 5.01 : 5.05) || family === 'haiku',
    canStopThinking: !deepThinker && (version < 5.05 || family === 'haiku'),
    structuredOutput: version >= (family === 'opus' ? 4.01 : 4.05),
    sampling: version < 4.07,
  };
}

function maxOutput(version: number, family: string | undefined): number {
  if (version >= 4.06) {
    return 128_000;
  }
  if (version >= 4.05) {
    return 64_000;
  }
  if (version >= 3.07) {
    return family === 'opus' ? 32_000 : 64_000;
  }
  return version >= 3.05 ? 8_192 : 4_096;
}
