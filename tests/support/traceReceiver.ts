import { once } from 'node:events';
import { type IncomingHttpHeaders, type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { until } from './until.js';

type Value = string | number | boolean;

/** A span as it came over the wire, its attributes read. */
export interface ReceivedSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId: string | undefined;
  readonly traceState: string | undefined;
  readonly name: string;
  /** SERVER is 2, CLIENT is 3. */
  readonly kind: number;
  /** Epoch milliseconds. */
  readonly start: number;
  readonly end: number;
  readonly attributes: Readonly<Record<string, Value>>;
  /** ERROR is 2, unset is 0. */
  readonly status: number;
  readonly resource: Readonly<Record<string, Value>>;
}

export const SERVER_KIND = 2;
export const CLIENT_KIND = 3;
export const ERROR_STATUS = 2;

interface OtlpAttribute {
  readonly key: string;
  readonly value: {
    readonly stringValue?: string;
    readonly intValue?: string | number;
    readonly doubleValue?: number;
    readonly boolValue?: boolean;
  };
}

interface OtlpSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly traceState?: string;
  readonly name: string;
  readonly kind: number;
  readonly startTimeUnixNano: string;
  readonly endTimeUnixNano: string;
  readonly attributes: readonly OtlpAttribute[];
  readonly status: { readonly code?: number };
}

interface OtlpRequest {
  readonly resourceSpans: ReadonlyArray<{
    readonly resource: { readonly attributes: readonly OtlpAttribute[] };
    readonly scopeSpans: ReadonlyArray<{ readonly spans: readonly OtlpSpan[] }>;
  }>;
}

/** An OTLP/HTTP receiver that takes JSON, as a collector does. */
export class TraceReceiver {
  readonly spans: ReceivedSpan[] = [];
  readonly requests: Array<{ readonly path: string; readonly headers: IncomingHttpHeaders; readonly body: string }> =
    [];
  /** What it answers with. */
  status = 200;

  private constructor(
    private readonly server: Server,
    readonly url: string
  ) {}

  static async start(): Promise<TraceReceiver> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const receiver = new TraceReceiver(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.on('request', (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const body = Buffer.concat(chunks).toString('utf8');
        receiver.requests.push({ path: request.url ?? '', headers: request.headers, body });
        if (receiver.status === 200) {
          receiver.spans.push(...readSpans(JSON.parse(body) as OtlpRequest));
        }
        response.writeHead(receiver.status, { 'content-type': 'application/json' }).end('{}');
      });
    });
    return receiver;
  }

  /** The spans of a trace, by their start, once so many have come. */
  async trace(traceId: string | null | undefined, spans: number): Promise<readonly ReceivedSpan[]> {
    const found = () => this.spans.filter((span) => span.traceId === traceId);
    await until(async () => found().length >= spans);
    return found().toSorted((a, b) => a.start - b.start || a.kind - b.kind);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }
}

function readSpans({ resourceSpans }: OtlpRequest): readonly ReceivedSpan[] {
  return resourceSpans.flatMap(({ resource, scopeSpans }) =>
    scopeSpans.flatMap(({ spans }) =>
      spans.map((span) => ({
        traceId: span.traceId,
        spanId: span.spanId,
        parentSpanId: span.parentSpanId || undefined,
        traceState: span.traceState || undefined,
        name: span.name,
        kind: span.kind,
        start: Number(BigInt(span.startTimeUnixNano) / 1000n) / 1000,
        end: Number(BigInt(span.endTimeUnixNano) / 1000n) / 1000,
        attributes: readAttributes(span.attributes),
        status: span.status.code ?? 0,
        resource: readAttributes(resource.attributes),
      }))
    )
  );
}

function readAttributes(attributes: readonly OtlpAttribute[]): Record<string, Value> {
  return Object.fromEntries(
    attributes.map(({ key, value: { stringValue, intValue, doubleValue, boolValue } }) => [
      key,
      stringValue ?? (intValue === undefined ? (doubleValue ?? boolValue ?? '') : Number(intValue)),
    ])
  );
}
