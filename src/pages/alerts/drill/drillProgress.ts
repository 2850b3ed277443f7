import type { DrillFacts } from './drillFacts';

/** In the order in which they come. */
export const STEPS = ['broken', 'noticed', 'pending', 'firing', 'told', 'mended', 'resolved'] as const;
export type Step = (typeof STEPS)[number];

/** When each step was first seen, in epoch milliseconds. What was seen stays seen. */
export type DrillProgress = Readonly<Partial<Record<Step, number>>>;

/** Adds what is seen now. */
export function advance(progress: DrillProgress, facts: DrillFacts, now: number): DrillProgress {
  const fired = progress.firing !== undefined || facts.alert === 'firing' || facts.told;
  const mended = progress.broken !== undefined && !facts.broken;
  const seen: Record<Step, boolean> = {
    broken: facts.broken,
    noticed: facts.noticed && (facts.broken || progress.broken !== undefined),
    pending: facts.alert === 'pending',
    firing: facts.alert === 'firing',
    told: facts.told,
    mended,
    resolved: fired && mended && facts.alert === 'none',
  };
  const added = STEPS.filter((step) => seen[step] && progress[step] === undefined);
  return added.length === 0 ? progress : { ...progress, ...Object.fromEntries(added.map((step) => [step, now])) };
}

/** Whether a step is over: seen, or passed over because a later one was seen between two looks. */
export function isDone(progress: DrillProgress, step: Step): boolean {
  if (progress[step] !== undefined) {
    return true;
  }
  // Whether the relay is told depends on the contact point, and mending on the time: nothing later implies them.
  if (step === 'told' || step === 'mended') {
    return false;
  }
  return STEPS.slice(STEPS.indexOf(step) + 1).some((later) => later !== 'mended' && progress[later] !== undefined);
}

/** Whether there is nothing left to wait for. */
export function isOver(progress: DrillProgress): boolean {
  return progress.resolved !== undefined;
}
