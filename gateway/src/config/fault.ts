import type { KeyPath } from './document.js';

/** Something wrong at one place of a configuration, or of an object that could stand in one. */
export interface ConfigFault {
  readonly path: KeyPath;
  readonly message: string;
}
