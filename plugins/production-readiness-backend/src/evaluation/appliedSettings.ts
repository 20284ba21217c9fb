import { canonicalText } from '@prodready/backstage-plugin-production-readiness-common';
import { Knex } from 'knex';
import { JournalEntry, SYSTEM_CHAIN } from '../journal';

const ACTION = 'checklist.settings_applied';

/**
 * Whether the stored judgements were made by other settings. The journal of
 * configuration says which ones everything was judged by last.
 *
 * @param settings - what of the configuration decides how entities are judged
 */
export async function areNewSettings(
  q: Knex,
  settings: object,
): Promise<boolean> {
  const last: { subject: string } | undefined = await q('journal')
    .where({ chain: SYSTEM_CHAIN, action: ACTION })
    .orderBy('sequence', 'desc')
    .first('subject');
  return last?.subject !== canonicalText(settings);
}

/** The line in the journal that says that all is judged by these settings. */
export function settingsApplied(settings: object, at: number): JournalEntry {
  return {
    chain: SYSTEM_CHAIN,
    actor: 'system',
    action: ACTION,
    subject: JSON.parse(canonicalText(settings)),
    at,
  };
}
