import { TextField } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import { type SloWindow } from '@prodready/backstage-plugin-production-readiness-common';
import { Field } from '../journeys/JourneyFields';
import { useSloWords } from '../words/useSloWords';
import { Choices } from './Choices';
import { type StepProps } from './Steps';

const USUAL = [
  { kind: 'rolling', n: 7, unit: 'day' },
  { kind: 'rolling', n: 28, unit: 'day' },
  { kind: 'rolling', n: 30, unit: 'day' },
  { kind: 'rolling', n: 90, unit: 'day' },
  { kind: 'calendar', n: 1, unit: 'month' },
  { kind: 'calendar', n: 1, unit: 'quarter' },
] as const;

type Usual = (typeof USUAL)[number];
type UsualName =
  | 'rolling-7-day'
  | 'rolling-28-day'
  | 'rolling-30-day'
  | 'rolling-90-day'
  | 'calendar-1-month'
  | 'calendar-1-quarter';
type Name = UsualName | 'other';

/**
 * The period of an SLO: the usual ones, and the present one when it is none of
 * them.
 *
 * @internal
 */
export function WindowChoice({ draft, problems, onChange }: StepProps) {
  const words = useSloWords();
  const { t } = words;
  const { window } = draft;
  const chosen = nameOf(window);
  const names: Name[] = [
    ...USUAL.map(one => nameOf(one)),
    ...(chosen === 'other' ? (['other'] as const) : []),
  ];
  const choose = (name: Name) => {
    const usual = USUAL.find(one => nameOf(one) === name);
    if (usual) onChange({ window: toWindow(usual, window) });
  };
  return (
    <Stack>
      <p>{t('slo.editor.windowText')}</p>
      <Choices
        label={t('slo.editor.windowTitle')}
        value={chosen}
        options={names.map(name => ({
          value: name,
          label:
            name === 'other'
              ? t('slo.editor.windows.other', {
                  window: words.windowWords(window),
                })
              : t(`slo.editor.windows.${name}`),
        }))}
        onChange={choose}
      />
      {window.kind === 'calendar' && (
        <Field problem={problems.timeZone}>
          <TextField
            label={t('slo.editor.timeZone')}
            value={window.timeZone}
            isInvalid={problems.timeZone !== undefined}
            onChange={timeZone => onChange({ window: { ...window, timeZone } })}
          />
        </Field>
      )}
    </Stack>
  );
}

function nameOf(window: SloWindow | Usual): Name {
  const found = USUAL.find(
    one =>
      one.kind === window.kind &&
      one.n === window.n &&
      one.unit === window.unit &&
      !('startTime' in window && window.startTime),
  );
  return found
    ? (`${found.kind}-${found.n}-${found.unit}` as UsualName)
    : 'other';
}

function toWindow(usual: Usual, before: SloWindow): SloWindow {
  if (usual.kind === 'rolling') return { ...usual };
  const timeZone =
    before.kind === 'calendar'
      ? before.timeZone
      : new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return { ...usual, timeZone };
}

const Stack = styled('div')({
  display: 'grid',
  gap: 'var(--bui-space-4)',
  '& p': { margin: 0, lineHeight: 1.6, color: 'var(--bui-fg-secondary)' },
});
