import { Link } from '@backstage/ui';
import {
  localize,
  type PortfolioRow,
} from '@prodready/backstage-plugin-production-readiness-common';
import { styled } from '@mui/material/styles';
import { RiCheckboxCircleLine, RiSeedlingLine } from '@remixicon/react';
import { useEntityTabLink } from '../entity';
import { EntityName } from '../people';
import { StateBadge, stateLook, STATES, type StateName, TONES } from '../state';
import { exactDay, RelativeTime } from '../time';
import { HiddenText, usePanelParam } from '../layout';
import { useReadinessTranslation } from '../translations';
import { OPEN_PARAM } from './usePortfolio';

interface CellProps {
  row: PortfolioRow;
}

/** The entity's name, leading to its readiness. @internal */
export function EntityCell({ row }: CellProps) {
  const tabLink = useEntityTabLink();
  return (
    <>
      <Link
        href={tabLink(row.entityRef, 'readiness')}
        weight="bold"
        standalone
        title={row.entityRef}
      >
        {row.title}
      </Link>
      <Minor>
        {row.kind}
        {row.type && ` · ${row.type}`}
      </Minor>
    </>
  );
}

/**
 * Who owns it, and how much toil the owning team has where that may be seen:
 * for one's own teams, or where comparing is switched on.
 *
 * @internal
 */
export function OwnerCell({ row }: CellProps) {
  const { t, say } = useReadinessTranslation();
  const tabLink = useEntityTabLink();
  if (!row.ownerRef) {
    return (
      <span style={{ color: TONES.danger.fg }}>
        {t('portfolio.cell.noOwner')}
      </span>
    );
  }
  return (
    <>
      <EntityName entityRef={row.ownerRef} link />
      {row.toilState && (
        <Minor style={{ whiteSpace: 'nowrap' }}>
          <Link
            href={tabLink(row.ownerRef, 'toil')}
            standalone
            variant="body-small"
            color="secondary"
          >
            {t('portfolio.cell.toil', {
              state: say(stateLook('toil', row.toilState).word),
            })}
          </Link>
        </Minor>
      )}
    </>
  );
}

/**
 * What stands in the way, worded as the risk that it leaves open.
 *
 * @internal
 */
export function BlockersCell({ row, asOf }: CellProps & { asOf: number }) {
  const { t, language } = useReadinessTranslation();
  const { open } = usePanelParam(OPEN_PARAM);

  if (row.adoptionUntil !== null && row.adoptionUntil > asOf) {
    return (
      <Calm style={{ color: TONES.neutral.fg }}>
        <RiSeedlingLine size={16} aria-hidden />
        <span>
          {t('portfolio.cell.adoption')}
          <Minor>
            {t('portfolio.cell.adoptionEnds', {
              day: exactDay(row.adoptionUntil, language),
            })}
          </Minor>
        </span>
      </Calm>
    );
  }
  if (row.blockerCount === 0) {
    return (
      <Calm style={{ color: TONES.success.fg }}>
        <RiCheckboxCircleLine size={16} aria-hidden />
        <span>{t('portfolio.cell.nothingBlocks')}</span>
      </Calm>
    );
  }
  return (
    <>
      <OpenBlockers
        type="button"
        onClick={() => open(row.entityRef)}
        title={t('portfolioViews.panel.show', { entity: row.title })}
      >
        {row.topBlocker && localize(row.topBlocker.risk, language)}
        {row.blockerCount > 1 && (
          <>
            {' '}
            <More>
              {t('portfolio.cell.moreBlockers', {
                count: row.blockerCount - 1,
              })}
            </More>
          </>
        )}
      </OpenBlockers>
      {row.waiting > 0 && (
        <Minor>{t('portfolio.cell.waiting', { count: row.waiting })}</Minor>
      )}
    </>
  );
}

/** How many of the required items are satisfied, with a bar. @internal */
export function RequiredCell({ row }: CellProps) {
  const { t } = useReadinessTranslation();
  const tabLink = useEntityTabLink();
  if (row.required === 0) {
    return <Minor>{t('portfolio.cell.nothingRequired')}</Minor>;
  }
  return (
    <Link standalone href={tabLink(row.entityRef, 'readiness')}>
      <Meter>
        <span aria-hidden>
          {row.satisfied}
          <Of> / {row.required}</Of>
        </span>
        <HiddenText>
          {t('portfolio.cell.required', {
            satisfied: String(row.satisfied),
            required: String(row.required),
          })}
        </HiddenText>
        <Track aria-hidden>
          <Bar style={{ width: `${(100 * row.satisfied) / row.required}%` }} />
        </Track>
      </Meter>
    </Link>
  );
}

/** The level by its word, or by its id when the checklist has others. @internal */
export function LevelCell({ row }: CellProps) {
  return isLevel(row.level) ? (
    <OneLine>
      <StateBadge family="level" state={row.level} />
    </OneLine>
  ) : (
    <span>{row.level}</span>
  );
}

/** How the SLOs stand, leading to them. @internal */
export function SloCell({ row }: CellProps) {
  const tabLink = useEntityTabLink();
  const badge = <StateBadge family="slo" state={row.sloState} />;
  return row.sloState === 'not_required' ? (
    badge
  ) : (
    <Link href={tabLink(row.entityRef, 'slo')} standalone>
      {badge}
    </Link>
  );
}

/** When the next answer expires. @internal */
export function DueCell({ row, asOf }: CellProps & { asOf: number }) {
  const { t } = useReadinessTranslation();
  const tabLink = useEntityTabLink();
  if (row.nextDue === null) {
    return <Minor>{t('portfolio.cell.noneDue')}</Minor>;
  }
  const late = row.nextDue <= asOf;
  return (
    <Link href={tabLink(row.entityRef, 'readiness')} standalone>
      {late && <StateBadge family="checklist" state="lapsed" />}
      {late && <br />}
      <RelativeTime at={row.nextDue} now={asOf} />
    </Link>
  );
}

function isLevel(level: string): level is StateName<'level'> {
  return Object.hasOwn(STATES.level, level);
}

const Minor = styled('div')({
  color: 'var(--bui-fg-secondary)',
  fontSize: 'var(--bui-font-size-2)',
  lineHeight: '18px',
});

const Calm = styled('span')({
  display: 'flex',
  alignItems: 'flex-start',
  gap: 6,
  '& > svg': { flex: 'none', marginTop: 2 },
});

const More = styled('span')({
  color: 'var(--bui-fg-secondary)',
  display: 'inline-block',
});

// Looks like the links beside it, and opens a panel.
const OpenBlockers = styled('button')({
  padding: 0,
  border: 'none',
  background: 'none',
  color: 'inherit',
  font: 'inherit',
  textAlign: 'start',
  cursor: 'pointer',
  '&:hover': { textDecoration: 'underline' },
  '&:focus-visible': { outline: '2px solid var(--bui-ring)', outlineOffset: 2 },
});

const OneLine = styled('span')({ whiteSpace: 'nowrap' });

const Meter = styled('span')({
  display: 'inline-block',
  minWidth: 56,
  fontVariantNumeric: 'tabular-nums',
  whiteSpace: 'nowrap',
});

const Of = styled('span')({ color: 'var(--bui-fg-secondary)' });

const Track = styled('span')({
  display: 'block',
  height: 4,
  marginTop: 4,
  borderRadius: 'var(--bui-radius-full)',
  backgroundColor: 'var(--bui-border-1)',
  overflow: 'hidden',
});

const Bar = styled('span')({
  display: 'block',
  height: '100%',
  backgroundColor: 'var(--bui-fg-positive)',
});
