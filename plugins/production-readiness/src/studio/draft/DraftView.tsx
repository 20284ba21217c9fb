import { useRef, useState } from 'react';
import { Button } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import {
  type DraftIssue,
  type StudioChecklist,
} from '@prodready/backstage-plugin-production-readiness-common';
import { RiLockLine } from '@remixicon/react';
import {
  EmptyState,
  ErrorNotice,
  LoadingState,
  PageSection,
} from '../../layout';
import { useAnnounce } from '../../query';
import { useStudioTranslation } from '../../translations';
import { type PreviewMoment, useDraftActions } from '../useStudio';
import { CheckedDraft } from './CheckedDraft';
import { ImpactView } from './ImpactView';

/**
 * A draft that is tried out: what is wrong with it, what is different, and
 * what it would change. The text stays in the browser.
 *
 * @internal
 */
export function DraftView(props: {
  checklist: StudioChecklist | undefined;
  canDraft: boolean;
}) {
  const { t } = useStudioTranslation();
  if (!props.canDraft) {
    return (
      <PageSection title={t('studio.draft.title')}>
        <EmptyState Icon={RiLockLine} title={t('shell.error.notAllowed')}>
          {t('studio.draft.onlyPlatform')}
        </EmptyState>
      </PageSection>
    );
  }
  return <Draft digest={props.checklist?.digest ?? undefined} />;
}

function Draft({ digest }: { digest: string | undefined }) {
  const { t } = useStudioTranslation();
  const announce = useAnnounce();
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState('');
  const [when, setWhen] = useState<PreviewMoment>('now');
  const { load, check, preview } = useDraftActions();
  const isEmpty = text.trim() === '';

  const edit = (next: string) => {
    setText(next);
    // What was said was about another text.
    check.reset();
    preview.reset();
  };
  const goTo = ({ line, column }: DraftIssue) => {
    const lines = text.split('\n');
    const start = lines
      .slice(0, line - 1)
      .reduce((sum, one) => sum + one.length + 1, column - 1);
    const area = field.current;
    if (!area) return;
    area.focus();
    area.setSelectionRange(start, start + 1);
    area.scrollTop = (line - 4) * (area.scrollHeight / lines.length);
  };
  const show = async (moment: PreviewMoment) => {
    setWhen(moment);
    const checked = await check.mutateAsync(text);
    if (checked.issues.length > 0) {
      announce(t('studio.draft.issues', { count: checked.issues.length }));
      return;
    }
    const { total } = await preview.mutateAsync({ text, when: moment });
    announce(
      t('studio.impact.announced', {
        changed: String(total.changed),
        entities: String(total.entities),
      }),
    );
  };

  return (
    <>
      <PageSection
        title={t('studio.draft.title')}
        actions={
          digest && (
            <Button
              size="small"
              variant="secondary"
              isDisabled={load.isPending}
              onPress={() => load.mutate(digest, { onSuccess: edit })}
            >
              {t('studio.draft.start')}
            </Button>
          )
        }
      >
        <Lead>{t('studio.draft.lead')}</Lead>
        {load.isError && <ErrorNotice error={load.error} />}
        <Area
          ref={field}
          aria-label={t('studio.draft.label')}
          placeholder={t('studio.draft.label')}
          spellCheck={false}
          rows={isEmpty ? 6 : 18}
          value={text}
          onChange={event => edit(event.target.value)}
        />
        <Actions>
          <Button
            isDisabled={isEmpty || check.isPending || preview.isPending}
            onPress={() => show(when).catch(() => {})}
          >
            {t('studio.draft.preview')}
          </Button>
          <Button
            variant="secondary"
            isDisabled={isEmpty || check.isPending || preview.isPending}
            onPress={() => check.mutate(text)}
          >
            {t('studio.draft.check')}
          </Button>
        </Actions>
        {check.isError && <ErrorNotice error={check.error} />}
        {check.data && <CheckedDraft result={check.data} onGoTo={goTo} />}
      </PageSection>
      {preview.isError && <ErrorNotice error={preview.error} />}
      {preview.isPending && (
        <PageSection title={t('studio.draft.working')}>
          <LoadingState rows={4} />
        </PageSection>
      )}
      {preview.data && (
        <ImpactView
          impact={preview.data}
          when={when}
          onWhen={moment => show(moment).catch(() => {})}
        />
      )}
    </>
  );
}

const Lead = styled('p')({
  margin: '0 0 var(--bui-space-3)',
  maxWidth: '80ch',
  color: 'var(--bui-fg-secondary)',
  lineHeight: 1.6,
});

const Area = styled('textarea')({
  boxSizing: 'border-box',
  width: '100%',
  padding: 'var(--bui-space-3)',
  resize: 'vertical',
  borderRadius: 'var(--bui-radius-2)',
  border: '1px solid var(--bui-border-2)',
  background: 'var(--bui-bg-neutral-2)',
  color: 'var(--bui-fg-primary)',
  // What no monospaced font has, such as Japanese, comes from the last one.
  fontFamily: 'var(--bui-font-monospace), monospace, var(--bui-font-regular)',
  fontSize: 13,
  lineHeight: 1.55,
  whiteSpace: 'pre',
  tabSize: 2,
  '&:focus-visible': {
    outline: '2px solid var(--bui-ring)',
    outlineOffset: -1,
  },
  '&::placeholder': { color: 'var(--bui-fg-secondary)' },
});

const Actions = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: 'var(--bui-space-2)',
  margin: 'var(--bui-space-3) 0',
});
