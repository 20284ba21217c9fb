import { type RecordCounts } from '@prodready/backstage-plugin-production-readiness-common';
import { useStudioTranslation } from '../../translations';

const KINDS = [
  'answers',
  'reviews',
  'slos',
  'signatures',
  'others',
  'toil',
  'choices',
] as const;

/**
 * Says what records there are: "12 answers · 1 review".
 *
 * @internal
 */
export function useRecordsInWords(): (records: RecordCounts) => string {
  const { t } = useStudioTranslation();
  return records => {
    const parts = KINDS.filter(kind => records[kind] > 0).map(kind =>
      t(`records.${kind}`, { count: records[kind] }),
    );
    return parts.length > 0 ? parts.join(' · ') : t('records.noRecords');
  };
}
