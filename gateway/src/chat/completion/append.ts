import type { Fields } from './fields.js';

/** Adds to a text; there may be none before. */
export function appendText(to: Fields, field: string, piece: string): void {
  to[field] = typeof to[field] === 'string' ? to[field] + piece : piece;
}

/** Adds to a list, in place: a copy for each piece of a long stream would take time in the square of its length. */
export function appendList(to: Fields, field: string, items: readonly unknown[]): void {
  const list = to[field];
  if (Array.isArray(list)) {
    items.forEach((item) => list.push(item));
  } else {
    to[field] = [...items];
  }
}
