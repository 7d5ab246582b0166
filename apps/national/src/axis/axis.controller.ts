import { type MessageType } from '@lienthong/axis';
import {
  Body,
  Controller,
  Headers,
  HttpCode,
  Inject,
  Post,
  UploadedFile,
  UseGuards,
  UseInterceptors,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { AgencyDesk } from './agency-desk.js';
import {
  type AgencyItem,
  type AxisAnswer,
  ok,
  type ReceivedItem,
  type SentItem,
} from './axis.answers.js';
import { AxisGuard, SYSTEM_HEADER } from './axis.guard.js';
import { MalformedRequest } from './axis.refusals.js';
import {
  DeleteAgencyRequest,
  GetAgenciesListQD20Request,
  GetEdocRequest,
  GetReceivedEdocListRequest,
  GetSentEdocListRequest,
  RegisterAgencyRequest,
  SendEdocForm,
  UpdateStatusRequest,
} from './axis.requests.js';
import { agencyItem, receivedItem, sentItems } from './items.js';
import { PacketDesk } from './packet-desk.js';
import { LARGEST_PACKET, UploadGate } from './upload-gate.js';
import { headerIn } from './validation.js';

const UPLOAD = {
  limits: { fileSize: LARGEST_PACKET, files: 1, fields: 1, fieldSize: 4_096, parts: 2 },
};

/**
 * The national document axis over HTTP: `POST /<operation>`, the system in `X-SystemId` and `X-SecretKey`.
 *
 * Operations, fields and the manner of refusing are those of the axis's client kit. That they are bound to HTTP in this
 * way is assumed, and so are the words in `ErrorCode`: docs/decisions/0005-axis-http-binding.md.
 */
@Controller()
@UseGuards(AxisGuard)
export class AxisController {
  constructor(
    @Inject(PacketDesk) private readonly packets: PacketDesk,
    @Inject(AgencyDesk) private readonly directory: AgencyDesk,
  ) {}

  @Post('sendEdoc')
  @HttpCode(200)
  @UseInterceptors(UploadGate, FileInterceptor('file', UPLOAD))
  async sendEdoc(
    @Headers(SYSTEM_HEADER) system: string,
    @Body() form: SendEdocForm,
    @UploadedFile() file: { readonly buffer: Uint8Array } | undefined,
  ): Promise<AxisAnswer<{ DocID: string }>> {
    if (file === undefined) throw new MalformedRequest('khong co tep file');
    return ok({ DocID: await this.packets.send(system, headerIn(form), file.buffer) });
  }

  @Post('getReceivedEdocList')
  @HttpCode(200)
  getReceivedEdocList(
    @Headers(SYSTEM_HEADER) system: string,
    @Body() { messagetype, pageSize, pageIndex }: GetReceivedEdocListRequest,
  ): AxisAnswer<{ list: readonly ReceivedItem[] }> {
    const page = { size: pageSize, index: pageIndex };
    const packets = this.packets.waiting(system, messagetype, page);
    return ok({ list: packets.map((packet) => receivedItem(packet, system)) });
  }

  @Post('getEdoc')
  @HttpCode(200)
  async getEdoc(
    @Headers(SYSTEM_HEADER) system: string,
    @Body() { docId }: GetEdocRequest,
  ): Promise<AxisAnswer<{ Data: string }>> {
    const bytes = await this.packets.bytes(system, docId);
    return ok({ Data: Buffer.from(bytes).toString('base64') });
  }

  @Post('downloadEdoc')
  @HttpCode(200)
  downloadEdoc(
    @Headers(SYSTEM_HEADER) system: string,
    @Body() request: GetEdocRequest,
  ): Promise<AxisAnswer<{ Data: string }>> {
    return this.getEdoc(system, request);
  }

  @Post('updateStatus')
  @HttpCode(200)
  async updateStatus(
    @Headers(SYSTEM_HEADER) system: string,
    @Body() { docid, status }: UpdateStatusRequest,
  ): Promise<AxisAnswer> {
    await this.packets.acknowledge(system, docid, status);
    return ok({});
  }

  @Post('getSentEdocList')
  @HttpCode(200)
  getSentEdocList(
    @Headers(SYSTEM_HEADER) system: string,
    @Body() { docId, messagetype }: GetSentEdocListRequest,
  ): AxisAnswer<{ list: readonly SentItem[] }> {
    return ok({ list: sentItems(this.packets.sent(system, docId, messagetype)) });
  }

  @Post('countReceiveEdoc')
  @HttpCode(200)
  countReceiveEdoc(@Headers(SYSTEM_HEADER) system: string): AxisAnswer<{ count: number }> {
    return this.count(system, 'edoc');
  }

  @Post('countReceiveStatus')
  @HttpCode(200)
  countReceiveStatus(@Headers(SYSTEM_HEADER) system: string): AxisAnswer<{ count: number }> {
    return this.count(system, 'status');
  }

  @Post('getAgenciesList')
  @HttpCode(200)
  getAgenciesList(): AxisAnswer<{ agencies: readonly AgencyItem[] }> {
    return ok({ agencies: this.directory.agencies().map(agencyItem) });
  }

  @Post('getAgenciesListQD20')
  @HttpCode(200)
  getAgenciesListQD20(
    @Body() { level }: GetAgenciesListQD20Request,
  ): AxisAnswer<{ agencies: readonly AgencyItem[] }> {
    const agencies = this.directory.agencies().filter((agency) => agency.level === level);
    return ok({ agencies: agencies.map(agencyItem) });
  }

  /** The agencies that the calling system receives for. */
  @Post('getSynchronizeUnit')
  @HttpCode(200)
  getSynchronizeUnit(
    @Headers(SYSTEM_HEADER) system: string,
  ): AxisAnswer<{ agencies: readonly AgencyItem[] }> {
    const agencies = this.directory.agencies().filter((agency) => agency.system === system);
    return ok({ agencies: agencies.map(agencyItem) });
  }

  @Post('registerAgency')
  @HttpCode(200)
  async registerAgency(
    @Headers(SYSTEM_HEADER) system: string,
    @Body() request: RegisterAgencyRequest,
  ): Promise<AxisAnswer> {
    await this.directory.register(system, request);
    return ok({});
  }

  @Post('deleteAgency')
  @HttpCode(200)
  async deleteAgency(
    @Headers(SYSTEM_HEADER) system: string,
    @Body() { AgencyCode }: DeleteAgencyRequest,
  ): Promise<AxisAnswer> {
    await this.directory.delete(system, AgencyCode);
    return ok({});
  }

  private count(system: string, messageType: MessageType): AxisAnswer<{ count: number }> {
    return ok({ count: this.packets.countWaiting(system, messageType) });
  }
}
