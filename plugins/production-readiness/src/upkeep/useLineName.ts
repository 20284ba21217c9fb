import {
  localize,
  type SessionLine,
} from '@prodready/backstage-plugin-production-readiness-common';
import { useReadinessTranslation } from '../translations';

/** What a line is about, for the names of its buttons. @internal */
export function useLineName() {
  const { t, language } = useReadinessTranslation();
  return (line: SessionLine) =>
    t('upkeep.line.name', {
      item: localize(line.title, language),
      entity: line.entityTitle,
    });
}
