import { Link } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import {
  RiAlarmWarningLine,
  RiBookOpenLine,
  RiCpuLine,
  RiFocus3Line,
  RiRulerLine,
  RiUserLine,
} from '@remixicon/react';
import {
  type AlertRuleView,
  type AlertView,
  type ChainFinding,
  type ChainHole,
  type SloMaterial,
} from '@prodready/backstage-plugin-production-readiness-common';
import { EntityName } from '../../people';
import { useSloWords } from '../words/useSloWords';
import { AlertLine } from '../alerts/AlertLine';
import { FoundRule } from './FoundRule';
import { Hole } from './Hole';
import { Station, Stations, TextButton } from './Station';

/**
 * The way from whoever suffers to what somebody does at night: journey, what
 * is counted, the number, the alerts that protect it, and their runbooks. What
 * is missing on the way has its place in it, and a name.
 *
 * @internal
 */
export function Chain(props: {
  material: SloMaterial;
  /** All of the entity's. */
  alerts: AlertView[];
  /** What monitoring runs for the entity's SLOs. */
  rules: AlertRuleView[];
  /** All of the entity's. */
  holes: ChainFinding[];
  /** Undefined for whoever may not add one. */
  onAddAlert?: (rule?: AlertRuleView) => void;
  onOpenAlert: (alertId: string) => void;
}) {
  const words = useSloWords();
  const { t } = words;
  const { material } = props;
  const { sloId, entityRef, journey, sli } = material;
  const alerts = props.alerts.filter(one => one.sloId === sloId);
  const isAbout = new Set([sloId, ...alerts.map(one => one.id)]);
  const holes = props.holes.filter(one => one.id && isAbout.has(one.id));
  const has = (...names: ChainHole[]) =>
    holes.some(one => names.includes(one.hole));
  const rules = props.rules.filter(one => one.sloId === sloId);
  const found = rules.filter(one => one.alertId === null);
  const watching = [
    ...alerts.map(alert => ({
      name: alert.name,
      // Monitoring may know a runbook that nobody wrote down.
      runbookUrl:
        alert.runbookUrl ??
        rules.find(one => one.alertId === alert.id)?.runbookUrl ??
        null,
    })),
    ...found,
  ];
  // Several alerts may lead to the same one.
  const runbooks = [...new Set(watching.flatMap(one => one.runbookUrl ?? []))];
  const hole = (name: ChainHole, text: string, key: string = name) => (
    <Hole key={key} entityRef={entityRef} hole={name}>
      {text}
    </Hole>
  );

  return (
    <section aria-label={t('slo.chain.title')}>
      <Title aria-hidden>{t('slo.chain.title')}</Title>
      <Stations>
        <Station
          Icon={journey.kind === 'machine' ? RiCpuLine : RiUserLine}
          label={t('slo.chain.journey')}
          broken={has('slo_without_journey')}
        >
          <span>{journey.title}</span>
          <Quiet>
            {t('sloChain.suffers', { who: journey.beneficiary })}
            {journey.kind === 'machine' && ` (${t('slo.chain.machine')})`}
          </Quiet>
          {has('slo_without_journey') &&
            hole('slo_without_journey', t('sloChain.hole.sloWithoutJourney'))}
        </Station>
        <Station
          Icon={RiRulerLine}
          label={t('slo.chain.measured')}
          broken={has('slo_not_measured')}
        >
          <span>{material.sliText}</span>
          {has('slo_not_measured') ? (
            hole('slo_not_measured', t('slo.chain.noSource'))
          ) : (
            <Quiet>
              {sli?.source ??
                t(
                  Object.keys(sli?.queries ?? {}).length > 0
                    ? 'sloChain.byQuery'
                    : 'sloChain.byMonitoring',
                )}
            </Quiet>
          )}
        </Station>
        <Station
          Icon={RiFocus3Line}
          label={t('slo.chain.target')}
          broken={has('slo_without_owner')}
        >
          <strong>
            {t('slo.chain.targetOver', {
              target: words.percent(material.target),
              window: words.windowWords(material.window),
            })}
          </strong>
          {material.accountableOwner ? (
            <EntityName entityRef={material.accountableOwner.userRef} link />
          ) : (
            hole('slo_without_owner', t('slo.chain.noOwner'))
          )}
        </Station>
        <Station
          Icon={RiAlarmWarningLine}
          label={t('sloChain.alerts', { number: String(watching.length) })}
          broken={has(
            'slo_without_alert',
            'alert_review_stale',
            'rule_not_recorded',
          )}
        >
          {alerts.map(alert => (
            <AlertLine
              key={alert.id}
              alert={alert}
              isStale={holes.some(
                one => one.hole === 'alert_review_stale' && one.id === alert.id,
              )}
              onOpen={() => props.onOpenAlert(alert.id)}
            />
          ))}
          {found.map(rule => (
            <FoundRule
              key={rule.name}
              rule={rule}
              onWriteDown={props.onAddAlert && (() => props.onAddAlert?.(rule))}
            />
          ))}
          {found.length > 0 &&
            hole('rule_not_recorded', t('sloChain.hole.ruleNotRecorded'))}
          {has('slo_without_alert') &&
            hole('slo_without_alert', t('sloChain.hole.sloWithoutAlert'))}
          {has('alert_review_stale') &&
            hole('alert_review_stale', t('sloChain.hole.alertReviewStale'))}
          {props.onAddAlert && (
            <TextButton type="button" onClick={() => props.onAddAlert?.()}>
              {t('sloChain.addAlert')}
            </TextButton>
          )}
        </Station>
        <Station
          Icon={RiBookOpenLine}
          label={t('sloChain.runbooks')}
          broken={
            watching.length === 0 ||
            has('alert_without_runbook', 'rule_without_runbook')
          }
        >
          {watching.length === 0 ? (
            <Quiet>{t('sloChain.runbooksLater')}</Quiet>
          ) : (
            <span>
              {t('sloChain.runbooksOf', {
                some: String(
                  watching.filter(one => one.runbookUrl !== null).length,
                ),
                all: String(watching.length),
              })}
            </span>
          )}
          {runbooks.map(url => (
            <Link
              key={url}
              href={url}
              target="_blank"
              rel="noopener noreferrer"
            >
              {linkName(url)}
            </Link>
          ))}
          {watching
            .filter(one => one.runbookUrl === null)
            .map(one =>
              hole(
                'alert_without_runbook',
                t('sloChain.hole.alertWithoutRunbook', { name: one.name }),
                one.name,
              ),
            )}
        </Station>
      </Stations>
    </section>
  );
}

/** What a person recognises of a link: its last part, else the host. */
function linkName(url: string): string {
  try {
    const { pathname, host } = new URL(url);
    const last = pathname.split('/').filter(Boolean).pop();
    return last ? decodeURIComponent(last) : host;
  } catch {
    return url;
  }
}

const Title = styled('div')({
  fontSize: 'var(--bui-font-size-2)',
  fontWeight: 600,
  color: 'var(--bui-fg-secondary)',
  marginBottom: 'var(--bui-space-3)',
});

const Quiet = styled('span')({
  display: 'block',
  fontSize: 'var(--bui-font-size-2)',
  color: 'var(--bui-fg-secondary)',
});
