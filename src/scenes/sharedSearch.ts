import { SHARED_URL_KEYS } from './pageAddress';

/** What of a page's query string goes along to another page: time range, data sources, events, comparison. */
export function sharedSearch(search: string): URLSearchParams {
  return new URLSearchParams([...new URLSearchParams(search)].filter(([key]) => SHARED_URL_KEYS.includes(key)));
}
