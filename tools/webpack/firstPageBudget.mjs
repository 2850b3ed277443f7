import { gzipSync } from 'node:zlib';

const NAME = 'FirstPageBudget';

/**
 * Fails the build when a browser would have to load more than so much of our own code for the app's first page.
 */
export class FirstPageBudget {
  /**
   * @param {object} options
   * @param {string} options.entry name of the entry that Grafana loads
   * @param {readonly string[]} options.imports what is imported until the page is there, as the imports name it
   * @param {number} options.kilobytes zipped, of 1000 bytes
   */
  constructor(options) {
    this.options = options;
  }

  /** @param {import('webpack').Compiler} compiler */
  apply(compiler) {
    const { WebpackError, Compilation } = compiler.webpack;
    compiler.hooks.thisCompilation.tap(NAME, (compilation) => {
      // After everything has been made small.
      const stage = Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tap({ name: NAME, stage }, () => {
        try {
          this.check(compilation);
        } catch (error) {
          compilation.errors.push(new WebpackError(`${NAME}: ${/** @type {Error} */ (error).message}`));
        }
      });
    });
  }

  /** @param {import('webpack').Compilation} compilation */
  check(compilation) {
    const sizes = firstPageFiles(compilation, this.options).map((file) => {
      const source = compilation.getAsset(file)?.source.buffer();
      return { file, bytes: source ? gzipSync(source).length : 0 };
    });
    const kilobytes = Math.ceil(sizes.reduce((sum, { bytes }) => sum + bytes, 0) / 1000);
    const list = sizes.map(({ file, bytes }) => `${file.replace(/\?.*/, '')} ${Math.ceil(bytes / 1000)}`).join(', ');
    const text = `the first page takes ${kilobytes} of ${this.options.kilobytes} kB, zipped (${list})`;
    if (kilobytes > this.options.kilobytes) {
      throw new Error(`${text}. Import what it does not need when it is needed: lazyBody, lazy(() => import(…)).`);
    }
    compilation.getLogger(NAME).info(text);
  }
}

/**
 * The scripts of the entry and of the groups that the imports load, each once.
 * @param {import('webpack').Compilation} compilation
 * @param {{ entry: string, imports: readonly string[] }} options
 * @returns {string[]}
 */
function firstPageFiles(compilation, { entry, imports }) {
  const start = compilation.entrypoints.get(entry);
  const groups = imports.map((request) => {
    const found = compilation.chunkGroups.find(({ origins }) => origins.some((origin) => origin.request === request));
    if (!found) {
      throw new Error(`nothing imports ${request} when it is needed: is it in the first page’s path still?`);
    }
    return found;
  });
  const chunks = [...(start ? [start] : []), ...groups].flatMap((group) => group.chunks);
  return [...new Set(chunks.flatMap((chunk) => [...chunk.files]))].filter((file) => /\.js(\?|$)/.test(file));
}
