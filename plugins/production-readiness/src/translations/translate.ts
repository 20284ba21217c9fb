import { type ReactNode } from 'react';
import { type MessageKey, type SharedMessages } from './flatMessages';

/** The form of a message for one or for many, without saying which. */
type PluralKey<TKey> = TKey extends `${infer TBase}_${'one' | 'other'}`
  ? TBase
  : never;

/** What `t` takes: a message, or one that has a form for each count. @internal */
export type CalledKey<TMessages = SharedMessages> =
  | MessageKey<TMessages>
  | PluralKey<MessageKey<TMessages>>;

/**
 * Finds a message and fills its values in. Given an element as a value, it
 * answers with elements.
 *
 * Narrower than the translation API's own type, which works the values of each
 * message out for every call: with as many messages as this plugin has, the
 * compiler gives up on that.
 *
 * @internal
 */
export interface Translate<TMessages = SharedMessages> {
  (
    key: CalledKey<TMessages>,
    values?: Readonly<Record<string, string | number>>,
  ): string;
  (
    key: CalledKey<TMessages>,
    values: Readonly<Record<string, ReactNode>>,
  ): JSX.Element;
}
