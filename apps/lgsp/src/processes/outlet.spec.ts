import { describe, expect, it } from '@jest/globals';
import { type Errand, Outlet } from './outlet.js';

/** Errands that end when they are told to. */
class Outside {
  readonly begun: string[] = [];
  /** Errands that turn out to have nothing to do outside. */
  readonly local = new Set<string>();
  private readonly ends = new Map<string, (error?: Error) => void>();

  errand(name: string): Errand {
    return () =>
      new Promise((resolve, reject) => {
        this.begun.push(name);
        this.ends.set(name, (error) => {
          if (error) reject(error);
          else resolve(!this.local.has(name));
        });
      });
  }

  async end(name: string, error?: Error): Promise<void> {
    this.ends.get(name)?.(error);
    await new Promise(setImmediate);
  }

  async untilBegun(count: number): Promise<void> {
    while (this.begun.length < count) await new Promise(setImmediate);
  }
}

const away = new Error('away');

const sending = (outside: Outside, names: readonly string[]) => {
  const outlet = new Outlet();
  const send = (name: string): Promise<void> => outlet.send(outside.errand(name));
  return { outlet, send, sent: names.map(send) };
};

const numbered = (count: number): string[] => Array.from({ length: count }, (_, at) => String(at));

describe('the way to an outside system', () => {
  it('sees eight errands done at once, and tells of each', async () => {
    const outside = new Outside();
    const { sent } = sending(outside, numbered(10));
    expect(outside.begun).toStrictEqual(numbered(8));
    await outside.end('5');
    await sent[5];
    expect(outside.begun).toStrictEqual(numbered(9));
  });

  it('lets one errand go ahead while the outside is away, and all once it is back', async () => {
    const outside = new Outside();
    const { sent, send } = sending(outside, ['a', 'b']);
    void outside.end('a', away);
    void outside.end('b', away);
    await expect(sent[0]).rejects.toThrow(away);
    await expect(sent[1]).rejects.toThrow(away);
    for (const name of ['c', 'd', 'e']) void send(name);
    expect(outside.begun).toStrictEqual(['a', 'b', 'c']);
    await outside.end('c');
    expect(outside.begun).toStrictEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('lets others go before one that fails again and again', async () => {
    const outside = new Outside();
    const { sent, send } = sending(outside, ['a']);
    void outside.end('a', away);
    void send('b');
    await expect(sent[0]).rejects.toThrow(away);
    void send('a');
    expect(outside.begun).toStrictEqual(['a', 'b']);
    await outside.end('b');
    expect(outside.begun).toStrictEqual(['a', 'b', 'a']);
  });

  it('takes nothing that was done here alone for a sign that the outside is back', async () => {
    const outside = new Outside();
    outside.local.add('b');
    const { sent, send } = sending(outside, ['a']);
    void outside.end('a', away);
    await expect(sent[0]).rejects.toThrow(away);
    for (const name of ['b', 'c', 'd']) void send(name);
    await outside.end('b');
    expect(outside.begun).toStrictEqual(['a', 'b', 'c']);
    await outside.end('c');
    expect(outside.begun).toStrictEqual(['a', 'b', 'c', 'd']);
  });

  it('begins nothing after it was stopped', () => {
    const outside = new Outside();
    const { outlet, send } = sending(outside, []);
    outlet.stop();
    void send('a');
    expect(outside.begun).toStrictEqual([]);
  });
});
