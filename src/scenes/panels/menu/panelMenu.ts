import { AppEvents, type PanelMenuItem } from '@grafana/data';
import { t } from '@grafana/i18n';
import { getAppEvents } from '@grafana/runtime';
import { VizPanel, VizPanelMenu } from '@grafana/scenes';
import { errorMessage } from '../../../api/grafana';
import { mayCreateAlerts, mayExplore } from '../../../api/user';
import { exploreHref } from '../../../routing/exploreHref';
import { alertHref } from './alertHref';
import { alertQuestions } from './alertQuestions';
import { copyText } from './copyText';
import { panelQuestion, type PanelQuestion } from './panelQuestion';
import { promql } from './promql';

/** What every panel offers: to go on with its question elsewhere in Grafana. Made when it is opened, as the page is then. */
export function panelMenu(): VizPanelMenu {
  return new VizPanelMenu({ $behaviors: [fillMenu] });
}

function fillMenu(menu: VizPanelMenu): void {
  const panel = menu.parent;
  if (panel instanceof VizPanel) {
    panelQuestion(panel).then(
      (question) => menu.setItems(question ? itemsFor(question) : []),
      (thrown) => notify(AppEvents.alertError, errorMessage(thrown))
    );
  }
}

function itemsFor(question: PanelQuestion): PanelMenuItem[] {
  return [...exploreItems(question), ...promqlItems(question), ...alertItems(question)];
}

function exploreItems(question: PanelQuestion): PanelMenuItem[] {
  return mayExplore()
    ? [{ text: t('panels.menu.explore', 'Explore'), iconClassName: 'compass', href: exploreHref(question) }]
    : [];
}

function promqlItems(question: PanelQuestion): PanelMenuItem[] {
  const text = promql(question);
  const copy = async () => {
    await copyText(text!);
    notify(AppEvents.alertSuccess, t('panels.menu.promql-copied', 'PromQL copied to the clipboard'));
  };
  return text === undefined
    ? []
    : [{ text: t('panels.menu.copy-promql', 'Copy PromQL'), iconClassName: 'copy', onClick: () => void copy() }];
}

function alertItems(panel: PanelQuestion): PanelMenuItem[] {
  const questions = mayCreateAlerts() ? alertQuestions(panel) : [];
  const item = { text: t('panels.menu.create-alert', 'Create alert'), iconClassName: 'bell' as const };
  switch (questions.length) {
    case 0:
      return [];
    case 1:
      return [{ ...item, href: alertHref(panel, questions[0]!) }];
    default:
      return [
        { ...item, subMenu: questions.map((question) => ({ text: question.label, href: alertHref(panel, question) })) },
      ];
  }
}

function notify({ name }: { name: string }, text: string): void {
  getAppEvents().publish({ type: name, payload: [text] });
}
