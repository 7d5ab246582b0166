import {
  CONTENT_ELEMENT,
  CONTENT_LIMIT,
  DEPTH_LIMIT,
  ENVELOPE_LIMIT,
  MARKUP_LIMIT,
  REFERENCE_LIMIT,
  UNUSUAL_LIMIT,
} from '../limits.js';
import type { XmlElement } from './element.js';
import type { Source } from './source.js';

/** Keeps a document within the limits, whatever it is made of: what cannot be a packet is not read to its end. */
export class Budget {
  private markup = 0;
  private unusual = 0;
  private references = 0;
  /** Bytes of attachments so far: what may be many. */
  private contentBytes = 0;
  /** The attachment whose content was met last, and how many bytes of it. */
  private element: XmlElement | undefined;
  private ofElement = 0;

  constructor(private readonly source: Source) {}

  /** Before the text from `start` to `end` is looked at; `element` is what holds it. */
  takeText(start: number, end: number, element: XmlElement | undefined): void {
    if (element?.name === CONTENT_ELEMENT) this.takeContent(end - start, element);
    else this.takeMarkup(start, end);
  }

  /** Before what stands from `start` to `end` and is no content is looked at. */
  takeMarkup(start: number, end: number): void {
    if (end - this.contentBytes > ENVELOPE_LIMIT) {
      const reason = 'more than 8 MiB beside the attachments';
      this.source.refuseAsBeyond('packet-too-large', start, reason);
    }
  }

  countMarkup(offset: number): void {
    this.markup += 1;
    if (this.markup > MARKUP_LIMIT) this.refuse(offset, 'too many elements');
  }

  /** @param around how many elements are open */
  enter(offset: number, around: number): void {
    if (around === DEPTH_LIMIT) this.refuse(offset, 'elements are nested too deep');
  }

  /** Tags that were not met before, and attributes. */
  countUnusual(offset: number, count: number): void {
    this.unusual += count;
    if (this.unusual > UNUSUAL_LIMIT) this.refuse(offset, 'too many attributes, or kinds of tags');
  }

  countReference(offset: number): void {
    this.references += 1;
    if (this.references > REFERENCE_LIMIT) this.refuse(offset, 'too many references');
  }

  private takeContent(bytes: number, element: XmlElement): void {
    this.contentBytes += bytes;
    this.ofElement = element === this.element ? this.ofElement + bytes : bytes;
    this.element = element;
    if (this.ofElement > CONTENT_LIMIT) {
      const reason = 'the file is larger than 50 MiB';
      this.source.refuseAsBeyond('attachment-too-large', element.offset, reason);
    }
  }

  private refuse(offset: number, reason: string): never {
    return this.source.refuseAsBeyond('packet-too-complex', offset, reason);
  }
}
