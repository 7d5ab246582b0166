import { type Request } from 'express';
import { BodyTooLarge, UnreadableBody, UnsupportedMediaType } from './http.errors.js';

export const JSON_TYPE = 'application/json';
export const NDJSON_TYPE = 'application/x-ndjson';
/** As the platform itself calls a packet. */
export const EDXML_TYPE = 'application/edxml+xml';
export const EDXML_TYPES: readonly string[] = [EDXML_TYPE, 'application/xml', 'text/xml'];

/** Media type of the request without its parameters. Any charset but UTF-8 is refused, and a packed body. */
export const mediaTypeOf = (request: Request, accepted: readonly string[]): string => {
  const [type = '', ...parameters] = (request.headers['content-type'] ?? '')
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  const charset = parameters.find((parameter) => parameter.startsWith('charset='));
  const utf8 = charset === undefined || /^charset="?utf-?8"?$/.test(charset);
  const packed = (request.headers['content-encoding'] ?? 'identity') !== 'identity';
  if (!accepted.includes(type) || !utf8 || packed) throw new UnsupportedMediaType(accepted);
  return type;
};

/**
 * The whole body. Called after the caller is known, so that strangers cannot make the door read.
 *
 * @throws {BodyTooLarge} as soon as it is known, which is before reading where a length is declared
 * @throws {UnreadableBody} when the connection ends before the body does
 */
export const readBody = async (request: Request, limitBytes: number): Promise<Buffer> => {
  if (Number(request.headers['content-length'] ?? 0) > limitBytes) {
    throw new BodyTooLarge(limitBytes);
  }
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    // Without this the refusal would close the connection before it is told.
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
      size += bytes.length;
      if (size > limitBytes) throw new BodyTooLarge(limitBytes);
      chunks.push(bytes);
    }
  } catch (error) {
    if (error instanceof BodyTooLarge) throw error;
    throw new UnreadableBody('the body ended early', { cause: error });
  }
  return Buffer.concat(chunks, size);
};

/** @throws {UnreadableBody} when the bytes are not UTF-8 */
export const utf8 = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new UnreadableBody('the body is not UTF-8', { cause: error });
  }
};
