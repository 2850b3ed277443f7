import { isDeepStrictEqual } from 'node:util';
import type { Logger } from 'pino';

import { OVERLAID_KINDS, type OpenDocument, type OverlayProblem, overlay } from '../config/overlay.js';
import type { Config } from '../config/schema.js';
import type { KnownObjects } from './objectSync.js';

export interface EffectiveConfigParts {
  /** Reads the file. @throws ConfigError */
  readonly loadFile: () => Config;
  readonly objects: KnownObjects;
  readonly open: OpenDocument;
  readonly log: Pick<Logger, 'warn'>;
}

/** The configuration file, and over it the stored providers, models and prices. */
export class EffectiveConfig {
  private read: Config | undefined;
  private known: readonly OverlayProblem[] = [];

  constructor(private readonly parts: EffectiveConfigParts) {}

  /** The file as it was read last. @throws ConfigError when it has not been read yet and is wrong. */
  get file(): Config {
    return (this.read ??= this.parts.loadFile());
  }

  /** Stored objects that are not in force, wholly or in part. */
  get problems(): readonly OverlayProblem[] {
    return this.known;
  }

  /** Reads the file again. @throws ConfigError; the file as it was read before then stays. */
  readonly load = (): Config => {
    this.read = this.parts.loadFile();
    return this.overlaid();
  };

  /** With the file as it was read last, so that a stored change does not depend on a file that is being edited. */
  readonly overlaid = (): Config => {
    const { objects, open, log } = this.parts;
    const stored = OVERLAID_KINDS.flatMap((kind) => objects.list(kind));
    const { config, problems } = overlay(this.file, stored, open);
    if (!isDeepStrictEqual(problems, this.known)) {
      problems.forEach((problem) => log.warn(problem, 'a stored object is wrong and not in force'));
    }
    this.known = problems;
    return config;
  };
}
