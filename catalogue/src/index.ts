export * from './identity.js';
export * from './usage.js';
export { alertRules, type AlertRule, type Severity } from './alerts/index.js';
export { contactPointOf } from './alerts/grafana/contactPointOf.js';
export {
  ALERTS_FOLDER,
  type GrafanaQuery,
  type GrafanaRule,
  grafanaRule,
  type NotificationSettings,
} from './alerts/grafana/grafanaRule.js';
export {
  queriedThreshold,
  shownThreshold,
  THRESHOLD_UNITS,
  thresholdText,
  type ThresholdUnit,
} from './alerts/thresholdUnit.js';
export { groupInterval } from './alerts/groupInterval.js';
export { runbookUrl } from './alerts/runbookUrl.js';
export { average } from './expressions/average.js';
export { bucketsOf } from './expressions/bucketsOf.js';
export { budgetAtReset } from './expressions/budgetAtReset.js';
export { budgetBurn } from './expressions/budgetBurn.js';
export { budgetUse } from './expressions/budgetUse.js';
export { cacheHitRatio } from './expressions/cacheHitRatio.js';
export { CLIENT_FAULTS } from './expressions/clientFaults.js';
export { databasePoolUse } from './expressions/databasePoolUse.js';
export { dayTotal } from './expressions/dayTotal.js';
export { during } from './expressions/during.js';
export { errorRatio } from './expressions/errorRatio.js';
export { failureRatio } from './expressions/failureRatio.js';
export { fallbackSuccessRatio } from './expressions/fallbackSuccessRatio.js';
export { fallbacks } from './expressions/fallbacks.js';
export { forecast } from './expressions/forecast.js';
export { gatewayBuilds } from './expressions/gatewayBuilds.js';
export { gatewayRestarts } from './expressions/gatewayRestarts.js';
export { gatewayStarts } from './expressions/gatewayStarts.js';
export { gatewayUp } from './expressions/gatewayUp.js';
export { gaugeOf } from './expressions/gaugeOf.js';
export { healthyProviders } from './expressions/healthyProviders.js';
export { increaseOf } from './expressions/increaseOf.js';
export { least } from './expressions/least.js';
export { limitUse } from './expressions/limitUse.js';
export { meanOf } from './expressions/meanOf.js';
export { nodeCpuUse } from './expressions/nodeCpuUse.js';
export { occurrences } from './expressions/occurrences.js';
export { orZero } from './expressions/orZero.js';
export { peak } from './expressions/peak.js';
export { per } from './expressions/per.js';
export { perMillion } from './expressions/perMillion.js';
export { providerErrorsPerHundred } from './expressions/providerErrorsPerHundred.js';
export { providerFailureRatio } from './expressions/providerFailureRatio.js';
export { providerHeadroom } from './expressions/providerHeadroom.js';
export { providerStates } from './expressions/providerStates.js';
export { quantileOf } from './expressions/quantileOf.js';
export { rateOf } from './expressions/rateOf.js';
export { ratio } from './expressions/ratio.js';
export { requestCount } from './expressions/requestCount.js';
export { requestDuration } from './expressions/requestDuration.js';
export { requestRate } from './expressions/requestRate.js';
export { secondsUntil } from './expressions/secondsUntil.js';
export { RANGE, type ExpressionOptions, type FamilyOptions, type Matchers } from './expressions/selector.js';
export { timeToFirstToken } from './expressions/timeToFirstToken.js';
export { tokenRate } from './expressions/tokenRate.js';
export { top } from './expressions/top.js';
export { uptime } from './expressions/uptime.js';
export { used } from './expressions/used.js';
export type { MetricFamily, MetricType } from './metrics/family.js';
export { exporters } from './metrics/exporters.js';
export { ledgerFamilies } from './metrics/ledger.js';
export { native } from './metrics/native.js';
export { dialects } from './dialects/index.js';
export { type Dialect, type LabelSource, type View, view } from './dialects/view.js';
