import { useState } from 'react';
import {
  type ToilCategory,
  type ToilEntryInput,
  type ToilEntryView,
} from '@prodready/backstage-plugin-production-readiness-common';
import { useAnnounce } from '../../query';
import { useReadinessTranslation } from '../../translations';
import { useEntryName } from '../useLabel';
import { type GroupName, useToilWrites } from '../useTeamToil';
import { useToilFormat } from '../useToilFormat';
import { inputOf } from './draft';
import { rememberEntry } from './lastEntry';
import { newActionKey } from '../../api';

/** What was done last, and how to take it back. @internal */
export interface DoneAction {
  message: string;
  /** Set when colleagues had logged something alike that day. */
  similar: number;
  /** Set when a split in percent counts for the week instead. */
  notCounted?: boolean;
  undo?: () => Promise<void>;
  /** Taking it back did not work. */
  undoError?: unknown;
}

/**
 * Logs and deletes, says what was done, and takes it back.
 *
 * @internal
 */
export function useLogActions(
  group: GroupName,
  categories: readonly ToilCategory[],
) {
  const { t } = useReadinessTranslation();
  const format = useToilFormat();
  const nameOf = useEntryName(categories);
  const announce = useAnnounce();
  const writes = useToilWrites(group);
  const [done, setDone] = useState<DoneAction>();

  const told = (entry: { minutes: number } & Parameters<typeof nameOf>[0]) => ({
    time: format.duration(entry.minutes),
    what: nameOf(entry),
  });
  const tell = (action: DoneAction) => {
    setDone(action);
    announce(action.message);
  };
  const undoing = (action: DoneAction, undo: () => Promise<void>) => ({
    ...action,
    undo: async () => {
      try {
        await undo();
      } catch (undoError) {
        setDone({ ...action, undoError });
      }
    },
  });

  async function remove(entry: ToilEntryView): Promise<void> {
    await writes.remove.mutateAsync(entry);
    const message = t('toil.log.deleted', told(entry));
    tell(undoing({ message, similar: 0 }, () => restore(entry)));
  }

  async function restore(entry: ToilEntryView): Promise<void> {
    await writes.log.mutateAsync({
      entry: inputOf(entry),
      key: newActionKey(),
    });
    tell({ message: t('toil.log.restored', told(entry)), similar: 0 });
  }

  async function log(entry: ToilEntryInput, key: string): Promise<void> {
    const saved = await writes.log.mutateAsync({ entry, key });
    rememberEntry(`${group.namespace}/${group.name}`, entry);
    const message = t('toil.log.saved', told(saved.entry));
    tell(
      undoing(
        { message, similar: saved.similar, notCounted: !saved.counted },
        () => remove(saved.entry),
      ),
    );
  }

  return {
    log,
    remove,
    logging: writes.log.isPending,
    done,
    dismiss: () => setDone(undefined),
  };
}
