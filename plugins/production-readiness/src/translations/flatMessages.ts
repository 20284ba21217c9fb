import { type en } from './en';

type Keys<TMessages> = {
  [TKey in keyof TMessages & string]: TMessages[TKey] extends string
    ? TKey
    : `${TKey}.${Keys<TMessages[TKey]>}`;
}[keyof TMessages & string];

type PlainKeys<TMessages> = {
  [TKey in keyof TMessages & string]: TMessages[TKey] extends string
    ? TMessages[TKey] extends `${string}{{${string}`
      ? never
      : TKey
    : `${TKey}.${PlainKeys<TMessages[TKey]>}`;
}[keyof TMessages & string];

/** The messages that every screen has. @internal */
export type SharedMessages = typeof en;

/** The key of any message, such as `states.checklist.accepted`. @internal */
export type MessageKey<TMessages = SharedMessages> = Keys<TMessages>;

/** The key of a message that has nothing to fill in. @internal */
export type PlainMessageKey<TMessages = SharedMessages> = PlainKeys<TMessages>;

/** One text for each message. @internal */
export type FlatMessages<TMessages = SharedMessages> = {
  [TKey in MessageKey<TMessages>]: string;
};
