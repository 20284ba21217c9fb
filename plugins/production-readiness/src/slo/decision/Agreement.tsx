import { type ReactNode } from 'react';
import { Link } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import {
  type SloView,
  type VersionView,
} from '@prodready/backstage-plugin-production-readiness-common';
import { ChangeList } from '../changes/ChangeList';
import { useSloWords } from '../words/useSloWords';
import { NamedPolicy } from '../errorBudgetPolicy/PolicyText';
import { Consequences } from './Consequences';
import { Dependencies } from './Dependencies';
import { EngineerDetails } from './EngineerDetails';
import { EvidenceWarning } from './EvidenceWarning';
import { Meaning } from './Meaning';
import { Part } from './Part';
import { Requirements } from './Requirements';
import { TryIt } from './TryIt';
import { useBudgetHistory } from './useBudgetHistory';
import { ValueAndCost } from './ValueAndCost';

/**
 * Everything that somebody has to know before agreeing to a number, for a
 * reader who never saw one: the promise and what it allows first.
 *
 * @internal
 */
export function Agreement(props: {
  slo: SloView;
  version: VersionView;
  tried: string;
  onTry: (target: string) => void;
  onSuggest?: (target: string) => void;
  /** Why it is signed in spite of a warning. */
  reason: string;
  onReason: (reason: string) => void;
  /** What an owner is asked who looks at it again. */
  review?: ReactNode;
}) {
  const words = useSloWords();
  const { t } = words;
  const { slo, version, tried } = props;
  const { summary } = version;
  const agreed = slo.inForce?.material.target;
  const history = useBudgetHistory(slo.id);
  const isTrying = tried !== summary.target;
  return (
    <Stack>
      <Lead>
        <Sentence>{words.promise({ ...summary, target: tried })}</Sentence>
        <Meaning
          target={tried}
          window={summary.window}
          windowSeconds={summary.windowSeconds}
          period={summary.period}
          // Counted for the number in question, which is what is signed.
          allowed={isTrying ? null : summary.allowedFailures}
        />
      </Lead>
      {props.review}
      <TryIt
        target={summary.target}
        agreed={agreed}
        tried={tried}
        onTry={props.onTry}
        // Whoever may decide finds the way back where the answers are.
        onBack={
          version.decisions.length === 0
            ? () => props.onTry(summary.target)
            : undefined
        }
        onSuggest={props.onSuggest}
      >
        <Consequences summary={summary} tried={tried} history={history} />
      </TryIt>
      {summary.evidence?.exceeded && (
        <EvidenceWarning
          evidence={summary.evidence}
          target={summary.target}
          reason={
            version.decisions.includes('approve') ? props.reason : undefined
          }
          onReason={props.onReason}
        />
      )}
      {summary.value && (
        <Part title={t('sloSigning.valueTitle')}>
          <ValueAndCost value={summary.value} target={summary.target} />
        </Part>
      )}
      <Part title={t('slo.decide.changes')}>
        <Changes slo={slo} version={version} />
      </Part>
      <Part title={t('slo.decide.why')}>
        {summary.rationale.text}
        <Quiet>{t(`slo.decide.basis.${summary.rationale.basis}`)}</Quiet>
        {summary.rationale.evidenceUrls.length > 0 && (
          <ul aria-label={t('slo.decide.evidence')}>
            {summary.rationale.evidenceUrls.map(url => (
              <li key={url}>
                <Link href={url} target="_blank" rel="noopener noreferrer">
                  {url}
                </Link>
              </li>
            ))}
          </ul>
        )}
      </Part>
      <Part title={t('slo.decide.spent')}>
        {t(`slo.decide.enforcement.${summary.enforcement}`)}
        {summary.policy ? (
          <NamedPolicy policy={summary.policy} />
        ) : (
          version.material.policyRef && <Quiet>{t('sloPolicy.unknown')}</Quiet>
        )}
      </Part>
      <Part title={t('slo.means.hundredTitle')}>{t('slo.means.hundred')}</Part>
      {summary.dependencies && summary.dependencies.targets.length > 0 && (
        <Part title={t('sloSigning.dependsTitle')}>
          <Dependencies
            dependencies={summary.dependencies}
            target={summary.target}
          />
        </Part>
      )}
      <Part title={t('slo.decide.about')}>
        {summary.journey.title}
        <Quiet>
          {t('slo.chain.who')}: {summary.journey.beneficiary}
        </Quiet>
        {summary.journey.text}
      </Part>
      <Part title={t('slo.decide.excluded')}>
        {summary.exclusions.length === 0 ? (
          t('slo.decide.excludedNone')
        ) : (
          <ul>
            {summary.exclusions.map(one => (
              <li key={one.what}>
                {one.what}
                <Quiet>{one.why}</Quiet>
              </li>
            ))}
          </ul>
        )}
      </Part>
      <Part title={t('slo.decide.next')}>
        {t(`slo.decide.cadence.${summary.reviewCadence}`)}
      </Part>
      {version.requirements.length > 0 && (
        <Part title={t('slo.decide.signatures')}>
          <Requirements signatures={slo.signatures} version={version} />
        </Part>
      )}
      <EngineerDetails version={version} />
    </Stack>
  );
}

function Changes(props: { slo: SloView; version: VersionView }) {
  const { t } = useSloWords();
  const { changes } = props.version.summary;
  if (changes && changes.length > 0) return <ChangeList changes={changes} />;
  return (
    <>
      {props.version.state === 'in_force'
        ? t('slo.decide.changesSame')
        : t('slo.decide.changesNone')}
    </>
  );
}

const Stack = styled('div')({
  display: 'grid',
  gap: 'var(--bui-space-6)',
  gridTemplateColumns: 'minmax(0, 1fr)',
});

const Lead = styled('div')({ display: 'grid', gap: 'var(--bui-space-4)' });

const Sentence = styled('p')({
  margin: 0,
  fontSize: 'clamp(1.25rem, 1rem + 1.6vw, 1.75rem)',
  fontWeight: 700,
  lineHeight: 1.4,
  textWrap: 'balance',
  overflowWrap: 'anywhere',
});

const Quiet = styled('span')({
  display: 'block',
  color: 'var(--bui-fg-secondary)',
  fontSize: 'var(--bui-font-size-2)',
});
