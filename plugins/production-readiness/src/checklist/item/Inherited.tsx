import { styled } from '@mui/material/styles';
import {
  ANSWER_SOURCES,
  checklistRoutes,
  type ReadinessView,
} from '@prodready/backstage-plugin-production-readiness-common';
import { EntityName } from '../../people';
import { useReadinessTranslation } from '../../translations';
import type { WordedItem } from '../data/joinItems';
import { Part } from './Part';
import { TakeBack } from './Waivers';

/**
 * Where an answer is taken over from, or which one an own answer stands in
 * place of, with the way back.
 *
 * @internal
 */
export function Inherited(props: {
  item: WordedItem;
  readiness: ReadinessView;
}) {
  const { t } = useReadinessTranslation();
  const { view } = props.item;
  const { inherited } = view;
  if (!inherited) return null;
  const who = <Origin entityRef={inherited.ref} />;
  return (
    <Part
      title={t(
        inherited.overridden
          ? 'checklist.inherited.overriddenTitle'
          : 'checklist.inherited.title',
      )}
    >
      <Text>
        {inherited.overridden
          ? t('checklist.inherited.overridden', { who })
          : t('checklist.inherited.from', { who })}
      </Text>
      {view.acts.includes('take_over') && (
        <TakeBack
          {...props}
          route={checklistRoutes.takeOverAnswer}
          label={t('checklist.inherited.takeOver')}
          said={t('checklist.inherited.takenOver')}
        />
      )}
    </Part>
  );
}

/** Which entity gave it, and what it is: names of all kinds may be alike. */
function Origin({ entityRef }: { entityRef: string | null }) {
  const { t } = useReadinessTranslation();
  if (entityRef === null) return <>{t('checklist.inherited.hidden')}</>;
  const kind = ANSWER_SOURCES.find(one => entityRef.startsWith(`${one}:`));
  const name = <EntityName entityRef={entityRef} link />;
  return kind ? <>{t(`checklist.inherited.kind.${kind}`, { name })}</> : name;
}

const Text = styled('p')({ margin: 0, lineHeight: 1.6 });
