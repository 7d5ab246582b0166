import { DEPTH_LIMIT, ELEMENT_LIMIT } from '../limits.js';
import { DocumentTypeDeclarationForbidden } from '../packet.errors.js';
import { NC_NAME, isBlank } from './characters.js';
import { XmlElement } from './element.js';
import { NamespaceScope } from './namespaces.js';
import { expandReferences } from './references.js';
import { Source } from './source.js';
import { type StartTag, readStartTag } from './start-tag.js';

interface OpenElement {
  readonly element: XmlElement;
  readonly spelling: string;
  readonly scope: NamespaceScope;
  readonly offset: number;
}

const DECLARATION =
  /^<\?xml[ \t\n]+version[ \t\n]*=[ \t\n]*(["'])1\.\d+\1(?:[ \t\n]+encoding[ \t\n]*=[ \t\n]*(["'])([A-Za-z][\w.-]*)\2)?(?:[ \t\n]+standalone[ \t\n]*=[ \t\n]*(["'])(?:yes|no)\4)?[ \t\n]*\?>/;
const INSTRUCTION_TARGET = new RegExp(`${NC_NAME}(?=\\?>|[ \\t\\n])`, 'uy');
const END_TAG_REST = /[ \t\n]*>/y;

/**
 * The root of well-formed XML 1.0 with namespaces. Nothing is ever fetched, and no entity is defined.
 *
 * @throws {MalformedXml} at the first fault
 * @throws {DocumentTypeDeclarationForbidden} where one begins
 */
export const parseXml = (bytes: Uint8Array): XmlElement => new Parser(Source.of(bytes)).parse();

class Parser {
  private readonly text: string;
  private readonly open: OpenElement[] = [];
  private at = 0;
  private elements = 0;
  private root: XmlElement | undefined;

  constructor(private readonly source: Source) {
    this.text = source.text;
  }

  parse(): XmlElement {
    this.skipDeclaration();
    while (this.at < this.text.length) {
      this.readCharacters();
      this.readMarkup();
    }
    const unclosed = this.open.at(-1);
    if (unclosed)
      return this.source.refuse(unclosed.offset, `<${unclosed.spelling}> is never closed`);
    return this.root ?? this.source.refuse(this.at, 'there is no element');
  }

  private skipDeclaration(): void {
    if (!/^<\?xml[ \t\n]/.test(this.text)) return;
    const declaration = DECLARATION.exec(this.text);
    if (!declaration) return this.source.refuse(0, 'the XML declaration is broken');
    const encoding = declaration[3] ?? 'UTF-8';
    if (!/^utf-?8$/i.test(encoding))
      this.source.refuse(0, `the encoding is ${encoding}, not UTF-8`);
    this.at = declaration[0].length;
  }

  private readCharacters(): void {
    const start = this.at;
    const next = this.text.indexOf('<', start);
    this.at = next === -1 ? this.text.length : next;
    const raw = this.text.slice(start, this.at);
    const element = this.open.at(-1)?.element;
    if (!element) {
      if (!isBlank(raw)) this.source.refuse(start, 'text outside the root element');
      return;
    }
    const sectionEnd = raw.indexOf(']]>');
    if (sectionEnd !== -1) this.source.refuse(start + sectionEnd, ']]> in text is written ]]&gt;');
    element.append(
      expandReferences(raw, (offset, reason) => this.source.refuse(start + offset, reason)),
    );
  }

  private readMarkup(): void {
    if (this.at === this.text.length) return;
    if (this.follows('</')) this.readEndTag();
    else if (this.follows('<?')) this.skipInstruction();
    else if (this.follows('<!--')) this.skipComment();
    else if (this.follows('<![CDATA[')) this.readCdata();
    else if (this.follows('<!')) this.refuseDeclaration();
    else this.readStartTag();
  }

  private follows(opening: string): boolean {
    return this.text.startsWith(opening, this.at);
  }

  private readStartTag(): void {
    const offset = this.at;
    const outer = this.open.at(-1);
    const tag = readStartTag(this.source, offset, outer?.scope ?? new NamespaceScope());
    if (!outer && this.root) this.source.refuse(offset, 'a second root element');
    const place = { source: this.source, offset };
    const element = new XmlElement(tag.name, tag.namespace, outer?.element, place);
    this.root ??= element;
    outer?.element.children.push(element);
    this.at = tag.end;
    this.countElement(offset);
    if (!tag.isEmpty) this.enter(element, tag, offset);
  }

  private countElement(offset: number): void {
    this.elements += 1;
    if (this.elements > ELEMENT_LIMIT) this.source.refuse(offset, 'too many elements');
    if (this.open.length === DEPTH_LIMIT)
      this.source.refuse(offset, 'elements are nested too deep');
  }

  private enter(element: XmlElement, { spelling, scope }: StartTag, offset: number): void {
    this.open.push({ element, spelling, scope, offset });
  }

  private readEndTag(): void {
    const offset = this.at;
    const ended = this.open.pop();
    if (!ended) return this.source.refuse(offset, 'an end tag that nothing opened');
    this.at += 2;
    END_TAG_REST.lastIndex = this.at + ended.spelling.length;
    const rest = this.follows(ended.spelling) ? END_TAG_REST.exec(this.text) : null;
    if (!rest) return this.source.refuse(offset, `</${ended.spelling}> must come first`);
    this.at += ended.spelling.length + rest[0].length;
  }

  private skipInstruction(): void {
    const offset = this.at;
    INSTRUCTION_TARGET.lastIndex = offset + 2;
    const target = INSTRUCTION_TARGET.exec(this.text)?.[0];
    if (target === undefined) return this.source.refuse(offset, 'a broken processing instruction');
    if (/^xml$/i.test(target))
      this.source.refuse(offset, 'the XML declaration stands first or nowhere');
    this.passOver('?>', offset + 2, 'a processing instruction');
  }

  private skipComment(): void {
    const offset = this.at;
    const comment = this.passOver('-->', offset + 4, 'a comment');
    if (/--|-$/.test(comment)) this.source.refuse(offset, 'a comment holds --');
  }

  private readCdata(): void {
    const offset = this.at;
    const element = this.open.at(-1)?.element;
    if (!element) return this.source.refuse(offset, 'text outside the root element');
    element.append(this.passOver(']]>', offset + 9, 'a CDATA section'));
  }

  private passOver(end: string, start: number, what: string): string {
    const found = this.text.indexOf(end, start);
    if (found === -1) return this.source.refuse(this.at, `${what} is never closed`);
    this.at = found + end.length;
    return this.text.slice(start, found);
  }

  private refuseDeclaration(): never {
    if (/^<!DOCTYPE/i.test(this.text.slice(this.at, this.at + 9))) {
      throw new DocumentTypeDeclarationForbidden(
        'a document type declaration',
        this.source.positionAt(this.at),
      );
    }
    return this.source.refuse(this.at, 'a declaration has no place here');
  }
}
