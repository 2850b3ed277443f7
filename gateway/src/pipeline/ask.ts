import type { Ask, Demand } from '../governance/governor.js';
import type { Deployment } from '../routing/deployment.js';
import type { Router } from '../routing/router.js';
import type { TokenUsage } from '../usage/event.js';
import { expectedUsage } from '../usage/expectedUsage.js';
import type { ChatRequest } from './request.js';

/** What a request asks budgets and limits for: the dearest of all that might answer it. */
export function askFor(request: ChatRequest, router: Router, assumedOutput: number): Ask {
  const { model } = request.parameters;
  return toAsk(request, assumedOutput, (usage, at) => {
    const { own, fallbacks } = router.deploymentsFor(model);
    const costs = own.map(({ price }) => price(usage, at)?.nanoUsd);
    const others = fallbacks.flatMap(({ price }) => price(usage, at)?.nanoUsd ?? []);
    return costs.includes(undefined) ? undefined : Math.max(0, ...(costs as number[]), ...others);
  });
}

/** What a call to one deployment asks its provider's budgets for. */
export function askForCall(request: ChatRequest, { price }: Deployment, assumedOutput: number): Ask {
  return toAsk(request, assumedOutput, (usage, at) => price(usage, at)?.nanoUsd);
}

function toAsk(
  { id, receivedAt: at, principal, attribution, parameters, body }: ChatRequest,
  assumedOutput: number,
  cost: (usage: TokenUsage, at: number) => number | undefined
): Ask {
  const { most, likely } = expectedUsage(parameters, body.length, assumedOutput);
  const demand = (usage: TokenUsage): Demand => ({ tokens: usage.input + usage.output, nanoUsd: cost(usage, at) });
  return {
    id,
    at,
    subjects: { key: principal.key, team: principal.team, model: parameters.model, ...attribution },
    most: () => demand(most),
    likely: () => demand(likely()),
  };
}
