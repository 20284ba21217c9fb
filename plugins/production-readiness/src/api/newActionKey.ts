/**
 * A random key that names one action, so that a second try of it is known as
 * such. Works without a secure context too, where `randomUUID` is missing.
 *
 * @internal
 */
export function newActionKey(): string {
  const bytes = window.crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
}
