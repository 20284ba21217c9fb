import { Alert, Button } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import type { ItemView } from '@prodready/backstage-plugin-production-readiness-common';
import { useReadinessTranslation } from '../../translations';
import { evidenceSource } from './evidenceSource';

/**
 * Two people answered at once: shows both texts side by side and lets the
 * second one choose. Neither text is lost before that.
 *
 * @internal
 */
export function ConflictNotice(props: {
  theirs: ItemView['answer'];
  mine: string;
  onKeepMine: () => void;
  /** Both texts, theirs first. */
  onBoth: (text: string) => void;
  onTakeTheirs: () => void;
}) {
  const { t } = useReadinessTranslation();
  const { theirs, mine } = props;
  const theirText = theirs && evidenceSource(theirs.evidence);
  return (
    <Alert
      role="alert"
      status="warning"
      icon
      title={t('checklist.conflict.title')}
      description={
        <>
          <div>{t('checklist.conflict.body')}</div>
          <Sides>
            <Side
              title={
                theirs
                  ? t('checklist.conflict.theirs', { who: theirs.by.name })
                  : t('checklist.conflict.theirsUnknown')
              }
              text={theirText ?? t('checklist.conflict.theirsEmpty')}
            />
            <Side title={t('checklist.conflict.yours')} text={mine} />
          </Sides>
          <Buttons>
            <Button size="small" onPress={props.onKeepMine}>
              {t('checklist.conflict.keepMine')}
            </Button>
            {theirText !== null && (
              <Button
                size="small"
                variant="secondary"
                onPress={() => props.onBoth(`${theirText}\n\n${mine}`)}
              >
                {t('checklist.conflict.both')}
              </Button>
            )}
            <Button
              size="small"
              variant="tertiary"
              onPress={props.onTakeTheirs}
            >
              {t('checklist.conflict.takeTheirs')}
            </Button>
          </Buttons>
        </>
      }
    />
  );
}

function Side({ title, text }: { title: string; text: string }) {
  return (
    <div>
      <SideTitle>{title}</SideTitle>
      <SideText>{text}</SideText>
    </div>
  );
}

const Sides = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 11rem), 1fr))',
  gap: 'var(--bui-space-3)',
  margin: 'var(--bui-space-3) 0',
});

const SideTitle = styled('div')({
  fontSize: 'var(--bui-font-size-2)',
  fontWeight: 600,
  marginBottom: 'var(--bui-space-1)',
});

const SideText = styled('div')({
  padding: 'var(--bui-space-2) var(--bui-space-3)',
  backgroundColor: 'var(--bui-bg-app)',
  color: 'var(--bui-fg-primary)',
  borderRadius: 'var(--bui-radius-2)',
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
  maxHeight: '14rem',
  overflowY: 'auto',
  lineHeight: 1.6,
});

const Buttons = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: 'var(--bui-space-2)',
});
