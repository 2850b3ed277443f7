import { textOf } from './plugin.mjs';

/** @typedef {import('./plugin.mjs').Plugin} Plugin @typedef {import('./plugin.mjs').Finding} Finding */

const LINK = /\[.+?\]\((.+?)\)/g;
const TEMPLATE = /Grafana (Panel|Data Source|Datasource|App|Data Source Backend) Plugin Template/i;

/** What the catalogue shows, and what the law wants. @param {Plugin} plugin @returns {Finding[]} */
export function documentRules(plugin) {
  return [...readme(textOf(plugin, 'README.md')), ...license(textOf(plugin, 'LICENSE')), ...changelog(plugin)];
}

/** @param {string | undefined} text @returns {Finding[]} */
function readme(text) {
  if (text === undefined || text.trim() === '') {
    return [{ severity: 'error', rule: 'missing-readme', message: 'README.md is missing or empty' }];
  }
  /** @type {Finding[]} */
  const findings = [...text.matchAll(LINK)]
    .map(([, link]) => /** @type {string} */ (link).split(/\s/)[0] ?? '')
    .filter((link) => !/^(#|https?:\/\/|mailto:)/.test(link))
    .map((link) => ({
      severity: 'error',
      rule: 'relative-link',
      message: `README.md: a link must be absolute: ${link}`,
    }));
  if (TEMPLATE.test(text)) {
    findings.push({ severity: 'error', rule: 'template-readme', message: 'README.md is that of the scaffold' });
  }
  if (text.includes('<!--')) {
    findings.push({ severity: 'warning', rule: 'readme-comment', message: 'README.md has a comment' });
  }
  for (const word of ['yarn', 'nodejs'].filter((each) => text.includes(each))) {
    findings.push({ severity: 'warning', rule: 'developer-jargon', message: `README.md has the word ${word}` });
  }
  return findings;
}

/** @param {string | undefined} text @returns {Finding[]} */
function license(text) {
  if (text === undefined) {
    return [{ severity: 'error', rule: 'license-not-provided', message: 'LICENSE is missing' }];
  }
  return /Apache License\s+Version 2\.0/.test(text)
    ? []
    : [{ severity: 'error', rule: 'license-not-valid', message: 'LICENSE is not the Apache License 2.0' }];
}

/** @param {Plugin} plugin @returns {Finding[]} */
function changelog(plugin) {
  return textOf(plugin, 'CHANGELOG.md') === undefined
    ? [{ severity: 'warning', rule: 'missing-changelog', message: 'CHANGELOG.md is missing' }]
    : [];
}
