import { Button, TextField } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import { Field } from '../journeys/JourneyFields';
import { useSloWords } from '../words/useSloWords';
import { type StepProps } from './Steps';

const MOST = 20;

/**
 * What does not count, each with its reason: whoever signs reads both.
 *
 * @internal
 */
export function ExclusionFields({ draft, problems, onChange }: StepProps) {
  const { t } = useSloWords();
  const { exclusions } = draft;
  const change = (index: number, part: Partial<(typeof exclusions)[number]>) =>
    onChange({
      exclusions: exclusions.map((one, place) =>
        place === index ? { ...one, ...part } : one,
      ),
    });
  return (
    <Field problem={problems.exclusions}>
      <Stack>
        {exclusions.map((one, index) => (
          // They have no name of their own but their place.
          // eslint-disable-next-line react/no-array-index-key
          <Row key={index}>
            <TextField
              label={t('sloEditor.excludedWhat')}
              value={one.what}
              maxLength={500}
              onChange={what => change(index, { what })}
            />
            <TextField
              label={t('sloEditor.excludedWhy')}
              value={one.why}
              maxLength={1000}
              onChange={why => change(index, { why })}
            />
            <div>
              <Button
                size="small"
                variant="tertiary"
                onPress={() =>
                  onChange({
                    exclusions: exclusions.filter(
                      (_, place) => place !== index,
                    ),
                  })
                }
              >
                {t('sloEditor.remove')}
              </Button>
            </div>
          </Row>
        ))}
        {exclusions.length < MOST && (
          <div>
            <Button
              size="small"
              variant="secondary"
              onPress={() =>
                onChange({ exclusions: [...exclusions, { what: '', why: '' }] })
              }
            >
              {t('sloEditor.exclude')}
            </Button>
          </div>
        )}
      </Stack>
    </Field>
  );
}

const Stack = styled('div')({ display: 'grid', gap: 'var(--bui-space-4)' });

const Row = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: 'var(--bui-space-2)',
  paddingInlineStart: 'var(--bui-space-3)',
  borderInlineStart: '2px solid var(--bui-border-2)',
});
