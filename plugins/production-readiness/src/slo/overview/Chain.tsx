import { type ReactNode } from 'react';
import { styled } from '@mui/material/styles';
import { RiErrorWarningLine } from '@remixicon/react';
import {
  type OwnerView,
  type SloMaterial,
} from '@prodready/backstage-plugin-production-readiness-common';
import { HiddenText } from '../../layout';
import { EntityName } from '../../people';
import { TONES } from '../../state/tones';
import { useSloWords } from '../words/useSloWords';

/**
 * The way from who suffers to the number and who answers for it. What is
 * missing on the way has its place in it, and a name.
 *
 * @internal
 */
export function Chain(props: { material: SloMaterial; owners: OwnerView[] }) {
  const words = useSloWords();
  const { t } = words;
  const { material } = props;
  const { journey, sli, accountableOwner } = material;
  const measured = sli?.source ?? Object.values(sli?.queries ?? {})[0];
  return (
    <section aria-label={t('slo.chain.title')}>
      <Title aria-hidden>{t('slo.chain.title')}</Title>
      <Links>
        <ChainLink label={t('slo.chain.who')}>
          {journey.beneficiary}
          {journey.kind === 'machine' && ` (${t('slo.chain.machine')})`}
        </ChainLink>
        <ChainLink label={t('slo.chain.journey')}>{journey.title}</ChainLink>
        <ChainLink label={t('slo.chain.measured')}>
          {material.sliText}
        </ChainLink>
        <ChainLink
          label={t('slo.chain.source')}
          hole={measured ? undefined : t('slo.chain.noSource')}
        >
          {measured}
        </ChainLink>
        <ChainLink label={t('slo.chain.target')}>
          {t('slo.chain.targetOver', {
            target: words.percent(material.target),
            window: words.windowWords(material.window),
          })}
        </ChainLink>
        <ChainLink
          label={t('slo.chain.owner')}
          hole={accountableOwner ? undefined : t('slo.chain.noOwner')}
        >
          {accountableOwner && (
            <EntityName entityRef={accountableOwner.userRef} link />
          )}
        </ChainLink>
      </Links>
    </section>
  );
}

function ChainLink(props: {
  label: string;
  /** What is missing here. */
  hole?: string;
  children: ReactNode;
}) {
  const { t } = useSloWords();
  return (
    <li data-hole={props.hole ? true : undefined}>
      <small>{props.label}</small>
      {props.hole ? (
        <Hole>
          <RiErrorWarningLine size={16} aria-hidden />
          <span>
            <HiddenText>{`${t('slo.chain.hole')} `}</HiddenText>
            {props.hole}
          </span>
        </Hole>
      ) : (
        <span>{props.children}</span>
      )}
    </li>
  );
}

const Title = styled('div')({
  fontSize: 'var(--bui-font-size-2)',
  fontWeight: 600,
  color: 'var(--bui-fg-secondary)',
  marginBottom: 'var(--bui-space-2)',
});

// A list that reads downwards on a phone and in rows where there is room.
const Links = styled('ol')({
  listStyle: 'none',
  margin: 0,
  padding: 0,
  display: 'grid',
  gap: 'var(--bui-space-3)',
  gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 15rem), 1fr))',
  '& > li': {
    minWidth: 0,
    paddingLeft: 'var(--bui-space-3)',
    borderLeft: '2px solid var(--bui-border-2)',
    lineHeight: 1.55,
    overflowWrap: 'anywhere',
  },
  '& > li[data-hole]': { borderLeftStyle: 'dashed' },
  '& small': {
    display: 'block',
    fontSize: 'var(--bui-font-size-2)',
    color: 'var(--bui-fg-secondary)',
  },
});

const Hole = styled('span')({
  display: 'flex',
  gap: 'var(--bui-space-1_5)',
  color: TONES.warning.fg,
  '& svg': { flex: 'none', marginTop: 3 },
});
