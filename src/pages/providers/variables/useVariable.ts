import { sceneGraph, type SceneObject } from '@grafana/scenes';
import { UrlVariable } from '../../../scenes/variables/UrlVariable';

/** What the page is of, also once it is of another one. */
export function useVariable(part: SceneObject, name: string): string {
  const variable = sceneGraph.lookupVariable(name, part);
  if (!(variable instanceof UrlVariable)) {
    throw new Error(`This page has no variable ${name}`);
  }
  return variable.useState().value;
}
