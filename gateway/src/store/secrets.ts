import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Tells the operator of a new secret; called once for each, at the start that generated it. */
export type Announce = (what: string, file: string) => void;

/** Secrets that nobody set: generated at the first start and kept in the data directory with mode 0600. */
export class SecretFiles {
  private readonly directory: string;

  constructor(
    dataDirectory: string,
    private readonly announce: Announce
  ) {
    this.directory = join(dataDirectory, 'secrets');
  }

  /**
   * The secret of that name.
   * @param prefix tells people and secret scanners what it is, e.g. `llmgw-`.
   */
  read(name: string, prefix: string): string {
    const file = join(this.directory, encodeURIComponent(name));
    mkdirSync(this.directory, { recursive: true, mode: 0o700 });
    const secret = `${prefix}${randomBytes(24).toString('base64url')}`;
    try {
      // `wx` fails if it is there, so that two processes cannot both be the first.
      writeFileSync(file, `${secret}\n`, { mode: 0o600, flag: 'wx' });
      this.announce(name, file);
      return secret;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
        throw error;
      }
      return readFileSync(file, 'utf8').trim();
    }
  }
}
