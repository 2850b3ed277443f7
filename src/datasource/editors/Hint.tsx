import React from 'react';
import { Text } from '@grafana/ui';

/** What a query means, where its fields alone do not say it. */
export function Hint({ children }: { children: string }) {
  return (
    <Text element="p" variant="bodySmall" color="secondary">
      {children}
    </Text>
  );
}
