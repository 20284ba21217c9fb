import { FormEvent, useRef, useState } from 'react';
import { Button } from '@backstage/ui';
import { type ToilCategory } from '@prodready/backstage-plugin-production-readiness-common';
import { styled } from '@mui/material/styles';
import { ErrorNotice } from '../../layout';
import { useReadinessTranslation } from '../../translations';
import { useEntryName } from '../useLabel';
import { useToilFormat } from '../useToilFormat';
import { Draft, draftOf, EMPTY_DRAFT, entryOf, problemsOf } from './draft';
import { EntryFields } from './EntryFields';
import { readLastEntry } from './lastEntry';
import { newActionKey } from '../../api';
import { type useLogActions } from './useLogActions';

/**
 * Minutes, category, what started it, saved by Enter. What was chosen last
 * time is chosen again; the minutes are asked for each time.
 *
 * @internal
 */
export function QuickLog(props: {
  /** Tells teams apart in this browser's memory. */
  team: string;
  week: string;
  /** What the work is for, where that is clear. */
  entityRef?: string;
  /** In a panel: what was logged last is one press of Enter away. */
  focusAgain?: boolean;
  categories: readonly ToilCategory[];
  minutesCap: number;
  actions: ReturnType<typeof useLogActions>;
}) {
  const { t } = useReadinessTranslation();
  const { categories, minutesCap, week, actions } = props;
  const last = readLastEntry(props.team);
  const [draft, setDraft] = useState<Draft>(() => startingFrom(last));
  const [tried, setTried] = useState(false);
  const [error, setError] = useState<unknown>();
  const timeField = useRef<HTMLDivElement>(null);
  const form = useRef<HTMLFormElement>(null);
  // One key for one piece of work: a second try after a lost answer, or a
  // double click, must not log it twice.
  const key = useRef(newActionKey());
  const problems = problemsOf(draft, minutesCap);

  const change = (next: Draft) => {
    key.current = newActionKey();
    setDraft(next);
  };

  const send = async (from: Draft) => {
    if (actions.logging) return;
    const entry = entryOf(from, week, { entityRef: props.entityRef });
    setError(undefined);
    try {
      await actions.log(entry, key.current);
    } catch (refused) {
      setError(refused);
      return;
    }
    key.current = newActionKey();
    setTried(false);
    setDraft(startingFrom(entry));
    timeField.current?.querySelector('input')?.focus();
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (Object.keys(problems).length === 0) {
      send(draft);
      return;
    }
    setTried(true);
    // After the fields have drawn what is wrong with them.
    requestAnimationFrame(() =>
      form.current
        ?.querySelector<HTMLElement>(
          'input[aria-invalid="true"], textarea[aria-invalid="true"], [aria-invalid="true"] input',
        )
        ?.focus(),
    );
  };

  return (
    <form ref={form} onSubmit={submit} noValidate>
      <EntryFields
        draft={draft}
        onChange={change}
        categories={categories}
        minutesCap={minutesCap}
        problems={tried ? problems : {}}
        timeRef={timeField}
        entityRef={props.entityRef}
      />
      {error !== undefined && (
        <Spaced>
          <ErrorNotice error={error} title={t('toil.log.failed')} />
        </Spaced>
      )}
      <Buttons>
        <Button type="submit" isPending={actions.logging}>
          {t('toil.log.save')}
        </Button>
        {last && (
          <SameAgain
            entry={last}
            categories={categories}
            isDisabled={actions.logging}
            focused={props.focusAgain}
            onPress={() => send(draftOf(last))}
          />
        )}
      </Buttons>
    </form>
  );
}

function SameAgain(props: {
  entry: Parameters<typeof draftOf>[0];
  categories: readonly ToilCategory[];
  isDisabled: boolean;
  focused?: boolean;
  onPress: () => void;
}) {
  const { t } = useReadinessTranslation();
  const format = useToilFormat();
  const nameOf = useEntryName(props.categories);
  return (
    <Button
      variant="secondary"
      // eslint-disable-next-line jsx-a11y/no-autofocus -- a panel takes it anyway
      autoFocus={props.focused}
      isDisabled={props.isDisabled}
      onPress={props.onPress}
    >
      <Again>
        <span>{t('toil.log.again')}</span>
        <small>
          {t('toil.log.againWhat', {
            time: format.duration(props.entry.minutes),
            what: nameOf(props.entry),
          })}
        </small>
      </Again>
    </Button>
  );
}

/** The choices of last time without what is different each time. */
function startingFrom(last: Parameters<typeof draftOf>[0] | undefined): Draft {
  if (!last) return EMPTY_DRAFT;
  const { category, trigger, nature } = draftOf(last);
  return { ...EMPTY_DRAFT, category, trigger, nature };
}

const Buttons = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'stretch',
  gap: 'var(--bui-space-2)',
  marginTop: 'var(--bui-space-4)',
  '& > button': { height: 'auto', minHeight: 40, flexGrow: 1 },
});

const Spaced = styled('div')({ marginTop: 'var(--bui-space-4)' });

const Again = styled('span')({
  display: 'grid',
  textAlign: 'left',
  lineHeight: 1.3,
  padding: '4px 0',
  '& small': {
    color: 'var(--bui-fg-secondary)',
    fontSize: 'var(--bui-font-size-1)',
    fontWeight: 400,
  },
});
