import { spawn } from 'node:child_process';

const running = new Set();

/**
 * Starts a child process that `endProcesses` ends, whatever happens.
 *
 * @param {string[]} args arguments for this Node.js
 * @param {import('node:child_process').SpawnOptions} options
 */
export function startNode(args, options) {
  const child = spawn(process.execPath, args, options);
  running.add(child);
  child.once('close', () => running.delete(child));
  return child;
}

/**
 * Runs a script on this Node.js to its end.
 *
 * @returns {Promise<number>} its exit code; 1 when a signal ended it
 */
export function runNode(args, options) {
  return new Promise((resolve, reject) => {
    const child = startNode(args, { stdio: 'inherit', ...options });
    child.once('error', reject);
    child.once('close', code => resolve(code ?? 1));
  });
}

/** Ends every process started here that still runs, first politely. */
export async function endProcesses() {
  await Promise.all([...running].map(child => end(child)));
}

function end(child) {
  return new Promise(resolve => {
    const impatient = setTimeout(() => child.kill('SIGKILL'), 10_000);
    child.once('close', () => {
      clearTimeout(impatient);
      resolve();
    });
    child.kill('SIGTERM');
  });
}
