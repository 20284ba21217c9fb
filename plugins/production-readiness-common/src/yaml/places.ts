import {
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
} from 'yaml';

/** The way to a part of a document: keys, and places in lists. @public */
export type YamlPath = readonly (string | number)[];

/**
 * Where the deepest part of a path was written, as an offset in the text: what
 * is missing is looked for where it should stand.
 *
 * @public
 */
export function yamlOffsetOf(
  document: Document.Parsed,
  path: YamlPath,
): number {
  let node: unknown = document.contents;
  let offset = document.contents?.range?.[0] ?? 0;
  for (const part of path) {
    if (isAlias(node)) node = node.resolve(document);
    let next: unknown;
    if (isMap(node)) {
      const pair = node.items.find(
        item =>
          isPair(item) && isScalar(item.key) && String(item.key.value) === part,
      );
      if (!pair) break;
      offset = (pair.key as Node).range?.[0] ?? offset;
      next = pair.value;
    } else if (isSeq(node)) {
      next = node.items[Number(part)];
      if (next === undefined) break;
      offset = (next as Node).range?.[0] ?? offset;
    } else {
      break;
    }
    // A plain value is pointed at itself, anything larger at its name.
    if (isScalar(next) && next.value !== null) {
      offset = next.range?.[0] ?? offset;
    }
    node = next;
  }
  return offset;
}
