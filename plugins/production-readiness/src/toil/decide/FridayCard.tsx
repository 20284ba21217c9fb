import { useState } from 'react';
import { Alert, Button, Select, TextField } from '@backstage/ui';
import {
  addWeeks,
  type AllocationView,
  firstDayOfWeek,
  type ToilReport,
} from '@prodready/backstage-plugin-production-readiness-common';
import Slider from '@mui/material/Slider';
import { styled } from '@mui/material/styles';
import '../../theme/muiClassNames';
import { ErrorNotice, LoadingState, PageSection } from '../../layout';
import { useAnnounce } from '../../query';
import { useReadinessTranslation } from '../../translations';
import {
  useAllocation,
  useAllocationWrites,
} from '../allocation/useAllocation';
import { useFigureWrites } from '../figures/useFigures';
import { NATURE_LOOKS, Swatch } from '../natures';
import { useLabel } from '../useLabel';
import { type GroupName } from '../useTeamToil';
import { useToilFormat } from '../useToilFormat';
import { Digest } from './Digest';
import { CARD_NATURES, partsOf, splitFrom, wholeOf, withBar } from './split';

interface FridayCardProps {
  group: GroupName;
  report: ToilReport;
  members: NonNullable<ToilReport['members']>;
}

/**
 * Two minutes on a Friday: how the week was split, one thing to stop doing,
 * and a digest to share.
 *
 * @internal
 */
export function FridayCard(props: FridayCardProps) {
  const { t } = useReadinessTranslation();
  const format = useToilFormat();
  const { week, from } = props.members.currentWeek;
  const { data, error, refetch } = useAllocation(props.group, week);
  return (
    <PageSection
      title={t('toilFigures.friday.title', { range: format.weekRange(from) })}
    >
      <Intro>{t('toilFigures.friday.intro')}</Intro>
      {error && (
        <ErrorNotice
          error={error}
          title={t('toilFigures.friday.failed')}
          onRetry={() => refetch()}
        />
      )}
      {!data && !error && <LoadingState rows={3} rowHeight={44} />}
      {data && <Card key={data.version} {...props} view={data} />}
    </PageSection>
  );
}

function Card(props: FridayCardProps & { view: AllocationView }) {
  const { t } = useReadinessTranslation();
  const format = useToilFormat();
  const announce = useAnnounce();
  const label = useLabel();
  const { group, report, members, view } = props;
  const { week } = members.currentWeek;
  const allocation = useAllocationWrites(group, week);
  const { decide } = useFigureWrites(group);
  const [split, setSplit] = useState(() => splitFrom(view));
  const [stop, setStop] = useState('');
  const [what, setWhat] = useState('');
  const [saved, setSaved] = useState(view.version > 0);
  const whole = wholeOf(split);
  const nobody = view.capacityMinutes === null;
  const stopped = members.categories.find(({ id }) => id === stop);

  const save = async () => {
    try {
      // What is to be stopped first: after the split is saved, the card is
      // drawn anew from it.
      if (stopped) {
        await decide.mutateAsync({
          kind: 'stop',
          category: stopped.id,
          ...(what.trim() && { what: what.trim().slice(0, 200) }),
          buildHours: 0,
          upkeepHours: 0,
          liveFrom: addWeeks(week, 1),
          dropped: false,
        });
      }
      if (!nobody) {
        await allocation.save.mutateAsync({
          version: view.version,
          input: { parts: partsOf(split, view) },
        });
      }
    } catch {
      return;
    }
    setSaved(true);
    announce(t('toilFigures.friday.saved'));
  };
  const error = decide.error ?? allocation.save.error;

  return (
    <Stack>
      {whole < 100 && (
        <Alert
          status="info"
          title={t('toilFigures.friday.unsure', {
            percent: String(100 - whole),
          })}
        />
      )}
      {nobody && <Alert status="info" title={t('toilFigures.friday.nobody')} />}
      {view.version === 0 && view.proposal && (
        <Quiet>
          {t('toilFigures.friday.prefilled', {
            range: format.weekRange(firstDayOfWeek(view.proposal.week)),
          })}
        </Quiet>
      )}
      {CARD_NATURES.map(nature => (
        <Bar key={nature}>
          <span>
            <Swatch
              aria-hidden
              style={{ background: NATURE_LOOKS[nature].background }}
            />
            {t(`toil.${nature}`)}
          </span>
          <Slider
            size="small"
            disabled={whole === 0 || nobody}
            aria-label={t('toilFigures.friday.slider', {
              name: t(`toil.${nature}`),
            })}
            value={split[nature]}
            min={0}
            max={whole || 100}
            step={5}
            onChange={(_event, value) =>
              setSplit(withBar(split, nature, Number(value)))
            }
          />
          <strong>
            {t('toilFigures.friday.percent', { value: String(split[nature]) })}
          </strong>
        </Bar>
      ))}
      <Select
        label={t('toilFigures.friday.stopTitle')}
        options={[
          { id: 'none', label: t('toilFigures.friday.stopNone') },
          ...members.categories.map(category => ({
            id: category.id,
            label: label({ category: category.id, label: category.label }),
          })),
        ]}
        value={stop || 'none'}
        onChange={value => setStop(value === 'none' ? '' : String(value))}
      />
      {stopped && (
        <TextField
          label={t('toilFigures.friday.stopWhat')}
          secondaryLabel={t('toilFigures.friday.stopHint')}
          value={what}
          onChange={setWhat}
        />
      )}
      <div>
        <Button
          variant="primary"
          isPending={decide.isPending || allocation.save.isPending}
          onPress={save}
        >
          {t('toilFigures.friday.save')}
        </Button>
      </div>
      {error && (
        <ErrorNotice error={error} title={t('toilFigures.friday.failed')} />
      )}
      {saved && (
        <Digest
          group={group}
          report={report}
          split={split}
          range={format.weekRange(members.currentWeek.from)}
          week={week}
        />
      )}
    </Stack>
  );
}

const Intro = styled('p')({
  margin: '0 0 var(--bui-space-3)',
  fontSize: 'var(--bui-font-size-3)',
  lineHeight: 1.6,
});

const Stack = styled('div')({ display: 'grid', gap: 'var(--bui-space-3)' });

const Quiet = styled('span')({
  color: 'var(--bui-fg-secondary)',
  fontSize: 'var(--bui-font-size-2)',
});

const Bar = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 150px) minmax(0, 1fr) 56px',
  alignItems: 'center',
  gap: 'var(--bui-space-4)',
  fontSize: 'var(--bui-font-size-3)',
  '& > span:first-of-type': {
    display: 'inline-flex',
    alignItems: 'center',
    gap: 8,
  },
  '& strong': { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  '@media (max-width: 599px)': {
    gridTemplateColumns: 'minmax(0, 1fr) 56px',
    '& > :nth-of-type(2)': { gridColumn: '1 / -1', gridRow: 2 },
  },
});
