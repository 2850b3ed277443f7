import React, { type ReactNode } from 'react';
import { LoadError } from './LoadError';
import { Loading } from './Loading';

interface Props<T> {
  answer: { state: 'waiting' } | { state: 'failed'; reason: string } | { state: 'answered'; value: T };
  /** What it means that there is no answer. */
  failed: string;
  children: (value: T) => ReactNode;
}

/** An answer once it is there; until then that it is on its way, or why it never came. */
export function Answered<T>({ answer, failed, children }: Props<T>) {
  switch (answer.state) {
    case 'waiting':
      return <Loading />;
    case 'failed':
      return <LoadError title={failed} reason={answer.reason} />;
    case 'answered':
      return <>{children(answer.value)}</>;
  }
}
