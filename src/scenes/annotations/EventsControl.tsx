import React from 'react';
import { t } from '@grafana/i18n';
import {
  SceneObjectBase,
  SceneObjectUrlSyncConfig,
  type SceneComponentProps,
  type SceneObjectState,
  type SceneObjectUrlValues,
} from '@grafana/scenes';
import { Dropdown, Menu, ToolbarButton } from '@grafana/ui';
import { EVENT_GROUPS, groupLabel, USUAL_GROUPS, type EventGroup } from './eventGroups';
import { showLayers } from './eventLayers';
import { AS_IT_IS } from '../../asItIs';

interface EventsControlState extends SceneObjectState {
  shown: readonly EventGroup[];
}

export const EVENTS_URL_KEY = 'events';
const NONE = 'none';

/** Switches for what is marked on the graphs: `events=breaker,budget` in the URL, nothing there for the usual ones. */
export class EventsControl extends SceneObjectBase<EventsControlState> {
  static Component = EventsControlRenderer;

  protected _urlSync = new SceneObjectUrlSyncConfig(this, { keys: [EVENTS_URL_KEY] });

  constructor() {
    super({ shown: USUAL_GROUPS });
    this.addActivationHandler(() => {
      showLayers(this, this.state.shown);
      this._subs.add(this.subscribeToState(({ shown }) => showLayers(this, shown)));
    });
  }

  getUrlState(): SceneObjectUrlValues {
    const { shown } = this.state;
    const isUsual = shown.length === USUAL_GROUPS.length && shown.every((group) => USUAL_GROUPS.includes(group));
    return { [EVENTS_URL_KEY]: isUsual ? null : shown.join(',') || NONE };
  }

  updateFromUrl({ [EVENTS_URL_KEY]: value }: SceneObjectUrlValues): void {
    if (typeof value === 'string') {
      const names = value.split(',');
      this.setState({ shown: EVENT_GROUPS.filter((group) => names.includes(group)) });
    } else if (value === null) {
      this.setState({ shown: USUAL_GROUPS });
    }
  }

  toggle(group: EventGroup): void {
    const { shown } = this.state;
    this.setState({
      shown: EVENT_GROUPS.filter((each) => (each === group ? !shown.includes(each) : shown.includes(each))),
    });
  }
}

function EventsControlRenderer({ model }: SceneComponentProps<EventsControl>) {
  const { shown } = model.useState();
  const overlay = (
    <Menu ariaLabel={t('events.menu', 'Events to mark on the graphs')}>
      {EVENT_GROUPS.map((group) => (
        <Menu.Item
          key={group}
          role="menuitemcheckbox"
          ariaChecked={shown.includes(group)}
          icon={shown.includes(group) ? 'check-square' : 'square-shape'}
          label={groupLabel(group)}
          onClick={(event) => {
            // Left to itself the menu closes, and there may be more to switch.
            event.stopPropagation();
            model.toggle(group);
          }}
        />
      ))}
    </Menu>
  );
  return (
    <Dropdown overlay={overlay}>
      <ToolbarButton
        variant="canvas"
        icon="bookmark"
        tooltip={t('events.tooltip', 'What is marked on the graphs')}
        aria-label={t('events.label', 'Events: {{count}} of {{all}}', {
          count: shown.length,
          all: EVENT_GROUPS.length,
          ...AS_IT_IS,
        })}
      >
        {t('events.button', 'Events')}
      </ToolbarButton>
    </Dropdown>
  );
}
