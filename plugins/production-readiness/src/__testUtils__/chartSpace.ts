/**
 * Gives every element a size, which jsdom does not compute, so that charts are
 * drawn. Call it in a `beforeEach`.
 */
export function giveChartsSpace(): void {
  jest
    .spyOn(HTMLElement.prototype, 'getBoundingClientRect')
    .mockReturnValue(new DOMRect(0, 0, 560, 240));
}
