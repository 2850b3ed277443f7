import React from 'react';
import { LoadingPlaceholder } from '@grafana/ui';

/** While something is on its way. Without words: it is also shown before any translation is there. */
export function Loading() {
  return <LoadingPlaceholder text="" />;
}
