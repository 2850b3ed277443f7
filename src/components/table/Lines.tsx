import React from 'react';
import { OneLine } from './OneLine';

interface Props {
  of: readonly string[];
}

/** Several short texts in one cell, a line each; a dash where there is none. */
export function Lines({ of }: Props) {
  if (of.length === 0) {
    return <>–</>;
  }
  return (
    <>
      {of.map((text) => (
        <div key={text}>
          <OneLine>{text}</OneLine>
        </div>
      ))}
    </>
  );
}
