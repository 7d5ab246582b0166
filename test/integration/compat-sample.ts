import { packet } from '../e2e/fixture.js';

export const OLD = '000.00.10.H39';
export const NEW = '000.00.11.H39';
export const DOCUMENT_ID = `${OLD},2020/03/02,1/CU`;

interface Spoiled {
  readonly from?: string;
  readonly to?: string;
  readonly documentId?: string;
  readonly subject?: string;
}

/** A packet of a real producer, from the old office to the new one unless told. */
export const sample = ({
  from = OLD,
  to = NEW,
  documentId = DOCUMENT_ID,
  subject = 'V/v',
}: Spoiled = {}) =>
  packet('new-raw-pdf.edxml', [
    [/(<edXML:From>\s*<edXML:OrganId>)[^<]*/, `$1${from}`],
    [/(<edXML:To>\s*<edXML:OrganId>)[^<]*/, `$1${to}`],
    [/(<edXML:DocumentId>)[^<]*/, `$1${documentId}`],
    [/(<edXML:Subject>)[^<]*/, `$1${subject}`],
  ]);
