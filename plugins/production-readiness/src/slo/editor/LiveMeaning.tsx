import { styled } from '@mui/material/styles';
import { IANAZone } from 'luxon';
import {
  readTarget,
  windowSeconds,
} from '@prodready/backstage-plugin-production-readiness-common';
import { Meaning } from '../decision/Meaning';
import { useSloWords } from '../words/useSloWords';
import { type SloDraft } from './sloDraft';

/**
 * What the draft means so far, while it is being written.
 *
 * @internal
 */
export function LiveMeaning({ draft, now }: { draft: SloDraft; now: number }) {
  const words = useSloWords();
  const { t } = words;
  const { window } = draft;
  const read = readTarget(draft.target);
  const zoned =
    window.kind === 'rolling' || IANAZone.isValidZone(window.timeZone);
  if (!('target' in read) || !zoned) return null;
  const { target } = read;
  return (
    <Frame aria-label={t('slo.editor.meansTitle')}>
      <h3>{t('slo.editor.meansTitle')}</h3>
      {draft.sliText.trim() !== '' && (
        <p>{words.promise({ sliText: draft.sliText, target, window })}</p>
      )}
      <Meaning
        target={target}
        window={window}
        windowSeconds={windowSeconds(window, now)}
      />
    </Frame>
  );
}

const Frame = styled('section')({
  display: 'grid',
  gap: 'var(--bui-space-2)',
  marginTop: 'var(--bui-space-6)',
  padding: 'var(--bui-space-4)',
  borderRadius: 'var(--bui-radius-3)',
  backgroundColor: 'var(--bui-bg-app)',
  border: '1px solid var(--bui-border-1)',
  '& h3': {
    margin: 0,
    fontSize: 'var(--bui-font-size-2)',
    fontWeight: 600,
    color: 'var(--bui-fg-secondary)',
  },
  '& p': { margin: 0, fontWeight: 600, lineHeight: 1.6 },
});
