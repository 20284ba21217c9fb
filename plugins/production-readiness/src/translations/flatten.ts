/** Messages in folders. @internal */
export type NestedMessages = {
  readonly [key: string]: string | NestedMessages;
};

/**
 * Joins the keys of nested messages with dots, as the translation API wants
 * a resource: `{ a: { b: 'x' } }` becomes `{ 'a.b': 'x' }`.
 *
 * @internal
 */
export function flatten(
  messages: NestedMessages,
  prefix: string = '',
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(messages).flatMap(([key, value]) =>
      typeof value === 'string'
        ? [[prefix + key, value]]
        : Object.entries(flatten(value, `${prefix}${key}.`)),
    ),
  );
}
