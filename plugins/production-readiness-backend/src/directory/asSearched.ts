/**
 * A name, or a part of one, as it is compared when somebody looks for it: in
 * lower case, and the same however it was typed. Half- and full-width letters,
 * and a sign that a file system took apart, are one (Unicode NFKC).
 */
export function asSearched(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
