import { Button, Text } from '@backstage/ui';
import LinearProgress from '@mui/material/LinearProgress';
import { styled } from '@mui/material/styles';
import {
  RiCheckboxCircleFill,
  RiRefreshLine,
  RiShieldKeyholeLine,
} from '@remixicon/react';
import type {
  ChecklistDefinition,
  ReadinessView,
} from '@prodready/backstage-plugin-production-readiness-common';
import { localize } from '@prodready/backstage-plugin-production-readiness-common';
import { useAnnounce } from '../../query';
import { stateLook, TONES, type StateName } from '../../state';
import { useReadinessTranslation } from '../../translations';
import { useEvaluation } from '../data/useReadiness';
import { AdoptionSentence } from './AdoptionSentence';
import { BlockersSentence } from './BlockersSentence';

/**
 * Am I ready? What stands in the way, then how far it is.
 *
 * @internal
 */
export function Headline(props: {
  readiness: ReadinessView;
  checklist: ChecklistDefinition;
}) {
  const { readiness, checklist } = props;
  const { t } = useReadinessTranslation();
  const adopting = readiness.adoptionUntil !== null;
  const { satisfied, required } = adopting
    ? startOf(readiness, checklist)
    : readiness.summary;
  const clear = readiness.blockers.length === 0;
  const Icon = clear ? RiCheckboxCircleFill : RiShieldKeyholeLine;
  const settled = clear ? 'success' : 'warning';
  const tone = adopting ? 'neutral' : settled;

  return (
    <Surface>
      <Sentence>
        <Icon size={22} aria-hidden color={TONES[tone].fg} />
        <Text
          as="h2"
          variant={{ initial: 'title-x-small', sm: 'title-small' }}
          weight="bold"
        >
          {adopting ? (
            <AdoptionSentence readiness={readiness} />
          ) : (
            <BlockersSentence readiness={readiness} />
          )}
        </Text>
      </Sentence>
      <Facts>
        {!adopting && (
          <LevelBadge readiness={readiness} checklist={checklist} />
        )}
        {required > 0 ? (
          <span>
            <Figure>
              {t('checklist.headline.required', numbers(satisfied, required))}
            </Figure>{' '}
            {t(
              adopting
                ? 'checklist.adoption.startNote'
                : 'checklist.headline.requiredNote',
            )}
          </span>
        ) : (
          <span>{t('checklist.headline.nothingRequired')}</span>
        )}
        {readiness.summary.exempt > 0 && (
          <span>
            {t('checklist.headline.exempt', {
              count: readiness.summary.exempt,
            })}
          </span>
        )}
        <Subject readiness={readiness} />
        {readiness.canEvaluate.allowed && (
          <Reevaluate entityRef={readiness.entity.ref} />
        )}
      </Facts>
      {required > 0 && (
        <LinearProgress
          variant="determinate"
          value={(100 * satisfied) / required}
          aria-label={t(
            adopting
              ? 'checklist.adoption.progress'
              : 'checklist.headline.progress',
            numbers(satisfied, required),
          )}
        />
      )}
    </Surface>
  );
}

/** During adoption only the items to start with are counted. */
function startOf(readiness: ReadinessView, checklist: ChecklistDefinition) {
  const start = readiness.items.filter(
    ({ itemId, required }) => required && checklist.startHere.includes(itemId),
  );
  const satisfied = start.filter(item => item.satisfied).length;
  return { satisfied, required: start.length };
}

function numbers(satisfied: number, required: number) {
  return { satisfied: String(satisfied), required: String(required) };
}

const KNOWN_LEVELS = ['gold', 'silver', 'bronze', 'none'];

/** A level of one's own checklist has its own word and the plain shape. */
function LevelBadge(props: {
  readiness: ReadinessView;
  checklist: ChecklistDefinition;
}) {
  const { say, language } = useReadinessTranslation();
  const { level } = props.readiness.summary;
  const look = stateLook(
    'level',
    (KNOWN_LEVELS.includes(level) ? level : 'bronze') as StateName<'level'>,
  );
  const declared = props.checklist.levels.find(({ id }) => id === level);
  const { fg, bg } = TONES[look.tone];
  return (
    <Level style={{ color: fg, background: bg }} data-level={level}>
      <look.Icon size={16} aria-hidden />
      {declared ? localize(declared.title, language) : say(look.word)}
    </Level>
  );
}

function Subject({ readiness }: { readiness: ReadinessView }) {
  const { t } = useReadinessTranslation();
  const { tier, tierOrigin, phase } = readiness.entity;
  const guess = tierOrigin === 'default';
  return (
    <Secondary>
      {t('checklist.headline.tier', { tier: String(tier) })}
      {t('checklist.blocks.separator')}
      {t(`checklist.headline.phase.${phase}`)}
      {guess && <Notice>{t('checklist.headline.tierGuess')}</Notice>}
    </Secondary>
  );
}

function Reevaluate({ entityRef }: { entityRef: string }) {
  const { t } = useReadinessTranslation();
  const announce = useAnnounce();
  const evaluation = useEvaluation(entityRef);
  return (
    <Trailing>
      <Button
        variant="tertiary"
        size="small"
        iconStart={<RiRefreshLine />}
        isPending={evaluation.isPending}
        onPress={() =>
          evaluation.mutate(undefined, {
            onSuccess: () => announce(t('checklist.headline.evaluated')),
          })
        }
      >
        {t('checklist.headline.evaluate')}
      </Button>
      {evaluation.isError && <span role="alert">{t('shell.error.title')}</span>}
    </Trailing>
  );
}

const Surface = styled('header')({
  display: 'flex',
  flexDirection: 'column',
  gap: 'var(--bui-space-3)',
  fontFamily: 'var(--bui-font-regular)',
});

const Sentence = styled('div')({
  display: 'flex',
  gap: 'var(--bui-space-3)',
  '& > svg': { flex: 'none', marginTop: 3 },
});

const Facts = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 'var(--bui-space-2) var(--bui-space-4)',
  fontSize: 'var(--bui-font-size-3)',
  color: 'var(--bui-fg-primary)',
});

const Level = styled('span')({
  display: 'inline-flex',
  alignItems: 'center',
  gap: 6,
  padding: '2px 10px 2px 8px',
  borderRadius: 999,
  fontWeight: 600,
  lineHeight: '20px',
});

const Figure = styled('strong')({
  fontVariantNumeric: 'tabular-nums',
  fontWeight: 700,
});

const Secondary = styled('span')({ color: 'var(--bui-fg-secondary)' });

const Notice = styled('span')({ display: 'block', maxWidth: '60ch' });

const Trailing = styled('span')({
  marginLeft: 'auto',
  '@media (max-width: 599px)': { marginLeft: 0 },
});
