import { BURN_WINDOWS, budgetBurn } from '../expressions/budgetBurn.js';
import { failureRatio } from '../expressions/failureRatio.js';
import { providerFailureRatio } from '../expressions/providerFailureRatio.js';

/** An expression that Prometheus evaluates once for all that ask for it. */
export interface RecordingRule {
  /** Of the alerts that ask for it. */
  readonly group: string;
  /** `level:metric:operation`, as Prometheus’ naming has it. */
  readonly record: string;
  readonly expr: string;
}

/** What several alerts ask for, or what is dear because its window is long. */
export const recordingRules: readonly RecordingRule[] = [
  {
    group: 'llm-gateway-errors',
    record: 'cluster:llm_gateway_requests_failed:ratio_rate5m',
    expr: failureRatio({ by: ['cluster'], window: '5m' }),
  },
  {
    group: 'llm-gateway-providers',
    record: 'provider:llm_gateway_attempts_failed:ratio_rate5m',
    expr: providerFailureRatio({ by: ['cluster', 'provider'], window: '5m' }),
  },
  ...BURN_WINDOWS.map((window) => ({
    group: 'llm-gateway-budgets',
    record: `budget:llm_gateway_budget_burn:delta${window}`,
    expr: budgetBurn(window),
  })),
];

/** An expression with what is recorded in place of what it is recorded from. */
export function withRecordings(expression: string): string {
  return recordingRules.reduce((text, { record, expr }) => text.replaceAll(expr, record), expression);
}
