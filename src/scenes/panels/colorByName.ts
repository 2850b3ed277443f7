import { FieldColorModeId, FieldType, getFieldDisplayName, type DataFrame } from '@grafana/data';
import type { CustomTransformOperator } from '@grafana/scenes';
import { map } from 'rxjs';

/**
 * Hues and their shades that can be told apart next to each other, on dark and on light. Grafana's own palette by name
 * has some that are nearly black.
 */
const HUES = [
  ['blue', 'super-light-blue', 'dark-blue'],
  ['orange', 'light-orange', 'dark-orange'],
  ['green', 'light-green', 'dark-green'],
  ['purple', 'light-purple', 'dark-purple'],
  ['yellow', 'dark-yellow'],
  ['red', 'light-red'],
] as const;

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

/**
 * Each name's own hue and shade. Where another name of the same panel has that hue, the next that fewer have: two
 * shades of one hue side by side are hard to tell apart.
 */
function assignColors(names: string[]): Map<string, string> {
  const colors = new Map<string, string>();
  const free = HUES.map((shades) => [...shades] as string[]);
  const used = HUES.map(() => 0);
  for (const name of [...new Set(names)].sort()) {
    const own = hash(name);
    const hues = HUES.map((_, step) => (own + step) % HUES.length);
    const open = hues.filter((hue) => free[hue]!.length > 0);
    const [hue = own % HUES.length] = open.sort((a, b) => used[a]! - used[b]!);
    const shades = free[hue]!.length > 0 ? free[hue]! : HUES[hue]!;
    const color = shades[(own >>> 8) % shades.length]!;
    used[hue]! += 1;
    free[hue] = free[hue]!.filter((each) => each !== color);
    colors.set(name, color);
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
