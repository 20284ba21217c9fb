import { styled } from '@mui/material/styles';
import {
  compareTargets,
  type SignerSummary,
} from '@prodready/backstage-plugin-production-readiness-common';
import { TONES } from '../../state';
import { useSloWords } from '../words/useSloWords';

/**
 * What the entities below have signed, and what that comes to when all of them
 * have to work at once.
 *
 * @internal
 */
export function Dependencies(props: {
  dependencies: NonNullable<SignerSummary['dependencies']>;
  target: string;
}) {
  const words = useSloWords();
  const { t } = words;
  const { targets, together } = props.dependencies;
  const signed = targets.filter(one => one.target !== null);
  const unsigned = targets.length - signed.length;
  return (
    <>
      <List>
        {signed.map(one => (
          <li key={one.entityRef}>
            <span>{one.title}</span>
            <span>{words.percent(one.target ?? '')}</span>
          </li>
        ))}
      </List>
      {together !== null && signed.length > 1 && (
        <p>{t('sloSigning.together', { target: words.percent(together) })}</p>
      )}
      {together !== null && compareTargets(together, props.target) < 0 && (
        <p style={{ color: TONES.warning.fg }}>
          {t('sloSigning.below', {
            together: words.percent(together),
            target: words.percent(props.target),
          })}
        </p>
      )}
      {unsigned > 0 && (
        <Quiet>
          {t('sloSigning.unsigned', {
            names: targets
              .filter(one => one.target === null)
              .map(one => one.title)
              .join(t('sloSigning.between')),
          })}
        </Quiet>
      )}
    </>
  );
}

const List = styled('ul')({
  '&&': { listStyle: 'none', margin: 0, padding: 0 },
  maxWidth: '28rem',
  '& > li': {
    display: 'flex',
    justifyContent: 'space-between',
    gap: 'var(--bui-space-3)',
    fontVariantNumeric: 'tabular-nums',
  },
  '& + p, & ~ p': { margin: 'var(--bui-space-2) 0 0' },
});

const Quiet = styled('span')({
  display: 'block',
  marginTop: 'var(--bui-space-2)',
  color: 'var(--bui-fg-secondary)',
  fontSize: 'var(--bui-font-size-2)',
});
