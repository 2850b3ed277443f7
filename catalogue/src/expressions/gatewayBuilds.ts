import { native } from '../metrics/native.js';
import { type Matchers, selector } from './selector.js';

/** A series per running gateway, whatever its scrape job is called: there before the first request. */
export function gatewayBuilds(matchers?: Matchers): string {
  return `${native.buildInfo.name}${selector(matchers)}`;
}
