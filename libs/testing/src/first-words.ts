import { connect } from 'node:net';

/** What the server on a loopback port answers to `greeting` first; nothing when none does. */
export const firstWords = async (port: number, greeting = ''): Promise<string | undefined> => {
  const socket = connect(port, '127.0.0.1').setEncoding('utf8');
  socket.write(greeting);
  try {
    for await (const words of socket) return String(words);
  } catch {
    return undefined;
  }
  return undefined;
};
