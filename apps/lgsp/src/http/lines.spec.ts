import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { linesIn, textLines } from './lines.js';

/** What is read of a body that comes in these pieces, 10 bytes a line at most. */
const linesOf = async (...pieces: readonly string[]): Promise<readonly string[]> => {
  const lines: string[] = [];
  const body = Readable.from(pieces.map((piece) => Buffer.from(piece)));
  for await (const line of linesIn(body as never, 10)) {
    lines.push(
      'bytes' in line ? line.bytes.toString() : `too long: ${String(line.refusal.limitBytes)}`,
    );
  }
  return lines;
};

describe('the lines of a body', () => {
  it('are the same however they come', async () => {
    const body = 'một\nhai\n\nba';
    const bytes = [...Buffer.from(body)].map((byte) => Buffer.from([byte]));
    const singly: string[] = [];
    for await (const line of linesIn(Readable.from(bytes) as never, 10)) {
      if ('bytes' in line) singly.push(line.bytes.toString());
    }
    expect(singly).toStrictEqual(['một', 'hai', 'ba']);
    expect(await linesOf(body)).toStrictEqual(singly);
  });

  it('are none where they are blank', async () => {
    expect(await linesOf('\n \t\r\n', '', '\na\r\n', ' ')).toStrictEqual(['a\r']);
    expect(await linesOf()).toStrictEqual([]);
  });

  it('may be too long, which is no other line’s matter', async () => {
    expect(await linesOf('0123456789\n', '01234', '567890', '1'.repeat(99), '\nb\n')).toStrictEqual(
      ['0123456789', 'too long: 10', 'b'],
    );
  });

  it('bear the numbers that they have in the body, blank ones counted', async () => {
    const body = '\nmột\n \r\n01234567890\n\nhai';
    const numbers: number[] = [];
    for await (const { number } of linesIn(Readable.from([Buffer.from(body)]) as never, 10)) {
      numbers.push(number);
    }
    expect(numbers).toStrictEqual([2, 4, 6]);
    expect(textLines(body)).toStrictEqual([
      { number: 2, text: 'một' },
      { number: 4, text: '01234567890' },
      { number: 6, text: 'hai' },
    ]);
  });
});
