import { type Room } from '@lienthong/platform';
import { type Request } from 'express';
import { roomOf } from './body.room.js';
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

/** The largest body that is read whole: an attachment of 50 MB in base64, with room for the packet around it. */
export const LARGEST_BODY_BYTES = 72 * 1024 * 1024;

const sizes = new WeakMap<object, number>();

/** Of the body: those that were read, or those that were announced. */
export const bytesReceived = (request: Request): number =>
  sizes.get(request) ?? Number(request.headers['content-length'] ?? 0);

/** A body without a length begins as a small one, and has to wait again when it is none. */
const UNDECLARED_BYTES = 64 * 1024;

/**
 * The whole body, once there is room for it. Called after the caller is known, so that strangers cannot make the door read.
 *
 * @throws {BodyTooLarge} as soon as it is known, which is before reading where a length is declared
 * @throws {NoRoom} when others fill the memory for bodies, before the body is read
 * @throws {UnreadableBody} when the connection ends before the body does
 */
export const readBody = async (request: Request, limitBytes: number): Promise<Buffer> => {
  const declared = Number(request.headers['content-length'] ?? UNDECLARED_BYTES);
  if (declared > limitBytes) throw new BodyTooLarge(limitBytes);
  const room = roomOf(request);
  await room.hold(declared);
  return request.headers['content-length'] === undefined
    ? gathered(request, room, limitBytes)
    : announced(request);
};

/** Of a body with a length no more comes, and there is room for it: it is read as it flows, at half the cost of pieces. */
const announced = (request: Request): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    let size = 0;
    const brokenOff = (cause?: unknown): void => {
      reject(new UnreadableBody('the body ended early', { cause }));
    };
    request.on('data', (piece: Buffer) => {
      size += piece.length;
      sizes.set(request, size);
      pieces.push(piece);
    });
    request.once('end', () => {
      request.off('close', brokenOff);
      resolve(Buffer.concat(pieces, size));
    });
    request.once('error', brokenOff);
    request.once('close', brokenOff);
    if (request.destroyed) brokenOff();
  });

const gathered = async (request: Request, room: Room, limitBytes: number): Promise<Buffer> => {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of piecesOf(request)) {
    size += piece.length;
    if (size > limitBytes) throw new BodyTooLarge(limitBytes);
    if (size > room.bytes) await room.hold(limitBytes);
    pieces.push(piece);
  }
  return Buffer.concat(pieces, size);
};

/**
 * The body as it comes. Whoever stops reading before its end can still answer.
 *
 * @throws {UnreadableBody} when the connection ends before the body does
 */
export async function* piecesOf(request: Request): AsyncGenerator<Buffer> {
  let size = 0;
  try {
    // Without this a refusal would close the connection before it is told.
    for await (const piece of request.iterator({ destroyOnReturn: false })) {
      const bytes = Buffer.isBuffer(piece) ? piece : Buffer.from(String(piece));
      size += bytes.length;
      sizes.set(request, size);
      yield bytes;
    }
  } catch (error) {
    throw new UnreadableBody('the body ended early', { cause: error });
  }
}

/** @throws {UnreadableBody} when the bytes are not UTF-8 */
export const utf8 = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new UnreadableBody('the body is not UTF-8', { cause: error });
  }
};
