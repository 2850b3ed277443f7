import { rmSync } from 'node:fs';

import { archiveRules } from './archiveRules.mjs';
import { codeRules } from './codeRules.mjs';
import { documentRules } from './documentRules.mjs';
import { metadataRules } from './metadataRules.mjs';
import { readPlugin, unpack } from './plugin.mjs';

/** @typedef {import('./plugin.mjs').Finding} Finding */

/** What the validator warns of, and why it is so. */
export const EXPLAINED = new Map([
  ['unsigned-plugin', 'Signing needs an access token of the publishing organisation: the release workflow does it.'],
  ['invalid-id-format', 'The name of the organisation and of the product are one: llmgateway.'],
  ['sponsorshiplink', 'Nobody is to be sponsored.'],
]);

/**
 * The published rules of Grafana's plugin validator that an archive alone can be held to, under the validator's own
 * names, and one of ours (react-19). Those that ask other servers (links, malware, organisation, known vulnerabilities) are the real validator's.
 *
 * @param {string} archive @returns {Promise<Finding[]>}
 */
export async function validateArchive(archive) {
  const root = await unpack(archive);
  try {
    return validateUnpacked(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** @param {string} root @returns {Finding[]} */
export function validateUnpacked(root) {
  const plugin = readPlugin(root);
  return [archiveRules, metadataRules, documentRules, codeRules].flatMap((rules) => rules(plugin));
}

/** Those that must be mended: errors, and warnings that nobody has explained. @param {Finding[]} findings */
export function faults(findings) {
  return findings.filter(({ severity, rule }) => severity === 'error' || !EXPLAINED.has(rule));
}
