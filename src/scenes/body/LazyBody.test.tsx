import React from 'react';
import { locationService } from '@grafana/runtime';
import { EmbeddedScene, SceneReactObject, SceneTimeRange, UrlSyncManager, type SceneObject } from '@grafana/scenes';
import { render, screen } from '@testing-library/react';
import { lazyBody } from './LazyBody';

function show(load: () => Promise<SceneObject>) {
  const scene = new EmbeddedScene({ body: lazyBody(load) });
  new UrlSyncManager().initSync(scene);
  render(<scene.Component model={scene} />);
}

it('shows the body once it is loaded, and loads it once', async () => {
  const load = jest.fn(async () => new SceneReactObject({ reactNode: 'figures' }));
  const body = lazyBody(load);
  const scene = new EmbeddedScene({ body });
  const first = render(<scene.Component model={scene} />);
  expect(await screen.findByText('figures')).toBeInTheDocument();
  first.unmount();
  render(<scene.Component model={scene} />);
  expect(screen.getByText('figures')).toBeInTheDocument();
  expect(load).toHaveBeenCalledTimes(1);
});

it('gives what it loaded its part of the URL', async () => {
  locationService.push('/?from=now-3h&to=now-1h');
  const $timeRange = new SceneTimeRange({ from: 'now-1h', to: 'now' });
  show(async () => new SceneReactObject({ $timeRange, reactNode: 'figures' }));
  await screen.findByText('figures');
  expect($timeRange.state).toMatchObject({ from: 'now-3h', to: 'now-1h' });
});

it('says so when it cannot be loaded', async () => {
  show(() => Promise.reject(new Error('Loading chunk 7 failed')));
  expect(await screen.findByRole('alert')).toHaveTextContent('Loading chunk 7 failed');
});
