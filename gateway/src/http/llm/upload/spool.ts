import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

import { GatewayError } from '../../../errors/gatewayError.js';

/** Where bytes of a request are kept while it is under way: in memory while they are few, on disk from then on. */
export class Spool {
  private taken = 0;

  constructor(
    private readonly options: {
      readonly directory: string;
      /** Most bytes of one request that stay in memory. */
      readonly memoryBytes: number;
      /** Most bytes of all requests together that are on disk. */
      readonly diskBytes: () => number;
    }
  ) {}

  start(): SpooledBytes {
    const { directory, memoryBytes, diskBytes } = this.options;
    return new SpooledBytes(directory, memoryBytes, (bytes) => {
      if (bytes > 0 && this.taken + bytes > diskBytes()) {
        throw new GatewayError('The gateway has no more room for uploads now (server.upload_spool_bytes).', {
          status: 503,
          type: 'overloaded',
          code: 'upload_spool_full',
          retryAfterSeconds: 1,
        });
      }
      this.taken += bytes;
    });
  }
}

/** Bytes that are written once and read as often as needed. */
export class SpooledBytes {
  length = 0;
  private memory: Buffer[] = [];
  private file: FileHandle | undefined;
  private onDisk = 0;

  constructor(
    private readonly directory: string,
    private readonly memoryBytes: number,
    /** Takes room on disk, or gives it back. @throws GatewayError 503 */
    private readonly take: (bytes: number) => void
  ) {}

  async write(chunk: Buffer): Promise<void> {
    this.length += chunk.length;
    if (this.file === undefined && this.length <= this.memoryBytes) {
      this.memory.push(chunk);
      return;
    }
    const bytes = this.file === undefined ? Buffer.concat([...this.memory, chunk]) : chunk;
    this.memory = [];
    this.take(bytes.length);
    this.onDisk += bytes.length;
    this.file ??= await openNameless(this.directory);
    await this.file.writeFile(bytes);
  }

  /** All of it, with other bytes in place of a part. */
  read(part: { readonly start: number; readonly end: number }, instead: Buffer): Buffer | AsyncIterable<Buffer> {
    const { file } = this;
    if (file !== undefined) {
      return this.fromFile(file, part, instead);
    }
    const all = Buffer.concat(this.memory);
    return Buffer.concat([all.subarray(0, part.start), instead, all.subarray(part.end)]);
  }

  async close(): Promise<void> {
    this.take(-this.onDisk);
    this.onDisk = 0;
    this.memory = [];
    await this.file?.close();
  }

  private async *fromFile(
    { fd }: FileHandle,
    part: { readonly start: number; readonly end: number },
    instead: Buffer
  ): AsyncGenerator<Buffer> {
    const stretch = (start: number, end: number): Readable =>
      createReadStream('', { fd, start, end: end - 1, autoClose: false });
    if (part.start > 0) {
      yield* stretch(0, part.start) as AsyncIterable<Buffer>;
    }
    yield instead;
    if (part.end < this.length) {
      yield* stretch(part.end, this.length) as AsyncIterable<Buffer>;
    }
  }
}

/** A file without a name is gone when it is closed, however the process ends. */
async function openNameless(directory: string): Promise<FileHandle> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const path = join(directory, randomUUID());
  const file = await open(path, 'wx+', 0o600);
  await unlink(path);
  return file;
}
