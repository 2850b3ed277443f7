import { LRUCache } from 'lru-cache';

import { type StoredAnswer, sizeOf } from './storedAnswer.js';

/** Answers in this process, up to so many bytes; those that were not asked for the longest go first. */
export class MemoryAnswers {
  private readonly answers: LRUCache<string, StoredAnswer>;

  constructor(maxBytes: number) {
    this.answers = new LRUCache<string, StoredAnswer>({ maxSize: maxBytes, sizeCalculation: sizeOf });
  }

  /** Of all kept, in bytes. */
  get bytes(): number {
    return this.answers.calculatedSize;
  }

  get(key: string): StoredAnswer | undefined {
    return this.answers.get(key);
  }

  set(key: string, answer: StoredAnswer, ttlMs: number): void {
    this.answers.set(key, answer, { ttl: ttlMs });
  }
}
