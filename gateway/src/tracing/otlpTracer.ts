import {
  DiagLogLevel,
  type Span,
  SpanKind,
  SpanStatusCode,
  ROOT_CONTEXT,
  TraceFlags,
  createTraceState,
  diag,
  trace,
} from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import {
  type Resource,
  defaultResource,
  detectResources,
  envDetector,
  resourceFromAttributes,
  serviceInstanceIdDetector,
} from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  NodeTracerProvider,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
} from '@opentelemetry/sdk-trace-node';
import {
  ATTR_HTTP_REQUEST_METHOD,
  ATTR_HTTP_ROUTE,
  ATTR_SERVICE_NAME,
  ATTR_SERVICE_VERSION,
} from '@opentelemetry/semantic-conventions';
import type { Logger } from 'pino';

import type { TracingConfig } from '../config/schema.js';
import { callAttributes, endedCallAttributes } from './callAttributes.js';
import { diagnosticLog } from './diagnosticLog.js';
import { operationName } from './operationName.js';
import { requestAttributes } from './requestAttributes.js';
import type { CallTrace, RequestTrace, TracedCall, TracedRequest, Tracer } from './trace.js';

export interface OtlpTracer extends Tracer {
  /** Sends what is left, for at most CLOSE_MS. */
  close(): Promise<void>;
}

export interface OtlpTracerOptions {
  readonly config: TracingConfig;
  readonly version: string;
  readonly log: Logger;
}

const NAME = 'llm-gateway';

/** Spans that are sent, and before it made JSON of, at once: 512, the SDK's own number, hold up requests for 8 ms. */
const BATCH = 256;
const BATCH_VARIABLE = 'OTEL_BSP_MAX_EXPORT_BATCH_SIZE';

/** How long a stopping gateway waits for a receiver that does not answer, in milliseconds. */
const CLOSE_MS = 3_000;

const SERVER_ERROR = 500;

/**
 * Traces by OpenTelemetry's SDK, sent as OTLP over HTTP. What the configuration leaves open, OpenTelemetry's own
 * environment variables say (OTEL_EXPORTER_OTLP_*, OTEL_BSP_*, OTEL_RESOURCE_ATTRIBUTES).
 */
export function createOtlpTracer({ config, version, log }: OtlpTracerOptions): OtlpTracer {
  diag.setLogger(diagnosticLog(log), { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true });
  const { endpoint, headers, sample_ratio: ratio, propagate } = config;
  const exporter = new OTLPTraceExporter({ headers, ...(endpoint && { url: tracesUrl(endpoint) }) });
  const provider = new NodeTracerProvider({
    resource: resourceOf(config, version),
    // A client that decided for or against its trace has decided for ours too.
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(ratio) }),
    spanProcessors: [
      new BatchSpanProcessor(exporter, process.env[BATCH_VARIABLE] ? {} : { maxExportBatchSize: BATCH }),
    ],
  });
  const spans = provider.getTracer(NAME, version);

  function startCall(parent: Span, request: TracedRequest, call: TracedCall): CallTrace {
    const clock = wallClock(request);
    const span = spans.startSpan(
      `${operationName(call.operation)} ${call.deployment.model}`,
      {
        kind: SpanKind.CLIENT,
        startTime: clock(call.startedAt),
        ...(parent.isRecording() && { attributes: callAttributes(call) }),
      },
      trace.setSpan(ROOT_CONTEXT, parent)
    );
    return {
      headers: propagate ? traceHeaders(span) : [],
      end(ended) {
        if (!span.isRecording()) {
          return;
        }
        span.setAttributes(endedCallAttributes(call, ended));
        const { outcome, durationMs } = ended.attempt;
        if (outcome !== 'success' && outcome !== 'aborted') {
          span.setStatus({ code: SpanStatusCode.ERROR });
        }
        span.end(clock(call.startedAt + durationMs));
      },
    };
  }

  return {
    start(request): RequestTrace {
      const { method, route, receivedAt } = request;
      const span = spans.startSpan(
        `${method} ${route}`,
        {
          kind: SpanKind.SERVER,
          startTime: receivedAt,
          attributes: { [ATTR_HTTP_REQUEST_METHOD]: method, [ATTR_HTTP_ROUTE]: route },
        },
        clientContext(request)
      );
      return {
        traceId: span.spanContext().traceId,
        startCall: (call) => startCall(span, request, call),
        end(event) {
          if (!span.isRecording()) {
            return;
          }
          span.setAttributes(requestAttributes(event));
          // What the client did wrong is no error of a server; a stream that broke off is one, whatever its status was.
          if (event.code >= SERVER_ERROR || (event.status === 'error' && event.code < 400)) {
            span.setStatus({ code: SpanStatusCode.ERROR });
          }
          span.end(receivedAt + event.durationMs);
        },
      };
    },
    async close() {
      let timer: NodeJS.Timeout | undefined;
      const patience = new Promise<void>((resolve) => (timer = setTimeout(resolve, CLOSE_MS)));
      const closed = provider.shutdown().catch((error: unknown) => diag.error(String(error)));
      await Promise.race([closed, patience]);
      clearTimeout(timer);
      diag.disable();
    },
  };
}

/** The receiver's base address or, as some write it, that of its traces. */
function tracesUrl(endpoint: string): string {
  const base = endpoint.replace(/\/+$/, '');
  return base.endsWith('/v1/traces') ? base : `${base}/v1/traces`;
}

function resourceOf({ service_name: name }: TracingConfig, version: string): Resource {
  const own = resourceFromAttributes({ [ATTR_SERVICE_NAME]: NAME, [ATTR_SERVICE_VERSION]: version });
  const told = detectResources({ detectors: [serviceInstanceIdDetector, envDetector] });
  const resource = defaultResource().merge(own).merge(told);
  return name === undefined ? resource : resource.merge(resourceFromAttributes({ [ATTR_SERVICE_NAME]: name }));
}

function clientContext({ parent, state }: TracedRequest) {
  if (parent === undefined) {
    return ROOT_CONTEXT;
  }
  const { traceId, spanId, sampled } = parent;
  return trace.setSpanContext(ROOT_CONTEXT, {
    traceId,
    spanId,
    traceFlags: sampled ? TraceFlags.SAMPLED : TraceFlags.NONE,
    isRemote: true,
    ...(state !== undefined && { traceState: createTraceState(state) }),
  });
}

/** Epoch milliseconds of a moment of `performance.now()`: its own epoch drifts from the clock over weeks. */
function wallClock({ receivedAt, startedAt }: TracedRequest): (moment: number) => number {
  return (moment) => receivedAt + (moment - startedAt);
}

/** The W3C trace context of a span. */
function traceHeaders(span: Span): string[] {
  const { traceId, spanId, traceFlags, traceState } = span.spanContext();
  const headers = ['traceparent', `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`];
  const state = traceState?.serialize();
  return state === undefined || state === '' ? headers : [...headers, 'tracestate', state];
}
