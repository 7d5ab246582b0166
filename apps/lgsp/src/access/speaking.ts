import { type AgencyView } from '@lienthong/directory';
import { type Instant, localDate } from '@lienthong/kernel';
import { Injectable } from '@nestjs/common';
import { DirectoryView } from '../directory/directory.view.js';
import { SenderNotYours } from './access.errors.js';
import { type Caller } from './caller.js';

/** Nobody speaks for another: the agency on whose behalf a caller may act. */
@Injectable()
export class Speaking {
  constructor(private readonly directory: DirectoryView) {}

  /**
   * @param code an agency code in either form, or an internal id
   * @throws {SenderNotYours} also for a code that nobody bears: who may speak for it is nobody
   */
  agencyOf(caller: Caller, code: string, at: Instant): AgencyView {
    const day = localDate(at);
    const { current } = this.directory;
    const agency = current.agencyByCode(code, day) ?? current.agency(code, day);
    const theirs = caller.kind === 'system' && agency && caller.system.agencies.has(agency.id);
    if (!theirs) throw new SenderNotYours(code);
    return agency;
  }
}
