import { describe, expect, it } from '@jest/globals';
import { instant } from '@lienthong/kernel';
import { numberingAfter } from './numbering.js';
import { type RegisterRecord } from './records.js';
import { Registers } from './registers.js';

const at = instant('2020-03-02T08:00:00+07:00');
const nextYear = instant('2021-01-01T00:00:00+07:00');

const issued = (key: string, number: number): RegisterRecord => {
  const order = { from: 'A', at, to: [], typeName: 't', subject: 's', notation: 'n' };
  return { type: 'issued', key, system: 'x', number, order };
};

const received = (documentId: string, number: number, cursor: string): RegisterRecord => ({
  type: 'received',
  system: 'x',
  cursor,
  entries: [{ documentId, agency: 'a', at, number, from: 'B', code: '1/CV', subject: 's' }],
  questions: [],
});

const answered = (documentId: string): RegisterRecord => {
  const answers = ['01', '03', '04', '05', '06', '07'].map((status) => ({
    status,
    description: '',
    at,
    ...(status === '07' ? { refused: 'status-unknown' } : {}),
  }));
  return { type: 'answered', system: 'x', documents: [{ documentId, agency: 'a', answers }] };
};

const after = (...records: readonly RegisterRecord[]): Registers => {
  const registers = new Registers();
  for (const record of records) registers.apply(record);
  return registers;
};

describe('the registers', () => {
  it('have to send what is issued, in order, until it is sent or refused', () => {
    const all = [issued('k1', 1), issued('k2', 2), issued('k3', 3)];
    expect(after(...all).toSend('x')).toEqual(all);
    const registers = after(
      ...all,
      { type: 'sent', key: 'k1', documentId: 'd' },
      { type: 'refused', key: 'k2', code: 'recipient-unknown' },
    );
    expect(registers.toSend('x')).toEqual([all[2]]);
    expect(registers.toSend('y')).toEqual([]);
    expect(registers.counts()).toMatchObject({ issued: 3, sent: 1, refused: 1, outstanding: 1 });
  });

  it('tell of each document whether it was sent or refused, and why', () => {
    const problem = { type: '/problems/x', code: 'x', status: 409, detail: 'vì thế' };
    const registers = after(
      ...['a', 'b', 'c', 'd'].map((key, n) => issued(key, n + 1)),
      { type: 'sent', key: 'a', documentId: 'd' },
      { type: 'refused', key: 'b', code: 'x', problem },
      { type: 'refused', key: 'c', code: 'x' },
    );
    expect(['a', 'b', 'c', 'd', 'e'].map((key) => registers.outcomeOf(key))).toStrictEqual([
      { state: 'sent' },
      { state: 'refused', problem },
      { state: 'refused', problem: { type: 'about:blank', code: 'x', status: 422 } },
      { state: 'waiting' },
      undefined,
    ]);
  });

  it('know a key after the document is gone', () => {
    const registers = after(issued('k', 1), { type: 'sent', key: 'k', documentId: 'd' });
    expect(registers.hasIssued('k')).toBe(true);
    expect(registers.hasIssued('j')).toBe(false);
  });

  it('have to answer what is received until it is answered, and count once', () => {
    const registers = after(received('d1', 1, 'c1'), received('d2', 2, 'c2'), answered('d1'));
    expect(registers.toAnswer('x').map(({ documentId }) => documentId)).toEqual(['d2']);
    expect(registers.cursor('x')).toBe('c2');
    registers.apply(answered('d1'));
    expect(registers.counts()).toMatchObject({ received: 2, statusesSent: 5, refused: 1 });
  });

  it('follow what became of their documents with a cursor of its own', () => {
    const said = { documentId: 'd', agency: 'a', recipient: 'B', description: '', at, late: false };
    const statuses = [
      { ...said, status: '01' },
      { ...said, status: '03' },
    ];
    const registers = after(received('d1', 1, 'c1'), {
      type: 'heard',
      system: 'x',
      cursor: 's1',
      statuses,
    });
    expect(registers.statusCursor('x')).toBe('s1');
    expect(registers.cursor('x')).toBe('c1');
    expect(registers.statusCursor('y')).toBeUndefined();
    expect(registers.counts()).toMatchObject({ statusesHeard: 2, outstanding: 1 });
  });

  it('number each agency from 1 in each year, in and out apart', () => {
    const registers = after(issued('k', 7), received('d', 3, 'c'));
    const out = numberingAfter((agency, time) => registers.lastOutgoing(agency, time));
    expect([out('A', at), out('A', at), out('A', nextYear), out('B', at)]).toEqual([8, 9, 1, 1]);
    const incoming = numberingAfter((agency, time) => registers.lastIncoming(agency, time));
    expect(incoming('a', at)).toBe(4);
  });

  it('hold what was asked until it is answered, each question for itself', () => {
    const registers = new Registers();
    const asked = { documentId: 'd', agency: 'a', kind: 'take-back', words: '' } as const;
    const questions = [
      { ...asked, at },
      { ...asked, at: at + 1 },
    ];
    registers.apply({ type: 'received', system: 'x', cursor: 'c', entries: [], questions });
    expect(registers.toDecide('x')).toStrictEqual(questions);
    expect(registers.counts()).toMatchObject({ outstanding: 2, received: 0 });
    const answers = [{ status: '16', description: '', at }];
    const question = { kind: 'take-back', at } as const;
    registers.apply({
      type: 'answered',
      system: 'x',
      documents: [{ documentId: 'd', agency: 'a', question, answers }],
    });
    expect(registers.toDecide('x')).toStrictEqual([{ ...asked, at: at + 1 }]);
    expect(registers.counts()).toMatchObject({ outstanding: 1, statusesSent: 1 });
  });
});
