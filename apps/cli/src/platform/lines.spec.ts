import { describe, expect, it } from '@jest/globals';
import { linesOf } from './lines.js';

const streamOf = (...pieces: readonly Uint8Array[]): ReadableStream<Uint8Array> =>
  new ReadableStream({
    start: (controller) => {
      for (const piece of pieces) controller.enqueue(piece);
      controller.close();
    },
  });

describe('the lines of a stream', () => {
  it('are whole, wherever it is cut', async () => {
    const bytes = new TextEncoder().encode('{"a":"đường"}\n\n{"b":2}\nlast');
    for (let at = 0; at <= bytes.length; at += 1) {
      const lines: string[] = [];
      const stream = streamOf(bytes.slice(0, at), bytes.slice(at));
      for await (const line of linesOf(stream)) lines.push(line);
      expect(lines).toStrictEqual(['{"a":"đường"}', '{"b":2}', 'last']);
    }
  });
});
