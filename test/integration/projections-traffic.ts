import { type DomainEvent } from '@lienthong/contracts';
import { type Level, type Realm } from '@lienthong/directory';
import {
  type Channel,
  deliveryIdOf,
  documentIdOf,
  type DocumentIssued,
  type Signature,
  type StatusCode,
} from '@lienthong/documents';
import { instant } from '@lienthong/kernel';
import { type MemoryLog } from './projections-log.js';

const DAY_MS = 86_400_000;
export const MORNING = instant('2020-03-02T08:00:00+07:00');

export interface Fact {
  readonly id: string;
  readonly event: DomainEvent;
  /** The business time, where it is not said. */
  readonly recordedAt?: number;
}

export interface TestAgency {
  readonly id: string;
  readonly realm: Realm;
  readonly level: Level;
  readonly code: string;
}

const agency = (id: string, realm: Realm, level: Level, code: string): TestAgency => ({
  id,
  realm,
  level,
  code,
});

export const AGENCIES: readonly TestAgency[] = [
  agency('office', 'inside', 'province', '000.00.00.H39'),
  agency('finance', 'inside', 'province', '000.00.05.H39'),
  agency('tan-an', 'inside', 'district', '000.00.21.H39'),
  agency('ward-1', 'inside', 'commune', '000.21.01.H39'),
  agency('ward-2', 'inside', 'commune', '000.21.02.H39'),
  agency('ministry', 'outside', 'central', '000.00.00.G22'),
  agency('neighbour', 'outside', 'province', '000.00.00.H53'),
];

export const registered = ({ id, realm, level, code }: TestAgency): Fact => ({
  id,
  event: {
    category: 'agency',
    event: {
      type: 'AgencyRegistered',
      realm,
      name: `Agency ${id}`,
      placement: { level, sector: 'state' },
      codes: [{ code, form: 'qcvn102', from: '2016-01-01' }],
      from: '2016-01-01',
      at: MORNING,
    },
  },
});

export interface Letter {
  readonly sender: string;
  readonly number: number;
  readonly to: readonly { readonly agency: string; readonly channel: Channel }[];
  readonly at: number;
  readonly subject?: string;
  readonly dueOn?: string;
  readonly signatures?: readonly Signature[];
}

const agencyOf = (id: string): TestAgency | undefined => AGENCIES.find((known) => known.id === id);

const headerId = ({ sender, number }: Letter): string =>
  `${sender},2020/03/02,${String(number)}/VP`;

export const idOf = (letter: Letter): string => documentIdOf(letter.sender, headerId(letter));

/** That a document was issued. */
export interface Issue {
  readonly category: 'document';
  readonly event: DocumentIssued;
}

export const issued = (letter: Letter): { readonly id: string; readonly event: Issue } => ({
  id: idOf(letter),
  event: {
    category: 'document',
    event: {
      type: 'DocumentIssued',
      inputDigest: 'a'.repeat(64),
      sender: letter.sender,
      header: {
        documentId: headerId(letter),
        code: `${String(letter.number)}/VP`,
        typeName: 'Công văn',
        subject: letter.subject ?? `V/v số ${String(letter.number)}`,
        priority: 0,
        ...(letter.dueOn === undefined ? {} : { dueOn: letter.dueOn }),
      },
      recipients: letter.to.map((to) => ({
        agency: to.agency,
        code: agencyOf(to.agency)?.code ?? '',
        channel: to.channel,
        via: agencyOf(to.agency)?.realm === 'inside' ? 'local' : 'axis',
      })),
      attachments: [
        { digest: 'b'.repeat(64), name: 'a.pdf', mediaType: 'application/pdf', size: 9 },
      ],
      packet: { digest: 'c'.repeat(64), mediaType: 'application/json' },
      signatures: letter.signatures ?? [],
      replaces: [],
      personal: new Uint8Array(),
      at: letter.at,
    },
  },
});

export const routed = (letter: Letter, recipient: string): Fact => {
  const channel = letter.to.find((to) => to.agency === recipient)?.channel ?? 'electronic';
  const { sender, at } = letter;
  const document = idOf(letter);
  const parties = { document, sender, recipient, at };
  const via = agencyOf(recipient)?.realm === 'inside' ? 'local' : 'axis';
  return {
    id: deliveryIdOf(recipient, document),
    event: {
      category: 'delivery',
      event:
        channel === 'paper'
          ? { type: 'PaperDispatched', ...parties }
          : { type: 'DeliveryRouted', ...parties, via, channel, revision: 1 },
    },
  };
};

export const sent = (letter: Letter, recipient: string): Fact => ({
  id: deliveryIdOf(recipient, idOf(letter)),
  event: { category: 'delivery', event: { type: 'DeliverySent', at: letter.at } },
});

export const reported = (letter: Letter, recipient: string, code: StatusCode): Fact => ({
  id: deliveryIdOf(recipient, idOf(letter)),
  event: {
    category: 'delivery',
    event: {
      type: 'StatusReported',
      code,
      description: `đã ${code}`,
      personal: new Uint8Array(),
      timestamp: letter.at + Number(code),
      at: letter.at + Number(code),
    },
  },
});

/** Letters in all directions with their deliveries and some statuses; the same for the same count. */
export const traffic = (letters: number): readonly Fact[] => {
  const facts: Fact[] = AGENCIES.map(registered);
  const channels: readonly Channel[] = ['electronic', 'electronic', 'paper', 'both'];
  for (let number = 0; number < letters; number += 1) {
    const sender = AGENCIES[number % AGENCIES.length]?.id ?? '';
    const to = AGENCIES.filter(({ id }, index) => id !== sender && (index + number) % 3 === 0).map(
      ({ id }, index) => ({
        agency: id,
        channel: channels[(number + index) % channels.length] ?? 'electronic',
      }),
    );
    const letter = { sender, number, to, at: MORNING + (number % 5) * DAY_MS };
    facts.push(issued(letter));
    for (const { agency: recipient } of to) facts.push(routed(letter, recipient));
    for (const { agency: recipient, channel } of to) {
      if (channel === 'paper') continue;
      facts.push(sent(letter, recipient));
      if (number % 2 === 0) facts.push(reported(letter, recipient, '01'));
      if (number % 4 === 0) facts.push(reported(letter, recipient, '06'));
    }
  }
  return facts;
};

export const append = (log: MemoryLog, facts: readonly Fact[]): void => {
  for (const { id, event, recordedAt } of facts) log.append(id, event, recordedAt);
};

export const reportedLate = (letter: Letter, recipient: string, code: StatusCode): Fact => {
  const { id, event } = reported(letter, recipient, code);
  if (event.category !== 'delivery' || event.event.type !== 'StatusReported') {
    throw new Error('not a status');
  }
  return {
    id,
    event: { category: 'delivery', event: { ...event.event, type: 'StatusReportedLate' } },
  };
};

export const KNOWN = AGENCIES.map(registered);

/** A letter of the provincial office on the first morning, electronic unless it is said otherwise. */
export const letterTo = (
  recipients: Readonly<Record<string, Channel>>,
  rest: Partial<Letter> = {},
): Letter => ({
  sender: 'office',
  number: 7,
  to: Object.entries(recipients).map(([recipient, channel]) => ({ agency: recipient, channel })),
  at: MORNING,
  ...rest,
});
