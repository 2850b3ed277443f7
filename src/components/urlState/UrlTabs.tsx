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
  /** Parameters of the address that one of the tabs has to itself. */
  ofOneTab?: readonly string[];
}

/** Those that several have. */
const OF_TABS = ['q', 'status', 'open'];

/** Tabs that are chosen by `tab` in the address. What else was chosen on the one before is left behind. */
export function UrlTabs({ tabs, active, ofOneTab = [] }: Props) {
  const { change } = useUrlState();
  const left = Object.fromEntries([...OF_TABS, ...ofOneTab].map((parameter) => [parameter, undefined]));
  return (
    <TabsBar>
      {tabs.map(({ id, label, count }) => (
        <Tab
          key={id}
          label={label}
          active={id === active}
          counter={count}
          onChangeTab={() => change({ ...left, tab: id })}
        />
      ))}
    </TabsBar>
  );
}
