/** Tells whoever started the seed how far it is, one line at a time. */
export class Progress {
  private last = '';

  /** @param text - what is being done, or how much of it */
  say(text: string): void {
    if (text !== this.last) {
      this.last = text;
      process.stdout.write(`seed: ${text}\n`);
    }
  }
}
