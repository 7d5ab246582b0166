import { type Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import { type Response } from 'express';

/**
 * An answer that is told while it comes. Where it breaks off the connection does, so that nobody takes a part of it for
 * the whole; where the caller hangs up nothing more is asked for.
 */
export const streamed = (
  answer: Readable,
  response: Response,
  options: { readonly type: string; readonly length?: number },
): StreamableFile => {
  response.once('close', () => {
    answer.destroy();
  });
  answer.once('close', () => {
    if (!answer.readableEnded) response.destroy();
  });
  return new StreamableFile(answer, options).setErrorHandler(() => {
    response.destroy();
  });
};
