import type { Checked } from '../useCheck';
import type { StepState } from './Step';

/** A step is done when its check is content; a warning does not hold anything up. */
export function stepState({ finding }: Checked): StepState {
  if (finding === undefined) {
    return 'waiting';
  }
  return finding.severity === 'error' ? 'todo' : 'done';
}
