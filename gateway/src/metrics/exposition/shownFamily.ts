import type { Format } from './format.js';
import type { Output } from './output.js';

/** One family of the exposition. */
export interface ShownFamily {
  readonly name: string;
  render(output: Output, format: Format): Promise<void>;
}
