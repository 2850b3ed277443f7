import type { ConfigFault } from './fault.js';
import type { TracingConfig } from './schema.js';

const HEADER_NAME = /^[\w!#$%&'*+.^`|~-]+$/;
const HEADER_VALUE = /^[\t\x20-\x7e]*$/;

/** What keeps traces from being sent, with paths below `tracing`. */
export function tracingFaults({ endpoint, headers }: TracingConfig): ConfigFault[] {
  const faults: ConfigFault[] = [];
  if (endpoint !== undefined && !URL.canParse(endpoint)) {
    faults.push({ path: ['endpoint'], message: 'is not a URL; write it as http://host:4318' });
  }
  for (const [name, value] of Object.entries(headers)) {
    if (!HEADER_NAME.test(name)) {
      faults.push({ path: ['headers', name], message: 'is not a name that an HTTP header can have' });
    } else if (!HEADER_VALUE.test(value)) {
      // Without the value: it is a secret, as a rule.
      faults.push({ path: ['headers', name], message: 'must be one line of plain ASCII' });
    }
  }
  return faults;
}
