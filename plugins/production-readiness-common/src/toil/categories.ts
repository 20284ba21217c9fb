import { z } from 'zod';
import { plainText } from '../api/text';
import { TOIL_NATURES, TOIL_TRIGGERS } from './ratios';

/**
 * A kind of work that teams choose from. The axes are only what is usual:
 * an entry may differ.
 *
 * @public
 */
export const toilCategorySchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, {
    error: 'must be lower-case letters, digits and _ (at most 40)',
  }),
  label: z.strictObject({
    en: plainText({ max: 60 }),
    ja: plainText({ max: 60 }),
  }),
  /** Missing: the form asks each time. */
  trigger: z.enum(TOIL_TRIGGERS).optional(),
  /** Missing: the form asks each time. */
  nature: z.enum(TOIL_NATURES).optional(),
});

/** What {@link toilCategorySchema} lets through. @public */
export type ToilCategory = z.output<typeof toilCategorySchema>;

/**
 * The categories that an organisation configures in place of the default
 * ones. At least one, and no id twice.
 *
 * @public
 */
export const toilCategoryListSchema = z
  .array(toilCategorySchema)
  .min(1, { error: 'must name at least one category' })
  .max(60, { error: 'must name at most 60 categories' })
  .superRefine((categories, context) => {
    categories.forEach((category, index) => {
      if (categories.findIndex(({ id }) => id === category.id) < index) {
        context.addIssue({
          code: 'custom',
          path: [index, 'id'],
          message: `the id ${category.id} is used twice`,
        });
      }
    });
  });

/**
 * The categories unless an organisation configures its own: the load list of
 * a first SRE. `other` has no usual axes, so that both are asked for.
 *
 * @public
 */
export const DEFAULT_TOIL_CATEGORIES: readonly ToilCategory[] = [
  {
    id: 'manual_release',
    label: { en: 'Manual releases', ja: '手動リリース' },
    trigger: 'proactive',
    nature: 'toil',
  },
  {
    id: 'customer_data_request',
    label: {
      en: 'Data changes for customers',
      ja: 'お客様依頼のデータメンテナンス',
    },
    trigger: 'reactive',
    nature: 'toil',
  },
  {
    id: 'error_monitoring',
    label: {
      en: 'Error watching and first response',
      ja: 'エラー監視・アラートの初動対応',
    },
    trigger: 'reactive',
    nature: 'toil',
  },
  {
    id: 'oncall_page',
    label: { en: 'On-call pages', ja: 'オンコール呼び出し対応' },
    trigger: 'reactive',
    nature: 'toil',
  },
  {
    id: 'customer_inquiry',
    label: {
      en: 'Log search for inquiries',
      ja: '問い合わせに伴うログ調査',
    },
    trigger: 'reactive',
    nature: 'toil',
  },
  {
    id: 'access_request',
    label: {
      en: 'Access and environments handed out',
      ja: '権限付与・環境の払い出し',
    },
    trigger: 'reactive',
    nature: 'toil',
  },
  {
    id: 'vulnerability',
    label: { en: 'Vulnerability fixes', ja: '脆弱性対応' },
    trigger: 'reactive',
    nature: 'toil',
  },
  {
    id: 'eol_upgrade',
    label: { en: 'End-of-life upgrades', ja: 'EOL対応' },
    trigger: 'proactive',
    nature: 'toil',
  },
  {
    id: 'audit',
    label: { en: 'Audits', ja: '監査対応' },
    trigger: 'proactive',
    nature: 'toil',
  },
  {
    id: 'capacity_cost',
    label: {
      en: 'Capacity and cost upkeep',
      ja: 'キャパシティ・コスト管理',
    },
    trigger: 'proactive',
    nature: 'toil',
  },
  {
    id: 'incident_analysis',
    label: { en: 'Incident analysis', ja: '障害の原因調査' },
    trigger: 'reactive',
    nature: 'engineering',
  },
  {
    id: 'automation',
    label: { en: 'Automation', ja: '自動化' },
    trigger: 'proactive',
    nature: 'engineering',
  },
  {
    id: 'reliability_project',
    label: { en: 'Reliability projects', ja: '信頼性改善' },
    trigger: 'proactive',
    nature: 'engineering',
  },
  {
    id: 'feature_work',
    label: { en: 'Feature work', ja: '機能開発' },
    trigger: 'proactive',
    nature: 'engineering',
  },
  {
    id: 'meeting_admin',
    label: { en: 'Meetings and office work', ja: '会議・事務' },
    trigger: 'proactive',
    nature: 'overhead',
  },
  { id: 'other', label: { en: 'Other', ja: 'その他' } },
];
