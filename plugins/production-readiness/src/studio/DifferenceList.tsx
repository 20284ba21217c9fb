import { styled } from '@mui/material/styles';
import {
  localize,
  type ChecklistDifferences,
  type FieldDifference,
  type LocalizedText,
} from '@prodready/backstage-plugin-production-readiness-common';
import { studio } from '../translations/en/studio';
import { useStudioTranslation } from '../translations';
import { TONES, type Tone } from '../state';

const CHANGE_TONES: Record<'added' | 'removed' | 'changed', Tone> = {
  added: 'success',
  removed: 'danger',
  changed: 'info',
};

/**
 * What two versions do not have in common, item by item, with what each field
 * said before and says now.
 *
 * @internal
 */
export function DifferenceList(props: { differences: ChecklistDifferences }) {
  const { t, language } = useStudioTranslation();
  const { fields, items } = props.differences;
  if (fields.length + items.length === 0) {
    return <Quiet>{t('studio.differences.none')}</Quiet>;
  }
  return (
    <>
      {items.length > 0 && (
        <Quiet>{t('studio.differences.count', { count: items.length })}</Quiet>
      )}
      <Rows>
        {items.map(item => (
          <li key={item.itemId}>
            <Head>
              <Change style={{ color: TONES[CHANGE_TONES[item.change]].fg }}>
                {t(`studio.differences.${item.change}`)}
              </Change>
              <b>{localize(item.title, language)}</b>
              <Id>{item.itemId}</Id>
            </Head>
            <Fields fields={item.fields} />
          </li>
        ))}
        {fields.length > 0 && (
          <li>
            <Head>
              <b>{t('studio.differences.document')}</b>
            </Head>
            <Fields fields={fields} />
          </li>
        )}
      </Rows>
    </>
  );
}

function Fields({ fields }: { fields: readonly FieldDifference[] }) {
  const { t, language } = useStudioTranslation();
  if (fields.length === 0) return null;
  return (
    <Pairs>
      {fields.map(({ field, before, after }) => (
        <div key={field}>
          <dt title={field}>{t(`studio.differences.field.${known(field)}`)}</dt>
          <dd>
            <Old aria-label={t('studio.differences.before')}>
              {textOf(before, language) ?? t('studio.differences.nothing')}
            </Old>
            <New aria-label={t('studio.differences.after')}>
              {textOf(after, language) ?? t('studio.differences.nothing')}
            </New>
          </dd>
        </div>
      ))}
    </Pairs>
  );
}

type Field = keyof typeof studio.differences.field;

function known(field: string): Field {
  return Object.hasOwn(studio.differences.field, field)
    ? (field as Field)
    : 'other';
}

/** Words in the reader's language; anything else as it is written. */
function textOf(json: string | null, language: string): string | null {
  if (json === null) return null;
  const value: unknown = JSON.parse(json);
  if (typeof value === 'string') return value;
  const isWords =
    typeof value === 'object' &&
    value !== null &&
    Object.keys(value).sort().join() === 'en,ja';
  return isWords ? localize(value as LocalizedText, language) : json;
}

const Quiet = styled('p')({
  margin: '0 0 var(--bui-space-2)',
  color: 'var(--bui-fg-secondary)',
});

const Rows = styled('ul')({
  listStyle: 'none',
  margin: 0,
  padding: 0,
  '& > li': {
    padding: 'var(--bui-space-3) 0',
    borderTop: '1px solid var(--bui-border-1)',
  },
});

const Head = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'baseline',
  gap: 'var(--bui-space-1) var(--bui-space-2)',
});

const Change = styled('span')({ fontWeight: 500, minWidth: '4em' });

const Id = styled('small')({ color: 'var(--bui-fg-secondary)' });

const Pairs = styled('dl')({
  display: 'grid',
  gap: 'var(--bui-space-2)',
  margin: 'var(--bui-space-2) 0 0',
  '& dt': { color: 'var(--bui-fg-secondary)' },
  '& dd': {
    margin: 0,
    display: 'grid',
    gap: 'var(--bui-space-1)',
    overflowWrap: 'anywhere',
  },
  '@media (min-width: 800px)': {
    '& > div': {
      display: 'grid',
      gridTemplateColumns: '160px minmax(0, 1fr)',
      gap: 'var(--bui-space-3)',
    },
    '& dd': { gridTemplateColumns: '1fr 1fr', gap: 'var(--bui-space-3)' },
  },
});

const Old = styled('del')({
  color: 'var(--bui-fg-secondary)',
  textDecorationThickness: 1,
});

const New = styled('ins')({ textDecoration: 'none' });
