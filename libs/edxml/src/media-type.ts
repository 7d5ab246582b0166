const OCTETS = 'application/octet-stream';

/** Documents that are zips themselves: such a file is not taken for the zip that carries one. */
const ZIP_DOCUMENTS: ReadonlyMap<string, string> = new Map([
  ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['pptx', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  ['odt', 'application/vnd.oasis.opendocument.text'],
  ['ods', 'application/vnd.oasis.opendocument.spreadsheet'],
  ['odp', 'application/vnd.oasis.opendocument.presentation'],
]);

const OLE_DOCUMENTS: ReadonlyMap<string, string> = new Map([
  ['doc', 'application/msword'],
  ['xls', 'application/vnd.ms-excel'],
  ['ppt', 'application/vnd.ms-powerpoint'],
]);

/** Files without a mark of their own; HTML is left out, nobody shall open it in a browser. */
const TEXTS: ReadonlyMap<string, string> = new Map([
  ['csv', 'text/csv'],
  ['json', 'application/json'],
  ['txt', 'text/plain'],
]);

type Kind = (extension: string) => string;

const always =
  (mediaType: string): Kind =>
  () =>
    mediaType;

/** First bytes, in hexadecimal, and what they announce. */
const MARKS: readonly (readonly [mark: string, kind: Kind])[] = [
  ['255044462d', always('application/pdf')],
  ['504b0304', (extension) => ZIP_DOCUMENTS.get(extension) ?? 'application/zip'],
  ['504b0506', always('application/zip')],
  ['d0cf11e0a1b11ae1', (extension) => OLE_DOCUMENTS.get(extension) ?? 'application/x-ole-storage'],
  ['3c3f786d6c', always('application/xml')],
  ['efbbbf3c3f786d6c', always('application/xml')],
  ['89504e470d0a1a0a', always('image/png')],
  ['ffd8ff', always('image/jpeg')],
  ['47494638', always('image/gif')],
  ['49492a00', always('image/tiff')],
  ['4d4d002a', always('image/tiff')],
  ['7b5c727466', always('application/rtf')],
  ['526172211a07', always('application/vnd.rar')],
  ['377abcaf271c', always('application/x-7z-compressed')],
];

const LONGEST_MARK = 8;

/** What `content` is, told by its first bytes, then by the extension of `name`; never by what a sender declares. */
export const mediaTypeOf = (name: string, content: Uint8Array): string => {
  const extension = extensionOf(name);
  const first = Buffer.from(content.subarray(0, LONGEST_MARK)).toString('hex');
  const kind = MARKS.find(([mark]) => first.startsWith(mark))?.[1];
  return kind ? kind(extension) : (TEXTS.get(extension) ?? OCTETS);
};

/** Lower case, without the dot; '' when `name` has none. */
export const extensionOf = (name: string): string =>
  /\.([A-Za-z0-9]{1,10})$/.exec(name)?.[1]?.toLowerCase() ?? '';

/** Whether a file of this name is a zip inside, such as a Word document. */
export const isZipDocument = (name: string): boolean => ZIP_DOCUMENTS.has(extensionOf(name));
