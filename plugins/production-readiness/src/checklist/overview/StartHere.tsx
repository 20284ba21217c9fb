import { Text } from '@backstage/ui';
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
  const { readiness, checklist, onOpen } = props;
  const all = [...props.items.values()];
  const start = all.filter(item =>
    checklist.startHere.includes(item.view.itemId),
  );
  const later = all.filter(item => !start.includes(item));
  const day = exactDay(readiness.adoptionUntil ?? readiness.asOf, language);

  return (
    <PageSection title={t('checklist.adoption.listTitle')}>
      <Text as="p" variant="body-medium" color="secondary">
        {t('checklist.adoption.body', { number: String(start.length) })}
      </Text>
      <ItemRows items={start} now={readiness.asOf} onOpen={onOpen} />
      {later.length > 0 && (
        <Fold
          title={t('checklist.adoption.later', { count: later.length, day })}
        >
          <Sections
            checklist={checklist}
            items={later}
            now={readiness.asOf}
            onOpen={onOpen}
          />
        </Fold>
      )}
    </PageSection>
  );
}
