import { readFileSync } from 'node:fs';

import { HEADER, columnsOf, translate } from './journalHeader.js';

/**
 * Lines of a segment that an earlier process left, in the columns of today; what it was writing when it ended is left
 * out. Lines that are damaged are among them: the store's writer refuses them one by one.
 */
export function readSegment(file: string): readonly string[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  lines.pop();
  const [header, ...events] = lines;
  if (header === undefined || `${header}\n` === HEADER) {
    return events;
  }
  const columns = columnsOf(header);
  return columns === undefined ? lines : events.map((line) => translate(line, columns));
}
