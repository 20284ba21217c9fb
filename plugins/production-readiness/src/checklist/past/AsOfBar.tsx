import { useId } from 'react';
import { Alert, Button } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import { DayInput } from '../../layout';
import { exactDay } from '../../time';
import { useReadinessTranslation } from '../../translations';
import { lastDay } from './useAsOf';

/**
 * Lets the reader look at a day that is over, and says so for as long as they
 * do: nobody should take the past for the present.
 *
 * @internal
 */
export function AsOfBar(props: {
  /** `2026-10-22`; undefined for the present. */
  day: string | undefined;
  at: number | undefined;
  onChoose: (day: string | undefined) => void;
}) {
  const { t, language } = useReadinessTranslation();
  const id = useId();
  return (
    <Stack>
      <Row>
        <label htmlFor={id}>{t('checklist.past.label')}</label>
        <DayInput
          id={id}
          type="date"
          max={lastDay(Date.now())}
          value={props.day ?? ''}
          onChange={event => props.onChoose(event.target.value || undefined)}
        />
      </Row>
      {props.at !== undefined && (
        <Alert
          status="info"
          icon
          title={t('checklist.past.title', {
            day: exactDay(props.at, language),
          })}
          description={t('checklist.past.text')}
          customActions={
            <Button
              size="small"
              variant="secondary"
              onPress={() => props.onChoose(undefined)}
            >
              {t('checklist.past.back')}
            </Button>
          }
        />
      )}
    </Stack>
  );
}

const Stack = styled('div')({
  display: 'grid',
  gap: 'var(--bui-space-3)',
  margin: 'var(--bui-space-3) 0',
});

const Row = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  justifyContent: 'flex-end',
  gap: 'var(--bui-space-2)',
  fontSize: 'var(--bui-font-size-2)',
  color: 'var(--bui-fg-secondary)',
});
