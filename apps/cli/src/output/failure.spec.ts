import { describe, expect, it } from '@jest/globals';
import { NoAnswer, PlatformProblem } from '@lienthong/connector';
import { InvalidConfiguration } from '@lienthong/platform';
import { CommanderError } from 'commander';
import { CliFailure, endingOf } from './failure.js';

const refusal = (status: number): PlatformProblem =>
  new PlatformProblem({
    type: '/problems/sender-not-yours',
    code: 'sender-not-yours',
    status,
    title: 'Không được gửi thay',
    titleEn: 'Not yours to speak for',
    detail: 'Không phục vụ 000.00.00.G22.',
    detailEn: 'Your system does not serve 000.00.00.G22.',
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

  it.each([
    ['nobody answers', new NoAnswer('http://127.0.0.1:1'), 9],
    ['the command is mistyped', new CommanderError(1, 'commander.unknownOption', 'error: x'), 2],
    ['the environment is wrong', new InvalidConfiguration(['LIENTHONG_X: no such setting']), 2],
    ['a check fails', new CliFailure('check-failed', { vi: 'v', en: 'e' }), 3],
    ['nobody foresaw it', new TypeError('x is not a function'), 1],
  ])('tells by its exit code that %s', (_what, error, exitCode) => {
    expect(endingOf(error).exitCode).toBe(exitCode);
  });

  it('is none when help was asked for', () => {
    const help = new CommanderError(0, 'commander.helpDisplayed', '(outputHelp)');
    expect(endingOf(help)).toMatchObject({ exitCode: 0, lines: [] });
  });
});
