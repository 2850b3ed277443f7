import { invalid } from '../../../operations/parameters.js';

/** Where a part's content is in the form, in bytes from its beginning. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

const CRLF_CRLF = Buffer.from('\r\n\r\n');
/** Longest headers of a part, and longest field that is no file, in bytes. */
const MOST_HEADER_BYTES = 16 * 1024;
const MOST_FIELD_BYTES = 64 * 1024;
const MOST_FIELDS = 100;

/** Reads the fields of a form (multipart/form-data) as its bytes go by; files are passed over. */
export class FormScanner {
  readonly fields: Record<string, string> = {};
  /** Of the field `model`. */
  model: Range | undefined;
  /** Whether the form's end has been seen. */
  ended = false;
  private readonly delimiter: Buffer;
  private rest = Buffer.from('\r\n');
  /** Where `rest` begins in the form; the first delimiter has no line end before it, so one is put there. */
  private at = -2;
  private state: 'delimiter' | 'after' | 'headers' | 'content' = 'delimiter';
  private field: string | undefined;
  private content: Buffer[] = [];
  private contentStart = 0;
  private count = 0;

  constructor(boundary: string) {
    this.delimiter = Buffer.from(`\r\n--${boundary}`);
  }

  /** @throws GatewayError 400 for what is no form, or has too much in a field. */
  push(chunk: Buffer): void {
    this.rest = this.rest.length === 0 ? Buffer.from(chunk) : Buffer.concat([this.rest, chunk]);
    while (!this.ended && this.step()) {}
  }

  /** False when more bytes are needed. */
  private step(): boolean {
    switch (this.state) {
      case 'delimiter':
      case 'content':
        return this.toDelimiter();
      case 'after':
        return this.afterDelimiter();
      case 'headers':
        return this.headers();
    }
  }

  private toDelimiter(): boolean {
    const found = this.rest.indexOf(this.delimiter);
    const upTo = found === -1 ? Math.max(0, this.rest.length - this.delimiter.length) : found;
    if (this.state === 'content' && this.field !== undefined) {
      this.keep(this.rest.subarray(0, upTo));
    }
    this.skip(upTo);
    if (found === -1) {
      return false;
    }
    if (this.state === 'content' && this.field !== undefined) {
      this.fields[this.field] = Buffer.concat(this.content).toString('utf8');
      if (this.field === 'model') {
        this.model = { start: this.contentStart, end: this.at };
      }
    }
    this.skip(this.delimiter.length);
    this.state = 'after';
    return true;
  }

  private afterDelimiter(): boolean {
    if (this.rest.length < 2) {
      return false;
    }
    if (this.rest.toString('latin1', 0, 2) === '--') {
      this.ended = true;
      return false;
    }
    this.state = 'headers';
    return true;
  }

  private headers(): boolean {
    const end = this.rest.indexOf(CRLF_CRLF);
    if (end === -1) {
      if (this.rest.length > MOST_HEADER_BYTES) {
        throw invalid('The headers of a part of the form are too long.', undefined);
      }
      return false;
    }
    const headers = this.rest.toString('utf8', 0, end);
    this.skip(end + CRLF_CRLF.length);
    const [, name] = /^content-disposition:.*?[; ]name="([^"]*)"/im.exec(headers) ?? [];
    const isFile = /^content-disposition:.*?[; ]filename\*?=/im.test(headers);
    this.field = isFile ? undefined : name;
    if (++this.count > MOST_FIELDS) {
      throw invalid(`The form has more than ${MOST_FIELDS} parts.`, undefined);
    }
    this.content = [];
    this.contentStart = this.at;
    this.state = 'content';
    return true;
  }

  private keep(bytes: Buffer): void {
    if (this.at + bytes.length - this.contentStart > MOST_FIELD_BYTES) {
      throw invalid(`${this.field} is longer than ${MOST_FIELD_BYTES} bytes.`, this.field);
    }
    this.content.push(bytes);
  }

  private skip(bytes: number): void {
    this.rest = this.rest.subarray(bytes);
    this.at += bytes;
  }
}
