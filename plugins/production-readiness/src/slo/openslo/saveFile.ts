/**
 * Lets the browser save a text, byte by byte as it is.
 *
 * @internal
 */
export function saveFile(name: string, text: string): void {
  const url = URL.createObjectURL(
    new Blob([new TextEncoder().encode(text)], { type: 'application/yaml' }),
  );
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // Browsers read it after the click.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
