import {
  type ChecklistDefinition,
  localize,
} from '@prodready/backstage-plugin-production-readiness-common';
import { styled } from '@mui/material/styles';
import { useReadinessTranslation } from '../../translations';
import type { WordedItem } from '../data/joinItems';
import { Fold } from '../sections/Fold';
import { ItemRows } from '../sections/ItemRows';
import { levelAbove } from './gains';

/**
 * What the next level takes. Nothing at the highest one.
 *
 * @internal
 */
export function LevelAbove(props: {
  checklist: ChecklistDefinition;
  items: ReadonlyMap<string, WordedItem>;
  now: number;
  onOpen: (itemId: string) => void;
}) {
  const { t, language } = useReadinessTranslation();
  const { checklist, items } = props;
  const next = levelAbove(checklist, items);
  const level = checklist.levels.find(({ id }) => id === next?.level);
  if (!next || !level) return null;
  return (
    <Spaced>
      <Fold
        title={t('checklist.next.level', {
          level: localize(level.title, language),
          count: next.missing.length,
        })}
      >
        <ItemRows items={next.missing} now={props.now} onOpen={props.onOpen} />
      </Fold>
    </Spaced>
  );
}

const Spaced = styled('div')({ marginTop: 'var(--bui-space-3)' });
