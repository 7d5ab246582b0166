import { type AgencyView } from '@lienthong/directory';
import { type Signature } from '@lienthong/documents';
import { type Instant } from '@lienthong/kernel';
import { SignatureVerifier } from '@lienthong/signatures';
import { Injectable } from '@nestjs/common';
import { DirectoryView } from '../directory/directory.view.js';
import { type Draft } from './draft.js';

/** Says what is to be thought of the signatures that a document came with. */
@Injectable()
export class Judging {
  constructor(
    private readonly verifier: SignatureVerifier,
    private readonly directory: DirectoryView,
  ) {}

  /**
   * In the order in which they came.
   *
   * @param at business time of issue
   * @throws {UnreadableCertificate}
   */
  of(
    sender: AgencyView,
    { packet: { bytes }, signatures = [] }: Draft,
    at: Instant,
  ): Promise<readonly Signature[]> {
    const isSenders = (code: string): boolean =>
      this.directory.current.bearersOf(code).includes(sender.id);
    return Promise.all(
      signatures.map((signature) => this.verifier.judge(signature, { bytes, at, isSenders })),
    );
  }
}
