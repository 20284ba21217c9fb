/** Hours as people type them, also full-width and with a comma. @internal */
export function hoursIn(text: string): number | undefined {
  const plain = text.normalize('NFKC').replace(',', '.').trim();
  if (!/^\d{1,4}(\.\d{1,2})?$/.test(plain)) return undefined;
  return Number(plain);
}
