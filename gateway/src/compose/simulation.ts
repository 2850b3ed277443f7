import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';

import type { Config } from '../config/schema.js';
import { SimulatorControl } from '../simulator/control.js';
import { createSimulator } from '../simulator/server.js';

/** The simulated providers: a server of their own, from the first configuration on that has one. */
export class Simulation {
  readonly control: SimulatorControl;
  private server: FastifyInstance | undefined;

  constructor(config: Config) {
    this.control = new SimulatorControl(config);
  }

  /** Where they listen, e.g. `http://127.0.0.1:40123`. */
  get origin(): string | undefined {
    return this.server && originOf(this.server);
  }

  async configure(config: Config): Promise<void> {
    this.control.configure(config);
    if (this.server === undefined && config.providers.some(({ type }) => type === 'simulator')) {
      const server = createSimulator(this.control);
      await server.listen({ host: '127.0.0.1', port: 0 });
      this.server = server;
    }
  }

  async close(): Promise<void> {
    await this.server?.close();
  }
}

export function originOf({ server }: FastifyInstance): string {
  const { address, port, family } = server.address() as AddressInfo;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}
