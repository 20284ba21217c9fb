import { type FormEvent, useState } from 'react';
import { Alert, Button, SearchField, TextAreaField } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import {
  type RecordHolder,
  type RecordMovePreview,
} from '@prodready/backstage-plugin-production-readiness-common';
import { newActionKey } from '../../api/newActionKey';
import { ErrorNotice, LoadingState } from '../../layout';
import { useAnnounce } from '../../query';
import { Choices } from '../../slo/editor/Choices';
import { useStudioTranslation } from '../../translations';
import {
  type Target,
  useMovePreview,
  useMoveRecords,
  useTargets,
} from './useRecords';
import { useRecordsInWords } from './useRecordsInWords';

/** As the server asks for. */
const SHORTEST_REASON = 10;

/**
 * Chooses who gets the records, shows what would move and what speaks against
 * it, and asks what becomes of the signatures. Nothing is decided beforehand.
 *
 * @internal
 */
export function MoveRecords(props: { from: RecordHolder; onDone: () => void }) {
  const { t } = useStudioTranslation();
  const [target, setTarget] = useState<Target>();
  if (!target) return <TargetSearch from={props.from} onChoose={setTarget} />;
  return (
    <Stack>
      <Chosen>
        <span>
          <strong>{target.title}</strong> <small>{target.entityRef}</small>
        </span>
        <Button
          size="small"
          variant="tertiary"
          onPress={() => setTarget(undefined)}
        >
          {t('records.otherTarget')}
        </Button>
      </Chosen>
      <Previewed
        key={target.entityRef}
        from={props.from}
        target={target}
        onDone={props.onDone}
      />
    </Stack>
  );
}

function TargetSearch(props: {
  from: RecordHolder;
  onChoose: (target: Target) => void;
}) {
  const { t } = useStudioTranslation();
  const [text, setText] = useState('');
  const kind = props.from.ref.slice(0, props.from.ref.indexOf(':'));
  const targets = useTargets(kind, text.trim());
  return (
    <Stack>
      <SearchField
        label={t('records.target')}
        description={t('records.targetHint')}
        value={text}
        onChange={setText}
      />
      {targets.isError && (
        <ErrorNotice error={targets.error} onRetry={() => targets.refetch()} />
      )}
      {targets.isPending && <LoadingState rows={3} />}
      {targets.data?.length === 0 && <span>{t('records.noTarget')}</span>}
      <Found>
        {targets.data?.map(one => (
          <Button
            key={one.entityRef}
            size="small"
            variant="secondary"
            onPress={() => props.onChoose(one)}
          >
            {one.title}
          </Button>
        ))}
      </Found>
    </Stack>
  );
}

function Previewed(props: {
  from: RecordHolder;
  target: Target;
  onDone: () => void;
}) {
  const { t } = useStudioTranslation();
  const inWords = useRecordsInWords();
  const preview = useMovePreview(props.from, props.target.entityRef);
  if (preview.isError) {
    return (
      <ErrorNotice error={preview.error} onRetry={() => preview.refetch()} />
    );
  }
  if (!preview.data) return <LoadingState rows={3} />;
  const { from, obstacles } = preview.data;
  return (
    <>
      <div>
        <strong>{t('records.wouldMove')}</strong>
        <Plain>{inWords(from.records)}</Plain>
        <Plain>{t('records.wouldMoveToo')}</Plain>
      </div>
      {obstacles.map(obstacle => (
        <Alert
          key={obstacle}
          status="warning"
          icon
          title={t(`records.obstacle.${obstacle}`)}
        />
      ))}
      {obstacles.length === 0 && (
        <MoveForm preview={preview.data} onDone={props.onDone} />
      )}
    </>
  );
}

function MoveForm(props: { preview: RecordMovePreview; onDone: () => void }) {
  const { t } = useStudioTranslation();
  const announce = useAnnounce();
  const move = useMoveRecords();
  const { preview } = props;
  const hasSignatures = preview.from.records.signatures > 0;
  const [key] = useState(newActionKey);
  const [signatures, setSignatures] = useState<'' | 'keep' | 'ask-again'>(
    hasSignatures ? '' : 'ask-again',
  );
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<'signatures' | 'reason'>();
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (move.isPending) return;
    if (signatures === '') {
      setProblem('signatures');
      return;
    }
    if (reason.trim().length < SHORTEST_REASON) {
      setProblem('reason');
      return;
    }
    move.mutate(
      { preview, signatures, reason: reason.trim(), key },
      {
        onSuccess: () => {
          announce(t('records.moved', { name: preview.to.title }));
          props.onDone();
        },
      },
    );
  };
  return (
    <form onSubmit={send}>
      <Stack>
        {move.isError && <ErrorNotice error={move.error} />}
        {hasSignatures && (
          <Choices
            label={t('records.signaturesLabel')}
            value={signatures}
            options={[
              { value: 'ask-again', label: t('records.askAgain') },
              { value: 'keep', label: t('records.keep') },
            ]}
            onChange={value => {
              setSignatures(value);
              setProblem(undefined);
            }}
          />
        )}
        {problem === 'signatures' && (
          <Problem role="alert">{t('records.chooseSignatures')}</Problem>
        )}
        <TextAreaField
          label={t('records.reason')}
          description={t('records.reasonHint')}
          rows={3}
          value={reason}
          onChange={value => {
            setReason(value);
            setProblem(undefined);
          }}
          isInvalid={problem === 'reason'}
        />
        {problem === 'reason' && (
          <Problem role="alert">{t('records.reasonShort')}</Problem>
        )}
        <div>
          <Button type="submit" variant="primary" isPending={move.isPending}>
            {t('records.moveTo', { name: preview.to.title })}
          </Button>
        </div>
      </Stack>
    </form>
  );
}

const Stack = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: 'var(--bui-space-4)',
});

const Chosen = styled('div')({
  display: 'flex',
  justifyContent: 'space-between',
  alignItems: 'center',
  gap: 'var(--bui-space-3)',
  overflowWrap: 'anywhere',
  '& small': { color: 'var(--bui-fg-secondary)' },
});

const Found = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: 'var(--bui-space-2)',
});

const Plain = styled('p')({
  margin: 'var(--bui-space-1) 0 0',
  lineHeight: 1.6,
  color: 'var(--bui-fg-secondary)',
});

const Problem = styled('span')({
  fontSize: 'var(--bui-font-size-2)',
  color: 'var(--bui-negative-fg-subdued)',
  lineHeight: 1.6,
});
