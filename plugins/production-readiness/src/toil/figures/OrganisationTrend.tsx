import { ErrorNotice, PageSection } from '../../layout';
import { useReadinessTranslation } from '../../translations';
import { WeeklySection } from '../WeeklySection';
import { Quarters } from './QuarterTrend';
import { useOrganisationToil } from './useFigures';

/**
 * The toil of all teams that the reader may see, together: four quarters, and
 * the weeks that they are made of. Nothing while no team has recorded any.
 *
 * @internal
 */
export function OrganisationTrend() {
  const { t } = useReadinessTranslation();
  const { data, error, refetch } = useOrganisationToil();
  if (error) {
    return (
      <PageSection title={t('toilFigures.organisation.title')}>
        <ErrorNotice
          error={error}
          title={t('toilFigures.organisation.failed')}
          onRetry={() => refetch()}
        />
      </PageSection>
    );
  }
  const quarters = data?.quarters.filter(one => one.recordedWeeks > 0) ?? [];
  if (!data || quarters.length === 0) return null;
  return (
    <>
      <Quarters
        quarters={quarters}
        title={t('toilFigures.organisation.title')}
        note={t('toilFigures.organisation.teams', {
          count: data.teamsIncluded,
        })}
      />
      <WeeklySection
        report={{
          weeks: data.weeks,
          denominator: data.denominator,
          targets: { organisation: data.targets, changes: [] },
          toil: { target: data.targets.toil },
        }}
      />
    </>
  );
}
