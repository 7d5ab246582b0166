import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { Metrics } from '@lienthong/platform';

const LOOPBACK = '127.0.0.1';
const TEXT = 'text/plain; version=0.0.4; charset=utf-8';

/** A process that the supervisor keeps running. */
export interface Watched {
  readonly name: string;
  readonly isUp: boolean;
  readonly restarts: number;
}

/** What the supervisor says of its processes over HTTP: health and metrics, on the loopback alone. */
export class SupervisorDoor {
  private readonly metrics = new Metrics('supervisor');

  private constructor(
    private readonly server: Server,
    private readonly watched: () => readonly Watched[],
  ) {
    this.metrics.whenAsked(() => {
      this.observe();
    });
  }

  static async open(port: number, watched: () => readonly Watched[]): Promise<SupervisorDoor> {
    const server = createServer();
    const door = new SupervisorDoor(server, watched);
    server.on('request', ({ url }, response: ServerResponse) => {
      void door.answer(url ?? '', response);
    });
    server.listen(port, LOOPBACK);
    await once(server, 'listening');
    return door;
  }

  async close(): Promise<void> {
    this.server.close();
    this.server.closeAllConnections();
    await once(this.server, 'close');
  }

  private async answer(path: string, response: ServerResponse): Promise<void> {
    switch (path) {
      case '/metrics':
        response.writeHead(200, { 'content-type': TEXT }).end(await this.metrics.text());
        return;
      case '/health/live':
        say(response, 200, { status: 'ok' });
        return;
      case '/health/ready':
        this.sayReady(response);
        return;
      default:
        say(response, 404, { status: 'not-found' });
    }
  }

  private sayReady(response: ServerResponse): void {
    const checks = this.watched().map(({ name, isUp }) => ({ name, ok: isUp }));
    const isReady = checks.every(({ ok }) => ok);
    const status = isReady ? 'ok' : 'unavailable';
    say(response, isReady ? 200 : 503, { pid: process.pid, status, checks });
  }

  private observe(): void {
    const up = this.metrics.gauge('lienthong_service_up');
    const restarted = this.metrics.gauge('lienthong_service_restarts');
    for (const { name: service, isUp, restarts } of this.watched()) {
      up.set({ service }, Number(isUp));
      restarted.set({ service }, restarts);
    }
  }
}

const say = (response: ServerResponse, status: number, body: object): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
};
