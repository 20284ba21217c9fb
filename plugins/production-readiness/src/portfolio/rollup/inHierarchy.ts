import { type RollupLine } from '@prodready/backstage-plugin-production-readiness-common';

/**
 * Lines with their sub-groups below them, each level in the order given. A
 * circle of parents is cut where it would close.
 *
 * @internal
 */
export function inHierarchy(
  lines: readonly RollupLine[],
): { line: RollupLine; depth: number }[] {
  const children = new Map<string | null, RollupLine[]>();
  for (const line of lines) {
    const list = children.get(line.parent) ?? [];
    list.push(line);
    children.set(line.parent, list);
  }
  const seen = new Set<string>();
  const ordered: { line: RollupLine; depth: number }[] = [];
  const visit = (line: RollupLine, depth: number) => {
    if (seen.has(line.value)) return;
    seen.add(line.value);
    ordered.push({ line, depth });
    for (const child of children.get(line.value) ?? []) visit(child, depth + 1);
  };
  for (const line of children.get(null) ?? []) visit(line, 0);
  for (const line of lines) visit(line, 0);
  return ordered;
}
