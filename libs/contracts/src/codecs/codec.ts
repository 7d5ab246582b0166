import { type Instant } from '@lienthong/kernel';
import { type Category } from '../subjects.js';
import { UndecodableEvent, UnknownEventType } from './codec.errors.js';

export interface Message {
  readonly type: string;
  readonly at: Instant;
}

/** The name of a message on the wire, with its version, and its protobuf data. */
export interface Encoded {
  readonly type: string;
  readonly data: Uint8Array;
}

/** How the messages of one category travel. Business time is the envelope's, so it is no part of the data. */
export interface MessageCodec<M extends Message> {
  readonly category: Category;
  readonly names: readonly M['type'][];
  /** The wire type of a message, in the version that is written today. */
  typeOf(name: M['type']): string;
  encode(message: M): Encoded;
  /**
   * Reads every version that was ever written, upcast to today's.
   *
   * @throws {UnknownEventType} when no message of this category is called `type`
   * @throws {UndecodableEvent} when the data is not what `type` promises
   */
  decode(type: string, data: Uint8Array, at: Instant): M;
}

export type EventCodec<E extends Message> = MessageCodec<E>;
export type CommandCodec<C extends Message> = MessageCodec<C>;

/** Turns an old version into the next one. */
export type Upcaster = (data: Uint8Array) => Encoded;

export type Decoders<M extends Message> = {
  readonly [T in M['type']]: (data: Uint8Array, at: Instant) => Extract<M, { readonly type: T }>;
};

export interface CodecDefinition<M extends Message> {
  readonly category: Category;
  /** Which bounded context publishes the messages; stands in their types. */
  readonly context: string;
  readonly encode: (message: M) => Uint8Array;
  readonly decoders: Decoders<M>;
  /** 1 for a message that is not named. */
  readonly versions?: Readonly<Partial<Record<M['type'], number>>>;
  /** By the wire type of the old version. */
  readonly upcasters?: ReadonlyMap<string, Upcaster>;
}

export const createCodec = <M extends Message>(definition: CodecDefinition<M>): MessageCodec<M> => {
  const { category, context, encode, decoders, versions, upcasters } = definition;
  const isName = (text: string): text is M['type'] => Object.hasOwn(decoders, text);
  const names = Object.keys(decoders).filter(isName);
  const types = new Map(
    names.map((name) => [name, wireType(context, name, versions?.[name] ?? 1)]),
  );
  const namesByType = new Map([...types].map(([name, type]) => [type, name]));

  const typeOf = (name: M['type']): string => types.get(name) ?? name;

  const decode = (type: string, data: Uint8Array, at: Instant): M => {
    const name = namesByType.get(type);
    if (name !== undefined) return decoders[name](data, at);
    const upcast = upcasters?.get(type);
    if (upcast === undefined) throw new UnknownEventType(category, type);
    const next = upcast(data);
    return decode(next.type, next.data, at);
  };

  return {
    category,
    names,
    typeOf,
    encode: (message) => ({ type: typeOf(message.type), data: encode(message) }),
    decode: (type, data, at) => {
      try {
        return decode(type, data, at);
      } catch (error) {
        if (error instanceof UnknownEventType) throw error;
        throw new UndecodableEvent(type, { cause: error });
      }
    },
  };
};

/** `vn.lienthong.documents.document-issued.v1` */
const wireType = (context: string, name: string, version: number): string =>
  `vn.lienthong.${context}.${kebab(name)}.v${String(version)}`;

const kebab = (name: string): string => name.replaceAll(/(?<=.)(?=[A-Z])/g, '-').toLowerCase();
