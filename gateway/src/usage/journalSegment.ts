import { closeSync, ftruncateSync, openSync, unlinkSync, writeSync } from 'node:fs';

import { HEADER } from './journalHeader.js';

/** One file of the journal, and how many of the events in it are not in the store yet. */
export interface Segment {
  readonly file: string;
  /** In bytes, as far as its lines are whole. */
  size: number;
  unsettled: number;
  /** Undefined once nothing more is appended. */
  descriptor: number | undefined;
}

/** @throws when the file cannot be made, or is there. */
export function createSegment(file: string): Segment {
  const descriptor = openSync(file, 'ax', 0o600);
  const segment: Segment = { file, size: 0, unsettled: 0, descriptor };
  try {
    write(segment, HEADER);
  } catch (error) {
    removeSegment(segment);
    throw error;
  }
  return segment;
}

/** Appends lines, all of them or none; when this returns, they outlive the process. @throws when it cannot. */
export function appendLines(segment: Segment, lines: readonly string[]): void {
  write(segment, `${lines.join('\n')}\n`);
}

function write(segment: Segment, text: string): void {
  const { descriptor } = segment;
  if (descriptor === undefined) {
    throw new Error(`The segment ${segment.file} is closed.`);
  }
  const length = Buffer.byteLength(text);
  const written = writeSync(descriptor, text);
  if (written < length) {
    // What fits on a full disk is part of a line, which the next line must not follow.
    ftruncateSync(descriptor, segment.size);
    throw Object.assign(new Error(`Only ${written} of ${length} bytes could be written.`), { code: 'ENOSPC' });
  }
  segment.size += length;
}

/** Forgets its lines, which are all in the store. @throws when the file cannot be changed. */
export function emptySegment(segment: Segment): void {
  if (segment.descriptor !== undefined && segment.size > HEADER.length) {
    ftruncateSync(segment.descriptor, HEADER.length);
    segment.size = HEADER.length;
  }
}

export function closeSegment(segment: Segment): void {
  if (segment.descriptor !== undefined) {
    closeSync(segment.descriptor);
    segment.descriptor = undefined;
  }
}

export function removeSegment(segment: Segment): void {
  closeSegment(segment);
  unlinkSync(segment.file);
}
