import {
  type BudgetPolicyMaterial,
  sloMaterialSchema,
  type SloChange,
  type SloMaterial,
} from '@prodready/backstage-plugin-production-readiness-common';
import { useSloTranslation } from '../../translations';
import { useRoleName } from '../words/useRoleName';
import { useSloWords } from '../words/useSloWords';

type Json = SloChange['before'];

/**
 * Says a field's name and its value in words; a value that has no words of its
 * own is shown as it is.
 *
 * @internal
 */
export function useFieldWords() {
  const { t } = useSloTranslation();
  const words = useSloWords();
  const roleName = useRoleName();

  const label = (field: string) =>
    isField(field) ? t(`slo.changes.field.${field}`) : field;

  const value = (field: string, json: Json): string => {
    if (json === null || (Array.isArray(json) && json.length === 0)) {
      return t('slo.changes.none');
    }
    switch (field) {
      case 'target':
        return words.percent(String(json));
      case 'window':
        return windowValue(json);
      case 'accountableOwner': {
        const { userRef, role } = json as NonNullable<
          SloMaterial['accountableOwner']
        >;
        return `${userRef.replace(/^user:(default\/)?/, '')} (${roleName(
          role,
        )})`;
      }
      case 'policyRef': {
        const ref = json as NonNullable<SloMaterial['policyRef']>;
        return t('slo.history.onVersion', { version: String(ref.version) });
      }
      case 'steps':
        return (json as BudgetPolicyMaterial['steps'])
          .map(
            ({ budgetLeft, action, responsible }) =>
              `${
                budgetLeft === 0
                  ? t('sloPolicy.gone')
                  : t('sloPolicy.left', { percent: String(budgetLeft) })
              }: ${action} ${t('sloPolicy.who', { who: responsible })}`,
          )
          .join('\n');
      case 'incident': {
        const { budgetUsed, action, responsible } = json as NonNullable<
          BudgetPolicyMaterial['incident']
        >;
        return `${t('sloPolicy.incidentTitle', {
          percent: String(budgetUsed),
        })}: ${action} ${t('sloPolicy.who', { who: responsible })}`;
      }
      case 'exclusions':
        return (json as SloMaterial['exclusions'])
          .map(one => `${one.what}: ${one.why}`)
          .join('\n');
      case 'enforcement':
        return t(
          `slo.decide.enforcement.${json as SloMaterial['enforcement']}`,
        );
      case 'reviewCadence':
        return t(`slo.decide.cadence.${json as SloMaterial['reviewCadence']}`);
      case 'rationale.basis':
        return t(
          `slo.decide.basis.${json as SloMaterial['rationale']['basis']}`,
        );
      case 'journey.kind':
        return t(`slo.journeys.kind.${json as 'user' | 'machine'}`);
      case 'journey.importance':
        return t(
          `slo.journeys.importance.${
            json as SloMaterial['journey']['importance']
          }`,
        );
      case 'budgetingMethod':
        return t(
          `slo.decide.counting.${json as SloMaterial['budgetingMethod']}`,
        );
      default:
        return plainValue(json);
    }
  };

  const windowValue = (json: Json) => {
    const parsed = sloMaterialSchema.shape.window.safeParse(json);
    return parsed.success ? words.windowWords(parsed.data) : plainValue(json);
  };
  return { label, value };
}

const FIELDS = [
  'sliText',
  'target',
  'window',
  'journey.title',
  'journey.text',
  'journey.kind',
  'journey.importance',
  'journey.beneficiary',
  'journey.id',
  'accountableOwner',
  'rationale.text',
  'rationale.basis',
  'rationale.evidenceUrls',
  'exclusions',
  'enforcement',
  'businessImpact',
  'reviewCadence',
  'sli',
  'budgetingMethod',
  'policyRef',
  'title',
  'purpose',
  'steps',
  'exceptions',
  'incident',
  'escalation',
] as const;

function isField(field: string): field is (typeof FIELDS)[number] {
  return (FIELDS as readonly string[]).includes(field);
}

function plainValue(json: Json): string {
  if (typeof json === 'string') return json;
  if (Array.isArray(json)) return json.map(plainValue).join('\n');
  return JSON.stringify(json, null, 1);
}
