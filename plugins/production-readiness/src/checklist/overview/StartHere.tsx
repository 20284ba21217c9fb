import type {
  ChecklistDefinition,
  ReadinessView,
} from '@prodready/backstage-plugin-production-readiness-common';
import { PageSection } from '../../layout';
import { exactDay } from '../../time';
import { useReadinessTranslation } from '../../translations';
import type { WordedItem } from '../data/joinItems';
import { Fold } from '../sections/Fold';
import { ItemRows } from '../sections/ItemRows';
import { Sections } from '../sections/Sections';
import { NextSteps } from './NextSteps';

/**
 * What an entity sees that was live before the checklist came: a few items to
 * start with. The others wait behind a fold until the period ends.
 *
 * @internal
 */
export function StartHere(props: {
  readiness: ReadinessView;
  checklist: ChecklistDefinition;
  items: Map<string, WordedItem>;
  onOpen: (itemId: string) => void;
}) {
  const { t, language } = useReadinessTranslation();
  const { readiness, checklist, items, onOpen } = props;
  const steps = readiness.nextSteps.map(({ itemId }) => itemId);
  const all = [...items.values()];
  const start = all.filter(
    ({ view }) => view.required && checklist.startHere.includes(view.itemId),
  );
  const inPlace = start.filter(({ view }) => !steps.includes(view.itemId));
  const later = all.filter(item => !start.includes(item));
  const day = exactDay(readiness.adoptionUntil ?? readiness.asOf, language);
  const list = { now: readiness.asOf, onOpen };

  return (
    <>
      <NextSteps
        readiness={readiness}
        items={items}
        onOpen={onOpen}
        intro={t('checklist.adoption.body', { number: String(start.length) })}
      />
      {inPlace.length + later.length > 0 && (
        <PageSection title={t('checklist.sections.title')}>
          {inPlace.length > 0 && (
            <Fold
              open
              title={t('checklist.adoption.inPlace')}
              note={String(inPlace.length)}
            >
              <ItemRows items={inPlace} {...list} />
            </Fold>
          )}
          {later.length > 0 && (
            <Fold
              title={t('checklist.adoption.later')}
              note={t('checklist.adoption.laterNote', {
                count: later.length,
                day,
              })}
            >
              <Sections checklist={checklist} items={later} {...list} />
            </Fold>
          )}
        </PageSection>
      )}
    </>
  );
}
