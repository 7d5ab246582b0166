const PAGE = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>';
const FIRST_PAGE_OBJECT = 4;

/**
 * A small valid PDF (1.4) of `pages` A4 pages that bear `title`; the same arguments give the same bytes.
 *
 * The title is shown without Vietnamese marks, which the built-in fonts lack, and stands whole in the document's
 * information.
 */
export const makeSamplePdf = (title: string, pages: number): Uint8Array => {
  const numbers = Array.from({ length: Math.max(1, pages) }, (_, index) => index);
  const kids = numbers.map((page) => `${String(FIRST_PAGE_OBJECT + 2 * page)} 0 R`).join(' ');
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${String(numbers.length)}/Kids[${kids}]>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    ...numbers.flatMap((page) => pageObjects(title, page)),
    `<</Title<FEFF${utf16Hex(title)}>>>`,
  ];
  return assemble(objects);
};

const pageObjects = (title: string, page: number): readonly string[] => {
  const shown = `${plain(title)} - ${String(page + 1)}`;
  const drawing = `BT /F1 12 Tf 56 770 Td (${shown}) Tj ET`;
  const content = FIRST_PAGE_OBJECT + 2 * page + 1;
  return [
    `${PAGE}/Contents ${String(content)} 0 R>>`,
    `<</Length ${String(drawing.length)}>>\nstream\n${drawing}\nendstream`,
  ];
};

const assemble = (objects: readonly string[]): Uint8Array => {
  let text = '%PDF-1.4\n';
  const offsets = objects.map((body, index) => {
    const offset = text.length;
    text += `${String(index + 1)} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const xref = text.length;
  const size = String(objects.length + 1);
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${size}\n0000000000 65535 f \n${rows}`;
  text += `trailer\n<</Size ${size}/Root 1 0 R/Info ${String(objects.length)} 0 R>>\n`;
  text += `startxref\n${String(xref)}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(text, 'latin1'));
};

/** Printable ASCII, with what has a meaning inside a PDF string escaped. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[đĐ]/g, (letter) => (letter === 'đ' ? 'd' : 'D'))
    .replace(/\p{Mark}/gu, '')
    .replace(/[^\x20-\x7e]/g, '?')
    .replace(/[\\()]/g, '\\$&');

const utf16Hex = (text: string): string =>
  Array.from({ length: text.length }, (_, at) => text.charCodeAt(at).toString(16).padStart(4, '0'))
    .join('')
    .toUpperCase();
