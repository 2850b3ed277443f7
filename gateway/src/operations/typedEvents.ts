import { type Fields, isObject } from '../chat/completion/fields.js';

/** The data of server-sent events; what is no JSON object is left out. */
export function eventsOf(events: string): Fields[] {
  return events.split('\n').flatMap((line) => {
    if (!line.startsWith('data:')) {
      return [];
    }
    try {
      const value: unknown = JSON.parse(line.slice('data:'.length));
      return isObject(value) ? [value] : [];
    } catch {
      return [];
    }
  });
}
