const BEGINS =
  /^(?:\uFEFF|[ \t]*(?:#[^\r\n]*|%[^\r\n]*)?(?:\r\n|\r|\n))*---(?=[ \t\r\n]|$)/;

/**
 * Joins documents to one text. Documents that were one upload come out as they
 * were; where two of different uploads meet, what is missing between them is
 * added.
 *
 * @param before - how the text before them ends; empty when there is none
 */
export function joinDocuments(
  before: string,
  documents: readonly string[],
): string {
  let text = '';
  const end = () => (text === '' ? before : text);
  for (const document of documents) {
    if (end() === '') {
      text += document;
      continue;
    }
    if (!/[\r\n]$/.test(end())) text += '\n';
    // A byte order mark is one only at the very beginning.
    const bare = document.replace(/^\uFEFF/, '');
    text += BEGINS.test(bare) || isEmpty(bare) ? bare : `---\n${bare}`;
  }
  return text;
}

/** Nothing but comments, which belong to what was before them. */
function isEmpty(document: string): boolean {
  return document.split(/\r\n|\r|\n/).every(line => /^\s*(#.*)?$/.test(line));
}
