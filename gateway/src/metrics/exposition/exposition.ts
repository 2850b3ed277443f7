import type { Dialect } from '@llm-gateway/catalogue';

import type { Metrics } from '../registry.js';
import { CONTENT_TYPES, type Format } from './format.js';
import { OneAtATime } from './oneAtATime.js';
import { Output } from './output.js';
import { plan } from './plan.js';
import { processFamilies } from './processFamilies.js';

export interface ExpositionParts {
  readonly metrics: Pick<Metrics, 'instruments' | 'processRegistry'>;
  /** Whether the native names are shown. */
  readonly native: boolean;
  readonly dialects: readonly Dialect[];
  /** Brings the gauges of state up to date. */
  readonly observe: () => Promise<void> | void;
}

export interface Scrape {
  readonly contentType: string;
  /** UTF-8, in pieces. */
  readonly pieces: readonly Buffer[];
}

/** What /metrics shows. Requests go on while it is rendered, and who asks at the same time shares a rendering. */
export class Exposition {
  private readonly renderings: OneAtATime<Format, Scrape>;

  constructor({ metrics, native, dialects, observe }: ExpositionParts) {
    const families = plan(metrics.instruments, native, dialects);
    this.renderings = new OneAtATime(async (format) => {
      await observe();
      const output = new Output();
      for (const family of families) {
        await family.render(output, format);
      }
      output.write(await processFamilies(metrics.processRegistry, format));
      if (format === 'openmetrics') {
        output.write('# EOF\n');
      }
      return { contentType: CONTENT_TYPES[format], pieces: output.end() };
    });
  }

  render(format: Format): Promise<Scrape> {
    return this.renderings.ask(format);
  }
}
