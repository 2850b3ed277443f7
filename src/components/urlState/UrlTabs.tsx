import React from 'react';
import { Tab, TabsBar } from '@grafana/ui';
import { useUrlState } from './useUrlState';

export interface UrlTab {
  readonly id: string;
  readonly label: string;
  readonly count?: number;
}

interface Props {
  tabs: readonly UrlTab[];
  active: string;
}

/** Tabs that are chosen by `tab` in the address. What else was chosen on the one before is left behind. */
export function UrlTabs({ tabs, active }: Props) {
  const { change } = useUrlState();
  return (
    <TabsBar>
      {tabs.map(({ id, label, count }) => (
        <Tab
          key={id}
          label={label}
          active={id === active}
          counter={count}
          onChangeTab={() => change({ tab: id, q: undefined, status: undefined, open: undefined })}
        />
      ))}
    </TabsBar>
  );
}
