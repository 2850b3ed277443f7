import React, { type ReactNode } from 'react';
import { LoadError } from '../states/LoadError';
import { Loading } from '../states/Loading';
import type { Load } from './useLoad';

interface Props<T> {
  load: Load<T>;
  /** What to say when it could not be read. */
  failed: string;
  children: (data: T) => ReactNode;
}

/** What was read, or that it is on its way, or why it cannot be had. */
export function Loaded<T>({ load: { data, failure }, failed, children }: Props<T>) {
  if (failure !== undefined) {
    return <LoadError title={failed} reason={failure.message} />;
  }
  return data === undefined ? <Loading /> : <>{children(data)}</>;
}
