import { styled } from '@mui/material/styles';
import {
  type BudgetPolicyMaterial,
  type NamedPolicy as Named,
} from '@prodready/backstage-plugin-production-readiness-common';
import { TONES } from '../../state/tones';
import { useSloTranslation } from '../../translations';

type Content = Pick<
  BudgetPolicyMaterial,
  'steps' | 'exceptions' | 'incident' | 'escalation'
>;

/**
 * The policy that a number names, where its signer reads what happens when the
 * budget is gone.
 *
 * @internal
 */
export function NamedPolicy({ policy }: { policy: Named }) {
  const { t } = useSloTranslation();
  const { standing, title, version } = policy;
  return (
    <Frame>
      <strong data-standing={standing}>
        {t(`sloPolicy.standing.${standing}`, {
          title,
          version: String(version),
        })}
      </strong>
      <PolicyText content={policy} />
    </Frame>
  );
}

/**
 * What a policy says, for whoever reads it the first time: what happens as the
 * budget shrinks, by whom, what still goes out, and who decides.
 *
 * @internal
 */
export function PolicyText({ content }: { content: Content }) {
  const { t } = useSloTranslation();
  const { steps, exceptions, incident, escalation } = content;
  return (
    <Text>
      {steps.map(one => (
        <div key={one.budgetLeft} data-gone={one.budgetLeft === 0 || undefined}>
          <dt>
            {one.budgetLeft === 0
              ? t('sloPolicy.gone')
              : t('sloPolicy.left', { percent: String(one.budgetLeft) })}
          </dt>
          <dd>
            {one.action}
            <Quiet>{t('sloPolicy.who', { who: one.responsible })}</Quiet>
          </dd>
        </div>
      ))}
      {exceptions.length > 0 && (
        <div>
          <dt>{t('sloPolicy.exceptions')}</dt>
          <dd>
            <ul>
              {exceptions.map(one => (
                <li key={one}>{one}</li>
              ))}
            </ul>
          </dd>
        </div>
      )}
      {incident && (
        <div>
          <dt>
            {t('sloPolicy.incidentTitle', {
              percent: String(incident.budgetUsed),
            })}
          </dt>
          <dd>
            {incident.action}
            <Quiet>{t('sloPolicy.who', { who: incident.responsible })}</Quiet>
          </dd>
        </div>
      )}
      <div>
        <dt>{t('sloPolicy.escalation')}</dt>
        <dd>{escalation}</dd>
      </div>
    </Text>
  );
}

const Frame = styled('div')({
  marginTop: 'var(--bui-space-3)',
  display: 'grid',
  gap: 'var(--bui-space-3)',
  whiteSpace: 'normal',
  '& [data-standing="replaced"], & [data-standing="unsigned"]': {
    color: TONES.warning.fg,
  },
});

const Text = styled('dl')({
  margin: 0,
  display: 'grid',
  gap: 'var(--bui-space-3)',
  lineHeight: 1.65,
  overflowWrap: 'anywhere',
  '& > div': {
    paddingLeft: 'var(--bui-space-3)',
    borderLeft: '3px solid var(--bui-border-2)',
  },
  '& > div[data-gone]': { borderColor: TONES.danger.solid },
  '& dt': { fontWeight: 600, fontSize: 'var(--bui-font-size-2)' },
  '& dd': { margin: 0, whiteSpace: 'pre-line' },
  '& ul': { margin: 0, paddingLeft: '1.2em' },
});

const Quiet = styled('span')({
  display: 'block',
  color: 'var(--bui-fg-secondary)',
  fontSize: 'var(--bui-font-size-2)',
});
