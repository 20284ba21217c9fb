import { styled } from '@mui/material/styles';
import {
  RiCheckboxBlankCircleLine,
  RiCheckboxCircleFill,
} from '@remixicon/react';
import {
  type SignatureView,
  type SignedVersionView,
} from '@prodready/backstage-plugin-production-readiness-common';
import { TONES } from '../../state/tones';
import { useSloTranslation } from '../../translations';
import { useRequirementWords } from '../words/useRequirementWords';

/**
 * Who has to sign a version and who has.
 *
 * @internal
 */
export function Requirements(props: {
  signatures: readonly SignatureView[];
  version: SignedVersionView;
}) {
  const { t } = useSloTranslation();
  const words = useRequirementWords();
  const nameOf = (userRef: string) =>
    props.signatures.find(one => one.signer.userRef === userRef)?.signer.name ??
    userRef;
  return (
    <List>
      {props.version.requirements.map(one => {
        const Icon = one.met ? RiCheckboxCircleFill : RiCheckboxBlankCircleLine;
        const who = one.by.map(nameOf).join(t('slo.line.and'));
        return (
          <li key={`${one.kind} ${one.roles.join()}`}>
            <Icon
              size={16}
              aria-hidden
              color={one.met ? TONES.success.solid : 'var(--bui-fg-secondary)'}
            />
            <span>
              {capitalised(words.requirement(one))}
              <Who>{standing(one.met, who)}</Who>
            </span>
          </li>
        );
      })}
    </List>
  );

  function standing(met: boolean, who: string) {
    if (met) return t('slo.decide.met', { who });
    return who === ''
      ? t('slo.decide.notMet')
      : t('slo.decide.editorNote', { who });
  }
}

function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase('en-US') + text.slice(1);
}

const List = styled('ul')({
  listStyle: 'none',
  '&&': { padding: 0, margin: 0 },
  display: 'grid',
  gap: 'var(--bui-space-2)',
  '& > li': {
    display: 'flex',
    gap: 'var(--bui-space-2)',
    alignItems: 'flex-start',
  },
  '& svg': { flex: 'none', marginTop: 5 },
});

const Who = styled('span')({
  display: 'block',
  color: 'var(--bui-fg-secondary)',
  fontSize: 'var(--bui-font-size-2)',
});
