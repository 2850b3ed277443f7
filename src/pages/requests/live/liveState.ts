import type { LiveNotice } from '../../../api/gateway/liveRequests';
import type { RequestRow } from '../list/requestRow';
import { addToBuffer, EMPTY_BUFFER, pauseBuffer, resumeBuffer, type LiveBuffer } from './liveBuffer';

export type Connection = 'connecting' | 'connected' | 'lost' | 'failed';

export interface LiveState {
  readonly buffer: LiveBuffer;
  readonly connection: Connection;
  /** What the data source has to say about the stream: why it broke, or how many requests it left out. */
  readonly notice: LiveNotice | undefined;
}

export type LiveAction =
  /** A stream is asked for. */
  | { readonly type: 'begun' }
  | { readonly type: 'connection'; readonly connection: Connection }
  /** A frame of the stream. */
  | { readonly type: 'came'; readonly rows: readonly RequestRow[]; readonly notice: LiveNotice | undefined }
  /** What the ledger has. */
  | { readonly type: 'known'; readonly rows: readonly RequestRow[] }
  /** There is no stream to be had. */
  | { readonly type: 'failed'; readonly reason: string }
  | { readonly type: 'paused' | 'resumed' };

export const BEGINNING: LiveState = { buffer: EMPTY_BUFFER, connection: 'connecting', notice: undefined };

export function reduceLive(state: LiveState, action: LiveAction): LiveState {
  const { buffer, notice } = state;
  switch (action.type) {
    case 'begun':
      return BEGINNING;
    case 'connection':
      return { ...state, connection: action.connection };
    case 'came':
      return {
        ...state,
        buffer: addToBuffer(buffer, action.rows),
        // A frame shows that a stream that broke goes on; what was left out stays true.
        notice: action.notice ?? (notice?.severity === 'error' ? undefined : notice),
      };
    case 'known':
      return { ...state, buffer: addToBuffer(buffer, action.rows) };
    case 'failed':
      return { ...state, connection: 'failed', notice: { severity: 'error', text: action.reason } };
    case 'paused':
      return { ...state, buffer: pauseBuffer(buffer) };
    case 'resumed':
      return { ...state, buffer: resumeBuffer(buffer) };
  }
}
