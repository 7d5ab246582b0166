import { EventStore, ObjectTooLarge, type StoredObject } from '@lienthong/event-store';
import { Controller, HttpCode, Post, Req, UseGuards } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiOperation,
  ApiProperty,
  ApiTags,
} from '@nestjs/swagger';
import { type Request } from 'express';
import { AccessGuard } from '../access/access.guard.js';
import { BodyTooLarge } from '../http/http.errors.js';
import { piecesOf } from '../http/body.js';
import { roomOf } from '../http/body.room.js';
import { refuseWrapped } from '../http/media-type.js';
import { ProblemResponses } from '../problems/problem.responses.js';

/** The largest attachment. */
export const LARGEST_OBJECT_BYTES = 50 * 1024 * 1024;

/** What an upload takes of memory, however large it is. */
const HELD_BYTES = 3 * 1024 * 1024;

class ObjectResponse {
  @ApiProperty({ type: String, description: 'SHA-256 of the content, hexadecimal' })
  readonly digest!: string;

  @ApiProperty({ type: 'integer', description: 'Bytes' })
  readonly size!: number;
}

@ApiTags('documents')
@ApiBearerAuth()
@Controller('v1/objects')
@UseGuards(AccessGuard)
export class ObjectsController {
  constructor(private readonly store: EventStore) {}

  @Post()
  @HttpCode(201)
  @ApiOperation({
    summary: 'Upload the content of an attachment, 50 MiB at most',
    description:
      'The body as it is. A document then names it by its digest; what no document names is taken away after a day.',
  })
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiCreatedResponse({ type: ObjectResponse })
  @ProblemResponses(400, 401, 413, 415, 503)
  async upload(@Req() request: Request): Promise<StoredObject> {
    refuseWrapped(request);
    const declared = Number(request.headers['content-length'] ?? 0);
    if (declared > LARGEST_OBJECT_BYTES) throw new BodyTooLarge(LARGEST_OBJECT_BYTES);
    await roomOf(request).hold(HELD_BYTES);
    try {
      const limit = { maxBytes: LARGEST_OBJECT_BYTES };
      return await this.store.objects.putStream(piecesOf(request), limit);
    } catch (error) {
      throw error instanceof ObjectTooLarge ? new BodyTooLarge(error.limit) : error;
    }
  }
}
