import { type Recorded } from '@lienthong/contracts';
import { type AgencyEvent, type AgencyView, Directory } from '@lienthong/directory';
import {
  circulationOf,
  type DeliveryEvent,
  type DocumentEvent,
  type DocumentIssued,
  type DocumentUpdated,
} from '@lienthong/documents';
import { type Instant, localDate, type LocalDate } from '@lienthong/kernel';
import { Counted, PARKED } from './counter.js';
import { RecountedDelivery } from './recounted-delivery.js';
import { type RecountedDocument } from './recounted-document.js';

/**
 * Every figure, counted once more from the events alone.
 *
 * Shares nothing with the projections but the rules of documents and the directory: what one of both gets wrong, the
 * other finds.
 */
export class Recount {
  readonly counted = new Counted();
  /** Everybody of whom anything may be counted. */
  readonly agencies = new Set<string>();
  private readonly directory = new Directory();
  private readonly documents = new Map<string, RecountedDocument>();
  private readonly deliveries = new Map<string, RecountedDelivery>();
  private today: LocalDate = '';

  /**
   * Takes the events of a log in order.
   *
   * @throws {Refusal} when the event cannot have happened to its agency or delivery; it counts nothing then
   */
  take(recorded: Recorded): void {
    const { aggregateId: id, recordedAt, at } = recorded.message;
    if (recorded.category === 'agency') this.register(id, recorded.event);
    const day = localDate(recordedAt ?? at);
    if (day > this.today) this.today = day;
    if (recorded.category === 'document') this.document(id, recorded.event);
    if (recorded.category === 'delivery') this.delivery(id, recorded.event);
    if (recorded.category === 'parked') this.park();
  }

  private register(id: string, event: AgencyEvent): void {
    this.directory.applyAgency(id, event);
    this.agencies.add(id);
  }

  private document(id: string, event: DocumentEvent): void {
    if (event.type === 'DocumentIssued') this.issued(id, event);
    if (event.type === 'DocumentUpdated') this.updated(id, event);
  }

  private issued(id: string, event: DocumentIssued): void {
    const { sender, at, recipients, signatures, header } = event;
    const issuer = this.agency(sender, at);
    const counts = issuer?.realm === 'inside' && circulationOf(recipients) !== 'internal';
    const document: RecountedDocument = {
      sender,
      issuedAt: at,
      due: new Map([[1, header.dueOn]]),
      outgoing: counts ? issuer.placement.level : undefined,
      exchanged: false,
      addressed: new Set(),
    };
    this.documents.set(id, document);
    const isSealed = signatures.some(
      ({ holder, outcome }) => holder === 'organisation' && outcome === 'verified',
    );
    const figures = isSealed ? ['documents.outgoing', 'documents.signed'] : ['documents.outgoing'];
    this.ofDocument(document, figures);
    this.flow(
      document,
      recipients.map(({ agency }) => agency),
    );
  }

  private updated(id: string, { revision, header, added }: DocumentUpdated): void {
    const document = this.documents.get(id);
    if (document === undefined) return;
    document.due.set(revision, header.dueOn);
    const agencies = new Set(added.map(({ agency }) => agency));
    this.flow(
      document,
      [...agencies].filter((agency) => !document.addressed.has(agency)),
    );
  }

  private delivery(id: string, event: DeliveryEvent): void {
    if (event.type === 'DeliveryParked') this.park();
    const dot = id.indexOf('.');
    const recipient = id.slice(0, dot);
    const document = this.documents.get(id.slice(dot + 1));
    if (document === undefined) return;
    if (event.type === 'DeliverySent' && !document.exchanged) {
      document.exchanged = true;
      this.ofDocument(document, ['documents.exchanged']);
    }
    const before = this.deliveries.get(id) ?? new RecountedDelivery();
    const level = this.levelOn(recipient, document.issuedAt);
    const { after, changes } = before.take(event, document, level);
    this.deliveries.set(id, after);
    for (const { figure, day, by, of } of changes) {
      this.on(day);
      this.add(figure, of, day, by);
      this.add(figure, `${of} ${recipient}`, day, by);
    }
  }

  private ofDocument(document: RecountedDocument, figures: readonly string[]): void {
    const { outgoing, sender, issuedAt } = document;
    if (outgoing === undefined) return;
    const day = localDate(issuedAt);
    this.on(day);
    for (const figure of figures) {
      this.add(figure, outgoing, day, 1);
      this.add(figure, `${outgoing} ${sender}`, day, 1);
    }
  }

  private flow(document: RecountedDocument, joined: readonly string[]): void {
    if (joined.length === 0) return;
    const { sender, issuedAt, addressed } = document;
    const day = localDate(issuedAt);
    const known = [...addressed];
    this.on(day);
    if (known.length === 0) this.add('flow.documents', '', day, 1);
    this.add('flow.deliveries', '', day, joined.length);
    this.cells('agency', document, { known, joined, nameOf: (agency) => agency, from: sender });
    const nameOf = (agency: string): string => this.levelOn(agency, issuedAt);
    this.cells('level', document, { known, joined, nameOf, from: nameOf(sender) });
    for (const agency of joined) {
      addressed.add(agency);
      this.agencies.add(agency);
    }
  }

  private cells(
    by: 'agency' | 'level',
    { issuedAt }: RecountedDocument,
    { known, joined, nameOf, from }: Cells,
  ): void {
    const day = localDate(issuedAt);
    const touched = new Set(known.map(nameOf));
    for (const agency of joined) {
      const to = nameOf(agency);
      const cell = `${from} > ${to}`;
      this.add(`flow.deliveries by ${by}`, cell, day, 1);
      if (!touched.has(to)) this.add(`flow.documents by ${by}`, cell, day, 1);
      touched.add(to);
    }
  }

  private park(): void {
    this.counted.add(PARKED, 1);
  }

  /** Something is counted that belongs to a day. */
  private on(business: LocalDate): void {
    this.add('days', '', business, 1);
  }

  private add(figure: string, of: string, business: LocalDate, by: number): void {
    this.counted.add({ figure, of, recorded: this.today, business }, by);
  }

  private agency(id: string, at: Instant): AgencyView | undefined {
    return this.directory.agency(id, localDate(at));
  }

  /** Agencies of another province are marked; those of the centre are nobody's. */
  private levelOn(id: string, at: Instant): string {
    const known = this.agency(id, at);
    if (known === undefined) return 'unknown';
    const { level } = known.placement;
    return known.realm === 'outside' && level !== 'central' ? `${level}@other` : level;
  }
}

interface Cells {
  readonly known: readonly string[];
  readonly joined: readonly string[];
  readonly nameOf: (agency: string) => string;
  readonly from: string;
}
