import { randomUUID } from 'node:crypto';

/** For an answer whose provider gives it no id. */
export function completionId(): string {
  return `chatcmpl-${randomUUID()}`;
}

/** For a call of a tool that has no id; within the 40 characters that OpenAI takes. */
export function callId(): string {
  return `call_${randomUUID().replaceAll('-', '')}`;
}
