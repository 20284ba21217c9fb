import { useState } from 'react';
import { Button, TextAreaField } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import { RiLightbulbLine } from '@remixicon/react';
import {
  type EntitySlosView,
  findVagueWords,
} from '@prodready/backstage-plugin-production-readiness-common';
import { ErrorNotice, SidePanel } from '../../layout';
import { useAnnounce } from '../../query';
import { TONES } from '../../state';
import { useSloTranslation } from '../../translations';
import { Choices } from '../editor/Choices';
import { useCriteriaWrites } from './useCriteriaWrites';

type Scope = 'entity' | 'organisation';

/**
 * Writes down what tells one severity from another, and hints at words that
 * two people would read differently.
 *
 * @internal
 */
export function SeverityPanel(props: {
  view: EntitySlosView;
  open: boolean;
  onClose: () => void;
}) {
  const { t } = useSloTranslation();
  const announce = useAnnounce();
  const { view } = props;
  const { severityCriteria } = view;
  const scopes: Scope[] = [
    ...(view.mayEdit ? (['entity'] as const) : []),
    ...(severityCriteria.mayEditOrganisation
      ? (['organisation'] as const)
      : []),
  ];
  const [scope, setScope] = useState<Scope>(scopes[0]);
  const [texts, setTexts] = useState<Record<string, string>>(() =>
    Object.fromEntries(
      severityCriteria.criteria.map(one => [one.severity, one.text]),
    ),
  );
  const { save } = useCriteriaWrites(view);

  const send = () =>
    save.mutate(
      {
        scope,
        criteria: view.severities.flatMap(severity => {
          const text = texts[severity]?.trim() ?? '';
          return text === '' ? [] : [{ severity, text }];
        }),
      },
      {
        onSuccess: () => {
          announce(t('severity.saved'));
          props.onClose();
        },
      },
    );

  return (
    <SidePanel
      open={props.open}
      onClose={props.onClose}
      title={t('severity.title')}
      subtitle={view.entityTitle}
      footer={
        <Button variant="primary" isPending={save.isPending} onPress={send}>
          {t('slo.editor.save')}
        </Button>
      }
    >
      <Stack>
        <p>{t('severity.help')}</p>
        {save.isError && <ErrorNotice error={save.error} />}
        {scopes.length > 1 && (
          <Choices
            label={t('severity.scope')}
            value={scope}
            options={scopes.map(value => ({
              value,
              label: t(`severity.scopes.${value}`),
            }))}
            onChange={setScope}
          />
        )}
        {view.severities.map(severity => (
          <div key={severity}>
            <TextAreaField
              label={severity}
              rows={3}
              maxLength={1000}
              value={texts[severity] ?? ''}
              onChange={text =>
                setTexts(before => ({ ...before, [severity]: text }))
              }
            />
            <VagueHint text={texts[severity] ?? ''} />
          </div>
        ))}
        <p>{t('severity.empty')}</p>
      </Stack>
    </SidePanel>
  );
}

/** Says which words should become numbers, while they are written. */
export function VagueHint({ text }: { text: string }) {
  const { t } = useSloTranslation();
  const vague = [...new Set(findVagueWords(text).map(one => one.word))];
  return (
    <div role="status">
      {vague.length > 0 && (
        <Hint>
          <RiLightbulbLine size={16} aria-hidden />
          <span>
            {t('severity.vague', {
              words: vague
                .map(word => t('severity.quoted', { word }))
                .join(t('severity.between')),
            })}
          </span>
        </Hint>
      )}
    </div>
  );
}

const Stack = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: 'var(--bui-space-5)',
  '& > p': { margin: 0, color: 'var(--bui-fg-secondary)', lineHeight: 1.6 },
});

const Hint = styled('span')({
  display: 'flex',
  gap: 'var(--bui-space-1_5)',
  marginTop: 'var(--bui-space-1)',
  fontSize: 'var(--bui-font-size-2)',
  lineHeight: 1.6,
  color: TONES.warning.fg,
  '& > svg': { flex: 'none', marginTop: 2 },
});
