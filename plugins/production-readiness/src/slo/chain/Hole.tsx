import { Link } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import { RiErrorWarningLine } from '@remixicon/react';
import { type ChainHole } from '@prodready/backstage-plugin-production-readiness-common';
import { BreakableName, HiddenText } from '../../layout';
import { TONES } from '../../state';
import { useSloTranslation } from '../../translations';
import { useBlockedItems } from './useBlockedItems';

/**
 * Something that is missing on the way from users to runbooks, and which items
 * of the checklist wait for it.
 *
 * @internal
 */
export function Hole(props: {
  entityRef: string;
  hole: ChainHole;
  /** What is missing, in words; names of alerts stand in them. */
  children: string;
}) {
  const { t } = useSloTranslation();
  const blocked = useBlockedItems(props.entityRef)(props.hole);
  return (
    <Frame data-hole={props.hole}>
      <RiErrorWarningLine size={16} aria-hidden />
      <span>
        <HiddenText>{`${t('slo.chain.hole')} `}</HiddenText>
        <BreakableName name={props.children} />
        {blocked.map(item => (
          <Blocks key={item.id}>
            <Link href={item.href} title={item.title}>
              {t('sloChain.blocks', { item: item.id })}
            </Link>
          </Blocks>
        ))}
      </span>
    </Frame>
  );
}

const Frame = styled('span')({
  display: 'flex',
  gap: 'var(--bui-space-1_5)',
  color: TONES.warning.fg,
  '& > svg': { flex: 'none', marginTop: 3 },
});

const Blocks = styled('small')({
  display: 'block',
  fontSize: 'var(--bui-font-size-2)',
});
