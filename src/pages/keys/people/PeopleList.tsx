import React, { useCallback, useMemo } from 'react';
import { EmptyState } from '@grafana/ui';
import { useUrlState } from '../../../components/urlState/useUrlState';
import type { Spend } from '../list/useSpend';
import { PartialNotice } from '../PartialNotice';
import type { Rules } from '../rules/useRules';
import type { PersonKind } from './person';
import { PersonDrawer } from './PersonDrawer';
import { personRow } from './personRow';
import { PersonTable } from './PersonTable';
import { personWords } from './personWords';
import type { People } from './usePeople';

interface Props {
  gatewayUid: string;
  kind: PersonKind;
  list: People;
  rules: Rules;
  /** Undefined while, or where, the ledger cannot be read. */
  spend: ReadonlyMap<string, Spend> | undefined;
  onChanged: () => void;
}

/** The teams or users that were found, and the one that is looked at. */
export function PeopleList({ gatewayUid, kind, list, rules, spend, onChanged }: Props) {
  const { get, change } = useUrlState();
  const words = personWords(kind);
  const rows = useMemo(() => list.all.map((person) => personRow(person, rules, spend)), [list, rules, spend]);
  const onOpen = useCallback((name: string) => change({ open: name }), [change]);
  const opened = list.all.find(({ name }) => name === get('open'));

  return (
    <>
      <PartialNotice partial={list.partial} shown={list.managed} total={list.total} />
      {rows.length === 0 ? (
        <EmptyState variant={get('q') === undefined ? 'call-to-action' : 'not-found'} message={words.none}>
          {words.noneHint}
        </EmptyState>
      ) : (
        <PersonTable {...{ kind, rows, onOpen }} />
      )}
      {opened && (
        <PersonDrawer
          key={`${opened.name} ${opened.managed?.revision}`}
          {...{ gatewayUid, rules, onChanged }}
          person={opened}
          onClose={() => change({ open: undefined })}
        />
      )}
    </>
  );
}
