import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { docIdOf, type DocKind, docRefOf } from './doc-id.js';

const KINDS: readonly DocKind[] = ['arrival', 'notice', 'document', 'status'];

describe('the id of a packet', () => {
  it('leads back to what it was made of', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...KINDS),
        fc.bigInt({ min: 0n, max: 2n ** 52n - 1n }).map(Number),
        (kind, sequence) => {
          const docId = docIdOf({ kind, sequence });
          expect(docId).toMatch(/^[0-9a-f]{24}$/);
          expect(docRefOf(docId)).toStrictEqual({ kind, sequence });
        },
      ),
    );
  });

  it.each([
    '',
    'abc',
    '0'.repeat(24),
    `1${'f'.repeat(23)}`,
    docIdOf({ kind: 'arrival', sequence: 7 }).toUpperCase(),
  ])('is none of ours: %j', (docId) => {
    expect(docRefOf(docId)).toBeUndefined();
  });
});
