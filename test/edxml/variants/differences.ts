import { type Tree, named, partCalled } from './tree.js';

/** Changes that do mean something; each leaves alone a packet that does not have what it is about. */
export const differences: readonly {
  readonly what: string;
  readonly apply: (packet: Tree) => Tree;
}[] = [
  {
    what: 'a letter of the subject',
    apply: (packet) => retold(packet, 'Subject', (text) => `${text}.`),
  },
  {
    what: 'the name of the document',
    apply: (packet) => retold(packet, 'DocumentId', (text) => `${text}1`),
  },
  {
    what: 'a day',
    apply: (packet) =>
      retold(packet, 'PromulgationDate', (text) => text.replace(/\d$/, otherDigit)),
  },
  {
    what: 'a second',
    apply: (packet) => retold(packet, 'Timestamp', (text) => text.replace(/\d$/, otherDigit)),
  },
  { what: 'the sender', apply: (packet) => retoldIn(packet, 'From', 'OrganId') },
  { what: 'a recipient', apply: (packet) => retoldIn(packet, 'To', 'OrganId') },
  { what: 'the status', apply: (packet) => retold(packet, 'StatusCode', () => '06') },
  {
    what: 'the type of business',
    apply: (packet) => retold(packet, 'BussinessDocType', () => '3'),
  },
  {
    what: 'the paper copy',
    apply: (packet) => retold(packet, 'Paper', (text) => (text === '0' ? '1' : '0')),
  },
  {
    what: 'a receiver of an update',
    apply: (packet) => retoldIn(packet, 'Receiver', 'ReceiverType'),
  },
  {
    what: 'the name of a file',
    apply: (packet) => retold(packet, 'AttachmentName', (text) => `1${text}`),
  },
  {
    what: 'an attachment',
    apply: (packet) => named(packet, ['AttachmentEncoded', 'edXMLManifest'], () => []),
  },
  {
    what: 'the bytes of a file',
    apply: (packet) => retold(packet, 'ContentTransferEncoded', () => 'QUJD'),
  },
  { what: 'a signature', apply: (packet) => named(packet, ['Signature'], () => []) },
];

const otherDigit = (digit: string): string => String((Number(digit) + 1) % 10);

const retold = (packet: Tree, name: string, change: (text: string) => string): Tree =>
  named(packet, [name], (one) => ({ ...one, text: change(one.text) }));

const retoldIn = (packet: Tree, whole: string, name: string): Tree =>
  named(packet, [whole], (one) =>
    partCalled(one, name) === undefined ? one : retold(one, name, (text) => `${text}1`),
  );
