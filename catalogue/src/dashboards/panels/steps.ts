import { ThresholdsConfigBuilder, ThresholdsMode } from '@grafana/grafana-foundation-sdk/dashboard';

import type { Thresholds } from '../palette.js';

/** Thresholds in Grafana's form. */
export function steps([base, ...further]: Thresholds): ThresholdsConfigBuilder {
  return new ThresholdsConfigBuilder()
    .mode(ThresholdsMode.Absolute)
    .steps([{ value: null, color: base }, ...further.map(([value, color]) => ({ value, color }))]);
}
