import { styled } from '@mui/material/styles';
import {
  localize,
  NO_LEVEL,
  type ChecklistDefinition,
} from '@prodready/backstage-plugin-production-readiness-common';
import { TONES } from '../state';
import { useStudioTranslation } from '../translations';

/** The further up, the stronger. */
const STRENGTH = ['22%', '48%', '74%', '100%'];

/**
 * How entities spread over the levels, as a bar and in words.
 *
 * @internal
 */
export function LevelBar(props: {
  /** Entities by the id of their level. */
  levels: Readonly<Record<string, number>>;
  words: ChecklistDefinition;
  /** For a cell: the bar with numbers in it, the words for screen readers. */
  small?: boolean;
}) {
  const { t, language } = useStudioTranslation();
  const order = [NO_LEVEL, ...props.words.levels.map(({ id }) => id)];
  const shares = order.map((id, index) => {
    const level = props.words.levels.find(one => one.id === id);
    return {
      id,
      name: level
        ? localize(level.title, language)
        : t('studio.impact.noLevel'),
      count: props.levels[id] ?? 0,
      strength: STRENGTH[Math.min(index, STRENGTH.length - 1)],
    };
  });
  const inWords = shares
    .map(({ name, count }) => `${name} ${count.toLocaleString(language)}`)
    .join(' · ');
  return (
    <div title={props.small ? inWords : undefined}>
      <Bar
        role="img"
        aria-label={t('studio.usage.levelsText', { levels: inWords })}
        data-small={props.small}
      >
        {shares
          .filter(({ count }) => count > 0)
          .map(({ id, count, strength }) => (
            <Share
              key={id}
              style={{
                flexGrow: count,
                backgroundColor:
                  id === NO_LEVEL ? 'var(--bui-border-2)' : shade(strength),
              }}
            />
          ))}
      </Bar>
      {!props.small && (
        <Legend aria-hidden>
          {shares.map(({ id, name, count, strength }) => (
            <span key={id}>
              <Dot
                style={{
                  backgroundColor:
                    id === NO_LEVEL ? 'var(--bui-border-2)' : shade(strength),
                }}
              />
              {name} <b>{count.toLocaleString(language)}</b>
            </span>
          ))}
        </Legend>
      )}
    </div>
  );
}

function shade(strength: string): string {
  return `color-mix(in srgb, ${TONES.success.solid} ${strength}, transparent)`;
}

const Bar = styled('div')({
  display: 'flex',
  gap: 2,
  height: 20,
  borderRadius: 4,
  overflow: 'hidden',
  '&[data-small="true"]': { height: 10, minWidth: 72, marginTop: 5 },
});

const Share = styled('div')({ flexBasis: 0, minWidth: 3 });

const Legend = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: 'var(--bui-space-1) var(--bui-space-5)',
  marginTop: 'var(--bui-space-3)',
  fontVariantNumeric: 'tabular-nums',
  '& > span': { display: 'inline-flex', alignItems: 'center', gap: 6 },
});

const Dot = styled('span')({ width: 12, height: 12, borderRadius: 3 });
