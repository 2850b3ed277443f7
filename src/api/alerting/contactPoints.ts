import { send } from '../grafana';

interface Receiver {
  readonly name: string;
  readonly type: string;
}

export interface ContactPoint {
  readonly name: string;
  /** Kinds of its receivers, e.g. `webhook`, `email`. */
  readonly types: readonly string[];
}

/** The contact points of this Grafana, each with all of its receivers. */
export async function readContactPoints(): Promise<ContactPoint[]> {
  const receivers = await send<Receiver[]>('GET', '/api/v1/provisioning/contact-points');
  const names = [...new Set(receivers.map(({ name }) => name))];
  return names.map((name) => ({
    name,
    types: receivers.filter((receiver) => receiver.name === name).map(({ type }) => type),
  }));
}

/** Names of the mute timings of this Grafana. */
export async function readMuteTimings(): Promise<string[]> {
  const timings = await send<Array<{ name: string }>>('GET', '/api/v1/provisioning/mute-timings');
  return timings.map(({ name }) => name);
}
