import { Document, Scalar, visit } from 'yaml';

import type { Mapping } from './values.js';

/** Our configuration as people would write it. */
export function toYaml(config: Mapping, comment: string): string {
  const document = new Document(config, { aliasDuplicateObjects: false });
  visit(document, {
    Scalar(_key, node) {
      if (typeof node.value === 'string' && node.value.includes('${')) {
        // A variable that looks like a number stays the text that it is.
        node.type = Scalar.QUOTE_DOUBLE;
      }
    },
  });
  document.commentBefore = ` ${comment}`;
  return document.toString({ lineWidth: 120, flowCollectionPadding: true });
}
