import React, { useCallback, useMemo } from 'react';
import { useUrlState } from '../../../components/urlState/useUrlState';
import { KeyDrawer } from '../detail/KeyDrawer';
import type { MadeKey } from '../form/makeKey';
import type { Rules } from '../rules/useRules';
import { PartialNotice } from '../PartialNotice';
import { keyRow } from './keyRow';
import { KeyTable } from './KeyTable';
import { NoKeys } from './NoKeys';
import { useStateFilter } from './StateFilter';
import type { Keys } from './useKeys';
import type { Spend } from './useSpend';

interface Props {
  gatewayUid: string;
  list: Keys;
  rules: Rules;
  /** Undefined while, or where, the ledger cannot be read. */
  spend: ReadonlyMap<string, Spend> | undefined;
  onChanged: () => void;
  onRotated: (made: MadeKey) => void;
}

/** The keys that were found, and the one that is looked at. */
export function KeyList({ gatewayUid, list, rules, spend, onChanged, onRotated }: Props) {
  const { get, change } = useUrlState();
  const state = useStateFilter();
  const rows = useMemo(() => {
    const all = list.keys.map((key) => keyRow(key, rules, spend));
    return state === undefined ? all : all.filter((row) => row.state === state);
  }, [list, rules, spend, state]);
  const onOpen = useCallback((name: string) => change({ open: name }), [change]);
  const opened = list.keys.find(({ name }) => name === get('open'));

  return (
    <>
      <PartialNotice partial={list.partial} shown={list.keys.length} total={list.total} />
      {rows.length === 0 ? (
        <NoKeys isFiltered={state !== undefined || get('q') !== undefined} />
      ) : (
        <KeyTable rows={rows} onOpen={onOpen} />
      )}
      {opened && (
        <KeyDrawer
          // Another revision is another start for its forms.
          key={`${opened.name} ${opened.revision}`}
          {...{ gatewayUid, rules, onChanged, onRotated }}
          of={opened}
          spend={spend && (spend.get(opened.name) ?? { requests: 0, costUsd: 0 })}
          onClose={() => change({ open: undefined })}
        />
      )}
    </>
  );
}
