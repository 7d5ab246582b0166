import { describe, expect, it } from '@jest/globals';
import { NoAnswer, PlatformProblem, UnreadableAnswer } from '@lienthong/connector';
import { InvalidConfiguration } from '@lienthong/platform';
import { CommanderError } from 'commander';
import { CliFailure, endingOf } from './failure.js';

const refusal = (status: number, members: object = {}): PlatformProblem =>
  new PlatformProblem({
    type: '/problems/sender-not-yours',
    code: 'sender-not-yours',
    status,
    title: 'Không được gửi thay',
    titleEn: 'Not yours to speak for',
    detail: 'Không phục vụ 000.00.00.G22.',
    detailEn: 'Your system does not serve 000.00.00.G22.',
    ...members,
  });

describe('a command that fails', () => {
  it.each([
    [400, 7],
    [401, 6],
    [403, 6],
    [404, 4],
    [409, 5],
    [415, 7],
    [422, 7],
    [429, 9],
    [500, 1],
    [503, 9],
  ])('ends, after HTTP %i, with exit code %i', (status, exitCode) => {
    expect(endingOf(refusal(status)).exitCode).toBe(exitCode);
  });

  it('hands the platform’s problem on, Vietnamese first', () => {
    const { problem, lines } = endingOf(refusal(403));
    expect(problem).toMatchObject({ code: 'sender-not-yours', status: 403 });
    expect(lines).toStrictEqual([
      'Không được gửi thay. Không phục vụ 000.00.00.G22.',
      'Not yours to speak for. Your system does not serve 000.00.00.G22. (sender-not-yours, HTTP 403)',
    ]);
  });

  it('names each field that the platform refuses, and whatever else it names', () => {
    const errors = [
      { pointer: 'status', message: 'must be one of issued, replaced' },
      { pointer: '/to/0/code', message: 'must be a string' },
    ];
    const { lines } = endingOf(refusal(400, { errors, line: 3, accepted: ['a', 'b'] }));
    expect(lines.slice(2)).toStrictEqual([
      '  status: must be one of issued, replaced',
      '  /to/0/code: must be a string',
      '  line: 3',
      '  accepted: ["a","b"]',
    ]);
  });

  it('tells members of a form that it does not know as they are', () => {
    const { lines } = endingOf(refusal(422, { errors: ['too many'] }));
    expect(lines.slice(2)).toStrictEqual(['  errors: ["too many"]']);
  });

  it('says which answer it could not read, without a trace of the stack', () => {
    const unreadable = new UnreadableAnswer('http://127.0.0.1:1/control/act', {
      cause: new Error(),
    });
    expect(endingOf(unreadable).lines).toStrictEqual([
      expect.stringContaining('không đọc được'),
      'unreadable answer to http://127.0.0.1:1/control/act; another program may be there, or another version.',
    ]);
  });

  it.each([
    ['nobody answers', new NoAnswer('http://127.0.0.1:1'), 9],
    ['the command is mistyped', new CommanderError(1, 'commander.unknownOption', 'error: x'), 2],
    ['the environment is wrong', new InvalidConfiguration(['LIENTHONG_X: no such setting']), 2],
    ['a check fails', new CliFailure('check-failed', { vi: 'v', en: 'e' }), 3],
    ['an answer is none', new UnreadableAnswer('http://127.0.0.1:1/control/act'), 1],
    ['nobody foresaw it', new TypeError('x is not a function'), 1],
  ])('tells by its exit code that %s', (_what, error, exitCode) => {
    expect(endingOf(error).exitCode).toBe(exitCode);
  });

  it('is none when help was asked for', () => {
    const help = new CommanderError(0, 'commander.helpDisplayed', '(outputHelp)');
    expect(endingOf(help)).toMatchObject({ exitCode: 0, lines: [] });
  });
});
