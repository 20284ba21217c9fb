import { styled } from '@mui/material/styles';
import {
  type SignatureView,
  type SloView,
  type VersionLine,
} from '@prodready/backstage-plugin-production-readiness-common';
import { StateBadge } from '../../state';
import { RelativeTime } from '../../time';
import { useSloWords } from '../words/useSloWords';

type Event =
  | { at: number; version: VersionLine; signature?: undefined }
  | { at: number; signature: SignatureView; version?: undefined };

/**
 * Versions and signatures together, newest first, folded away.
 *
 * @internal
 */
export function SloHistory({ slo, now }: { slo: SloView; now: number }) {
  const { t } = useSloWords();
  const events = eventsOf(slo);
  return (
    <Details>
      <summary>{t('slo.history.show', { count: events.length })}</summary>
      <ol>
        {events.map(event => (
          <li
            key={
              event.signature
                ? event.signature.id
                : `version ${event.version.version}`
            }
          >
            {event.signature ? (
              <Said signature={event.signature} />
            ) : (
              <Written version={event.version} />
            )}
            <When>
              <RelativeTime at={event.at} now={now} />
            </When>
          </li>
        ))}
      </ol>
    </Details>
  );
}

function Said({ signature }: { signature: SignatureView }) {
  const { t } = useSloWords();
  return (
    <div>
      <strong>
        {t(`slo.history.said.${signature.meaning}`, {
          who: signature.signer.name,
        })}
      </strong>
      <Quiet>
        {t(`slo.role.${signature.role}`)} ·{' '}
        {signature.onBehalfOf &&
          `${t('slo.history.onBehalf', {
            who: signature.onBehalfOf.name,
          })} · `}
        {t('slo.history.onVersion', { version: String(signature.version) })}
      </Quiet>
      {signature.reason && <Reason>{signature.reason}</Reason>}
    </div>
  );
}

function Written({ version }: { version: VersionLine }) {
  const words = useSloWords();
  const { t } = words;
  return (
    <div>
      <VersionTitle>
        <strong>
          {t('slo.history.version', {
            version: String(version.version),
            target: words.percent(version.target),
          })}
        </strong>
        <StateBadge family="slo" state={version.state} />
      </VersionTitle>
      <Quiet>
        {t('slo.history.editedBy', { who: version.editor.name })}
        {version.requestedAt !== null && ` · ${t('slo.history.asked')}`}
        {' · '}
        <abbr title={t('slo.history.sealHint')}>
          {t('slo.history.seal', {
            digest: version.contentDigest.slice(0, 8),
          })}
        </abbr>
      </Quiet>
    </div>
  );
}

function eventsOf(slo: SloView): Event[] {
  const events: Event[] = [
    // Signatures first: of two at one moment, the later word stands above.
    ...slo.signatures.map(signature => ({
      at: signature.signedAt,
      signature,
    })),
    ...slo.history.map(version => ({ at: version.createdAt, version })),
  ];
  return events.sort((a, b) => b.at - a.at);
}

const Details = styled('details')({
  borderTop: '1px solid var(--bui-border-1)',
  paddingTop: 'var(--bui-space-3)',
  '& > summary': {
    cursor: 'pointer',
    color: 'var(--bui-fg-secondary)',
    fontSize: 'var(--bui-font-size-2)',
    fontWeight: 600,
  },
  '& > ol': {
    listStyle: 'none',
    margin: 'var(--bui-space-3) 0 0',
    padding: 0,
    display: 'grid',
    gap: 'var(--bui-space-3)',
  },
  '& > ol > li': {
    display: 'flex',
    justifyContent: 'space-between',
    gap: 'var(--bui-space-3)',
  },
  '& abbr': { textDecoration: 'none' },
});

const VersionTitle = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: 'var(--bui-space-1) var(--bui-space-3)',
});

const When = styled('span')({
  flex: 'none',
  color: 'var(--bui-fg-secondary)',
  fontSize: 'var(--bui-font-size-2)',
});

const Quiet = styled('div')({
  color: 'var(--bui-fg-secondary)',
  fontSize: 'var(--bui-font-size-2)',
  lineHeight: 1.6,
});

const Reason = styled('blockquote')({
  margin: 'var(--bui-space-1) 0 0',
  paddingLeft: 'var(--bui-space-3)',
  borderLeft: '2px solid var(--bui-border-2)',
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
});
