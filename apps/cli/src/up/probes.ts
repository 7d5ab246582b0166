import { connect } from 'node:net';
import { ask } from '@lienthong/connector';
import { z } from 'zod';

const ANSWER_WITHIN_MS = 1_000;
const OK = 200;

/** Whether the server at `url` says one of `expected` after `greeting`, as NATS and Redis do. */
const greets = async (
  url: string,
  greeting: string,
  ...expected: readonly string[]
): Promise<boolean> => {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port) }).setEncoding('utf8');
  socket.setTimeout(ANSWER_WITHIN_MS, () => socket.destroy());
  socket.write(greeting);
  try {
    for await (const words of socket)
      return expected.some((start) => String(words).startsWith(start));
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
  return false;
};

const readyReport = z.object({ pid: z.number() });

/** Whether the app that runs as `pid` says of itself that it can do its work; another one on its port does not count. */
export const isWell = async (url: string, pid: number | undefined): Promise<boolean> => {
  try {
    const { status, body } = await ask({
      method: 'GET',
      url: new URL('/health/ready', url).href,
      headers: {},
      timeoutMs: ANSWER_WITHIN_MS,
    });
    return status === OK && readyReport.parse(JSON.parse(Buffer.from(body).toString())).pid === pid;
  } catch {
    return false;
  }
};

export const natsAnswers = (url: string): Promise<boolean> => greets(url, '', 'INFO ');

/** One that wants a password first answers too. */
export const redisAnswers = (url: string): Promise<boolean> =>
  greets(url, 'PING\r\n', '+PONG', '-NOAUTH');
