import { describe, expect, it } from '@jest/globals';
import { makeSamplePdf } from './sample-pdf.js';

const textOf = (pdf: Uint8Array): string => Buffer.from(pdf).toString('latin1');

const xrefOf = (pdf: string): readonly string[] => {
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(pdf)?.[1]);
  const [heading, range, ...rest] = pdf.slice(start).split('\n');
  expect(heading).toBe('xref');
  return rest.slice(0, Number(range?.split(' ')[1]));
};

describe('a sample PDF', () => {
  const pdf = textOf(makeSamplePdf('Kế hoạch (đợt 1) về chuyển đổi số', 3));

  it('points from its table to every object', () => {
    const [free, ...rows] = xrefOf(pdf);
    expect(free).toBe('0000000000 65535 f ');
    expect(rows).toHaveLength(3 + 2 * 3 + 1);
    rows.forEach((row, index) => {
      expect(row).toMatch(/^\d{10} 00000 n $/);
      expect(pdf.slice(Number(row.slice(0, 10)))).toMatch(
        new RegExp(`^${String(index + 1)} 0 obj\n`),
      );
    });
  });

  it('has as many pages as asked, and at least one', () => {
    expect(pdf.match(/\/Type\/Page\//g)).toHaveLength(3);
    expect(textOf(makeSamplePdf('x', 0)).match(/\/Type\/Page\//g)).toHaveLength(1);
  });

  it('says how long each stream is', () => {
    const streams = [...pdf.matchAll(/<<\/Length (\d+)>>\nstream\n([^]*?)\nendstream/g)];
    expect(streams).toHaveLength(3);
    for (const [, length, drawing] of streams) expect(drawing).toHaveLength(Number(length));
  });

  it('keeps a parenthesis of the title out of the syntax', () => {
    expect(pdf).toContain('(Ke hoach \\(dot 1\\) ve chuyen doi so - 1) Tj');
  });

  it('is the same for the same title, and another for another', () => {
    expect(makeSamplePdf('a', 1)).toEqual(makeSamplePdf('a', 1));
    expect(makeSamplePdf('ô', 1)).not.toEqual(makeSamplePdf('o', 1));
  });
});
