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
  /** Whether what was chosen on one tab is still so when one comes back to it. */
  keepsChoices?: boolean;
}

/** Those by which several narrow down what they show. */
const OF_TABS = ['q', 'status', 'open'];

/** Tabs that are chosen by `tab` in the address. What else was chosen on the one before is left behind, if not told otherwise. */
export function UrlTabs({ tabs, active, ofOneTab = [], keepsChoices = false }: Props) {
  const { change } = useUrlState();
  const left = keepsChoices ? [] : [...OF_TABS, ...ofOneTab];
  const without = Object.fromEntries(left.map((parameter) => [parameter, undefined]));
  return (
    <TabsBar>
      {tabs.map(({ id, label, count }) => (
        <Tab
          key={id}
          label={label}
          active={id === active}
          counter={count}
          onChangeTab={() => change({ ...without, tab: id })}
        />
      ))}
    </TabsBar>
  );
}
