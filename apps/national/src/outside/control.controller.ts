import { AxisRequest, IssueRequest, keyedOrder } from '@lienthong/connector';
import {
  Body,
  Controller,
  Get,
  HttpCode,
  Inject,
  Post,
  Query,
  UnprocessableEntityException,
} from '@nestjs/common';
import { Outage } from '../axis/outage.js';
import { type BookState } from './books.js';
import { OutsideSystems, SendersUnknown } from './outside-systems.js';
import { type HeardRecord } from './records.js';

/** Where the conductor of a scenario tells the outside systems what to do; on the loopback alone. */
@Controller('control')
export class ControlController {
  constructor(
    @Inject(OutsideSystems) private readonly systems: OutsideSystems,
    @Inject(Outage) private readonly outage: Outage,
  ) {}

  /** 202 when every document is in its outgoing register; 422 when one of the senders is not outside. */
  @Post('issue')
  @HttpCode(202)
  async issue(@Body() { documents }: IssueRequest): Promise<void> {
    try {
      await this.systems.issue(documents.map(keyedOrder));
    } catch (error) {
      if (error instanceof SendersUnknown) throw new UnprocessableEntityException(error.message);
      throw error;
    }
  }

  @Get('state')
  state(): BookState {
    return this.systems.state();
  }

  /** What the outside systems have heard of a document of theirs, by its header's DocumentId. */
  @Get('statuses')
  statuses(@Query('documentId') documentId: string): { statuses: readonly HeardRecord[] } {
    return { statuses: this.systems.statusesOf(documentId) };
  }

  /** The axis goes away, or is back. */
  @Post('axis')
  @HttpCode(204)
  axis(@Body() { away }: AxisRequest): void {
    this.outage.switch(away);
  }

  @Post('settle')
  @HttpCode(200)
  async settle(): Promise<{ found: number; outstanding: number }> {
    const found = await this.systems.settle();
    return { found, outstanding: this.systems.state().outstanding };
  }
}
