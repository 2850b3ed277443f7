import { mergeRows, overlap } from './mergeRows';
import type { RequestRow } from './requestRow';

export interface Page {
  readonly rows: readonly RequestRow[];
  /** Where the next page goes on; null at the end. */
  readonly next: string | null;
}

export interface ListState extends Page {
  /** `loading` until there is a first answer to the question. */
  readonly status: 'loading' | 'loaded' | 'failed';
  /** Why the newest requests could not be read. */
  readonly failure?: string;
  readonly more: 'idle' | 'loading';
  /** Why the next page could not be read. */
  readonly moreFailure?: string;
}

export type ListAction =
  /** Another question is asked. What is shown stays until there is an answer. */
  | { readonly type: 'asked' }
  /** The first page of another question. */
  | { readonly type: 'answered'; readonly page: Page }
  /** The first page of the same question, asked again. */
  | { readonly type: 'refreshed'; readonly page: Page }
  | { readonly type: 'failed'; readonly failure: string }
  | { readonly type: 'more-asked' }
  | { readonly type: 'more-answered'; readonly page: Page }
  | { readonly type: 'more-failed'; readonly failure: string };

export const EMPTY_LIST: ListState = { status: 'loading', rows: [], next: null, more: 'idle' };

export function reduceList(state: ListState, action: ListAction): ListState {
  switch (action.type) {
    case 'asked':
      return { ...state, status: 'loading', more: 'idle', moreFailure: undefined };
    case 'answered':
      return { ...EMPTY_LIST, ...action.page, status: 'loaded' };
    case 'refreshed':
      return { ...state, ...refreshed(state, action.page), status: 'loaded', failure: undefined };
    case 'failed':
      return { ...state, status: 'failed', failure: action.failure };
    case 'more-asked':
      return { ...state, more: 'loading', moreFailure: undefined };
    case 'more-answered':
      return { ...state, rows: mergeRows(state.rows, action.page.rows), next: action.page.next, more: 'idle' };
    case 'more-failed':
      return { ...state, more: 'idle', moreFailure: action.failure };
  }
}

/** Pages that were loaded stay, unless so much has come that there is a gap between them and the newest. */
function refreshed(state: ListState, page: Page): Page {
  return overlap(state.rows, page.rows) ? { rows: mergeRows(state.rows, page.rows), next: state.next } : page;
}
