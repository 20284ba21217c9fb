import { importMappingSchema } from '@prodready/backstage-plugin-production-readiness-common';
import {
  draftOfMapping,
  EMPTY_MAPPING,
  mappingOf,
  type MappingDraft,
} from './mappingDraft';

const PREFIX = 'production-readiness.toil.import-labels';

/**
 * The labels of this team's last import in this browser: exports come again
 * and again, their labels stay.
 *
 * @internal
 */
export function readLastMapping(team: string): MappingDraft {
  try {
    const text = window.localStorage.getItem(`${PREFIX}.${team}`);
    const parsed = importMappingSchema.safeParse(JSON.parse(text ?? 'null'));
    return parsed.success ? draftOfMapping(parsed.data) : EMPTY_MAPPING;
  } catch {
    // Storage that is off or full costs a convenience and no more.
    return EMPTY_MAPPING;
  }
}

/** Remembers what a file was imported by. @internal */
export function rememberMapping(team: string, draft: MappingDraft): void {
  try {
    const text = JSON.stringify(mappingOf(draft) ?? {});
    window.localStorage.setItem(`${PREFIX}.${team}`, text);
  } catch {
    // As above.
  }
}
