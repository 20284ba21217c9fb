import { type FormEvent, useState } from 'react';
import { Button, TextAreaField } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import { DAY } from '@prodready/backstage-plugin-production-readiness-common';
import { ErrorNotice } from '../../layout';
import { useAnnounce } from '../../query';
import { useSloTranslation } from '../../translations';
import { Choices } from '../editor/Choices';
import { PeoplePicker } from '../owners/PeoplePicker';
import { type Person } from '../owners/usePeople';
import { type Period, PERIODS } from './periods';
import { ScopeChoice, type Scope } from './ScopeChoice';
import { useDelegationWrites } from './useDelegations';

/** As the server asks for. */
const SHORTEST_REASON = 10;

/**
 * Lets somebody decide in the reader's place: who, for how long, about what,
 * and why.
 *
 * @internal
 */
export function DelegationForm(props: {
  /** Milliseconds since the epoch, as the server says. */
  now: number;
  onDone: () => void;
}) {
  const { t } = useSloTranslation();
  const announce = useAnnounce();
  const [person, setPerson] = useState<Person>();
  const [days, setDays] = useState<Period>('14');
  const [scope, setScope] = useState<Scope>();
  const [reason, setReason] = useState('');
  const [tooShort, setTooShort] = useState(false);
  const { add } = useDelegationWrites();

  if (!person) {
    return (
      <Stack>
        <Hint>{t('delegation.explained')}</Hint>
        <PeoplePicker onChoose={setPerson} />
      </Stack>
    );
  }
  const send = (event: FormEvent) => {
    event.preventDefault();
    const short = reason.trim().length < SHORTEST_REASON;
    setTooShort(short);
    if (short || add.isPending) return;
    add.mutate(
      {
        delegateRef: person.userRef,
        scopeRef: scope?.entityRef ?? null,
        validUntil: props.now + Number(days) * DAY,
        reason: reason.trim(),
      },
      {
        onSuccess: () => {
          announce(t('delegation.saved', { who: person.name }));
          props.onDone();
        },
      },
    );
  };
  return (
    <form onSubmit={send}>
      <Stack>
        {add.isError && <ErrorNotice error={add.error} />}
        <Chosen>
          <span>
            <strong>{person.name}</strong>
            <Hint>{person.detail}</Hint>
          </span>
          <Button
            size="small"
            variant="tertiary"
            onPress={() => setPerson(undefined)}
          >
            {t('delegation.otherPerson')}
          </Button>
        </Chosen>
        <Choices
          label={t('delegation.period')}
          value={days}
          options={PERIODS.map(value => ({
            value,
            label: t('delegation.days', { count: Number(value) }),
          }))}
          onChange={setDays}
        />
        <ScopeChoice scope={scope} onChange={setScope} />
        <TextAreaField
          label={t('delegation.reason')}
          description={t('delegation.reasonHint')}
          rows={3}
          value={reason}
          onChange={text => {
            setReason(text);
            setTooShort(false);
          }}
          isInvalid={tooShort}
        />
        {tooShort && (
          <Problem role="alert">{t('slo.decide.reasonShort')}</Problem>
        )}
        <div>
          <Button type="submit" variant="primary" isPending={add.isPending}>
            {t('delegation.save', { who: person.name })}
          </Button>
        </div>
      </Stack>
    </form>
  );
}

const Stack = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: 'var(--bui-space-4)',
});

const Chosen = styled('div')({
  display: 'flex',
  justifyContent: 'space-between',
  alignItems: 'center',
  gap: 'var(--bui-space-3)',
});

const Hint = styled('p')({
  margin: 0,
  lineHeight: 1.6,
  color: 'var(--bui-fg-secondary)',
});

const Problem = styled('span')({
  fontSize: 'var(--bui-font-size-2)',
  color: 'var(--bui-negative-fg-subdued)',
  lineHeight: 1.6,
});
