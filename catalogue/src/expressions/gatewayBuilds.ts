import { native } from '../metrics/native.js';

/** A series per running gateway, whatever its scrape job is called: there before the first request. */
export function gatewayBuilds(): string {
  return native.buildInfo.name;
}
