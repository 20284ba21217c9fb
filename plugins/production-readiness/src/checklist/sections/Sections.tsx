import { useState } from 'react';
import { Button, Text } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import {
  localize,
  type ChecklistDefinition,
} from '@prodready/backstage-plugin-production-readiness-common';
import { useReadinessTranslation } from '../../translations';
import {
  bySection,
  isComplete,
  type SectionOfItems,
  type WordedItem,
} from '../data/joinItems';
import { Fold } from './Fold';
import { ItemRows } from './ItemRows';

/** What every list of items passes on. */
interface ListProps {
  /** The present by the server, in milliseconds. */
  now: number;
  onOpen: (itemId: string) => void;
}

/**
 * All items by section. What needs somebody is open; complete sections share
 * one fold, and so does what is not asked of this entity.
 *
 * @internal
 */
export function Sections(
  props: ListProps & {
    checklist: ChecklistDefinition;
    items: Iterable<WordedItem>;
  },
) {
  const { t, language } = useReadinessTranslation();
  const sections = bySection(props.checklist, props.items);
  const asked = sections.filter(({ required }) => required.length > 0);
  const unfinished = asked.filter(section => !isComplete(section));
  const complete = asked.filter(isComplete);
  const rest = sections.flatMap(section => section.rest);
  const list = { now: props.now, onOpen: props.onOpen };

  return (
    <div>
      {unfinished.map(entry => (
        <Fold
          key={entry.section.id}
          open
          title={localize(entry.section.title, language)}
          note={t('checklist.sections.count', countsOf(entry))}
        >
          <UnfinishedRows entry={entry} {...list} />
        </Fold>
      ))}
      {complete.length > 0 && (
        <Fold
          title={t('checklist.sections.complete')}
          note={complete
            .map(entry =>
              t('checklist.sections.completeList', {
                section: localize(entry.section.title, language),
                number: String(entry.required.length),
              }),
            )
            .join(' · ')}
        >
          {complete.map(entry => (
            <Group key={entry.section.id}>
              <Text as="h4" variant="body-medium" weight="bold">
                {localize(entry.section.title, language)}
              </Text>
              <ItemRows items={entry.required} {...list} />
            </Group>
          ))}
        </Fold>
      )}
      {rest.length > 0 && (
        <Fold
          title={t('checklist.sections.rest')}
          note={t('checklist.sections.restNote', { count: rest.length })}
        >
          <ItemRows items={rest} {...list} />
        </Fold>
      )}
    </div>
  );
}

function countsOf({ required }: SectionOfItems) {
  const satisfied = required.filter(({ view }) => view.satisfied).length;
  return { satisfied: String(satisfied), required: String(required.length) };
}

/** What counts already is a click away. */
function UnfinishedRows(props: ListProps & { entry: SectionOfItems }) {
  const { t } = useReadinessTranslation();
  const [all, setAll] = useState(false);
  const { required } = props.entry;
  const done = required.filter(needsNobody);
  const list = { now: props.now, onOpen: props.onOpen };

  return (
    <>
      <ItemRows items={required.filter(item => !needsNobody(item))} {...list} />
      {done.length > 0 && (
        <>
          {all && <ItemRows items={done} {...list} />}
          <More>
            <Button
              variant="tertiary"
              size="small"
              aria-expanded={all}
              onPress={() => setAll(!all)}
            >
              {all
                ? t('checklist.next.fewer')
                : t('checklist.sections.showDone', { count: done.length })}
            </Button>
          </More>
        </>
      )}
    </>
  );
}

function needsNobody({ view }: WordedItem): boolean {
  return view.satisfied && !view.due;
}

// The button's text stands below the texts of the rows.
const More = styled('div')({ marginLeft: -8 });

const Group = styled('div')({ marginTop: 'var(--bui-space-3)' });
