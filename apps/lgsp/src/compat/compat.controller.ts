import { type SystemView } from '@lienthong/directory';
import {
  Body,
  Controller,
  Headers,
  HttpCode,
  Param,
  Post,
  Req,
  UploadedFile,
  UseFilters,
  UseGuards,
  UseInterceptors,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Request } from 'express';
import { parseStrictJson } from '../http/strict-json.js';
import { CompatReceiving } from './compat-receiving.js';
import { CompatSending } from './compat-sending.js';
import { type CompatAnswer, ok } from './compat.answers.js';
import {
  DirectoryOfProvince,
  MalformedPacket,
  MalformedRequest,
  OperationUnknown,
  SenderNotRegistered,
} from './compat.errors.js';
import { CompatFilter } from './compat.filter.js';
import { CompatGuard, SYSTEM_HEADER } from './compat.guard.js';
import {
  compatBody,
  DocRequest,
  fieldsOf,
  LevelRequest,
  ListRequest,
  SendHeader,
  UpdateStatusRequest,
} from './compat.requests.js';
import { Parties } from './parties.js';
import { CallingSystem } from './calling-system.js';
import { LARGEST_UPLOAD, UploadRoom } from './upload-room.js';

const DEFAULT_PAGE = 100;

const UPLOAD = {
  limits: { fileSize: LARGEST_UPLOAD, files: 1, fields: 4, fieldSize: 4_096, parts: 5 },
};

/**
 * The dialect that e-office systems speak towards the national document axis, bound to HTTP as
 * docs/decisions/0005-axis-http-binding.md assumes it: whoever speaks it changes the base URL. What it does is what the
 * other doors do.
 */
@ApiExcludeController()
@Controller('compat')
@UseGuards(CompatGuard)
@UseFilters(CompatFilter)
export class CompatController {
  constructor(
    private readonly sending: CompatSending,
    private readonly receiving: CompatReceiving,
    private readonly parties: Parties,
  ) {}

  @Post('sendEdoc')
  @HttpCode(200)
  @UseInterceptors(UploadRoom, FileInterceptor('file', UPLOAD))
  async sendEdoc(
    @CallingSystem() system: SystemView,
    @Headers(SYSTEM_HEADER) name: string,
    @Body() form: unknown,
    @UploadedFile() file: { readonly buffer: Buffer } | undefined,
  ): Promise<CompatAnswer<{ DocID: string }>> {
    const header = headerIn(form);
    if (file === undefined) throw new MalformedPacket('khong co tep file');
    if (header.from !== name) throw new SenderNotRegistered(header.from);
    return ok({ DocID: await this.sending.send(system, header, file.buffer) });
  }

  @Post(':operation')
  @HttpCode(200)
  async other(
    @CallingSystem() system: SystemView,
    @Param('operation') operation: string,
    @Req() request: Request,
  ): Promise<CompatAnswer> {
    const body = await compatBody(request);
    switch (operation) {
      case 'getReceivedEdocList':
        return ok({ list: await this.waiting(system, body) });
      case 'getEdoc':
      case 'downloadEdoc':
        return ok({ Data: base64(await this.receiving.packet(system, docIdIn(body))) });
      case 'updateStatus':
        return this.acknowledge(system, body);
      case 'getSentEdocList':
        return ok({ list: await this.sending.sent(system, docIdIn(body)) });
      default:
        return this.about(system, operation, body);
    }
  }

  private async about(system: SystemView, operation: string, body: unknown): Promise<CompatAnswer> {
    switch (operation) {
      case 'countReceiveEdoc':
        return ok({ count: await this.receiving.count(system, 'edoc') });
      case 'countReceiveStatus':
        return ok({ count: await this.receiving.count(system, 'status') });
      case 'getAgenciesList':
        return ok({ agencies: this.parties.reachable() });
      case 'getAgenciesListQD20':
        return ok({
          agencies: this.parties.reachable(fieldsOf(LevelRequest, ['level'], body).level),
        });
      case 'getSynchronizeUnit':
        return ok({ agencies: this.parties.served(system) });
      case 'registerAgency':
      case 'deleteAgency':
        throw new DirectoryOfProvince();
      default:
        throw new OperationUnknown(operation);
    }
  }

  private waiting(system: SystemView, body: unknown) {
    const names = ['servicetype', 'messagetype', 'pageSize', 'pageIndex'] as const;
    const { messagetype, pageSize, pageIndex } = fieldsOf(ListRequest, names, body);
    const page = { size: pageSize ?? DEFAULT_PAGE, index: pageIndex ?? 0 };
    return this.receiving.waiting(system, messagetype, page);
  }

  private async acknowledge(system: SystemView, body: unknown): Promise<CompatAnswer> {
    const { docid, status } = fieldsOf(UpdateStatusRequest, ['docid', 'status'], body);
    await this.receiving.acknowledge(system, docid, status);
    return ok({});
  }
}

/** The header of a packet: JSON inside a field of the form. */
const headerIn = (form: unknown): SendHeader => {
  const isForm = typeof form === 'object' && form !== null && 'header' in form;
  if (!isForm || typeof form.header !== 'string') throw new MalformedRequest('khong co header');
  const names = ['from', 'servicetype', 'messagetype'] as const;
  return fieldsOf(SendHeader, names, parseStrictJson(form.header));
};

const docIdIn = (body: unknown): string => fieldsOf(DocRequest, ['docId'], body).docId;

const base64 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64');
