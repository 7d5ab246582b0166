import { request } from 'node:http';
import { type Ask } from './row.js';

export interface Told {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

/** Asks over a connection of its own, and hears the answer also where it comes before the question has ended. */
export const tell = (
  address: string,
  { method, path, headers, body, manner }: Ask,
): Promise<Told> =>
  new Promise((resolve, reject) => {
    const asking = request(`${address}${path}`, { method, headers, agent: false });
    asking.once('response', (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.once('error', reject);
      answer.once('end', () => {
        const { statusCode: status = 0 } = answer;
        resolve({ status, headers: answer.headers, text: Buffer.concat(chunks).toString() });
        asking.destroy();
      });
    });
    asking.once('error', reject);
    if (manner === undefined) asking.end(body);
    else if (body !== undefined) asking.write(body);
    if (manner === 'chunked') asking.end();
  });
