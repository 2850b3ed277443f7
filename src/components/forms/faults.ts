import { GatewayApiError } from '../../api/gateway/gatewayApiError';
import { errorMessage } from '../../api/grafana';
import { changeFailure } from './changeFailure';

/** What is wrong, by field. */
export type Faults<T> = { readonly [Field in keyof T]?: string };

/** Where a refusal belongs: on the field that the gateway names, if the form has it, or else below the form. */
export function faultsOf<T extends object>(thrown: unknown, draft: T): { faults: Faults<T>; failure?: string } {
  if (!(thrown instanceof GatewayApiError)) {
    return { faults: {}, failure: errorMessage(thrown) };
  }
  const { param = '', message } = thrown;
  // `price.output_per_million_usd` is the field of that name, `deployments[0].weight` is about the deployments.
  const field = param
    .split(/[.[\]]+/)
    .reverse()
    .find((name) => name in draft);
  return field === undefined
    ? { faults: {}, failure: changeFailure(thrown) }
    : { faults: { [field]: withoutName(message, param, field) } as Faults<T> };
}

/** A field says its own name already, but not which of its parts is at fault. */
function withoutName(message: string, param: string, field: string): string {
  const isWhole = param === field || param.endsWith(`.${field}`);
  return isWhole && message.startsWith(`${param}: `) ? message.slice(param.length + 2) : message;
}
