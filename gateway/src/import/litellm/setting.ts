import type { KeyPath } from '../../config/document.js';
import { type Mapping, asMapping } from './values.js';

export interface Setting {
  readonly value: unknown;
  readonly path: KeyPath;
}

/** A router setting: what router_settings says goes before what litellm_settings says. */
export function setting(input: Mapping, name: string): Setting | undefined {
  for (const section of ['router_settings', 'litellm_settings']) {
    const value = asMapping(input[section])[name];
    if (value !== undefined && value !== null) {
      return { value, path: [section, name] };
    }
  }
  return undefined;
}
