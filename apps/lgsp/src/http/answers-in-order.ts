import { PassThrough, type Readable } from 'node:stream';
import { setImmediate as othersFirst } from 'node:timers/promises';

export interface InOrder<Item> {
  readonly items: AsyncIterable<Item>;
  /** What an item takes of memory until it is answered. */
  readonly sizeOf: (item: Item) => number;
  /** Begins with an item, and tells of it when it has ended; never throws. */
  readonly answer: (item: Item, number: number) => Promise<string>;
}

const ITEMS_AT_ONCE = 1_000;
/** How much of the items is in memory at one time. */
export const BYTES_AT_ONCE = 8 * 1024 * 1024;
/** Many callers send everything before they read anything. */
const UNREAD_BYTES = 16 * 1024 * 1024;
/** Some milliseconds of work, between which others are heard. */
const ITEMS_IN_ONE_GO = 50;

/**
 * Begins with many items at once, so that the log takes them in few writes, and tells of them in their order, each as
 * soon as it and those before it have ended.
 *
 * The stream ends after the last answer; it breaks off when `items` does.
 */
export const answersInOrder = <Item>(work: InOrder<Item>): Readable => {
  const answers = new PassThrough({ highWaterMark: UNREAD_BYTES });
  answerAll(work, answers).then(
    () => answers.end(),
    () => answers.destroy(),
  );
  return answers;
};

const answerAll = async <Item>(
  { items, sizeOf, answer }: InOrder<Item>,
  answers: PassThrough,
): Promise<void> => {
  const slots = new Slots();
  let told = Promise.resolve();
  let number = 0;
  for await (const item of items) {
    number += 1;
    const size = sizeOf(item);
    await slots.enter(size);
    if (number % ITEMS_IN_ONE_GO === 0) await othersFirst();
    if (answers.destroyed) return;
    const before = told;
    const answered = answer(item, number);
    told = (async () => {
      await before;
      await write(answers, await answered);
      slots.leave(size);
    })();
  }
  await told;
};

/** Resolves when there is room for more, or nobody reads any more. */
const write = (answers: PassThrough, text: string): Promise<void> =>
  new Promise((resolve) => {
    if (answers.destroyed || answers.write(text)) {
      resolve();
      return;
    }
    const goOn = (): void => {
      answers.off('drain', goOn).off('close', goOn);
      resolve();
    };
    answers.once('drain', goOn).once('close', goOn);
  });

/** Room for items that were begun; one of any size always gets in alone. */
class Slots {
  private items = 0;
  private bytes = 0;
  private wake: (() => void) | undefined;

  async enter(size: number): Promise<void> {
    while (this.isFull(size)) {
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
    this.items += 1;
    this.bytes += size;
  }

  leave(size: number): void {
    this.items -= 1;
    this.bytes -= size;
    this.wake?.();
  }

  private isFull(size: number): boolean {
    if (this.items === 0) return false;
    return this.items >= ITEMS_AT_ONCE || this.bytes + size > BYTES_AT_ONCE;
  }
}
