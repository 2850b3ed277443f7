/** One server-sent event: its name, where it has one, and its data, of several lines joined as the standard has it. */
export interface ServerSentEvent {
  readonly name: string | undefined;
  readonly data: string;
}

const LINE = /\r\n|\n|\r/;

/** The events in bytes that end at an event's end; comments and events without data are left out. */
export function readEvents(bytes: Buffer): ServerSentEvent[] {
  const events: ServerSentEvent[] = [];
  let name: string | undefined;
  let data: string[] = [];
  const end = () => {
    if (data.length > 0) {
      events.push({ name, data: data.join('\n') });
    }
    name = undefined;
    data = [];
  };
  for (const line of bytes.toString('utf8').split(LINE)) {
    if (line === '') {
      end();
    } else if (line.startsWith('data:')) {
      data.push(valueOf(line, 'data:'));
    } else if (line.startsWith('event:')) {
      name = valueOf(line, 'event:');
    }
  }
  end();
  return events;
}

function valueOf(line: string, field: string): string {
  return line.slice(field.length + (line[field.length] === ' ' ? 1 : 0));
}
