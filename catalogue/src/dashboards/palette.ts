/** One meaning, one colour, on every dashboard. Names are Grafana's, so that they fit the dark and the light theme. */
export const GOOD = 'green';
export const WARNING = 'orange';
export const BAD = 'red';
export const NEUTRAL = 'blue';
export const OFF = 'text';

/** Fixed colours of series, by name; any other series takes the next colour of Grafana's palette. */
export type Colors = Readonly<Record<string, string>>;

export const QUANTILE_COLORS: Colors = { p50: GOOD, p95: WARNING, p99: BAD };
export const TOKEN_COLORS: Colors = { input: 'blue', output: 'purple' };
export const OUTCOME_COLORS: Colors = { success: GOOD, error: BAD, aborted: 'yellow' };
export const CACHE_COLORS: Colors = { hit: GOOD, miss: WARNING, bypass: 'blue' };
export const TOTAL_COLORS: Colors = { total: NEUTRAL, errors: BAD };
export const ANSWERED_COLORS: Colors = { answered: GOOD, failed: BAD };

/** Colours by size: the first from below, each further one from its value on. */
export type Thresholds = readonly [string, ...Array<readonly [number, string]>];

/** From 1 % an error rate deserves a look, from 5 % it is an incident; as the alerts and the app's pages have it. */
export const ERROR_RATIO: Thresholds = [GOOD, [0.01, WARNING], [0.05, BAD]];
export const ERRORS_PER_HUNDRED: Thresholds = [GOOD, [1, WARNING], [5, BAD]];
/** Of whole requests, in seconds; from 10 s the latency alerts fire. */
export const LATENCY: Thresholds = [GOOD, [5, WARNING], [10, BAD]];
/** Hit rate of the cache: below 30 % it is worth little, from 70 % it is good. */
export const CACHE_HITS: Thresholds = [BAD, [0.3, WARNING], [0.7, GOOD]];
/** Share of something limited that is used. */
export const USE: Thresholds = [GOOD, [0.7, WARNING], [0.9, BAD]];
/** Share of something limited that is left; below 20 % the headroom alert fires. */
export const HEADROOM: Thresholds = [BAD, [0.2, WARNING], [0.5, GOOD]];
/** Seconds until something is used up: three days and a week. */
export const TIME_LEFT: Thresholds = [BAD, [3 * 86_400, WARNING], [7 * 86_400, GOOD]];
/** Anything above zero, down to a nano-dollar. */
const SMALLEST = 1e-9;

/** Anything but 0 is a fault, also below it. */
export const ANY_IS_BAD: Thresholds = [BAD, [-SMALLEST, GOOD], [SMALLEST, BAD]];
/** Anything but none deserves a look. */
export const NONE_IS_BETTER: Thresholds = [GOOD, [SMALLEST, WARNING]];
/** One or more is what is wanted. */
export const SOME_IS_GOOD: Thresholds = [BAD, [1, GOOD]];
/** Share of fallbacks that answered. */
export const FALLBACK_SUCCESS: Thresholds = [BAD, [0.5, WARNING], [1, GOOD]];
/** Delay of the event loop, in seconds. */
export const EVENT_LOOP: Thresholds = [GOOD, [0.1, WARNING], [0.5, BAD]];
/** Age of what waits for the ledger, in seconds; from 30 s the alert fires. */
export const LEDGER_LAG: Thresholds = [GOOD, [5, WARNING], [30, BAD]];
