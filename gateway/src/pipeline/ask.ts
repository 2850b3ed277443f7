import type { Ask, Demand } from '../governance/governor.js';
import type { Pricer } from '../pricing/pricer.js';
import type { Deployment } from '../routing/deployment.js';
import type { Router } from '../routing/router.js';
import type { TokenUsage } from '../usage/event.js';
import type { ParsedRequest } from './request.js';

/** What a request asks budgets and limits for: the dearest of all that might answer it. */
export function askFor(request: ParsedRequest, router: Router, assumedOutput: number): Ask {
  const { model } = request.parameters;
  return toAsk(request, assumedOutput, (usage, at) => {
    const { own, fallbacks } = router.deploymentsFor(model);
    // Where all of the model's own are disabled, it is a fallback that answers.
    const [first, instead] = own.length > 0 ? [own, fallbacks] : [fallbacks, []];
    const costs = first.map(({ price }) => highestCost(price, usage, at));
    const others = instead.flatMap(({ price }) => highestCost(price, usage, at) ?? []);
    return costs.includes(undefined) ? undefined : Math.max(0, ...(costs as number[]), ...others);
  });
}

/** What a call to one deployment asks its provider's budgets for. */
export function askForCall(request: ParsedRequest, { price }: Deployment, assumedOutput: number): Ask {
  return toAsk(request, assumedOutput, (usage, at) => highestCost(price, usage, at));
}

/** Nano-dollars; prompts that a provider puts into its cache, and reasoning, may cost more than plain tokens. */
function highestCost(price: Pricer, usage: TokenUsage, at: number): number | undefined {
  const plain = price(usage, at)?.nanoUsd;
  if (plain === undefined) {
    return undefined;
  }
  const dearer = [
    { ...usage, cacheWrite5m: usage.input },
    { ...usage, cacheWrite1h: usage.input },
    { ...usage, reasoning: usage.output },
  ];
  return Math.max(plain, ...dearer.map((each) => price(each, at)?.nanoUsd ?? 0));
}

function toAsk(
  { id, receivedAt: at, operation, principal, attribution, parameters, body, upload }: ParsedRequest,
  assumedOutput: number,
  cost: (usage: TokenUsage, at: number) => number | undefined
): Ask {
  const { most, likely } = operation.expect(parameters, upload?.bytes ?? body.length, assumedOutput);
  const demand = (usage: TokenUsage): Demand => ({ tokens: usage.input + usage.output, nanoUsd: cost(usage, at) });
  return {
    id,
    at,
    subjects: { key: principal.key, team: principal.team, model: parameters.model, ...attribution },
    most: () => demand(most),
    likely: () => demand(likely()),
  };
}
