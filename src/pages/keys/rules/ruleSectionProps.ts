import type { Subject } from './subject';
import type { Rules } from './useRules';

export interface RuleSectionProps {
  gatewayUid: string;
  subject: Subject;
  rules: Rules;
  /** Whether this user may change them. */
  editable: boolean;
  onChanged: () => void;
}
