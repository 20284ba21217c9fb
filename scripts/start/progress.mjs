const interactive = process.stdout.isTTY === true;

/** Prints a line for the person at the terminal. */
export function say(text) {
  process.stdout.write(`${text}\n`);
}

/**
 * Does a piece of work and says so, with the seconds that it took; on a
 * terminal they count up meanwhile, beside what the work says of itself.
 *
 * @template T
 * @param {string} title
 * @param {(showDetail: (text: string) => void) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const started = Date.now();
  const seconds = () => `${Math.round((Date.now() - started) / 1000)} s`;
  let detail = '';
  const draw = (mark, end) =>
    // The escape sequence clears what was longer before.
    process.stdout.write(
      `\r\u001b[K${mark} ${title}  ${seconds()}${detail}${end}`,
    );

  if (!interactive) {
    say(`… ${title}`);
  }
  const timer = interactive && setInterval(() => draw('…', ''), 200);
  try {
    const result = await work(text => {
      detail = `  ${text}`;
    });
    clearInterval(timer);
    detail = '';
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
