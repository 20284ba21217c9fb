import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Target } from './measure';

/**
 * Profiles the measured process until the profile is written. What was measured
 * meanwhile is a little slower than without.
 */
export async function startProfile(
  target: Target,
): Promise<{ write(file: string): Promise<void> }> {
  const ask = async (method: 'POST' | 'GET') => {
    const response = await fetch(`${target.url}/api/benchmark/profile`, {
      method,
      headers: { authorization: `Bearer ${target.token}` },
    });
    if (!response.ok) throw new Error(`Profile: ${await response.text()}`);
    return response.text();
  };
  await ask('POST');
  return {
    async write(file) {
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, await ask('GET'));
    },
  };
}
