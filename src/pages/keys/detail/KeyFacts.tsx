import React from 'react';
import { dateTimeFormat } from '@grafana/data';
import { t } from '@grafana/i18n';
import type { Key } from '../../../api/gateway/objects';
import { Facts, type Fact } from '../../../components/Facts';
import { usd } from '../../../components/format/usd';
import { KeyStateBadge } from '../list/KeyStateBadge';
import type { Spend } from '../list/useSpend';

interface Props {
  of: Key;
  /** Undefined where the ledger cannot be read. */
  spend: Spend | undefined;
}

/** What there is to say about a key. */
export function KeyFacts({ of, spend }: Props) {
  const facts: Fact[] = [
    [t('keys.fact.status', 'Status'), <KeyStateBadge key="status" of={of} />],
    [t('keys.fact.prefix', 'Secret begins with'), of.prefix],
    [t('keys.fact.previous', 'Secret before is good until'), of.previous_until && dateTimeFormat(of.previous_until)],
    [t('keys.fact.team', 'Team'), of.team],
    [t('keys.fact.user', 'User'), of.user],
    [t('keys.fact.models', 'Models'), of.models?.join(', ') ?? t('keys.all-models', 'all')],
    [t('keys.fact.addresses', 'Addresses'), of.addresses?.join(', ') ?? t('keys.fact.anywhere', 'anywhere')],
    [t('keys.fact.expires', 'Ends'), of.expires_at ? dateTimeFormat(of.expires_at) : t('keys.fact.never', 'never')],
    [
      t('keys.fact.tags', 'Tags'),
      of.tags &&
        Object.entries(of.tags)
          .map((pair) => pair.join('='))
          .join(', '),
    ],
    [t('keys.fact.spent', 'Spent in 30 days'), spend && usd(spend.costUsd)],
    [t('keys.fact.requests', 'Requests in 30 days'), spend && String(spend.requests)],
    [t('keys.fact.created', 'Made'), of.created_at && dateTimeFormat(of.created_at)],
  ];
  return <Facts facts={facts} />;
}
