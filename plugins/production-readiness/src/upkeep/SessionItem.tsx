import { Button, Checkbox, Text } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import {
  localize,
  type SessionLine,
} from '@prodready/backstage-plugin-production-readiness-common';
import { EvidenceText } from '../checklist/item/EvidenceText';
import { EntityName } from '../people';
import { TONES } from '../state';
import { RelativeTime } from '../time';
import { useReadinessTranslation } from '../translations';
import { keyOfLine } from './keyOfLine';
import { useLineName } from './useLineName';

type Keys = ReadonlySet<string>;

/**
 * One item of a session, with the last answer of each entity.
 *
 * @internal
 */
export function SessionItem(props: {
  lines: SessionLine[];
  /** The Group whose page it is. */
  groupRef: string;
  now: number;
  chosen: Keys;
  skipped: Keys;
  isPending: boolean;
  onChoose: (keys: Keys) => void;
  onSkip: (keys: Keys) => void;
  onConfirm: (line: SessionLine) => void;
  onChange: (line: SessionLine) => void;
}) {
  const { t, language } = useReadinessTranslation();
  const { chosen, lines, skipped } = props;
  const [{ itemId, title, weight }] = lines;
  return (
    <section aria-label={localize(title, language)}>
      <Text as="h3" variant="body-medium" weight="bold">
        {localize(title, language)} <Small>{itemId}</Small>
      </Text>
      {weight === 'high' && <Hint>{t('upkeep.line.high')}</Hint>}
      <List>
        {lines.map(line => {
          const key = keyOfLine(line);
          const toggled = (keys: Keys) => {
            const next = new Set(keys);
            if (!next.delete(key)) next.add(key);
            return next;
          };
          return (
            <Line
              key={key}
              {...props}
              line={line}
              isChosen={chosen.has(key)}
              isSkipped={skipped.has(key)}
              onToggle={() => props.onChoose(toggled(chosen))}
              onPutAside={() => props.onSkip(toggled(skipped))}
            />
          );
        })}
      </List>
    </section>
  );
}

function Line(props: {
  line: SessionLine;
  groupRef: string;
  now: number;
  isChosen: boolean;
  isSkipped: boolean;
  isPending: boolean;
  onToggle: () => void;
  onPutAside: () => void;
  onConfirm: (line: SessionLine) => void;
  onChange: (line: SessionLine) => void;
}) {
  const { t } = useReadinessTranslation();
  const nameOf = useLineName();
  const { groupRef, isSkipped, line, now } = props;
  const name = nameOf(line);
  const labelled = (verb: string) => t('upkeep.line.verbOn', { verb, name });
  return (
    <Row data-line={keyOfLine(line)}>
      {line.canAttest && !isSkipped ? (
        <Checkbox
          isSelected={props.isChosen}
          onChange={props.onToggle}
          aria-label={labelled(t('upkeep.line.choose'))}
        />
      ) : (
        <span />
      )}
      <What style={isSkipped ? { opacity: 0.7 } : undefined}>
        <Facts>
          <EntityName entityRef={line.entityRef} link />
          {line.ownerRef !== null && line.ownerRef !== groupRef && (
            <Quiet>
              <EntityName entityRef={line.ownerRef} />
            </Quiet>
          )}
          {line.forOthers && <Quiet>{t('upkeep.line.forOthers')}</Quiet>}
          <Expiry line={line} now={now} />
        </Facts>
        {isSkipped ? (
          <Hint>{t('upkeep.line.skipped')}</Hint>
        ) : (
          <>
            <EvidenceText evidence={line.evidence} />
            <Hint>
              {t('upkeep.line.by', {
                who: line.attestedBy.name,
                when: <RelativeTime at={line.acceptedAt} now={now} />,
              })}
            </Hint>
          </>
        )}
      </What>
      {line.canAttest && (
        <Verbs>
          {!isSkipped && line.weight !== 'high' && (
            <Button
              variant="secondary"
              size="small"
              isDisabled={props.isPending}
              aria-label={labelled(t('upkeep.line.confirm'))}
              onPress={() => props.onConfirm(line)}
            >
              {t('upkeep.line.confirm')}
            </Button>
          )}
          {!isSkipped && (
            <Button
              variant="secondary"
              size="small"
              aria-label={labelled(t('upkeep.line.change'))}
              onPress={() => props.onChange(line)}
            >
              {t('upkeep.line.change')}
            </Button>
          )}
          <Button
            variant="tertiary"
            size="small"
            aria-label={labelled(
              t(isSkipped ? 'upkeep.line.back' : 'upkeep.line.skip'),
            )}
            onPress={props.onPutAside}
          >
            {t(isSkipped ? 'upkeep.line.back' : 'upkeep.line.skip')}
          </Button>
        </Verbs>
      )}
    </Row>
  );
}

function Expiry({ line, now }: { line: SessionLine; now: number }) {
  const { t } = useReadinessTranslation();
  const isOver = line.validUntil <= now;
  return (
    <span style={{ color: isOver ? TONES.danger.fg : TONES.neutral.fg }}>
      {t(isOver ? 'upkeep.line.expired' : 'upkeep.line.expires', {
        when: <RelativeTime at={line.validUntil} now={now} />,
      })}
    </span>
  );
}

const List = styled('ul')({ listStyle: 'none', margin: 0, padding: 0 });

const Row = styled('li')({
  display: 'grid',
  gridTemplateColumns: '24px minmax(0, 1fr) auto',
  alignItems: 'start',
  gap: 'var(--bui-space-1) var(--bui-space-3)',
  padding: 'var(--bui-space-3) 0',
  borderTop: '1px solid var(--bui-border-1)',
  fontSize: 'var(--bui-font-size-3)',
  '&:first-of-type': { borderTop: 'none' },
  '@media (max-width: 699px)': {
    gridTemplateColumns: '24px minmax(0, 1fr)',
  },
});

const What = styled('div')({ display: 'grid', gap: 'var(--bui-space-1)' });

const Facts = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: '0 var(--bui-space-3)',
});

const Verbs = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: 'var(--bui-space-2)',
  '@media (max-width: 699px)': { gridColumn: '2' },
});

const Hint = styled('span')({
  fontSize: 'var(--bui-font-size-2)',
  color: 'var(--bui-fg-secondary)',
  lineHeight: 1.6,
});

const Quiet = styled('span')({ color: 'var(--bui-fg-secondary)' });

const Small = styled('span')({
  fontWeight: 'var(--bui-font-weight-regular)',
  fontSize: 'var(--bui-font-size-2)',
  color: 'var(--bui-fg-secondary)',
});
