import { useCallback } from 'react';
import { gatewayApi } from '../../../api/gateway/gatewayApi';
import type { Answer } from '../../../api/gateway/operations';
import { useLoad, type Load } from '../../../components/load/useLoad';
import type { AuditQuery } from './auditQuery';

export type AuditPage = Answer<'/audit', 'get'>;
export type AuditedChange = AuditPage['changes'][number];

const PAGE_SIZE = 50;

/** One page of the audit log. */
export function useAudit(gatewayUid: string, { kind, name, actor, cursor }: AuditQuery): Load<AuditPage> {
  return useLoad(
    useCallback(
      (signal: AbortSignal) =>
        gatewayApi(gatewayUid).get('/audit', { query: { kind, name, actor, cursor, limit: PAGE_SIZE }, signal }),
      [gatewayUid, kind, name, actor, cursor]
    )
  );
}
