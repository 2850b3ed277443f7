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
  /** Whether what was chosen on one tab is still so when one comes back to it. */
  keepsChoices?: boolean;
}

/** Parameters of the address by which tabs narrow down what they show. */
const NO_CHOICES = { q: undefined, status: undefined, open: undefined };

/** Tabs that are chosen by `tab` in the address. What else was chosen on the one before is left behind, if not told otherwise. */
export function UrlTabs({ tabs, active, keepsChoices = false }: Props) {
  const { change } = useUrlState();
  return (
    <TabsBar>
      {tabs.map(({ id, label, count }) => (
        <Tab
          key={id}
          label={label}
          active={id === active}
          counter={count}
          onChangeTab={() => change({ tab: id, ...(!keepsChoices && NO_CHOICES) })}
        />
      ))}
    </TabsBar>
  );
}
