import {
  ActRequest,
  IssueRequest,
  keyedOrder,
  type MockSystem,
  type OrderOutcome,
} from '@lienthong/connector';
import {
  Body,
  Controller,
  Get,
  HttpCode,
  Inject,
  NotFoundException,
  Post,
  Query,
  UnprocessableEntityException,
} from '@nestjs/common';
import { type BookState } from './books.js';
import { NothingToReport, OutsideSystems, SendersUnknown } from './outside-systems.js';
import { type HeardRecord } from './records.js';

/** Where the conductor of a scenario tells the outside systems what to do; on the loopback alone. */
@Controller('control')
export class ControlController {
  constructor(@Inject(OutsideSystems) private readonly systems: OutsideSystems) {}

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

  /** What became of an order, by its key; 404 when none was given under it. */
  @Get('issued')
  issued(@Query('key') key?: string): OrderOutcome {
    const outcome = this.systems.outcomeOf(key ?? '');
    if (outcome === undefined) throw new NotFoundException();
    return outcome;
  }

  @Get('state')
  state(): BookState {
    return this.systems.state();
  }

  @Get('systems')
  overview(): { systems: readonly MockSystem[] } {
    return { systems: this.systems.overview() };
  }

  /** What somebody does in the place of an agency; 404 when nobody here speaks for it, or has such a document. */
  @Post('act')
  @HttpCode(200)
  async act(@Body() request: ActRequest): Promise<object> {
    try {
      await this.systems.act(request);
      return {};
    } catch (error) {
      if (error instanceof SendersUnknown || error instanceof NothingToReport)
        throw new NotFoundException(error.message);
      throw error;
    }
  }

  /** What the outside systems have heard of a document of theirs, by its header's DocumentId. */
  @Get('statuses')
  statuses(@Query('documentId') documentId: string): { statuses: readonly HeardRecord[] } {
    return { statuses: this.systems.statusesOf(documentId) };
  }

  @Post('settle')
  @HttpCode(200)
  async settle(): Promise<{ found: number; outstanding: number }> {
    const found = await this.systems.settle();
    return { found, outstanding: this.systems.state().outstanding };
  }
}
