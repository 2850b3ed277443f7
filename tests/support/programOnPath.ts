import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Full path of the first of the programs that is on PATH. */
export function programOnPath(...names: readonly string[]): string | undefined {
  const directories = (process.env['PATH'] ?? '').split(delimiter);
  return names
    .flatMap((name) => directories.map((directory) => join(directory, name)))
    .find((file) => existsSync(file));
}
