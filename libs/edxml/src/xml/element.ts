import type { Position } from '../packet.errors.js';
import { isBlank, trimmed } from './characters.js';
import type { Source } from './source.js';

/** An element by its meaning: local name and namespace; its attributes were checked and are not kept. */
export class XmlElement {
  readonly children: XmlElement[] = [];
  private readonly pieces: string[] = [];

  constructor(
    readonly name: string,
    readonly namespace: string,
    readonly parent: XmlElement | undefined,
    private readonly place: { readonly source: Source; readonly offset: number },
  ) {}

  append(characters: string): void {
    this.pieces.push(characters);
  }

  /** The element's own characters, without white space at the ends. */
  get text(): string {
    return trimmed(this.pieces.join(''));
  }

  get isEmpty(): boolean {
    return this.pieces.every(isBlank) && this.children.every((child) => child.isEmpty);
  }

  get path(): string {
    return this.parent ? `${this.parent.path}/${this.name}` : this.name;
  }

  get position(): Position {
    return this.place.source.positionAt(this.place.offset);
  }
}
