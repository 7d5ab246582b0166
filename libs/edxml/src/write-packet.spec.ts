import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { arbitraryDocument, arbitraryStatus } from '../../../test/edxml/arbitrary-packets.js';
import { sample, sampleNames } from '../../../test/edxml/samples.js';
import { lint } from '../../../test/edxml/xml-lint.js';
import {
  BrokenAttachment,
  type DocumentPacket,
  IncompletePacket,
  type Packet,
  UnwritablePacket,
  readPacket,
  writeDocumentPacket,
  writeStatusPacket,
} from './index.js';

const SEED = 102;

const write = (packet: Packet): Uint8Array =>
  packet.kind === 'document' ? writeDocumentPacket(packet) : writeStatusPacket(packet);

const [packet] = fc.sample(arbitraryDocument, { seed: SEED, numRuns: 1 });
const written = (change: Partial<DocumentPacket>) => () => {
  if (packet) writeDocumentPacket({ ...packet, ...change });
};

const attached = (name: string, content: Uint8Array) =>
  written({ attachments: [{ contentId: '1', name, mediaType: 'text/plain', content }] });

describe('a written packet', () => {
  it('reads back as the same document, its attachments byte for byte', () => {
    fc.assert(
      fc.property(arbitraryDocument, (document) => {
        expect(readPacket(writeDocumentPacket(document))).toEqual(document);
      }),
      { seed: SEED, numRuns: 150 },
    );
  });

  it('reads back as the same status', () => {
    fc.assert(
      fc.property(arbitraryStatus, (status) => {
        expect(readPacket(writeStatusPacket(status))).toEqual(status);
      }),
      { seed: SEED, numRuns: 150 },
    );
  });

  it('is what a strict XML parser accepts', async () => {
    const packets = fc.sample(fc.oneof(arbitraryDocument, arbitraryStatus), {
      seed: SEED,
      numRuns: 200,
    });
    const errors = await lint(packets.map(write));
    expect(errors.filter((error) => error !== undefined)).toEqual([]);
  });

  it.each(sampleNames)('says what %s says', (name) => {
    const read = readPacket(sample(name));
    expect(readPacket(write(read))).toEqual(read);
  });

  it('has the same bytes whenever it is written', () => {
    const read = readPacket(sample('update'));
    expect(write(structuredClone(read))).toEqual(write(read));
  });

  it('carries an attachment of fifty megabytes', () => {
    const content = new Uint8Array(50 * 1024 * 1024).map((_, at) => (at * 2654435761) >>> 24);
    const [document] = fc.sample(arbitraryDocument, { seed: SEED, numRuns: 1 });
    if (!document) throw new Error('no document');
    const name = 'lớn.pdf';
    const attachments = [{ contentId: '1', name, mediaType: 'application/octet-stream', content }];
    const read = readPacket(writeDocumentPacket({ ...document, attachments }));
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
    ['with a file over 50 MiB', attached('a', new Uint8Array(50 * 2 ** 20 + 1)), BrokenAttachment],
  ])('%s is not written', (_, write, error) => {
    expect(write).toThrow(error);
  });
});
