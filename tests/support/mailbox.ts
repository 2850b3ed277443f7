import { once } from 'node:events';
import { type AddressInfo, type Server, createServer } from 'node:net';

/** A mail server that keeps what it is sent; speaks just enough SMTP for a sender without login and TLS. */
export class Mailbox {
  /** Whole messages, headers and body. */
  readonly messages: string[] = [];

  private constructor(private readonly server: Server) {}

  static async open(): Promise<Mailbox> {
    const server = createServer();
    const mailbox = new Mailbox(server);
    server.on('connection', (socket) => {
      let text = '';
      let inData = false;
      socket.setEncoding('utf8');
      socket.on('error', () => socket.destroy());
      socket.write('220 mailbox\r\n');
      socket.on('data', (chunk: string) => {
        text += chunk;
        for (let end = text.indexOf('\r\n'); end !== -1; end = text.indexOf('\r\n')) {
          if (inData) {
            const dot = text.indexOf('\r\n.\r\n');
            if (dot === -1) {
              return;
            }
            mailbox.messages.push(text.slice(0, dot));
            text = text.slice(dot + 5);
            inData = false;
            socket.write('250 kept\r\n');
            continue;
          }
          const line = text.slice(0, end).toUpperCase();
          text = text.slice(end + 2);
          inData = line === 'DATA';
          socket.write(inData ? '354 go on\r\n' : line === 'QUIT' ? '221 bye\r\n' : '250 ok\r\n');
        }
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return mailbox;
  }

  get address(): string {
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.server.close();
  }
}
