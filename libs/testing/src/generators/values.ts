import fc from 'fast-check';
import { type Instant, type LocalDate } from '@lienthong/kernel';

/** A plain object, as decoders and rules make them. */
export const record = <T>(model: {
  readonly [K in keyof T]: fc.Arbitrary<T[K]>;
}): fc.Arbitrary<T> => fc.record<T>(model, { noNullPrototype: true });

/** Few, so that commands of one sequence meet the same agency, day or time again. */
export const someId: fc.Arbitrary<string> = fc.constantFrom('vpubnd', 'so-tttt', 'ubnd-can-duoc');

export const someDay: fc.Arbitrary<LocalDate> = fc.constantFrom(
  '2020-01-01',
  '2020-03-02',
  '2020-09-15',
  '2025-06-30',
);

/** 2020-03-02T07:00:00+07:00 and the three seconds after it. */
export const someInstant: fc.Arbitrary<Instant> = fc
  .integer({ min: 0, max: 3 })
  .map((seconds) => 1_583_107_200_000 + seconds * 1_000);

/** SHA-256 in hexadecimal, two of them. */
export const someDigest: fc.Arbitrary<string> = fc.constantFrom('0a'.repeat(32), 'f9'.repeat(32));

export const someBytes: fc.Arbitrary<Uint8Array> = fc.uint8Array({ maxLength: 6 });

/** What people write: mostly names, sometimes anything that is text. */
export const someText: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('', 'Sở Thông tin và Truyền thông', 'UBND huyện 50%') },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
);

export const someSize: fc.Arbitrary<number> = fc.nat({ max: Number.MAX_SAFE_INTEGER });
