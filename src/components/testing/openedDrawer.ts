import { screen } from '@testing-library/react';

/** Grafana's drawer, once it is there: one dialog in another. */
export async function openedDrawer(): Promise<HTMLElement> {
  const [outer] = await screen.findAllByRole('dialog', {}, { timeout: 20_000 });
  return outer!;
}
