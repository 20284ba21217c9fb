/** Names a line of a session while the page is open. @internal */
export function keyOfLine(line: { entityRef: string; itemId: string }): string {
  return `${line.itemId}/${line.entityRef}`;
}
