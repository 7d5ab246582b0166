import { describe, expect, it } from '@jest/globals';
import { instant } from '@lienthong/kernel';
import { RegisterReader } from './agency-register.js';
import { type RegisterRecord } from './records.js';

const at = instant('2020-03-02T08:00:00+07:00');
const AT = '2020-03-02T01:00:00.000Z';

const CODES = new Set(['so', '000.00.13.H39', 'H39.13']);

const issued = (key: string, number: number, from: string): RegisterRecord => {
  const to = ['B', 'C'].map((code) => ({ code, channel: 'electronic' as const }));
  const order = { from, at, to, typeName: 't', subject: key, notation: 'CV' };
  return { type: 'issued', key, system: 'x', number, order };
};

const heard = (status: string, recipient: string, late = false): RegisterRecord => ({
  type: 'heard',
  system: 'x',
  cursor: 'c',
  statuses: [{ documentId: 'd1', agency: 'so', recipient, status, description: '', at, late }],
});

const received = (documentId: string, agency: string): RegisterRecord => ({
  type: 'received',
  system: 'x',
  cursor: 'c',
  entries: [{ documentId, agency, at, number: 1, from: 'B', code: '7/CV', subject: 's' }],
  questions: [],
});

const registerAfter = (...records: readonly RegisterRecord[]) => {
  const reader = new RegisterReader('so', (word) => CODES.has(word));
  for (const record of records) reader.apply(record);
  return reader.register();
};

const status = (code: string, late = false): object => ({
  status: code,
  description: '',
  at: AT,
  late,
});

describe("an agency's outgoing register", () => {
  it('has the documents issued under any of its codes, and no others', () => {
    const { outgoing } = registerAfter(
      issued('k1', 1, '000.00.13.H39'),
      issued('k2', 2, 'H39.13'),
      issued('k3', 1, '000.00.14.H39'),
    );
    expect(outgoing.map(({ headerDocumentId }) => headerDocumentId)).toEqual([
      '000.00.13.H39,2020/03/02,1/CV',
      'H39.13,2020/03/02,2/CV',
    ]);
  });

  it('says what each recipient said, late words too, even when they came before the answer', () => {
    const { outgoing } = registerAfter(
      issued('k1', 1, '000.00.13.H39'),
      heard('03', 'B'),
      { type: 'sent', key: 'k1', documentId: 'd1' },
      heard('02', 'C'),
      heard('01', 'B', true),
    );
    expect(outgoing).toMatchObject([
      {
        documentId: 'd1',
        at: AT,
        to: [
          { code: 'B', statuses: [status('03'), status('01', true)] },
          { code: 'C', statuses: [status('02')] },
        ],
      },
    ]);
  });

  it('names the problem where the platform refused the document', () => {
    const { outgoing } = registerAfter(issued('k1', 1, 'H39.13'), {
      type: 'refused',
      key: 'k1',
      code: 'recipient-unknown',
    });
    expect(outgoing).toMatchObject([{ refused: 'recipient-unknown' }]);
    expect(outgoing[0]).not.toHaveProperty('documentId');
  });
});

describe("an agency's incoming register", () => {
  it('has what came for it, with its answers', () => {
    const answers = [
      { status: '01', description: '', at },
      { status: '06', description: '', at, refused: 'status-unknown' },
    ];
    const { incoming } = registerAfter(received('d2', 'so'), received('d3', 'other'), {
      type: 'answered',
      system: 'x',
      documents: [
        { documentId: 'd2', agency: 'so', answers },
        { documentId: 'd2', agency: 'other', answers: [] },
      ],
    });
    expect(incoming).toEqual([
      {
        number: 1,
        documentId: 'd2',
        from: 'B',
        code: '7/CV',
        subject: 's',
        at: AT,
        answers: [
          { status: '01', description: '', at: AT },
          { status: '06', description: '', at: AT, refused: 'status-unknown' },
        ],
      },
    ]);
  });
});
