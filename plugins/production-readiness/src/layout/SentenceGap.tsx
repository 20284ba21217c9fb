import { useReadinessTranslation } from '../translations';

/**
 * What stands between two sentences in a row: a space, and nothing in
 * Japanese, where the full stop is wide enough.
 *
 * @internal
 */
export function SentenceGap() {
  const { language } = useReadinessTranslation();
  return language.startsWith('ja') ? null : ' ';
}
