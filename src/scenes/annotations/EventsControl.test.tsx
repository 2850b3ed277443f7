import React from 'react';
import { EmbeddedScene, SceneReactObject, type dataLayers, type SceneDataLayerSet } from '@grafana/scenes';
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { EVENT_GROUPS, groupQuery } from './eventGroups';
import { eventLayers } from './eventLayers';
import { EventsControl } from './EventsControl';

function show() {
  const control = new EventsControl();
  const $data = eventLayers();
  // The layers themselves would ask their data sources.
  const page = new EmbeddedScene({ $data, controls: [control], body: new SceneReactObject({}) });
  control.activate();
  render(<control.Component model={control} />);
  expect(page.state.controls).toContain(control);
  return { control, shown: () => shownOf($data) };
}

const shownOf = ({ state }: SceneDataLayerSet) =>
  (state.layers as dataLayers.AnnotationsDataLayer[])
    .filter((layer) => layer.state.isEnabled)
    .map((layer) => layer.state.key!.replace('events-', ''));

it('marks what is rare until told otherwise, and says nothing of it in the URL', () => {
  const { control, shown } = show();
  expect(shown()).toEqual(['alerts', 'breaker', 'budget', 'reload', 'dependency']);
  expect(control.getUrlState()).toEqual({ events: null });
});

it('switches each kind of event, and keeps that in the URL', async () => {
  const { control, shown } = show();
  await userEvent.click(screen.getByRole('button', { name: 'Events: 5 of 6' }));
  await userEvent.click(screen.getByRole('menuitemcheckbox', { name: 'Configuration reloads' }));
  await userEvent.click(screen.getByRole('menuitemcheckbox', { name: 'Fallbacks' }));
  expect(shown()).toEqual(['alerts', 'breaker', 'budget', 'dependency', 'fallback']);
  expect(screen.getByRole('menuitemcheckbox', { name: 'Configuration reloads' })).not.toBeChecked();
  expect(control.getUrlState()).toEqual({ events: 'alerts,breaker,budget,dependency,fallback' });
});

it('takes what is marked from the URL, also nothing at all', () => {
  const { control, shown } = show();
  act(() => control.updateFromUrl({ events: 'breaker,nonsense' }));
  expect(shown()).toEqual(['breaker']);
  act(() => control.updateFromUrl({ events: 'none' }));
  expect(shown()).toEqual([]);
  expect(control.getUrlState()).toEqual({ events: 'none' });
  act(() => control.updateFromUrl({ events: null }));
  expect(shown()).toHaveLength(5);
});

it('asks the gateway for its events and Prometheus for fallbacks, which are none', () => {
  for (const group of EVENT_GROUPS) {
    const { datasource, target, expr } = groupQuery(group) as ReturnType<typeof groupQuery> & { expr?: string };
    expect(datasource!.uid).toBe(group === 'fallback' ? '${prometheus}' : '${gateway}');
    expect(group === 'fallback' ? expr : target).toBeTruthy();
  }
});
