import type { Logger } from 'pino';

import type { TracingConfig } from '../config/schema.js';
import type { OtlpTracer } from '../tracing/otlpTracer.js';
import { VERSION } from '../version.js';

/** Undefined where tracing is off; OpenTelemetry's SDK is then not even loaded. */
export async function startTracing(config: TracingConfig, log: Logger): Promise<OtlpTracer | undefined> {
  if (!config.enabled) {
    return undefined;
  }
  const { createOtlpTracer } = await import('../tracing/otlpTracer.js');
  return createOtlpTracer({ config, version: VERSION, log });
}
