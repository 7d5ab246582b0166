import { describe, expect, it } from '@jest/globals';
import { subjectOf } from '@lienthong/contracts';
import { type StoredMessage } from '../event-store.js';
import { type ChainDifference, Chains } from './chains.js';

const DOCUMENT = subjectOf('H39', 'document', 'abc');

const message = (sequence: number, version: number, previous: number, id = 'abc') =>
  ({
    id: `event-${String(sequence)}`,
    type: 'vn.lienthong.documents.document-issued.v1',
    source: '/test',
    subject: subjectOf('H39', 'document', id),
    at: 0,
    tenant: 'H39',
    category: 'document',
    aggregateId: id,
    version,
    previous,
    sequence,
    data: new Uint8Array(),
  }) satisfies StoredMessage;

const differencesIn = (messages: readonly StoredMessage[]): readonly ChainDifference[] => {
  const chains = new Chains();
  return messages.flatMap((each) => chains.take(each));
};

describe('the chains of a log', () => {
  it('are whole where each event follows the one before it of its aggregate', () => {
    const log = [message(1, 1, 0), message(2, 1, 0, 'xyz'), message(3, 2, 1), message(7, 3, 3)];
    expect(differencesIn(log)).toStrictEqual([]);
  });

  it('have a hole where a version is missing', () => {
    expect(differencesIn([message(1, 1, 0), message(5, 3, 1)])).toStrictEqual([
      { finding: 'version-gap', subject: DOCUMENT, sequence: 5, found: 3, expected: 2 },
    ]);
  });

  it('are broken where an event names another one than that before it', () => {
    expect(differencesIn([message(1, 1, 0), message(2, 2, 1), message(3, 3, 1)])).toStrictEqual([
      { finding: 'broken-link', subject: DOCUMENT, sequence: 3, found: 1, expected: 2 },
    ]);
  });

  it('are told of twice where an aggregate begins a second time', () => {
    const found = differencesIn([message(1, 1, 0), message(2, 1, 0)]);
    expect(found.map(({ finding }) => finding)).toStrictEqual(['version-gap', 'broken-link']);
  });
});
