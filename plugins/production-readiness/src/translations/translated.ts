/**
 * The shape of the English messages with any text in it. A file of another
 * language that has this type can neither lack a message nor invent one.
 *
 * @internal
 */
export type Translated<TMessages> = {
  readonly [TKey in keyof TMessages]: TMessages[TKey] extends string
    ? string
    : Translated<TMessages[TKey]>;
};
