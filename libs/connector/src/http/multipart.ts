import { randomUUID } from 'node:crypto';

export interface Part {
  readonly name: string;
  /** Of a part that is a file. */
  readonly fileName?: string;
  readonly content: string | Uint8Array;
}

/** A body of several parts (RFC 7578). Their names are plain words. */
export class Multipart {
  private readonly boundary = randomUUID();

  constructor(private readonly parts: readonly Part[]) {}

  get contentType(): string {
    return `multipart/form-data; boundary=${this.boundary}`;
  }

  get body(): Uint8Array {
    const pieces = this.parts.flatMap(({ name, fileName, content }) => {
      const file = fileName === undefined ? '' : `; filename="${fileName}"`;
      const type = fileName === undefined ? '' : 'Content-Type: application/octet-stream\r\n';
      const head = `--${this.boundary}\r\nContent-Disposition: form-data; name="${name}"${file}\r\n${type}\r\n`;
      const bytes = typeof content === 'string' ? Buffer.from(content) : content;
      return [Buffer.from(head), bytes, LINE_END];
    });
    return Buffer.concat([...pieces, Buffer.from(`--${this.boundary}--\r\n`)]);
  }
}

const LINE_END = Buffer.from('\r\n');
