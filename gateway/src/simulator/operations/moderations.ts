import { type SimulatedOperation, readJson } from './operation.js';

/** Flagged is what says that it is to be. */
const FLAGGED = /\bflag me\b/i;
const CATEGORIES = ['harassment', 'hate', 'illicit', 'self-harm', 'sexual', 'violence'];

export const moderations: SimulatedOperation = {
  path: '/moderations',
  read: readJson,
  answer({ model, fields: { input } }) {
    const inputs = Array.isArray(input) && input.every((each) => typeof each === 'string') ? input : [input];
    return {
      tokens: 0,
      body: {
        id: `modr-sim-${crypto.randomUUID()}`,
        model,
        results: inputs.map((each) => {
          const flagged = FLAGGED.test(typeof each === 'string' ? each : JSON.stringify(each));
          const of = (value: unknown) => Object.fromEntries(CATEGORIES.map((name) => [name, value]));
          return {
            flagged,
            categories: { ...of(false), violence: flagged },
            category_scores: { ...of(0.001), violence: flagged ? 0.99 : 0.001 },
          };
        }),
      },
    };
  },
};
