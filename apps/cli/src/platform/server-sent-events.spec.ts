import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { eventData } from './server-sent-events.js';

const STREAM =
  ': still here\n\nid: 1\ndata: {"một":1}\n\nretry: 1000\n\ndata: a\ndata: b\n\ndata: cut off';

const read = async (chunks: readonly Uint8Array[]): Promise<readonly string[]> => {
  const all: string[] = [];
  for await (const data of eventData(ReadableStream.from(chunks))) all.push(data);
  return all;
};

describe('server-sent events', () => {
  it('are the same however the network cuts them', async () => {
    const bytes = new TextEncoder().encode(STREAM);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: bytes.length })), async (cuts) => {
        const edges = [0, ...cuts.sort((a, b) => a - b), bytes.length];
        const chunks = edges.slice(1).map((to, index) => bytes.slice(edges[index], to));
        expect(await read(chunks)).toStrictEqual(['{"một":1}', 'a\nb']);
      }),
    );
  });
});
