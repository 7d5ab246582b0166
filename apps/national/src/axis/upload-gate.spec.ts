import { describe, expect, it } from '@jest/globals';
import { type CallHandler, type ExecutionContext } from '@nestjs/common';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';
import { Subject } from 'rxjs';
import { LARGEST_PACKET, UploadGate } from './upload-gate.js';

interface Upload {
  readonly begun: () => boolean;
  readonly end: () => void;
}

const uploadAt = (gate: UploadGate, system: string, length: string | undefined): Upload => {
  const request = { header: (name: string) => (name === 'x-systemid' ? system : length) };
  const context: ExecutionContext = new ExecutionContextHost([request]);
  const answer = new Subject<void>();
  let begun = false;
  const handler: CallHandler = {
    handle: () => {
      begun = true;
      return answer;
    },
  };
  gate.intercept(context, handler).subscribe();
  return {
    begun: () => begun,
    end: () => {
      answer.complete();
    },
  };
};

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('the gate of uploads', () => {
  it.each([
    ['say that they are as large as any', String(LARGEST_PACKET)],
    ['say that they are larger', String(10 * LARGEST_PACKET)],
    ['do not say their size', undefined],
    ['say no number', 'many'],
  ])('lets three uploads in that %s, and the next when one has ended', async (_, length) => {
    const gate = new UploadGate();
    const uploads = Array.from({ length: 5 }, (_each, at) => uploadAt(gate, String(at), length));
    await settled();
    expect(uploads.map(({ begun }) => begun())).toStrictEqual([true, true, true, false, false]);
    uploads[1]?.end();
    await settled();
    expect(uploads.map(({ begun }) => begun())).toStrictEqual([true, true, true, true, false]);
    for (const { end } of uploads) end();
    await settled();
    for (const { end } of uploads) end();
  });

  it('lets many small uploads of one system in at one time', async () => {
    const gate = new UploadGate();
    const uploads = Array.from({ length: 100 }, () => uploadAt(gate, 'one', '10000'));
    await settled();
    expect(uploads.every(({ begun }) => begun())).toBe(true);
  });
});
