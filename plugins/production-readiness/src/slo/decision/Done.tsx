import { Alert } from '@backstage/ui';
import { useSloTranslation } from '../../translations';
import { useRequirementWords } from '../words/useRequirementWords';
import { type useDecision } from './useDecision';

/** What became of the answer, and what is still needed. @internal */
export function Done(props: {
  said: NonNullable<ReturnType<typeof useDecision>['said']>;
  decision: ReturnType<typeof useDecision>;
}) {
  const { t } = useSloTranslation();
  const { missing } = useRequirementWords();
  const { said, decision } = props;
  const { version } = decision;
  const supports = said === 'approve' || said === 'technical-review';
  const still = version && missing(version.requirements);
  const next = () => {
    if (!supports || !version) return undefined;
    if (version.state === 'in_force') return t('slo.decide.agreedNow');
    return still && t('slo.line.missing', { what: still });
  };
  return (
    <Alert
      status="success"
      icon
      title={t(`slo.decide.done.${said}`)}
      description={next()}
    />
  );
}
