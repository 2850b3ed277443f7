import { fireEvent } from '@testing-library/react';

/** What a field holds once the user has typed it: at once, as large forms take long to type letter by letter. */
export function fill(field: HTMLElement, text: string): void {
  fireEvent.change(field, { target: { value: text } });
}
