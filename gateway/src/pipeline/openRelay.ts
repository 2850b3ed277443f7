import type { RequestParameters } from '../operations/parameters.js';
import { PassedStream, TranslatedStream } from './answerStream.js';
import { BytesRelay } from './bytesRelay.js';
import type { AnswerHeaders, Client } from './client.js';
import { EventsRelay } from './eventsRelay.js';
import type { Relay } from './relay.js';
import type { ParsedRequest } from './request.js';
import { StreamRelay } from './streamRelay.js';
import { TranslatedRelay } from './translatedRelay.js';
import type { Way } from './way.js';

/** Takes a provider's answer on to the client, where it comes in pieces; undefined where it comes whole. */
export function openRelay(
  { service, operation, request: asked, surface }: Way,
  request: ParsedRequest,
  provider: string,
  client: Client,
  headers: () => AnswerHeaders
): Relay | undefined {
  const { parameters } = asked;
  const pieces = operation.pieces(parameters);
  if (pieces === undefined) {
    return undefined;
  }
  const open = (contentType?: string) => {
    const stream = client.startStream(headers(), contentType);
    return surface === undefined
      ? new PassedStream(stream, pieces.kind === 'bytes' ? () => undefined : request.operation.streamError)
      : new TranslatedStream(stream, surface.stream(request.parameters.body));
  };
  switch (pieces.kind) {
    case 'bytes':
      return new BytesRelay({ provider, open });
    case 'events':
      return translated(new EventsRelay({ provider, events: pieces.events, open }), service, parameters);
    case 'chunks':
      return translated(
        new StreamRelay({ provider, forwardUsage: parameters.includeUsage, open: () => open() }),
        service,
        parameters
      );
  }
}

function translated(relay: Relay, { translation }: Way['service'], parameters: RequestParameters): Relay {
  const streams = translation?.streams;
  return streams === undefined ? relay : new TranslatedRelay(relay, streams.translator(parameters), streams.type);
}
