import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from '@jest/globals';
import { ask, NoAnswer, type Question } from './ask.js';

const MIB = 1024 * 1024;

let server: Server;
let connections = 0;

const listening = async (listener: RequestListener): Promise<string> => {
  connections = 0;
  server = createServer(listener).on('connection', () => (connections += 1));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${String(port)}/`;
};

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const post = (url: string, rest: Partial<Question> = {}) =>
  ask({ method: 'POST', url, headers: {}, timeoutMs: 5_000, ...rest });

describe('a question over HTTP', () => {
  it('is answered with all that was said, over one connection for many', async () => {
    const url = await listening((request, response) => {
      void buffer(request).then((body) => {
        response.writeHead(201, { 'x-length': request.headers['content-length'] });
        response.write('bạn nói: ');
        response.end(body);
      });
    });
    for (const words of ['một', 'hai', 'ba']) {
      const { status, headers, body } = await post(url, { body: words });
      expect([status, headers['x-length']]).toStrictEqual([201, String(Buffer.byteLength(words))]);
      expect(Buffer.from(body).toString()).toBe(`bạn nói: ${words}`);
    }
    expect(connections).toBe(1);
  });

  it('may have a body that comes piece by piece', async () => {
    const url = await listening((request, response) => {
      void buffer(request).then(({ length }) => response.end(String(length)));
    });
    const body = new Blob([new Uint8Array(3 * MIB), new Uint8Array(7)]);
    expect(Buffer.from((await post(url, { body })).body).toString()).toBe(String(3 * MIB + 7));
  });

  it.each([
    ['whole', (size: number) => new Uint8Array(size)],
    ['piece by piece', (size: number) => new Blob([new Uint8Array(size)])],
  ])('is answered although nobody cares to hear all of a body sent %s', async (_how, bodyOf) => {
    const url = await listening((_request, response) => {
      response.writeHead(413, { connection: 'close' }).end('too much');
    });
    const { status, body } = await post(url, { body: bodyOf(40 * MIB) });
    expect([status, Buffer.from(body).toString()]).toStrictEqual([413, 'too much']);
  });

  it('has no answer where the connection is refused, cut off, or silent for too long', async () => {
    const url = await listening((request, response) => {
      if (request.headers['x-do'] === 'cut') {
        response.writeHead(200, { 'content-length': '100' }).write('the beginning');
        setImmediate(() => response.destroy());
      }
    });
    await expect(post(url, { headers: { 'x-do': 'cut' } })).rejects.toThrow(NoAnswer);
    await expect(post(url, { timeoutMs: 50 })).rejects.toThrow(NoAnswer);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await expect(post(url)).rejects.toThrow(NoAnswer);
  });

  it('has no answer from somebody who sends us elsewhere', async () => {
    const url = await listening((_request, response) => {
      response.writeHead(302, { location: '/elsewhere' }).end('moved');
    });
    await expect(post(url)).rejects.toThrow(NoAnswer);
  });

  it('is given up when its signal says so, with the reason of the signal', async () => {
    const url = await listening(() => undefined);
    const giving = new AbortController();
    const asked = post(url, { signal: giving.signal });
    giving.abort(new Error('enough'));
    await expect(asked).rejects.toThrow('enough');
    await expect(post(url, { signal: giving.signal })).rejects.toThrow('enough');
  });
});
