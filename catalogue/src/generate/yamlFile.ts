import { stringify } from 'yaml';

import type { GeneratedFile } from './files.js';

export const HEADER = '# Generated from catalogue/ by `npm run generate`. Change it there, not here.\n';

export function yamlFile(path: string, content: object): GeneratedFile {
  return { path, text: HEADER + stringify(content, { lineWidth: 120, aliasDuplicateObjects: false }) };
}
