import { readFile } from 'node:fs/promises';
import { defaultChecklistFile } from '../sources/DocumentReader';
import { readChecklist, type LoadedChecklist } from './readChecklist';

/**
 * Reads a checklist from a file.
 *
 * @throws ChecklistDocumentError when it can't be used
 */
export async function loadChecklist(file: string): Promise<LoadedChecklist> {
  return readChecklist(file, await readFile(file, 'utf8'));
}

/** The checklist that serves when none is configured. */
export async function loadDefaultChecklist(): Promise<LoadedChecklist> {
  return loadChecklist(defaultChecklistFile());
}
