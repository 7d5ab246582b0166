import { describe, expect, it } from '@jest/globals';
import { instant } from '@lienthong/kernel';
import { Books } from './books.js';
import { type IssuedDocument, type OutsideRecord } from './records.js';

const document = (change: Partial<IssuedDocument> = {}): IssuedDocument => ({
  from: '000.00.00.G22',
  at: instant('2020-03-02T08:00:00+07:00'),
  to: [{ code: '000.00.00.H39', channel: 'electronic' }],
  typeName: 'Công văn',
  subject: 'Về việc thử nghiệm',
  notation: 'VPCP-TTĐT',
  ...change,
});

const issued = (key: string, number: number, change?: Partial<IssuedDocument>): OutsideRecord => ({
  type: 'issued',
  key,
  number,
  document: document(change),
});

const booksOf = (...records: OutsideRecord[]): Books => {
  const books = new Books();
  for (const record of records) books.apply(record);
  return books;
};

describe('the books of the outside systems', () => {
  it('number the outgoing documents of each agency in each year', () => {
    const books = booksOf(issued('a', 1), issued('b', 2));
    expect(books.nextNumber(document())).toBe(3);
    expect(books.nextNumber(document({ from: '000.00.00.G14' }))).toBe(1);
    expect(books.nextNumber(document({ at: instant('2021-01-01T00:00:00+07:00') }))).toBe(1);
  });

  it('hold a document as outstanding until it is sent or refused', () => {
    const books = booksOf(issued('a', 1), issued('b', 2), issued('c', 3));
    books.apply({ type: 'sent', key: 'a', docId: 'id' });
    books.apply({ type: 'refused', key: 'b', code: 'X', reason: 'x' });
    expect(books.waitingToBeSent().map(({ key }) => key)).toStrictEqual(['c']);
    expect(books.state()).toMatchObject({ outstanding: 1, issued: 3, refused: 1 });
  });

  it('tell of each document whether it was sent or refused, and why', () => {
    const books = booksOf(issued('a', 1), issued('b', 2), issued('c', 3));
    books.apply({ type: 'sent', key: 'a', docId: 'id' });
    books.apply({ type: 'refused', key: 'b', code: 'X', reason: 'vì thế' });
    expect(['a', 'b', 'c', 'd'].map((key) => books.outcomeOf(key))).toStrictEqual([
      { state: 'sent' },
      {
        state: 'refused',
        problem: { type: 'about:blank', code: 'X', status: 422, detail: 'vì thế' },
      },
      { state: 'waiting' },
      undefined,
    ]);
  });

  it('have nothing to send for a document that goes out on paper alone', () => {
    const books = booksOf(issued('a', 1, { to: [{ code: 'x', channel: 'paper' }] }));
    expect(books.state()).toMatchObject({ outstanding: 0, issued: 1 });
  });

  it('hold a received document as outstanding until it is answered', () => {
    const entry = { system: 'G22', docId: 'id' };
    const books = booksOf({ type: 'received', ...entry, documentId: 'd' });
    expect(books.state()).toMatchObject({ outstanding: 1, received: 1 });
    books.apply({ type: 'answered', ...entry, statuses: 5 });
    expect(books.hasAnswered('G22', 'id')).toBe(true);
    expect(books.hasAnswered('G14', 'id')).toBe(false);
    expect(books.state()).toMatchObject({ outstanding: 0, statusesSent: 5 });
  });

  it('count a record that comes twice once', () => {
    const records: OutsideRecord[] = [
      issued('a', 1),
      { type: 'sent', key: 'a', docId: 'id' },
      { type: 'received', system: 'G22', docId: 'in', documentId: 'd' },
      { type: 'answered', system: 'G22', docId: 'in', statuses: 5 },
      { type: 'heard', docId: 's', documentId: 'd', agency: 'h', statusCode: '01', at: 0 },
    ];
    expect(booksOf(...records, ...records).state()).toStrictEqual(booksOf(...records).state());
  });

  it('tell what was heard of one document', () => {
    const heard = { type: 'heard', agency: 'h', statusCode: '01', at: 0 } as const;
    const books = booksOf(
      { ...heard, docId: '1', documentId: 'd' },
      { ...heard, docId: '2', documentId: 'other' },
    );
    expect(books.statusesOf('d').map(({ docId }) => docId)).toStrictEqual(['1']);
  });
});
