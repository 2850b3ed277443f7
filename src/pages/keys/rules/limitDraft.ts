import type { Limit } from '../../../api/gateway/objects';
import type { Subject } from './subject';

/** A limit as it is typed. Fields are called as the gateway calls them. */
export interface LimitDraft {
  name: string;
  requests_per_minute: number | undefined;
  tokens_per_minute: number | undefined;
  parallel_requests: number | undefined;
}

export const NEW_LIMIT: LimitDraft = {
  name: '',
  requests_per_minute: undefined,
  tokens_per_minute: undefined,
  parallel_requests: undefined,
};

export function limitDraft({ name, requests_per_minute, tokens_per_minute, parallel_requests }: Limit): LimitDraft {
  return { name, requests_per_minute, tokens_per_minute, parallel_requests };
}

export function limitsSomething(draft: Omit<LimitDraft, 'name'>): boolean {
  const { requests_per_minute: requests, tokens_per_minute: tokens, parallel_requests: parallel } = draft;
  return [requests, tokens, parallel].some((each) => each !== undefined);
}

/** What is sent for it. */
export function limitBody(draft: LimitDraft, { kind, name }: Subject, before?: Limit) {
  const { requests_per_minute, tokens_per_minute, parallel_requests } = draft;
  const parts = { requests_per_minute, tokens_per_minute, parallel_requests };
  return { ...before, name: draft.name, [kind]: before?.[kind] ?? name, ...parts };
}
