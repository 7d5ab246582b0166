import { DocumentTypeDeclarationForbidden } from '../packet.errors.js';
import { Budget } from './budget.js';
import { NC_NAME } from './characters.js';
import { XmlElement } from './element.js';
import { isAt, nextByte, nextWord } from './find.js';
import { KnownTags } from './known-tags.js';
import { MARK } from './marks.js';
import { NamespaceScope } from './namespaces.js';
import { checkReferences } from './references.js';
import { type Run, soundRun } from './runs.js';
import { Source } from './source.js';

interface OpenElement {
  readonly element: XmlElement;
  /** Bytes of its name as it is spelled. */
  readonly spelling: number;
  readonly scope: NamespaceScope;
}

const DECLARATION =
  /^<\?xml[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*(["'])1\.\d+\1(?:[ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*(["'])([A-Za-z][\w.-]*)\2)?(?:[ \t\r\n]+standalone[ \t\r\n]*=[ \t\r\n]*(["'])(?:yes|no)\4)?[ \t\r\n]*\?>/;
const LONGEST_DECLARATION = 1024;
const INSTRUCTION_TARGET = new RegExp(`^${NC_NAME}(?=$|[ \\t\\r\\n])`, 'u');

const LESS_THAN = 0x3c;
const GREATER_THAN = 0x3e;
const SLASH = 0x2f;
const QUESTION_MARK = 0x3f;
const EXCLAMATION_MARK = 0x21;
const DASH = 0x2d;

const COMMENT = Buffer.from('<!--');
const COMMENT_END = Buffer.from('-->');
const SECTION = Buffer.from('<![CDATA[');
const SECTION_END = Buffer.from(']]>');
const INSTRUCTION_END = Buffer.from('?>');
const LONGEST_TARGET = 256;

/**
 * The root of well-formed XML 1.0 with namespaces. Nothing is ever fetched, and no entity is defined.
 *
 * Texts are checked and left where they are: `bytes` have to stay as they are, and little is needed beside them.
 *
 * @throws {MalformedXml} at the first fault
 * @throws {DocumentTypeDeclarationForbidden} where one begins
 * @throws {BeyondLimits} where a limit is passed
 */
export const parseXml = (bytes: Uint8Array): XmlElement => new Parser(Source.of(bytes)).parse();

class Parser {
  private readonly bytes: Buffer;
  private readonly budget: Budget;
  private readonly tags: KnownTags;
  private readonly open: OpenElement[] = [];
  private root: XmlElement | undefined;
  private at: number;

  constructor(private readonly source: Source) {
    this.bytes = source.bytes;
    this.budget = new Budget(source);
    this.tags = new KnownTags(source, this.budget);
    this.at = source.start;
  }

  parse(): XmlElement {
    this.skipDeclaration();
    while (this.at < this.bytes.length) {
      this.readCharacters();
      if (this.at < this.bytes.length) this.readMarkup();
    }
    const unclosed = this.open.at(-1);
    if (unclosed) {
      const { offset } = unclosed.element;
      return this.source.refuse(offset, `<${this.spellingOf(unclosed)}> is never closed`);
    }
    return this.root ?? this.source.refuse(this.at, 'there is no element');
  }

  private skipDeclaration(): void {
    const start = this.source.text(this.at, this.at + LONGEST_DECLARATION);
    if (!/^<\?xml[ \t\r\n]/.test(start)) return;
    const declaration = DECLARATION.exec(start);
    if (!declaration) return this.source.refuse(this.at, 'the XML declaration is broken');
    const encoding = declaration[3] ?? 'UTF-8';
    if (!/^utf-?8$/i.test(encoding))
      this.source.refuse(this.at, `the encoding is ${encoding}, not UTF-8`);
    this.at += declaration[0].length;
  }

  private readCharacters(): void {
    const start = this.at;
    this.at = nextByte(this.bytes, LESS_THAN, start);
    if (this.at === start) return;
    const element = this.open.at(-1)?.element;
    this.budget.takeText(start, this.at, element);
    const run = soundRun(this.source, start, this.at);
    if (element) this.readText(run, element);
    else if ((run.marks & MARK.text) !== 0)
      this.source.refuse(start, 'text outside the root element');
  }

  private readText(run: Run, element: XmlElement): void {
    const { start, end, marks } = run;
    if ((marks & MARK.bracket) !== 0) {
      const found = this.bytes.subarray(start, end).indexOf(SECTION_END);
      if (found !== -1) this.source.refuse(start + found, ']]> in text is written ]]&gt;');
    }
    if ((marks & MARK.ampersand) !== 0) this.checkReferences(start);
    element.append(run);
  }

  private checkReferences(start: number): void {
    checkReferences(this.bytes.subarray(start, this.at), {
      met: (offset) => {
        this.budget.countReference(start + offset);
      },
      refuse: (offset, reason) => this.source.refuse(start + offset, reason),
    });
  }

  private readMarkup(): void {
    this.budget.countMarkup(this.at);
    const kind = this.bytes[this.at + 1];
    if (kind === SLASH) this.readEndTag();
    else if (kind === QUESTION_MARK) this.skipInstruction();
    else if (kind === EXCLAMATION_MARK) this.readDeclaration();
    else this.readStartTag();
  }

  private readStartTag(): void {
    const offset = this.at;
    const outer = this.open.at(-1);
    const tag = this.tags.read(offset, outer?.scope ?? new NamespaceScope());
    if (!outer && this.root) this.source.refuse(offset, 'a second root element');
    this.budget.enter(offset, this.open.length);
    const element = new XmlElement(tag, outer?.element, this.source, offset);
    this.root ??= element;
    outer?.element.add(element);
    this.at = tag.end;
    if (!tag.isEmpty) this.open.push({ element, spelling: tag.spelling, scope: tag.scope });
  }

  private readEndTag(): void {
    const offset = this.at;
    const ended = this.open.pop();
    if (!ended) return this.source.refuse(offset, 'an end tag that nothing opened');
    const end = this.endTagEnd(offset, ended);
    if (end === -1)
      return this.source.refuse(offset, `</${this.spellingOf(ended)}> must come first`);
    this.budget.takeMarkup(offset, end);
    ended.element.close(end);
    this.at = end;
  }

  /** The offset behind the end tag at `offset`; −1 when it is not the one of `ended`. */
  private endTagEnd(offset: number, { element, spelling }: OpenElement): number {
    for (let at = 1; at <= spelling; at += 1) {
      if (this.bytes[offset + 1 + at] !== this.bytes[element.offset + at]) return -1;
    }
    let end = offset + 2 + spelling;
    while (isSpace(this.bytes[end])) end += 1;
    return this.bytes[end] === GREATER_THAN ? end + 1 : -1;
  }

  private spellingOf({ element, spelling }: OpenElement): string {
    return this.source.text(element.offset + 1, element.offset + 1 + spelling);
  }

  private skipInstruction(): void {
    const offset = this.at;
    const end = this.passOver(INSTRUCTION_END, offset + 2, 'a processing instruction');
    const start = this.source.text(offset + 2, Math.min(end, offset + 2 + LONGEST_TARGET));
    const [target] = INSTRUCTION_TARGET.exec(start) ?? [];
    if (target === undefined) return this.source.refuse(offset, 'a broken processing instruction');
    if (/^xml$/i.test(target))
      this.source.refuse(offset, 'the XML declaration stands first or nowhere');
  }

  private readDeclaration(): void {
    if (isAt(this.bytes, COMMENT, this.at)) this.skipComment();
    else if (isAt(this.bytes, SECTION, this.at)) this.readSection();
    else this.refuseDeclaration();
  }

  private refuseDeclaration(): never {
    if (/^<!DOCTYPE/i.test(this.source.text(this.at, this.at + '<!DOCTYPE'.length)))
      throw new DocumentTypeDeclarationForbidden(this.source.positionAt(this.at));
    return this.source.refuse(this.at, 'a declaration has no place here');
  }

  private skipComment(): void {
    const offset = this.at;
    const start = offset + COMMENT.length;
    const end = this.passOver(COMMENT_END, start, 'a comment');
    const dashes = end === start ? -1 : this.bytes.subarray(start, end).indexOf('--');
    if (dashes !== -1 || (end > start && this.bytes[end - 1] === DASH))
      this.source.refuse(offset, 'a comment holds --');
  }

  private readSection(): void {
    const offset = this.at;
    const element = this.open.at(-1)?.element;
    if (!element) return this.source.refuse(offset, 'text outside the root element');
    const start = offset + SECTION.length;
    const end = this.passOver(SECTION_END, start, 'a CDATA section', element);
    const { marks } = soundRun(this.source, start, end);
    element.append({ start, end, marks: marks | MARK.literal });
  }

  /** Goes behind the next `end`, over sound characters, and says where it begins; `element` is what they belong to. */
  private passOver(end: Buffer, start: number, what: string, element?: XmlElement): number {
    const offset = this.at;
    const found = nextWord(this.bytes, end, start);
    if (found === -1) return this.source.refuse(offset, `${what} is never closed`);
    this.budget.takeText(start, found, element);
    if (!element) soundRun(this.source, start, found);
    this.at = found + end.length;
    return found;
  }
}

const isSpace = (byte: number | undefined): boolean =>
  byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
