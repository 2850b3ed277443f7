import type { ImportParts } from './draft.js';
import { type Setting, setting } from './setting.js';
import { milliseconds } from './timeouts.js';
import { asAmount, asMapping } from './values.js';

/** Those that hold for all deployments stand at each provider whose deployments have none of their own. */
export function importTimeouts({ account, input, pool }: ImportParts): void {
  const own = setting(input, 'timeout');
  const wide = asMapping(input['litellm_settings'])['request_timeout'];
  const all: Array<readonly [Setting | undefined, 'total_ms' | 'idle_ms', string]> = [
    [own, 'total_ms', 'for a whole answer, streamed or not'],
    [setting(input, 'stream_timeout'), 'idle_ms', 'for the first token of a stream, and between two chunks'],
  ];
  if (wide !== undefined && wide !== null) {
    const request = { value: wide, path: ['litellm_settings', 'request_timeout'] };
    if (asAmount(own?.value) === undefined) {
      all.push([request, 'total_ms', 'for a whole answer, streamed or not']);
    } else {
      account.leftOut(request.path, 'router_settings.timeout goes before it, as in LiteLLM');
    }
  }
  for (const [found, field, note] of all) {
    const wanted = milliseconds(asAmount(found?.value));
    if (found !== undefined && wanted !== undefined) {
      const at = pool.all.findIndex(({ timeouts }) => timeouts?.[field] === wanted);
      if (at >= 0) {
        account.kept(found.path, `providers[${at}].timeouts.${field}`, note);
      } else {
        account.leftOut(found.path, 'each deployment has its own');
      }
    }
  }
}
