import { useId, useState } from 'react';
import { Button, Checkbox, Switch } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import {
  FOCUS_SECTIONS_MAX,
  localize,
  type TeamUpkeepView,
} from '@prodready/backstage-plugin-production-readiness-common';
import { DayInput, ErrorNotice, PageSection } from '../layout';
import { useAnnounce } from '../query';
import { exactDay } from '../time';
import { useReadinessTranslation } from '../translations';
import { dayOf, quarterEnd, startOfDay } from './days';
import { type GroupName, useUpkeepChoices } from './useTeamUpkeep';

/**
 * What the team has chosen: the day of its session, what comes first this
 * quarter, and whether others may borrow its answers. Members change it here.
 *
 * @internal
 */
export function ChoicesSection(props: {
  group: GroupName;
  upkeep: TeamUpkeepView;
}) {
  const { t } = useReadinessTranslation();
  const [editing, setEditing] = useState(false);
  return (
    <PageSection
      title={t('upkeep.choices.title')}
      actions={
        props.upkeep.canChoose &&
        !editing && (
          <Button
            variant="secondary"
            size="small"
            onPress={() => setEditing(true)}
          >
            {t('upkeep.choices.change')}
          </Button>
        )
      }
    >
      {editing ? (
        <ChoicesForm {...props} onDone={() => setEditing(false)} />
      ) : (
        <Chosen upkeep={props.upkeep} />
      )}
    </PageSection>
  );
}

function Chosen({ upkeep }: { upkeep: TeamUpkeepView }) {
  const { t, language } = useReadinessTranslation();
  const { choices, sections, session } = upkeep;
  const focus = sections
    .filter(({ id }) => choices.focus.includes(id))
    .map(({ title }) => localize(title, language));
  const isRunning = (choices.focusUntil ?? 0) > upkeep.asOf;
  return (
    <Terms>
      <dt>{t('upkeep.choices.session')}</dt>
      <dd>
        {session?.heldBy
          ? t('upkeep.choices.heldBy', {
              day: exactDay(session.at, language),
              group: session.heldBy.title,
            })
          : session && exactDay(session.at, language)}
        {!session && t('upkeep.choices.none')}
      </dd>
      <dt>{t('upkeep.choices.focus')}</dt>
      <dd>
        {isRunning && focus.length > 0
          ? t('upkeep.choices.focusUntil', {
              sections: new Intl.ListFormat(language).format(focus),
              day: exactDay(choices.focusUntil ?? 0, language),
            })
          : t('upkeep.choices.focusDefault')}
      </dd>
      <dt>{t('upkeep.choices.sharing')}</dt>
      <dd>
        {t(
          choices.sharesAnswers
            ? 'upkeep.choices.sharingOn'
            : 'upkeep.choices.sharingOff',
        )}
      </dd>
    </Terms>
  );
}

function ChoicesForm(props: {
  group: GroupName;
  upkeep: TeamUpkeepView;
  onDone: () => void;
}) {
  const { t, language } = useReadinessTranslation();
  const announce = useAnnounce();
  const id = useId();
  const { asOf, choices, sections, version: first } = props.upkeep;
  // The version that the reader saw when they began.
  const [version] = useState(first);
  const [day, setDay] = useState(dayOf(choices.sessionAt));
  const [shares, setShares] = useState(choices.sharesAnswers);
  const [focus, setFocus] = useState(
    (choices.focusUntil ?? 0) > asOf ? choices.focus : [],
  );
  const save = useUpkeepChoices(props.group);
  const until = quarterEnd(asOf);

  const submit = () => {
    const isKept =
      focus.join() === choices.focus.join() && choices.focusUntil !== null;
    const focusUntil = isKept ? choices.focusUntil : until;
    save.mutate(
      {
        version,
        choices: {
          sessionAt:
            day === dayOf(choices.sessionAt)
              ? choices.sessionAt
              : startOfDay(day),
          sharesAnswers: shares,
          focus,
          focusUntil: focus.length > 0 ? focusUntil : null,
        },
      },
      {
        onSuccess: () => {
          announce(t('upkeep.choices.saved'));
          props.onDone();
        },
      },
    );
  };

  return (
    <Form
      onSubmit={event => {
        event.preventDefault();
        submit();
      }}
    >
      <Field>
        <label htmlFor={id}>{t('upkeep.choices.sessionLabel')}</label>
        <DayInput
          id={id}
          type="date"
          min={dayOf(asOf)}
          value={day}
          onChange={event => setDay(event.target.value)}
        />
        <Hint>{t('upkeep.choices.sessionHint')}</Hint>
      </Field>
      {sections.length > 0 && (
        <Field as="fieldset">
          <legend>
            {t('upkeep.choices.focusLabel', { day: exactDay(until, language) })}
          </legend>
          {sections.map(section => {
            const isChosen = focus.includes(section.id);
            return (
              <Checkbox
                key={section.id}
                isSelected={isChosen}
                isDisabled={!isChosen && focus.length >= FOCUS_SECTIONS_MAX}
                onChange={chosen =>
                  setFocus(
                    chosen
                      ? [...focus, section.id]
                      : focus.filter(one => one !== section.id),
                  )
                }
              >
                {localize(section.title, language)}
              </Checkbox>
            );
          })}
          <Hint>
            {t('upkeep.choices.focusHint', { count: FOCUS_SECTIONS_MAX })}
          </Hint>
        </Field>
      )}
      <Field>
        <Switch
          label={t('upkeep.choices.sharingLabel')}
          isSelected={shares}
          onChange={setShares}
        />
        <Hint>{t('upkeep.choices.sharingHint')}</Hint>
      </Field>
      {save.error && (
        <ErrorNotice error={save.error} title={t('upkeep.choices.failed')} />
      )}
      <Row>
        <Button type="submit" isPending={save.isPending}>
          {t('upkeep.choices.save')}
        </Button>
        <Button variant="tertiary" onPress={props.onDone}>
          {t('upkeep.choices.cancel')}
        </Button>
      </Row>
    </Form>
  );
}

const Terms = styled('dl')({
  margin: 0,
  fontSize: 'var(--bui-font-size-3)',
  lineHeight: 1.6,
  '& dt': {
    fontSize: 'var(--bui-font-size-2)',
    color: 'var(--bui-fg-secondary)',
  },
  '& dd': { margin: '0 0 var(--bui-space-3)' },
  '& dd:last-of-type': { marginBottom: 0 },
});

const Form = styled('form')({ display: 'grid', gap: 'var(--bui-space-4)' });

const Field = styled('div')({
  display: 'grid',
  justifyItems: 'start',
  gap: 'var(--bui-space-2)',
  margin: 0,
  padding: 0,
  border: 'none',
  minWidth: 0,
  fontSize: 'var(--bui-font-size-3)',
  '& legend': { padding: 0, marginBottom: 'var(--bui-space-2)' },
});

const Hint = styled('span')({
  fontSize: 'var(--bui-font-size-2)',
  color: 'var(--bui-fg-secondary)',
  lineHeight: 1.6,
});

const Row = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: 'var(--bui-space-2)',
});
