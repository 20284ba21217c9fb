import {
  localize,
  type LocalizedText,
} from '@prodready/backstage-plugin-production-readiness-common';
import type { WordedItem } from '../data/joinItems';

/** What a row of the next steps leads with. @internal */
export interface RiskInWords {
  /**
   * `risk`: nothing was ever shown. `lapsed`: it was, too long ago, so only
   * what may follow is still true. `title`: it counts for the moment.
   */
  kind: 'risk' | 'lapsed' | 'title';
  text: string;
}

/**
 * Words an item as the risk that it is now. A risk is written as "what is
 * missing: what may follow"; of an answer that grew old the first half would
 * be untrue.
 *
 * @internal
 */
export function riskInWords(
  { view, words }: WordedItem,
  language: string,
): RiskInWords {
  if (view.satisfied) {
    return { kind: 'title', text: localize(words.title, language) };
  }
  const follows = consequence(words.risk, language);
  return view.state === 'lapsed' && follows
    ? { kind: 'lapsed', text: follows }
    : { kind: 'risk', text: localize(words.risk, language) };
}

function consequence(risk: LocalizedText, language: string) {
  return /^[^:：]+(?:: |：)(.+)$/su.exec(localize(risk, language))?.[1];
}
