import { describe, expect, it } from '@jest/globals';
import { instant } from '@lienthong/kernel';
import fc from 'fast-check';
import {
  arbitraryChange,
  arbitraryDocument,
  arbitraryStatus,
} from '../../../test/edxml/arbitrary-packets.js';
import { consume } from '../../../test/edxml/lenient-consumer.js';
import { goldenText, sample, sampleNames } from '../../../test/edxml/samples.js';
import { lint } from '../../../test/edxml/xml-lint.js';
import {
  BeyondLimits,
  BrokenAttachment,
  type DocumentPacket,
  IncompletePacket,
  type Packet,
  UnwritablePacket,
  readPacket,
  writeDocumentPacket,
  writeStatusPacket,
} from './index.js';
import { ATTACHMENT_LIMIT } from './limits.js';

const SEED = 102;
const PATIENCE_MS = 60_000;

const write = (packet: Packet): Uint8Array =>
  packet.kind === 'document' ? writeDocumentPacket(packet) : writeStatusPacket(packet);

const smallest: DocumentPacket = {
  kind: 'document',
  businessType: 0,
  from: { organId: 'H39' },
  to: [{ organId: 'H39.1', name: ' Sở & Nội vụ\n' }],
  documentId: 'H39,2020/03/02,7/UBND',
  code: { number: '7', notation: 'UBND' },
  promulgation: { date: '2020-03-02' },
  documentType: {},
  subject: 'V/v <họp>',
  toPlaces: [],
  appendixes: [],
  responseFor: [],
  trace: [],
  attachments: [],
};

const written = (change: Partial<DocumentPacket>) => () => {
  writeDocumentPacket({ ...smallest, ...change });
};

const attached = (name: string, content: Uint8Array) =>
  written({ attachments: [{ contentId: '1', name, mediaType: 'text/plain', content }] });

describe('a written packet', () => {
  it('reads back as the same document, its attachments byte for byte', () => {
    fc.assert(
      fc.property(arbitraryDocument, (document) => {
        expect(readPacket(writeDocumentPacket(document))).toEqual(document);
      }),
      { seed: SEED, numRuns: 100 },
    );
  });

  it.each([
    ['revocation', 1],
    ['update', 2],
    ['replacement', 3],
  ] as const)('reads back as the same %s, all that it acts on included', (_, businessType) => {
    fc.assert(
      fc.property(arbitraryDocument, arbitraryChange, (document, business) => {
        const change = { ...document, businessType, business, attachments: [] };
        expect(readPacket(writeDocumentPacket(change))).toEqual(change);
      }),
      { seed: SEED, numRuns: 50 },
    );
  });

  it.each(['13', '15', '16'])('reads back as the same status %s', (statusCode) => {
    fc.assert(
      fc.property(arbitraryStatus, (status) => {
        const said = { ...status, statusCode };
        expect(readPacket(writeStatusPacket(said))).toEqual(said);
      }),
      { seed: SEED, numRuns: 50 },
    );
  });

  it('says the same to a lenient parser that others use, the attachments byte for byte', () => {
    fc.assert(
      fc.property(arbitraryDocument, (document) => {
        const { documentId, subject, to, attachments } = document;
        expect(consume(writeDocumentPacket(document))).toEqual({
          documentId,
          subject,
          to: to.map(({ organId }) => organId),
          attachments: attachments.map(({ name, content }) => ({
            name,
            content: Buffer.from(content),
          })),
        });
      }),
      { seed: SEED, numRuns: 100 },
    );
  });

  it('reads back as the same status', () => {
    fc.assert(
      fc.property(arbitraryStatus, (status) => {
        expect(readPacket(writeStatusPacket(status))).toEqual(status);
      }),
      { seed: SEED, numRuns: 100 },
    );
  });

  it(
    'is what a strict XML parser accepts',
    async () => {
      const packets = fc.sample(fc.oneof(arbitraryDocument, arbitraryStatus), {
        seed: SEED,
        numRuns: 200,
      });
      const errors = await lint(packets.map(write));
      expect(errors.filter((error) => error !== undefined)).toEqual([]);
    },
    PATIENCE_MS,
  );

  it.each(sampleNames)('says what %s says', (name) => {
    const read = { ...readPacket(sample(name)), signature: undefined };
    expect(readPacket(write(read))).toEqual(read);
  });

  it('has the same bytes whenever it is written', () => {
    const read = readPacket(sample('update'));
    expect(write(structuredClone(read))).toEqual(write(read));
  });

  it('is laid out as producers do, the same on every machine', () => {
    const content = Buffer.from('Kính gửi');
    const attachments = [{ contentId: '1', name: 'a.TXT', mediaType: 'text/plain', content }];
    const trace = [{ organId: 'H39', timestamp: instant('2020-03-02T07:00:00+07:00') }];
    const bytes = writeDocumentPacket({ ...smallest, businessType: 1, trace, attachments });
    expect(Buffer.from(bytes).toString()).toBe(goldenText('written'));
  });

  it.each([
    ['of fifty megabytes', new Uint8Array(ATTACHMENT_LIMIT).map((_, at) => at * 0x9e35)],
    ['that would look like a zip bomb', new Uint8Array(2 ** 21)],
  ])('carries an attachment %s', (_, content) => {
    const attachments = [{ contentId: '1', name: 'lớn.pdf', mediaType: '', content }];
    const read = readPacket(writeDocumentPacket({ ...smallest, attachments }));
    const [carried] = read.kind === 'document' ? read.attachments : [];
    expect(Buffer.compare(carried?.content ?? Buffer.alloc(0), content)).toBe(0);
  });
});

describe('a packet that no reader could take', () => {
  it.each([
    ['without recipients', written({ to: [] }), IncompletePacket],
    ['with a blank subject', written({ subject: ' \n' }), IncompletePacket],
    ['with a blank sender', written({ from: { organId: '' } }), IncompletePacket],
    ['with a NUL', written({ subject: 'a\0b' }), UnwritablePacket],
    ['with half a character', written({ content: 'a\ud83d' }), UnwritablePacket],
    ['with a day that does not exist', written({ dueDate: '2014-02-30' }), UnwritablePacket],
    [
      'with a time beyond the year 9999',
      written({ trace: [{ timestamp: 8e15 }] }),
      UnwritablePacket,
    ],
    ['with a file called ..', attached('a/..', new Uint8Array(1)), BrokenAttachment],
    ['with an empty .zip', attached('a.zip', new Uint8Array(0)), BrokenAttachment],
    ['with a file over 50 MiB', attached('a', new Uint8Array(ATTACHMENT_LIMIT + 1)), BeyondLimits],
  ])('%s is not written', (_, write, error) => {
    expect(write).toThrow(error);
  });
});
