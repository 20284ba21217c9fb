import { decimal, plain } from '../decimal';
import { burnRateAlerts } from '../errorBudget';
import { SloMaterial } from '../material';
import { windowSeconds } from '../window';
import { OPENSLO_ANNOTATIONS, OpenSloAnnotation } from './annotations';
import { toTimeWindow } from './windows';

/** A number with exactly these digits; as a float, 1e-8 would get an exponent. */
export class ExactNumber {
  constructor(readonly text: string) {}
}

/** A target in percent as the share that OpenSLO has. */
export function shareOf(target: string): ExactNumber {
  return new ExactNumber(plain(decimal(target).div(100)));
}

/** What an export says beside the content. @public */
export interface SloStandingText {
  /** Where the version stands, such as `in_force`. */
  state: string;
  /** Who agreed to the exported content. */
  signatures: { by: string; role: string; meaning: string; at: string }[];
}

/** What OpenSLO has no field for, as annotations. Absent: there is nothing. */
export function annotationsOf(
  material: SloMaterial,
): Partial<Record<OpenSloAnnotation, string>> {
  const { id, ...journey } = material.journey;
  const { sli } = material;
  return {
    journey: JSON.stringify(journey),
    ...(!sli && { sli: 'none' }),
    ...(sli && !isExpressible(sli) && { sli: JSON.stringify(sli) }),
    rationale: JSON.stringify(material.rationale),
    ...(material.exclusions.length > 0 && {
      exclusions: JSON.stringify(material.exclusions),
    }),
    enforcement: material.enforcement,
    ...(material.policyRef && { policy: JSON.stringify(material.policyRef) }),
    ...(material.businessImpact && {
      businessImpact: JSON.stringify(material.businessImpact),
    }),
    ...(material.accountableOwner && {
      accountableRole: material.accountableOwner.role,
    }),
    reviewCadence: material.reviewCadence,
  };
}

type Sli = NonNullable<SloMaterial['sli']>;

const PARTS: Record<Sli['type'], string[]> = {
  'ratio-good': ['good', 'total'],
  'ratio-bad': ['bad', 'total'],
  'raw-success': ['raw'],
  'raw-failure': ['raw'],
  threshold: ['raw'],
};

/** Whether OpenSLO's own fields say the whole indicator. */
export function isExpressible(sli: Sli): boolean {
  const parts = Object.entries(sli.queries ?? {});
  const compares = sli.op !== undefined && sli.value !== undefined;
  const comparesNot = sli.op === undefined && sli.value === undefined;
  return (
    parts.length === PARTS[sli.type].length &&
    parts.every(
      ([part, query]) => PARTS[sli.type].includes(part) && query.trim() !== '',
    ) &&
    (sli.type === 'threshold' ? compares : comparesNot)
  );
}

/** The indicator as OpenSLO has it. What is not measured is said to be so. */
export function indicatorOf(
  name: string,
  sli: SloMaterial['sli'],
): Record<string, unknown> {
  const metric = (query: string | undefined) => ({
    metricSource: {
      type: sli?.source ?? (sli ? undefined : 'none'),
      spec: { query: query ?? 'not measured yet' },
    },
  });
  const usable = sli && isExpressible(sli) ? sli : undefined;
  const queries = usable?.queries ?? {};
  const spec = () => {
    if (usable?.type === 'threshold') {
      return { thresholdMetric: metric(queries.raw) };
    }
    if (usable?.type === 'ratio-good' || usable?.type === 'ratio-bad') {
      const counted = usable.type === 'ratio-good' ? 'good' : 'bad';
      return {
        ratioMetric: {
          counter: true,
          [counted]: metric(queries[counted]),
          total: metric(queries.total),
        },
      };
    }
    return {
      ratioMetric: {
        counter: false,
        rawType: usable?.type === 'raw-failure' ? 'failure' : 'success',
        raw: metric(queries.raw),
      },
    };
  };
  return { metadata: { name }, spec: spec() };
}

/** One SLO of ours as an OpenSLO object. */
export function openSloObjectOf(
  material: SloMaterial,
  naming: { name: string; service: string },
  standing: SloStandingText,
): Record<string, unknown> {
  const { sli } = material;
  const threshold = sli?.type === 'threshold' && isExpressible(sli);
  const sliced = material.budgetingMethod !== 'Occurrences';
  return {
    apiVersion: 'openslo/v1',
    kind: 'SLO',
    metadata: {
      name: naming.name,
      displayName: [...material.journey.title].slice(0, 63).join(''),
      annotations: named({
        entityRef: material.entityRef,
        ...annotationsOf(material),
        ...(material.accountableOwner && {
          accountableOwner: material.accountableOwner.userRef,
        }),
        state: standing.state,
        ...(standing.signatures.length > 0 && {
          signatures: JSON.stringify(standing.signatures),
        }),
      }),
    },
    spec: {
      description: material.sliText,
      service: naming.service,
      indicator: indicatorOf(`${naming.name.slice(0, 59)}-sli`, sli),
      timeWindow: [toTimeWindow(material.window)],
      budgetingMethod: material.budgetingMethod,
      objectives: [
        {
          ...(threshold && {
            op: sli.op,
            value: new ExactNumber(sli.value ?? '0'),
          }),
          target: shareOf(material.target),
          // Which slices count as good is not agreed on with us.
          ...(material.budgetingMethod === 'Timeslices' && {
            timeSliceTarget: shareOf(material.target),
          }),
          ...(sliced && { timeSliceWindow: '1m' }),
        },
      ],
      alertPolicies: alertPoliciesOf(material, naming.name),
    },
  };
}

/** The recommended alerts. A condition has one window, so the long one. */
function alertPoliciesOf(material: SloMaterial, name: string) {
  const short = name.slice(0, 50).replace(/-+$/, '');
  const length = windowSeconds(material.window, 0);
  return burnRateAlerts(material.target, length).map(alert => {
    const hours = `${alert.longSeconds / 3600}h`;
    const label = `${short}-burn-${hours}`;
    return {
      kind: 'AlertPolicy',
      metadata: { name: label },
      spec: {
        alertWhenBreaching: true,
        conditions: [
          {
            kind: 'AlertCondition',
            metadata: {
              name: label,
              annotations: named({
                shortWindow: `${alert.shortSeconds / 60}m`,
              }),
            },
            spec: {
              severity: alert.severity,
              condition: {
                kind: 'burnrate',
                op: 'gt',
                threshold: new ExactNumber(plain(decimal(alert.burn).round(6))),
                lookbackWindow: hours,
              },
            },
          },
        ],
      },
    };
  });
}

/** Annotations under their whole names. */
export function named(
  short: Partial<Record<OpenSloAnnotation, string>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(short).map(([name, text]) => [
      OPENSLO_ANNOTATIONS[name as OpenSloAnnotation],
      text,
    ]),
  );
}
