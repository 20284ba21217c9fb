import { useState } from 'react';
import { styled } from '@mui/material/styles';
import { RiCheckDoubleLine } from '@remixicon/react';
import {
  type AnswerResult,
  type SessionLine,
  type TeamUpkeepView,
} from '@prodready/backstage-plugin-production-readiness-common';
import { EmptyState, ErrorNotice, PageSection } from '../layout';
import { useAnnounce } from '../query';
import { exactDay, RelativeTime } from '../time';
import { useReadinessTranslation } from '../translations';
import { GroupUpkeepLink } from './GroupUpkeepLink';
import { keyOfLine } from './keyOfLine';
import { Results } from './Results';
import { SelectionBar } from './SelectionBar';
import { SessionItem } from './SessionItem';
import { type SeveralAnswers, useAttestItems } from './useTeamUpkeep';

/**
 * The session of a quarter, item by item and entity by entity: each answer is
 * confirmed as it is, changed or left for later, alone or several at once.
 *
 * @internal
 */
export function SessionSection(props: {
  upkeep: TeamUpkeepView;
  onOpen: (line: SessionLine) => void;
}) {
  const { t } = useReadinessTranslation();
  const announce = useAnnounce();
  const { upkeep } = props;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [skipped, setSkipped] = useState<ReadonlySet<string>>(new Set());
  const [results, setResults] = useState<AnswerResult[]>([]);
  const attest = useAttestItems();
  const selected = upkeep.lines.filter(line => chosen.has(keyOfLine(line)));

  const answer = (several: SeveralAnswers) => {
    if (attest.isPending) return;
    setResults([]);
    attest.mutate(several, {
      onSuccess: saved => {
        setResults(saved);
        setChosen(new Set());
        announce(
          t('upkeep.results.saved', {
            count: saved.filter(({ item }) => item !== null).length,
          }),
        );
      },
    });
  };

  return (
    <PageSection
      title={t('upkeep.session.title')}
      note={
        upkeep.lines.length > 0
          ? t('upkeep.session.count', { count: upkeep.lines.length })
          : undefined
      }
    >
      <Intro>
        <When upkeep={upkeep} />
        {upkeep.lines.some(({ canAttest }) => !canAttest) && (
          <> {t('upkeep.session.others')}</>
        )}
      </Intro>
      {attest.isError && (
        <ErrorNotice error={attest.error} title={t('upkeep.results.failed')} />
      )}
      <Results results={results} onDismiss={() => setResults([])} />
      {upkeep.lines.length === 0 && (
        <EmptyState
          Icon={RiCheckDoubleLine}
          title={t('upkeep.session.nothing')}
        >
          {t('upkeep.session.nothingText')}
        </EmptyState>
      )}
      <Items>
        {byItem(upkeep.lines).map(lines => (
          <SessionItem
            key={lines[0].itemId}
            lines={lines}
            groupRef={upkeep.group.ref}
            now={upkeep.asOf}
            chosen={chosen}
            skipped={skipped}
            isPending={attest.isPending}
            onChoose={setChosen}
            onSkip={setSkipped}
            onConfirm={line => answer({ lines: [line] })}
            onChange={props.onOpen}
          />
        ))}
      </Items>
      {upkeep.isCut && <Intro>{t('upkeep.session.cut')}</Intro>}
      {selected.length > 0 && (
        <SelectionBar
          lines={selected}
          isPending={attest.isPending}
          onAnswer={answer}
          onClear={() => setChosen(new Set())}
        />
      )}
    </PageSection>
  );
}

function When({ upkeep }: { upkeep: TeamUpkeepView }) {
  const { t, language } = useReadinessTranslation();
  const { asOf, session } = upkeep;
  if (!session) return t('upkeep.session.without');
  const values = {
    day: exactDay(session.at, language),
    when: <RelativeTime at={session.at} now={asOf} />,
    following: exactDay(session.followingAt, language),
  };
  return (
    <>
      {session.opensAt <= asOf
        ? t('upkeep.session.open', values)
        : t('upkeep.session.ahead', values)}
      {session.heldBy && (
        <>
          {' '}
          {t('upkeep.session.heldBy', {
            group: (
              <GroupUpkeepLink groupRef={session.heldBy.ref}>
                {session.heldBy.title}
              </GroupUpkeepLink>
            ),
          })}
        </>
      )}
    </>
  );
}

/** In the order in which the server put them. */
function byItem(lines: SessionLine[]): SessionLine[][] {
  const items = new Map<string, SessionLine[]>();
  for (const line of lines) {
    items.set(line.itemId, [...(items.get(line.itemId) ?? []), line]);
  }
  return [...items.values()];
}

const Intro = styled('p')({
  margin: '0 0 var(--bui-space-3)',
  fontSize: 'var(--bui-font-size-3)',
  lineHeight: 1.6,
  color: 'var(--bui-fg-secondary)',
});

const Items = styled('div')({ display: 'grid', gap: 'var(--bui-space-5)' });
