import { NoAnswer, PlatformProblem, UnreadableAnswer } from '@lienthong/connector';
import { InvalidConfiguration, ServersUnavailable } from '@lienthong/platform';
import { CommanderError } from 'commander';
import { memberLines } from './problem-members.js';
import { EXIT, type FailureKind, kindOfHttpStatus } from './exit-codes.js';

/** One meaning in the two languages of the people who read it. */
export interface Words {
  readonly vi: string;
  readonly en: string;
}

/** A command cannot do what it was asked; says why, and what to do. */
export class CliFailure extends Error {
  constructor(
    readonly kind: FailureKind,
    readonly words: Words,
    options?: ErrorOptions,
  ) {
    super(words.en, options);
    this.name = 'CliFailure';
  }
}

/** How a failure leaves the command: the exit code, an RFC 9457 problem for programs, lines for people. */
export interface Ending {
  readonly exitCode: number;
  readonly problem: Readonly<Record<string, unknown>>;
  readonly lines: readonly string[];
}

/** The end that `error` leads to; without lines where the help, which was shown, says all. */
export const endingOf = (error: unknown): Ending => {
  if (error instanceof PlatformProblem) return refused(error);
  if (error instanceof CommanderError) return mistyped(error);
  const failure = asFailure(error);
  return {
    exitCode: EXIT[failure.kind],
    problem: problem(failure.kind, failure.words),
    lines: [failure.words.vi, failure.words.en],
  };
};

/** The platform says it in both languages itself. */
const refused = ({ problem: details }: PlatformProblem): Ending => {
  const { title, detail, titleEn, detailEn, code, status } = details;
  const sentence = (...parts: readonly unknown[]): string =>
    parts.filter((part) => typeof part === 'string').join('. ');
  return {
    exitCode: EXIT[kindOfHttpStatus(status)],
    problem: details,
    lines: [
      sentence(title, detail),
      `${sentence(titleEn, detailEn)} (${code}, HTTP ${String(status)})`.trim(),
      ...memberLines(details),
    ].filter((line) => line !== ''),
  };
};

const mistyped = ({ exitCode, message, code }: CommanderError): Ending => {
  if (exitCode === 0) return { exitCode: EXIT.ok, problem: {}, lines: [] };
  if (code === 'commander.help') return { exitCode: EXIT.usage, problem: {}, lines: [] };
  const en = message.replace(/^error: /, '');
  const words = { vi: 'Lệnh chưa đúng; thêm --help để xem cách dùng.', en };
  return { exitCode: EXIT.usage, problem: problem('usage', words), lines: [words.vi, words.en] };
};

const problem = (kind: FailureKind, { vi, en }: Words): Ending['problem'] => ({
  type: `/problems/${kind}`,
  code: kind,
  title: vi,
  detail: en,
});

/** Whether the work ended because it was asked to. */
export const isStop = (error: unknown): boolean =>
  error instanceof Error && error.name === 'AbortError';

const asFailure = (error: unknown): CliFailure => {
  if (error instanceof CliFailure) return error;
  if (error instanceof NoAnswer)
    return new CliFailure('unavailable', {
      vi: 'Nền tảng không trả lời; chạy `./lienthong up` hoặc xem `./lienthong doctor`.',
      en: `${error.message}; run \`./lienthong up\`, or see \`./lienthong doctor\`.`,
    });
  if (error instanceof InvalidConfiguration)
    return new CliFailure('usage', { vi: 'Cấu hình chưa đúng.', en: error.message });
  if (error instanceof ServersUnavailable)
    return new CliFailure('unavailable', {
      vi: 'Thiếu nats-server hoặc redis-server; cách cài đặt ghi ở trên.',
      en: 'nats-server or redis-server is missing; what to install stands above.',
    });
  if (error instanceof UnreadableAnswer)
    return new CliFailure('unexpected', {
      vi: 'Câu trả lời không đọc được; có thể ở đó là một chương trình khác, hoặc một phiên bản khác.',
      en: `${error.message}; another program may be there, or another version.`,
    });
  if (isStop(error))
    return new CliFailure('unexpected', { vi: 'Đã dừng theo yêu cầu.', en: 'Stopped as asked.' });
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return new CliFailure('unexpected', { vi: 'Lỗi ngoài dự kiến.', en: text });
};
