import { useMemo } from 'react';
import { useUrlState, type UrlChange } from '../../../components/urlState/useUrlState';

/** What of the audit log is shown; all of it without. */
export interface AuditQuery {
  readonly kind: string | undefined;
  readonly name: string | undefined;
  readonly actor: string | undefined;
  /** Of the page; undefined for the newest. */
  readonly cursor: string | undefined;
}

/** Parameters of the address that hold it. */
export const AUDIT_PARAMETERS = { kind: 'kind', name: 'object', actor: 'actor', cursor: 'before' } as const;

export function useAuditQuery(): AuditQuery {
  const { get } = useUrlState();
  const [kind, name, actor, cursor] = Object.values(AUDIT_PARAMETERS).map(get);
  return useMemo(() => ({ kind, name, actor, cursor }), [kind, name, actor, cursor]);
}

/** Whether not every change is shown. */
export function isFiltered({ kind, name, actor }: AuditQuery): boolean {
  return kind !== undefined || name !== undefined || actor !== undefined;
}

/** The change of the address for other filters, which begin with the newest page. */
export function filteredBy(query: Partial<Omit<AuditQuery, 'cursor'>>): UrlChange {
  const named = Object.entries(query).map(([part, value]) => [AUDIT_PARAMETERS[part as keyof AuditQuery], value]);
  return { ...(Object.fromEntries(named) as UrlChange), [AUDIT_PARAMETERS.cursor]: undefined };
}
