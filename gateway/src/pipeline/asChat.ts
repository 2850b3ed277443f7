import { parseChatParameters } from '../chat/chatParameters.js';
import type { ChatSurface } from '../chat/chatSurface.js';
import { withoutCarried } from '../chat/withoutCarried.js';
import type { RequestParameters } from '../operations/parameters.js';
import type { ServiceRequest } from '../providers/provider.js';

/** The request as a chat completion request, made once and only where a provider needs it. */
export class AsChat {
  private made: Record<string, unknown> | undefined;
  private wholeRequest: ServiceRequest | undefined;
  private plainRequest: ServiceRequest | undefined;

  constructor(
    private readonly surface: ChatSurface,
    private readonly parameters: RequestParameters
  ) {}

  /** With all that the client said, for a provider whose dialect may know it. @throws GatewayError 400 */
  get whole(): ServiceRequest {
    this.wholeRequest ??= toRequest(this.body);
    return this.wholeRequest;
  }

  /** With OpenAI's fields and no more, for a provider that speaks its dialect. @throws GatewayError 400 */
  get plain(): ServiceRequest {
    this.plainRequest ??= toRequest(withoutCarried(this.body));
    return this.plainRequest;
  }

  private get body(): Record<string, unknown> {
    this.made ??= this.surface.parse(this.parameters.body);
    return this.made;
  }
}

function toRequest(body: Record<string, unknown>): ServiceRequest {
  const bytes = Buffer.from(JSON.stringify(body));
  return { body: bytes, parameters: parseChatParameters(bytes) };
}
