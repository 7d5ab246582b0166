import { Readable } from 'node:stream';
import { type ObjectContent } from '@lienthong/event-store';
import { applyDecorators, Injectable, StreamableFile } from '@nestjs/common';
import { ApiHeader, ApiResponse } from '@nestjs/swagger';
import { type Response } from 'express';
import { byteRangeIn } from '../http/byte-range.js';
import { type Exchange } from '../http/exchange.js';
import { streamed } from '../http/streamed.js';
import { type Content, ReadingService } from './reading.service.js';

const NOT_MODIFIED = 304;
const PARTIAL = 206;

/** Up to here a content is checked before its first byte is told, so that damage gets a problem for an answer. */
const CHECKED_FIRST_BYTES = 1024 * 1024;

/** How much of a stream waits for the caller to read on. */
const AHEAD_BYTES = 256 * 1024;

/** Tells contents as a caller wants them: whole or in part, or only if it has not got them yet (RFC 9110). */
@Injectable()
export class ContentTeller {
  constructor(private readonly reading: ReadingService) {}

  /**
   * Nothing where the headers are the answer.
   *
   * @throws {RangeBeyondEnd}
   * @throws {ObjectDamaged} when it is small; the connection of a large one is broken off
   */
  async tell(
    content: Content,
    { request, response }: Exchange,
  ): Promise<StreamableFile | undefined> {
    const tag = `"${content.digest}"`;
    describeTo(response, content, tag);
    if (isKnown(request.header('if-none-match'), tag)) {
      response.status(NOT_MODIFIED);
      return undefined;
    }
    const isWanted = (request.header('if-range') ?? tag) === tag && request.method === 'GET';
    const range = isWanted ? byteRangeIn(request.header('range')) : undefined;
    const object = await this.reading.open(content, range);
    if (range !== undefined) {
      response.status(PARTIAL);
      response.setHeader('Content-Range', placeOf(object));
    }
    if (request.method === 'HEAD') {
      response.setHeader('Content-Length', String(object.length));
      return undefined;
    }
    const { length } = object;
    return streamed(await readable(object), response, { type: content.mediaType, length });
  }
}

const describeTo = (response: Response, { mediaType, name }: Content, tag: string): void => {
  response.setHeader('ETag', tag);
  response.setHeader('Accept-Ranges', 'bytes');
  response.setHeader('Content-Type', mediaType);
  if (name !== undefined) {
    response.setHeader('Content-Disposition', `attachment; filename*=UTF-8''${encoded(name)}`);
  }
  // What agencies send is never run in the origin of the platform.
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Content-Security-Policy', 'sandbox');
};

/** A tag that is no more than similar will do, for it is one of the same digest. */
const isKnown = (tags: string | undefined, tag: string): boolean =>
  (tags ?? '').split(',').some((each) => ['*', tag, `W/${tag}`].includes(each.trim()));

/** As RFC 8187 wants it. */
const encoded = (name: string): string =>
  encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );

const placeOf = ({ from, length, size }: ObjectContent): string =>
  `bytes ${String(from)}-${String(from + length - 1)}/${String(size)}`;

const readable = async ({ bytes, length }: ObjectContent): Promise<Readable> => {
  if (length > CHECKED_FIRST_BYTES) {
    return Readable.from(bytes, { objectMode: false, highWaterMark: AHEAD_BYTES });
  }
  const pieces: Uint8Array[] = [];
  for await (const piece of bytes) pieces.push(piece);
  return Readable.from([Buffer.concat(pieces)], { objectMode: false });
};

/** Describes what {@link ContentTeller} heeds. */
export const InParts = (): MethodDecorator =>
  applyDecorators(
    ApiHeader({
      name: 'Range',
      required: false,
      description: 'One range of bytes (RFC 9110); the ETag is the SHA-256 of the whole',
      schema: { type: 'string', example: 'bytes=0-1023' },
    }),
    ApiResponse({
      status: PARTIAL,
      description: 'The part that was asked for',
      headers: {
        'Content-Range': { schema: { type: 'string', example: 'bytes 0-1023/52428800' } },
      },
      content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
    }),
    ApiResponse({ status: NOT_MODIFIED, description: 'It is the one of your If-None-Match' }),
  );
