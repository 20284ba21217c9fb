/** One document of an upload, with every byte that belongs to it. */
export interface Segment {
  /**
   * Exactly as it was written, with its separators, comments and line ends.
   * All segments of an upload, joined, are the upload.
   */
  text: string;
  /** Line of the upload that it begins on, from 0. */
  line: number;
}

/** No line of a document can begin like this: not even in a block of text. */
const SEPARATOR = /^(?:---|\.\.\.)(?=[ \t\r\n]|$)/;
/** What may stand before the `---` of a document that it belongs to. */
const PROLOGUE = /^(?:\uFEFF|[ \t]*(?:#.*|%.*)?)?(?:\r\n|\r|\n|$)$/;

/**
 * Cuts an upload into its documents. In YAML, `---` and `...` in the first
 * column end a document wherever they stand, so that each can be parsed alone:
 * one that is broken breaks no other.
 */
export function segmentsOf(text: string): Segment[] {
  const segments: Segment[] = [];
  let current = '';
  let hasContent = false;
  let line = 0;
  let start = 0;
  const close = () => {
    if (current === '') return;
    segments.push({ text: current, line: start });
    current = '';
    hasContent = false;
    start = line;
  };
  for (const [whole] of text.matchAll(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g)) {
    const bare = whole.startsWith('\uFEFF') ? whole.slice(1) : whole;
    const separator = SEPARATOR.exec(bare)?.[0];
    if (separator === '---') {
      if (hasContent) close();
      hasContent = true;
      current += whole;
    } else if (separator === '...') {
      current += whole;
      line += 1;
      close();
      continue;
    } else {
      current += whole;
      hasContent ||= !PROLOGUE.test(bare);
    }
    line += 1;
  }
  close();
  return joinEmptyEnd(segments);
}

/** Comments behind the last `...` belong to the document before it. */
function joinEmptyEnd(segments: Segment[]): Segment[] {
  const last = segments[segments.length - 1];
  const before = segments[segments.length - 2];
  const isEmpty = last?.text
    .split(/\r\n|\r|\n/)
    .every(one => PROLOGUE.test(one));
  if (!before || !isEmpty) return segments;
  return [
    ...segments.slice(0, -2),
    { ...before, text: before.text + last.text },
  ];
}
