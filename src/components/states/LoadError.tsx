import React from 'react';
import { ConfigurationLink } from '../ConfigurationLink';
import { FindingAlert } from '../findings/FindingAlert';

interface Props {
  title: string;
  /** In the words of whatever failed. */
  reason: string;
}

/** Something could not be read; what and why. */
export function LoadError({ title, reason }: Props) {
  return (
    <FindingAlert finding={{ severity: 'error', title, advice: reason }}>
      <ConfigurationLink />
    </FindingAlert>
  );
}
