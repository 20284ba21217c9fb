import { styled } from '@mui/material/styles';
import { RiExternalLinkLine } from '@remixicon/react';
import {
  isHttpUrl,
  type Evidence,
} from '@prodready/backstage-plugin-production-readiness-common';
import { HiddenText } from '../../layout';
import { TONES } from '../../state';
import { useReadinessTranslation } from '../../translations';

/**
 * Evidence as people read it. Only an http or https address becomes a link;
 * anything else that claims to be one is shown as the text that it is.
 *
 * @internal
 */
export function EvidenceText({ evidence }: { evidence: Evidence }) {
  const { t } = useReadinessTranslation();
  if (evidence.kind === 'text') return <Words>{evidence.text}</Words>;
  if (!isHttpUrl(evidence.url)) {
    return (
      <Words>
        {evidence.url}
        <HiddenText> {t('checklist.item.notALink')}</HiddenText>
      </Words>
    );
  }
  return (
    <Address
      href={evidence.url}
      target="_blank"
      rel="noopener noreferrer nofollow"
      title={evidence.url}
    >
      {linkTitle(evidence.url)}
      <RiExternalLinkLine size={14} aria-hidden />
      <HiddenText>{t('checklist.item.link')}</HiddenText>
    </Address>
  );
}

/** Host and path, without what only machines read. */
function linkTitle(url: string): string {
  const { host, pathname } = new URL(url);
  return decodeSafely(`${host}${pathname === '/' ? '' : pathname}`);
}

function decodeSafely(text: string): string {
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
}

const Words = styled('p')({
  margin: 0,
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
  lineHeight: 1.6,
});

const Address = styled('a')({
  color: TONES.info.fg,
  overflowWrap: 'anywhere',
  textDecoration: 'underline',
  textUnderlineOffset: 3,
  '& > svg': { marginLeft: 4, verticalAlign: '-2px' },
});
