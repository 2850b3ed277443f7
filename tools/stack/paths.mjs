import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** @param {string[]} parts */
export const inRoot = (...parts) => join(ROOT, ...parts);

/**
 * The first of the commands that is on PATH.
 * @param {string[]} names
 * @returns {string | undefined} its full path
 */
export function findCommand(...names) {
  const directories = (process.env.PATH ?? '').split(delimiter);
  for (const name of names) {
    for (const directory of directories) {
      const file = join(directory, name);
      if (existsSync(file) && statSync(file).isFile() && isExecutable(file)) {
        return file;
      }
    }
  }
  return undefined;
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
