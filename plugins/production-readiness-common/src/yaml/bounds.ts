import { type Document, visit } from 'yaml';

/**
 * The most aliases of a document that is read. Anchors are a convenience; a
 * document that needs more is a bomb.
 *
 * @public
 */
export const MOST_YAML_ALIASES = 100;

/** The deepest nesting of a document that is read. @public */
export const YAML_DEPTH = 40;

/**
 * How often a document refers to an anchor.
 *
 * @public
 */
export function countYamlAliases(document: Document.Parsed): number {
  let count = 0;
  visit(document, {
    Alias: () => {
      count += 1;
    },
  });
  return count;
}

/**
 * The parser descends once for each level, so depth is bounded before it
 * starts: brackets of flow collections by count, blocks by their indentation.
 *
 * @returns the line that is too deep, from 0; undefined when none is
 * @public
 */
export function tooDeepYamlLine(text: string): number | undefined {
  let open = 0;
  for (const [index, line] of text.split('\n').entries()) {
    const indent = line.length - line.trimStart().length;
    const dashes = /^\s*((?:[-?][ \t]+)+)/.exec(line)?.[1].length ?? 0;
    // Text in a block may be indented at will, structure not.
    if (dashes / 2 > YAML_DEPTH || (indent + dashes) / 2 > 10 * YAML_DEPTH) {
      return index;
    }
    for (const character of line) {
      if (character === '[' || character === '{') open += 1;
      else if (character === ']' || character === '}') {
        open = Math.max(open - 1, 0);
      }
      if (open > YAML_DEPTH) return index;
    }
    // Brackets in comments and texts are rarely closed on another line.
    if (/^[^\s#-][^[{]*:/.test(line)) open = 0;
  }
  return undefined;
}
