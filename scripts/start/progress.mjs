const interactive = process.stdout.isTTY === true;

/** Prints a line for the person at the terminal. */
export function say(text) {
  process.stdout.write(`${text}\n`);
}

/**
 * Does a piece of work and says so, with the seconds that it took; on a
 * terminal they count up meanwhile.
 *
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const started = Date.now();
  const seconds = () => `${Math.round((Date.now() - started) / 1000)} s`;
  const draw = (mark, end) =>
    process.stdout.write(`\r${mark} ${title}  ${seconds()}   ${end}`);

  if (!interactive) {
    say(`… ${title}`);
  }
  const timer = interactive && setInterval(() => draw('…', ''), 200);
  try {
    const result = await work();
    clearInterval(timer);
    if (interactive) {
      draw('✓', '\n');
    } else {
      say(`✓ ${title}  ${seconds()}`);
    }
    return result;
  } catch (error) {
    clearInterval(timer);
    if (interactive) {
      draw('✗', '\n');
    }
    throw error;
  }
}
