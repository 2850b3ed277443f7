/** Something about routing that an operator would want to know of, in the order it happened. */
export interface RoutingEvent {
  /** Epoch milliseconds. */
  readonly time: number;
  readonly type: 'breaker' | 'credential_refused';
  readonly provider: string;
  /** `provider/model`; undefined where it concerns the whole provider. */
  readonly deployment: string | undefined;
  readonly from: string | undefined;
  readonly to: string;
  readonly reason: string;
  /** Whether it only follows what another replica found. */
  readonly followed: boolean;
}

/** Events kept; the oldest go first. */
const MAX_EVENTS = 1_000;

export class RoutingEvents {
  private readonly events: RoutingEvent[] = [];
  private readonly listeners: Array<(event: RoutingEvent) => void> = [];

  record(event: RoutingEvent): void {
    this.events.push(event);
    this.events.splice(0, this.events.length - MAX_EVENTS);
    this.listeners.forEach((listener) => listener(event));
  }

  subscribe(listener: (event: RoutingEvent) => void): void {
    this.listeners.push(listener);
  }

  /** Those since a time (epoch milliseconds), oldest first. */
  since(time: number): readonly RoutingEvent[] {
    return this.events.filter((event) => event.time >= time);
  }
}
