import React from 'react';
import { t } from '@grafana/i18n';
import { locationService } from '@grafana/runtime';
import { Tab, TabsBar } from '@grafana/ui';

const TABS = ['rules', 'drill', 'told'] as const;
type AlertTab = (typeof TABS)[number];

/** Reads `tab` of a query string: the rules, unless it names another one. */
export function parseTab(search: string): AlertTab {
  const asked = new URLSearchParams(search).get('tab');
  return TABS.find((tab) => tab === asked) ?? 'rules';
}

interface Props {
  tab: AlertTab;
}

/** The parts of the page; which one is shown is in the URL. */
export function AlertTabs({ tab }: Props) {
  const labels: Record<AlertTab, string> = {
    rules: t('alerts.tabs.rules', 'Rules'),
    drill: t('alerts.tabs.drill', 'Fire drill'),
    told: t('alerts.tabs.told', 'Who is told'),
  };
  return (
    <TabsBar>
      {TABS.map((each) => (
        <Tab
          key={each}
          label={labels[each]}
          active={each === tab}
          onChangeTab={() => locationService.partial({ tab: each === 'rules' ? null : each })}
        />
      ))}
    </TabsBar>
  );
}
