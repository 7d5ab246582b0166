import type { Position } from '../packet.errors.js';
import { trimmed } from './characters.js';
import { MARK } from './marks.js';
import { expandReferences } from './references.js';
import { type Run, hasReferences } from './runs.js';
import type { Source } from './source.js';
import { type StartTag, attributesOf, tagAt } from './start-tag.js';

/**
 * An element by its meaning: local name and namespace. What it holds stays in the source until it is asked for.
 *
 * There can be a hundred thousand of them, so most have no list of their own.
 */
export class XmlElement {
  readonly name: string;
  readonly namespace: string;
  private parts: XmlElement[] | undefined;
  private run: Run | undefined;
  private furtherRuns: Run[] | undefined;
  private end: number;

  constructor(
    { name, namespace, end }: StartTag,
    readonly parent: XmlElement | undefined,
    readonly source: Source,
    readonly offset: number,
  ) {
    this.name = name;
    this.namespace = namespace;
    this.end = end;
  }

  add(child: XmlElement): void {
    if (this.parts) this.parts.push(child);
    else this.parts = [child];
  }

  /** White space in front of everything else is left out. */
  append(run: Run): void {
    if (this.furtherRuns) this.furtherRuns.push(run);
    else if (this.run) this.furtherRuns = [run];
    else if ((run.marks & MARK.text) !== 0) this.run = run;
  }

  /** @param end the offset behind its end tag */
  close(end: number): void {
    this.end = end;
  }

  get children(): readonly XmlElement[] {
    return this.parts ?? [];
  }

  get runs(): readonly Run[] {
    return this.run ? [this.run, ...(this.furtherRuns ?? [])] : [];
  }

  /** The element's own characters, without white space at the ends. */
  get text(): string {
    if (!this.run) return '';
    const text = this.furtherRuns
      ? this.runs.map((run) => this.textOf(run)).join('')
      : this.textOf(this.run);
    return trimmed(text);
  }

  get isEmpty(): boolean {
    return this.isSilent && (this.parts?.every((child) => child.isEmpty) ?? true);
  }

  get path(): string {
    return this.parent ? `${this.parent.path}/${this.name}` : this.name;
  }

  get position(): Position {
    return this.source.positionAt(this.offset);
  }

  /** All of it as it stands in the source, tags included. */
  get spelled(): string {
    return this.source.text(this.offset, this.end);
  }

  /** The value of its attribute of this local name; of several, the first. */
  attribute(name: string): string | undefined {
    const attributes = attributesOf(tagAt(this.source, this.offset));
    return attributes.find((attribute) => attribute.name === name)?.value;
  }

  /** Whether its own characters are white space alone, which references may stand for. */
  private get isSilent(): boolean {
    if (!this.run) return true;
    return hasReferences(this.run) && this.text === '';
  }

  /** Line ends are line feeds, unless a reference asks for another. */
  private textOf(run: Run): string {
    const spelled = this.source.text(run.start, run.end);
    const hasReturns = (run.marks & MARK.carriageReturn) !== 0;
    const text = hasReturns ? spelled.replace(/\r\n?/g, '\n') : spelled;
    return hasReferences(run) ? expandReferences(Buffer.from(text)) : text;
  }
}
