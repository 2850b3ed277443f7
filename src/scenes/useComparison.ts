import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { sceneGraph, type SceneObject } from '@grafana/scenes';
import { Comparison } from './Comparison';

/** The page's comparison with another period while it is on; for parts that ask for both periods themselves. */
export function useComparison(part: SceneObject): Comparison | undefined {
  const comparison = useMemo(() => sceneGraph.findObject(part, (object) => object instanceof Comparison), [part]);
  const subscribe = useCallback(
    (changed: () => void) => {
      const subscription = comparison?.subscribeToState(changed);
      return () => subscription?.unsubscribe();
    },
    [comparison]
  );
  const period = useSyncExternalStore(subscribe, () => (comparison as Comparison | null)?.state.compareWith);
  return period === undefined ? undefined : (comparison as Comparison);
}
