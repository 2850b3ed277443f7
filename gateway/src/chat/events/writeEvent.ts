/** The end of a stream in OpenAI's shape. */
export const DONE = 'data: [DONE]\n\n';

/** A server-sent event with JSON as its data, under a name where one is given. */
export function writeEvent(data: object, name?: string): string {
  return `${name === undefined ? '' : `event: ${name}\n`}data: ${JSON.stringify(data)}\n\n`;
}
