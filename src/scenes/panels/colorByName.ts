import { FieldColorModeId, FieldType, getFieldDisplayName, type DataFrame } from '@grafana/data';
import type { CustomTransformOperator } from '@grafana/scenes';
import { map } from 'rxjs';

/**
 * Colours that can be told apart next to each other, on dark and on light. Grafana's own palette by name has some
 * that are nearly black.
 */
const PALETTE = [
  'blue',
  'orange',
  'green',
  'purple',
  'yellow',
  'red',
  'super-light-blue',
  'light-orange',
  'light-green',
  'light-purple',
  'dark-blue',
  'dark-orange',
  'dark-green',
  'dark-purple',
  'dark-yellow',
  'light-red',
];

/** Colours of some names, chosen by hand. */
export type FixedColors = Readonly<Record<string, string>>;

/** What Grafana adds to the name of a series of the period that the page compares with. */
const COMPARISON = / \(comparison\)$/;

/**
 * Gives a series the colour of its name, so that a model or provider keeps its colour from panel to panel, and from one
 * period to the next.
 */
export function colorByName(fixed?: FixedColors): CustomTransformOperator {
  return () => (source) => source.pipe(map((frames) => colorFrames(frames, fixed)));
}

export function colorFrames(frames: DataFrame[], fixed: FixedColors = {}): DataFrame[] {
  const nameOf = (frame: DataFrame, index: number) =>
    getFieldDisplayName(frame.fields[index]!, frame, frames).replace(COMPARISON, '');
  const names = frames.flatMap((frame) =>
    frame.fields.flatMap((field, index) => (field.type === FieldType.number ? [nameOf(frame, index)] : []))
  );
  const colors = new Map([...assignColors(names), ...Object.entries(fixed)]);
  return frames.map((frame) => ({
    ...frame,
    fields: frame.fields.map((field, index) => {
      const fixedColor = colors.get(nameOf(frame, index));
      return field.type === FieldType.number && fixedColor
        ? { ...field, config: { ...field.config, color: { mode: FieldColorModeId.Fixed, fixedColor } } }
        : field;
    }),
  }));
}

/** Each name's own place in the palette, or the next free one when another name of the same panel has it. */
function assignColors(names: string[]): Map<string, string> {
  const colors = new Map<string, string>();
  const taken = new Set<number>();
  for (const name of [...new Set(names)].sort()) {
    let place = hash(name) % PALETTE.length;
    while (taken.has(place) && taken.size < PALETTE.length) {
      place = (place + 1) % PALETTE.length;
    }
    taken.add(place);
    colors.set(name, PALETTE[place]!);
  }
  return colors;
}

/** FNV-1a: short, and spreads names that differ in one letter. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    value = Math.imul(value ^ text.charCodeAt(i), 0x01000193) >>> 0;
  }
  return value;
}
