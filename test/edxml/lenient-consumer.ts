import { inflateRawSync } from 'node:zlib';
import { XMLParser } from 'fast-xml-parser';
import { z } from 'zod';

/** What a system that reads packets with a common, lenient parser makes of one: names without prefixes, texts alone. */
export interface Consumed {
  readonly documentId: string;
  readonly subject: string;
  readonly to: readonly string[];
  readonly attachments: readonly { readonly name: string; readonly content: Buffer }[];
}

const parser = new XMLParser({
  removeNSPrefix: true,
  parseTagValue: false,
  // It would cut off white space that is none in XML.
  trimValues: false,
  htmlEntities: true,
  isArray: (name) => name === 'To' || name === 'Attachment',
});

const shape = z.object({
  edXML: z.object({
    edXMLEnvelope: z.object({
      edXMLHeader: z.object({
        MessageHeader: z.object({
          To: z.array(z.object({ OrganId: z.string() })),
          DocumentId: z.string(),
          Subject: z.string(),
        }),
      }),
    }),
    AttachmentEncoded: z
      .union([
        z.object({
          Attachment: z
            .array(z.object({ AttachmentName: z.string(), ContentTransferEncoded: z.string() }))
            .default([]),
        }),
        z.literal(''),
      ])
      .optional(),
  }),
});

export const consume = (packet: Uint8Array): Consumed => {
  const { edXML } = shape.parse(parser.parse(Buffer.from(packet)));
  const { To, DocumentId, Subject } = edXML.edXMLEnvelope.edXMLHeader.MessageHeader;
  const files = edXML.AttachmentEncoded;
  const attachments = files === undefined || files === '' ? [] : files.Attachment;
  return {
    documentId: DocumentId,
    subject: Subject,
    to: To.map(({ OrganId }) => OrganId),
    attachments: attachments.map(({ AttachmentName: name, ContentTransferEncoded: text }) => ({
      name,
      content: fileIn(name, Buffer.from(text, 'base64')),
    })),
  };
};

const LOCAL_HEADER_BYTES = 30;
const STORED = 0;

/** A zip travels as it is; any other file is the one entry of a zip. */
const fileIn = (name: string, content: Buffer): Buffer =>
  name.toLowerCase().endsWith('.zip') ? content : onlyEntry(content);

/** The one entry of a zip, by its local header (APPNOTE.TXT 4.3.7). */
export const onlyEntry = (zip: Buffer): Buffer => {
  const method = zip.readUInt16LE(8);
  const size = zip.readUInt32LE(18);
  const from = LOCAL_HEADER_BYTES + zip.readUInt16LE(26) + zip.readUInt16LE(28);
  const data = zip.subarray(from, from + size);
  return method === STORED ? data : inflateRawSync(data);
};
