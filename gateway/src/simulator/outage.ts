import type { OutageConfig } from '../config/schema.js';

/** The first outage of the timetable that is on. @param elapsedMs since the start of the process */
export function outageAt(outages: readonly OutageConfig[], elapsedMs: number): OutageConfig | undefined {
  return outages.find(({ every_seconds: every, for_seconds: length, offset_seconds: offset }) => {
    const since = elapsedMs / 1000 - offset;
    return since >= 0 && since % every < length;
  });
}
