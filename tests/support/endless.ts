import { type Behaviour, RawUpstream, contentEvent, startEvents } from './rawUpstream.js';

/** Models that answer with a word every few milliseconds until who asks has left; not streamed, they never answer. */
export class Endless {
  private constructor(
    private readonly upstream: RawUpstream,
    private readonly left: readonly string[]
  ) {}

  static async start(): Promise<Endless> {
    const left: string[] = [];
    const gone = (model: string) => void left.push(model);
    const upstream = await RawUpstream.start({
      'gpt-endless': talking(() => contentEvent('word '), gone),
      'claude-endless': talking((first) => (first ? CLAUDE_BEGINS : CLAUDE_GOES_ON), gone),
    });
    return new Endless(upstream, left);
  }

  get url(): string {
    return this.upstream.url;
  }

  /** How often the connection was closed before the answer was whole. */
  departures(model: string): number {
    return this.left.filter((each) => each === model).length;
  }

  stop(): Promise<void> {
    return this.upstream.stop();
  }
}

const typed = (event: { readonly type: string }) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;
const CLAUDE_BEGINS = [
  {
    type: 'message_start',
    message: {
      ...{ id: 'msg_1', type: 'message', role: 'assistant', model: 'claude-endless', content: [] },
      ...{ stop_reason: null, stop_sequence: null, usage: { input_tokens: 3, output_tokens: 1 } },
    },
  },
  { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } },
]
  .map(typed)
  .join('');
const CLAUDE_GOES_ON = typed({
  ...{ type: 'content_block_delta', index: 0 },
  ...{ delta: { type: 'text_delta', text: 'word ' } },
});

function talking(say: (first: boolean) => string, gone: (model: string) => void): Behaviour {
  return ({ response, body }) => {
    let timer: NodeJS.Timeout | undefined;
    response.once('close', () => {
      clearInterval(timer);
      gone(String(body['model']));
    });
    if (body['stream'] === true) {
      startEvents(response);
      response.write(say(true));
      timer = setInterval(() => response.write(say(false)), 5);
    }
  };
}
