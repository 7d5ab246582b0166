import { isFinal } from '@lienthong/event-store';
import { InTurn } from '@lienthong/kernel';
import { MemoryGate } from '@lienthong/platform';
import { Injectable } from '@nestjs/common';
import { type Request } from 'express';
import { finished, type Readable } from 'node:stream';
import { callerName } from '../access/caller.js';
import { chargeForLine } from '../access/toll.js';
import { answersInOrder, BYTES_AT_ONCE } from '../http/answers-in-order.js';
import { type Line, linesIn } from '../http/lines.js';
import { problemOfLine } from '../problems/line-problem.js';
import { type HandedIn, Intake, readRequest, type RequestRead } from './intake.js';
import { type Issued } from './issued.js';

/** What is larger comes by itself, or names its attachments. */
export const LONGEST_LINE_BYTES = 1024 * 1024;

const CREATED = 201;

/** Takes in documents that come many at once, one a line. */
@Injectable()
export class DocumentLines {
  constructor(
    private readonly intake: Intake,
    private readonly gate: MemoryGate,
  ) {}

  /**
   * An answer a line, in the order of the lines, while they still come; a bad line is refused by itself. Lines that name
   * the same document are taken in one after the other.
   *
   * @throws {NoRoom} when others fill the memory for bodies
   */
  async answers(request: Request, handedIn: HandedIn): Promise<Readable> {
    const room = this.gate.room(callerName(handedIn.caller));
    await room.hold(BYTES_AT_ONCE);
    const turns = new InTurn(isFinal);
    const answers = answersInOrder<Line>({
      items: linesIn(request, LONGEST_LINE_BYTES),
      sizeOf: (line) => ('bytes' in line ? line.bytes.length : 0),
      answer: (line, count) => {
        chargeForLine(request, count);
        return told(line.number, () => this.take(line, turns, handedIn));
      },
    });
    finished(answers, () => {
      room.leave();
    });
    return answers;
  }

  private take(line: Line, turns: InTurn, handedIn: HandedIn): Promise<Issued> {
    if ('refusal' in line) throw line.refusal;
    const read = readRequest(line.bytes);
    return turns.runOnAll(namesIn(read), () => this.intake.json(read, handedIn));
  }
}

/** The sender may be written in several ways; its own ids are written in one. */
const namesIn = ({ request: { documentId, replaces = [] } }: RequestRead): readonly string[] => [
  documentId,
  ...replaces.map((replaced) => replaced.documentId),
];

const told = async (line: number, take: () => Promise<Issued>): Promise<string> => {
  try {
    return asLine({ line, status: CREATED, ok: true, ...(await take()) });
  } catch (error) {
    const problem = problemOfLine(error, line);
    return asLine({ line, status: problem.status, ok: false, problem });
  }
};

const asLine = (answer: object): string => `${JSON.stringify(answer)}\n`;
