import { inPem } from '@lienthong/signatures';
import { CliFailure } from '../output/failure.js';
import { type KeyedOrder } from '../platform/mock-control.js';
import { type Seals } from '../up/certify.js';
import { type AgendaDocument } from './agenda.js';

/** What the mock of the sender is told: the acts of people and of chance, and none of what they lead to. */
export const orderOf = (document: AgendaDocument, seals: Seals): KeyedOrder => {
  const { key, sender, recipients, at, typeName, subject, notation, pages } = document;
  const { priority, dueOn, altered, change } = document;
  return {
    ...{ key, from: sender.code, at, typeName, subject, notation, pages },
    to: recipients.map(({ code, channel }) => ({ code, channel })),
    ...(priority === undefined ? {} : { priority }),
    ...(dueOn === undefined ? {} : { dueOn }),
    ...(altered === undefined ? {} : { altered }),
    ...(change === undefined ? {} : { change }),
    ...sealingOf(document, seals),
  };
};

const sealingOf = (
  { sender, exception }: AgendaDocument,
  seals: Seals,
): Pick<KeyedOrder, 'seal' | 'unsealed'> => {
  if (exception === undefined) return {};
  if (exception === 'none') return { unsealed: true };
  const seal = seals(sender.id, exception);
  if (seal !== undefined) return { seal: inPem(seal) };
  throw new CliFailure('invalid-input', {
    vi: `Không có cơ quan ${sender.id} để cấp chứng thư.`,
    en: `there is no agency ${sender.id} to certify`,
  });
};
