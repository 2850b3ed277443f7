import { GatewayError } from '../errors/gatewayError.js';

/** What becomes of the fields of one request that its provider cannot honour. */
export class Unsupported {
  /** Names of those that were left out. */
  readonly dropped: string[] = [];

  /** @param drop whether such fields are left out, instead of the request being refused */
  constructor(
    private readonly provider: string,
    private readonly drop: boolean
  ) {}

  /** @throws GatewayError 400 that names the field, unless it is to be left out. */
  field(name: string, why: string): void {
    if (!this.drop) {
      throw new GatewayError(
        `The provider ${this.provider} cannot honour ${name}: ${why}. Leave it out, or have the gateway leave such fields out (drop_unsupported).`,
        { status: 400, type: 'invalid_request_error', code: 'unsupported_field', param: name }
      );
    }
    if (!this.dropped.includes(name)) {
      this.dropped.push(name);
    }
  }
}
