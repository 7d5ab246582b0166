import { BrokenContent } from './broken-content.js';
import type { XmlElement } from './xml/element.js';
import { MARK, countText } from './xml/marks.js';
import { expandReferences } from './xml/references.js';
import { type Run, hasReferences } from './xml/runs.js';

/** Bytes of a packet that are turned into letters together. */
const STRETCH = 96 * 1024;
const LETTERS = /^[A-Za-z0-9+/=]*$/;
const SPACES = /[ \t\r\n]+/g;
const AMPERSAND = 0x26;
const SEMICOLON = 0x3b;
/** Bytes; more zeros nobody writes. */
const LONGEST_REFERENCE = 16;

/**
 * A file in base64 as it stands in a packet: on one line, on many, in several sections.
 *
 * It is decoded a stretch at a time, and its ends can be looked at before all of it is.
 */
export class Base64Text {
  private constructor(
    private readonly element: XmlElement,
    /** Of the file, in bytes. */
    readonly size: number,
  ) {}

  /** @throws {BrokenContent} when it is no base64 */
  static of(element: XmlElement): Base64Text {
    if (element.runs.some(isForeign)) throw broken();
    const letters = element.runs.reduce((sum, run) => sum + countLetters(element, run), 0);
    if (letters % 4 !== 0) throw broken();
    const [padding = ''] = /=*$/.exec(lastLetters(element, 2).slice(-2)) ?? [];
    return new Base64Text(element, (letters / 4) * 3 - padding.length);
  }

  /** Its first bytes, some more or all. */
  head(bytes: number): Buffer {
    let letters = '';
    for (const stretch of stretchesOf(this.element)) {
      letters += stretch;
      if (letters.length >= lettersFor(bytes)) break;
    }
    return Buffer.from(letters.slice(0, letters.length - (letters.length % 4)), 'base64');
  }

  /** Its last bytes, some more or all. */
  tail(bytes: number): Buffer {
    const letters = lastLetters(this.element, lettersFor(bytes));
    return Buffer.from(letters.slice(letters.length % 4), 'base64');
  }

  /** @throws {BrokenContent} when something stands behind its end */
  decode(): Buffer {
    const file = Buffer.allocUnsafeSlow(this.size);
    let length = 0;
    let rest = '';
    for (const stretch of stretchesOf(this.element)) {
      const letters = rest + stretch;
      const whole = letters.length - (letters.length % 4);
      length += file.write(letters.slice(0, whole), length, 'base64');
      rest = letters.slice(whole);
    }
    if (length !== this.size) throw broken();
    return file;
  }
}

const broken = (): BrokenContent => new BrokenContent('base64-broken', 'broken base64');

const lettersFor = (bytes: number): number => Math.ceil(bytes / 3) * 4;

/** Whether there is what cannot be base64; what a reference stands for is looked at later. */
const isForeign = (run: Run): boolean => (run.marks & MARK.notBase64) !== 0 && !hasReferences(run);

const isPlain = ({ marks }: Run): boolean => (marks & (MARK.space | MARK.ampersand)) === 0;

const countLetters = (element: XmlElement, run: Run): number => {
  if (isPlain(run)) return run.end - run.start;
  if (!hasReferences(run)) return countText(element.source.bytes, run.start, run.end);
  let letters = 0;
  for (const stretch of stretchesIn(element, run, run.start)) letters += stretch.length;
  return letters;
};

/** At least `count` letters from the end, or all. */
const lastLetters = (element: XmlElement, count: number): string => {
  let letters = '';
  for (const run of element.runs.toReversed()) {
    const near = Math.max(run.start, run.end - 2 * count);
    const last = [...stretchesIn(element, run, wholeReference(element, near, run))].join('');
    const isEnough = near === run.start || last.length >= count;
    letters = (isEnough ? last : [...stretchesIn(element, run, run.start)].join('')) + letters;
    if (letters.length >= count) break;
  }
  return letters;
};

/** Behind the reference in which `near` may lie. */
const wholeReference = ({ source }: XmlElement, near: number, run: Run): number => {
  if (near === run.start || !hasReferences(run)) return near;
  const [start = ''] = /^[^&;]*;/.exec(source.text(near, near + LONGEST_REFERENCE)) ?? [];
  return near + start.length;
};

function* stretchesOf(element: XmlElement): Generator<string> {
  for (const run of element.runs) yield* stretchesIn(element, run, run.start);
}

/** The letters of `run` from the offset `from` on, a stretch at a time. */
function* stretchesIn(element: XmlElement, run: Run, from: number): Generator<string> {
  const { bytes } = element.source;
  for (let start = from; start < run.end;) {
    const far = Math.min(run.end, start + STRETCH);
    const end = hasReferences(run) ? beforeSplitReference(bytes, start, far) : far;
    yield isPlain(run)
      ? bytes.toString('latin1', start, end)
      : lettersIn(bytes.subarray(start, end), run);
    start = end;
  }
}

/** `end`, or before the reference that it would cut in two. */
const beforeSplitReference = (bytes: Buffer, start: number, end: number): number => {
  const last = bytes.lastIndexOf(AMPERSAND, end - 1);
  return last > start && bytes.indexOf(SEMICOLON, last) >= end ? last : end;
};

const lettersIn = (stretch: Buffer, run: Run): string => {
  const text = hasReferences(run) ? expandReferences(stretch) : stretch.toString('latin1');
  const letters = text.replace(SPACES, '');
  if (!LETTERS.test(letters)) throw broken();
  return letters;
};
