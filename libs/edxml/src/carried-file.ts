import { refuseDangerousArchive } from './archive.js';
import { Base64Text } from './base64-text.js';
import { extensionOf, isZipDocument } from './media-type.js';
import type { XmlElement } from './xml/element.js';
import { type Entry, isZip, ZIP_TAIL } from './zip-format.js';
import { ZIP_HEAD, type ZipEnds, countFiles, onlyEntry, unpack } from './zip.js';

/** Bytes by which a zip may be larger than a file that cannot be compressed. */
const ZIP_OVERHEAD = 64 * 1024;

/**
 * A file as a packet carries it: alone in a zip, or as it is. Some producers zip, some do not, and what they declare
 * tells nothing about it.
 */
export class CarriedFile {
  private constructor(
    private readonly encoded: Base64Text,
    /** The file's entry in the zip; nothing when it is not zipped. */
    readonly entry: Entry | undefined,
  ) {}

  /**
   * What the ends of the content announce; it is neither decoded nor unpacked yet.
   *
   * @param name of the file; a `.zip` goes as it is
   * @throws {BrokenContent} when the file cannot be had
   */
  static announcedBy(element: XmlElement, name: string): CarriedFile {
    const encoded = Base64Text.of(element);
    const head = encoded.head(ZIP_HEAD);
    if (!isZip(head) || extensionOf(name) === 'zip') return new CarriedFile(encoded, undefined);
    const ends = { head, tail: encoded.tail(ZIP_TAIL), size: encoded.size };
    return new CarriedFile(encoded, isItself(name, ends) ? undefined : onlyEntry(ends));
  }

  /** Bytes of the file, as announced; of what carries it, when that is larger than it has any reason to be. */
  get size(): number {
    const { encoded, entry } = this;
    return entry ? Math.max(entry.size, encoded.size - ZIP_OVERHEAD) : encoded.size;
  }

  /** @throws {BrokenContent} when the file is not what was announced, or dangerous to unpack */
  content(): Uint8Array {
    const carried = this.encoded.decode();
    const content = this.entry ? unpack(carried, this.entry) : carried;
    const file = Buffer.from(content.buffer, content.byteOffset, content.length);
    refuseDangerousArchive(file);
    return new Uint8Array(file.buffer, file.byteOffset, file.length);
  }
}

/** A Word document that nobody zipped is a zip too, of many files. */
const isItself = (name: string, ends: ZipEnds): boolean =>
  isZipDocument(name) && countFiles(ends) !== 1;
