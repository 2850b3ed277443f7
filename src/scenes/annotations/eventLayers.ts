import { dataLayers, sceneGraph, SceneDataLayerSet, type SceneObject } from '@grafana/scenes';
import { EVENT_GROUPS, groupQuery, USUAL_GROUPS, type EventGroup } from './eventGroups';

type AnnotationsLayer = dataLayers.AnnotationsDataLayer;

/** Marks on all graphs below it where something happened to the gateway that is chosen on the page. */
export function eventLayers(): SceneDataLayerSet {
  return new SceneDataLayerSet({
    layers: EVENT_GROUPS.map((group) => {
      const query = groupQuery(group);
      return new dataLayers.AnnotationsDataLayer({
        key: keyOf(group),
        name: query.name,
        query,
        isEnabled: USUAL_GROUPS.includes(group),
      });
    }),
  });
}

/** Shows the layers of these groups, and no others, on the page that the object is on. */
export function showLayers(object: SceneObject, groups: readonly EventGroup[]): void {
  const shown = groups.map(keyOf);
  for (const layer of sceneGraph.getDataLayers(object).flatMap(layersOf)) {
    const isEnabled = shown.includes(layer.state.key!);
    if (layer.state.isEnabled !== isEnabled) {
      layer.setState({ isEnabled });
    }
  }
}

function layersOf(layer: SceneObject): AnnotationsLayer[] {
  return layer instanceof SceneDataLayerSet ? (layer.state.layers as AnnotationsLayer[]) : [];
}

function keyOf(group: EventGroup): string {
  return `events-${group}`;
}
