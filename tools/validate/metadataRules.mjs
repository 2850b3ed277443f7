/** @typedef {import('./plugin.mjs').Plugin} Plugin @typedef {import('./plugin.mjs').Finding} Finding */
/** @typedef {import('./plugin.mjs').Metadata} Metadata */

const VERSION = /^\d+\.\d+\.\d+(-[\w.]+)?$/;
const RANGE = /^(\s*(\|\|)?\s*[<>=^~]*\s*\d+(\.(\d+|x)){0,2}(-[\w.]+)?\s*)+$/;

/** What every plugin.json must say, and what the outer one must say of those within. @param {Plugin} plugin @returns {Finding[]} */
export function metadataRules({ files, metadata }) {
  const outer = metadata.find(({ path }) => path === 'plugin.json');
  if (outer === undefined) {
    return [{ severity: 'error', rule: 'missing-metadata', message: 'plugin.json is missing' }];
  }
  return [...metadata.flatMap(ofEach), ...ofOuter(outer, files), ...ofNested(outer, metadata)];
}

/** @param {Metadata} metadata @returns {Finding[]} */
function ofEach({ path, json }) {
  /** @type {Array<[boolean, string, string]>} */
  const rules = [
    [/^[0-9a-z]+(-[0-9a-z]+)*-(app|panel|datasource)$/.test(json.id ?? ''), 'invalid-metadata', 'id is not one'],
    [String(json.id).split('-').at(-1) === json.type, 'plugin-type-suffix', 'the id must end with the type'],
    [Boolean(json.name) && json.name !== json.id, 'human-friendly-name', 'name must be for people'],
    [
      VERSION.test(json.info?.version ?? ''),
      'invalid-metadata',
      `info.version is not a version: ${json.info?.version}`,
    ],
    [/^\d{4}-\d{2}-\d{2}$/.test(json.info?.updated ?? ''), 'invalid-metadata', 'info.updated must be a date'],
    [Boolean(json.info?.author?.name), 'invalid-metadata', 'info.author.name is missing'],
    [
      RANGE.test(json.dependencies?.grafanaDependency ?? ''),
      'invalid-grafana-dependency',
      'dependencies.grafanaDependency is not a range of versions',
    ],
    [!/%[A-Z_]+%/.test(withoutIncludes(json)), 'invalid-metadata', 'a placeholder was not replaced'],
  ];
  return rules
    .filter(([kept]) => !kept)
    .map(([, rule, message]) => ({ severity: 'error', rule, message: `${path}: ${message}` }));
}

/** @param {Metadata} outer @param {string[]} files @returns {Finding[]} */
function ofOuter({ json }, files) {
  const { description, keywords = [], screenshots = [], links = [] } = json.info;
  const sponsor = links.some((/** @type {{ name: string }} */ { name }) => /sponsor/i.test(name));
  /** @type {Array<[boolean, Finding['severity'], string, string]>} */
  const rules = [
    [Boolean(description), 'warning', 'empty-description', 'info.description is empty'],
    [keywords.length > 0, 'warning', 'empty-keywords', 'info.keywords is empty'],
    [screenshots.length > 0, 'warning', 'screenshots', 'info.screenshots is empty'],
    [json.id.split('-').length >= 3, 'warning', 'invalid-id-format', 'the id should be org-name-type'],
    [files.includes('MANIFEST.txt'), 'warning', 'unsigned-plugin', 'the plugin is not signed'],
    [sponsor, 'recommendation', 'sponsorshiplink', 'no link for sponsors'],
  ];
  return rules
    .filter(([kept]) => !kept)
    .map(([, severity, rule, message]) => ({ severity, rule, message: `plugin.json: ${message}` }));
}

/** @param {Metadata} outer @param {Metadata[]} all @returns {Finding[]} */
function ofNested(outer, all) {
  return all
    .filter((each) => each !== outer)
    .flatMap(({ path, json }) => {
      const include = outer.json.includes?.find((/** @type {{ path?: string }} */ each) => each.path === path);
      if (include === undefined) {
        return [error('nested-plugins-not-declared', `plugin.json does not include ${path}`)];
      }
      return [
        ...(include.type === json.type
          ? []
          : [error('nested-plugin-type-missmatch', `${path} is not a ${include.type}`)]),
        ...(json.info.version === outer.json.info.version
          ? []
          : [error('invalid-metadata', `${path} has another version than the app`)]),
      ];
    });
}

/** Paths of pages keep their placeholder: Grafana itself replaces it. @param {any} json */
function withoutIncludes(json) {
  return JSON.stringify({ ...json, includes: undefined });
}

/** @param {string} rule @param {string} message @returns {Finding} */
function error(rule, message) {
  return { severity: 'error', rule, message };
}
