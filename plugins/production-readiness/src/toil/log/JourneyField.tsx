import { Select } from '@backstage/ui';
import { useReadinessTranslation } from '../../translations';
import { useEntitySlos } from '../../slo/data/useSlos';

const NONE = 'none';

/**
 * Which journey of the entity the work was about. Not shown for an entity
 * without journeys.
 *
 * @internal
 */
export function JourneyField(props: {
  entityRef: string;
  value: string | null;
  onChange: (journeyId: string | null) => void;
}) {
  const { t } = useReadinessTranslation();
  const { value } = props;
  const { data } = useEntitySlos(props.entityRef);
  const journeys = data?.journeys ?? [];
  if (journeys.length === 0) return null;
  return (
    <Select
      size="medium"
      label={t('toilHelp.journey')}
      options={[
        { id: NONE, label: t('toilHelp.noJourney') },
        ...journeys.map(({ id, title }) => ({ id, label: title })),
      ]}
      value={value ?? NONE}
      onChange={id => props.onChange(id === NONE ? null : String(id))}
    />
  );
}
