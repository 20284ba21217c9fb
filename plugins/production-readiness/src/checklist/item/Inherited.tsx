import { styled } from '@mui/material/styles';
import {
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
  const who = inherited.ref ? (
    <EntityName entityRef={inherited.ref} link />
  ) : (
    t('checklist.inherited.hidden')
  );
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

const Text = styled('p')({ margin: 0, lineHeight: 1.6 });
