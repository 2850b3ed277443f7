import { appendFileSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';

import { readSegment } from './journalRead.js';
import {
  type Segment,
  appendLines,
  closeSegment,
  createSegment,
  emptySegment,
  removeSegment,
} from './journalSegment.js';

/**
 * Events that are not in the store yet, as lines in files of the data directory. What is appended outlives the process
 * (not a power cut: nothing waits for the disk).
 */
export interface Journal {
  /** Whether the last events could not be appended, so that it is in memory only. */
  readonly failing: boolean;
  /** Size of its files, in bytes. */
  readonly bytes: number;
  /** In one write: all of them or none. Never throws. */
  append(...lines: readonly string[]): void;
  /** The oldest so many events are in the store; a file whose events all are is removed. */
  settle(count: number): void;
  /** Keeps a line that the store will never take, for a person to look at. */
  setAside(line: string): void;
  close(): void;
}

export interface OpenedJournal {
  readonly journal: Journal;
  /** Lines that an earlier process left, the oldest first. They are the journal's oldest events. */
  readonly left: readonly string[];
}

/** From this size on, in bytes, lines go to a new file. */
const SEGMENT_BYTES = 4 * 1_024 * 1_024;
const SEGMENT_NAME = /^(\d{10})\.jsonl$/;
const ASIDE = 'refused.bad';

/**
 * @param directory of the journal alone, locked by the caller.
 * @throws when the directory cannot be read or written.
 */
export function openJournal(directory: string, log: Logger, segmentBytes = SEGMENT_BYTES): OpenedJournal {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const { segments, left, next } = takeOver(directory);
  let number = next;
  let current = add();
  let failing = false;

  function add(): Segment {
    const segment = createSegment(join(directory, `${String(number).padStart(10, '0')}.jsonl`));
    number += 1;
    segments.push(segment);
    return segment;
  }

  function rotate(): void {
    const full = current;
    current = add();
    closeSegment(full);
    if (full.unsettled === 0) {
      discard(full);
    }
  }

  /** What cannot be removed is read again at the next start, where the store knows its events already. */
  function discard(segment: Segment): void {
    segments.splice(segments.indexOf(segment), 1);
    attempt('a file of the journal could not be removed', () => removeSegment(segment));
  }

  function attempt(failure: string, run: () => void): boolean {
    try {
      run();
      return true;
    } catch (error) {
      log.error({ err: error }, failure);
      return false;
    }
  }

  const journal: Journal = {
    get failing() {
      return failing;
    },
    get bytes() {
      return segments.reduce((sum, { size }) => sum + size, 0);
    },
    append(...lines) {
      try {
        if (current.size >= segmentBytes) {
          rotate();
        }
        appendLines(current, lines);
        failing = false;
      } catch (error) {
        if (!failing) {
          log.error({ err: error }, 'the journal cannot be written: until it can, events are in memory only');
        }
        failing = true;
      }
      // Counted even where it is in memory only, so that events and files are settled in one order.
      current.unsettled += lines.length;
    },
    settle(count) {
      let rest = count;
      for (const segment of [...segments]) {
        const settled = Math.min(rest, segment.unsettled);
        segment.unsettled -= settled;
        rest -= settled;
        if (segment.unsettled > 0) {
          break;
        }
        if (segment === current) {
          attempt('a file of the journal could not be emptied', () => emptySegment(segment));
        } else {
          discard(segment);
        }
      }
    },
    setAside(line) {
      attempt('a line that the store refuses could not be kept', () =>
        appendFileSync(join(directory, ASIDE), `${line}\n`, { mode: 0o600 })
      );
    },
    close() {
      closeSegment(current);
      if (current.unsettled === 0) {
        discard(current);
      }
    },
  };
  return { journal, left };
}

/** The files that an earlier process left. */
function takeOver(directory: string): { segments: Segment[]; left: readonly string[]; next: number } {
  const names = readdirSync(directory).filter((name) => SEGMENT_NAME.test(name));
  const left: string[] = [];
  const segments = names.sort().flatMap((name): Segment[] => {
    const file = join(directory, name);
    const lines = readSegment(file);
    if (lines.length === 0) {
      rmSync(file, { force: true });
      return [];
    }
    lines.forEach((line) => left.push(line));
    return [{ file, size: statSync(file).size, unsettled: lines.length, descriptor: undefined }];
  });
  const last = SEGMENT_NAME.exec(names.at(-1) ?? '')?.[1] ?? '0';
  return { segments, left, next: Number(last) + 1 };
}
