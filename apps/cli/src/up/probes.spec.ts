import { afterEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { type Server, createServer } from 'node:net';
import { redisAnswers } from './probes.js';

let server: Server;

/** A server that answers everything with the same words. */
const saying = async (words: string): Promise<string> => {
  server = createServer((socket) => {
    socket.once('data', () => socket.end(words));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return `redis://127.0.0.1:${String(address.port)}`;
};

afterEach(() => {
  server.close();
});

describe('a redis', () => {
  it.each(['+PONG\r\n', '-NOAUTH Authentication required.\r\n'])(
    'answers with %j',
    async (words) => {
      expect(await redisAnswers(await saying(words))).toBe(true);
    },
  );

  it('does not answer while it loads', async () => {
    const url = await saying('-LOADING Redis is loading the dataset in memory\r\n');
    expect(await redisAnswers(url)).toBe(false);
  });
});
