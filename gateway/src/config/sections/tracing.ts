import Type from 'typebox';

import { strict } from './fieldTypes.js';

export const Tracing = Type.Object(
  {
    enabled: Type.Boolean({ default: false, description: 'Send a trace of each request; nothing else turns it on.' }),
    endpoint: Type.Optional(
      Type.String({
        pattern: '^https?://',
        description:
          'Base address of an OTLP/HTTP receiver; /v1/traces is added. Else OTEL_EXPORTER_OTLP_ENDPOINT, else http://localhost:4318.',
      })
    ),
    headers: Type.Record(Type.String(), Type.String(), {
      default: {},
      description: 'Sent with each batch, e.g. authorization. Keep secrets out of the file: ${OTLP_TOKEN}.',
    }),
    sample_ratio: Type.Number({
      minimum: 0,
      maximum: 1,
      default: 1,
      description: 'Share of traces that are kept, of those that begin here; a client that began one has decided.',
    }),
    service_name: Type.Optional(
      Type.String({ minLength: 1, description: 'Else OTEL_SERVICE_NAME, else llm-gateway.' })
    ),
    propagate: Type.Boolean({ default: true, description: 'Send traceparent and tracestate on to providers.' }),
  },
  { ...strict, default: {}, description: 'OpenTelemetry traces.' }
);
