import { type Instant, instant } from '@lienthong/kernel';
import { z } from 'zod';

/** The far side answered with something that is not what its interface promises. */
export class UnreadableAnswer extends Error {
  constructor(what: string, options?: ErrorOptions) {
    super(`unreadable answer to ${what}`, options);
    this.name = 'UnreadableAnswer';
  }
}

/** An RFC 3339 date-time on the wire, an instant in the program. */
export const time = z.string().transform((text, context): Instant => {
  try {
    return instant(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'not an RFC 3339 date-time' });
    return z.NEVER;
  }
});

export const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** @throws {UnreadableAnswer} */
export const decode = <T>(schema: z.ZodType<T>, text: string, what: string): T => {
  try {
    return schema.parse(JSON.parse(text));
  } catch (error) {
    throw new UnreadableAnswer(what, { cause: error });
  }
};
