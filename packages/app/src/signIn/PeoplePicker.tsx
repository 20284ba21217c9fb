import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button, SearchField } from '@backstage/ui';
import { useState } from 'react';
import { hostTranslationRef } from '../language/translations';
import { matches, Person, usePeople } from './people';
import { groupByPersona } from './personas';
import { PersonaPanel } from './PersonaPanel';
import { PersonButton } from './PersonButton';
import { Preferences } from './Preferences';
import { ProductMark } from './ProductMark';
import { session } from './session';
import styles from './SignInPage.module.css';

/** The sign-in page while nobody is chosen. */
export function PeoplePicker(props: {
  refused?: { ref: string; reason: string };
  onChoose(ref: string): void;
}) {
  const { t } = useTranslationRef(hostTranslationRef);
  const organization =
    useApi(configApiRef).getOptionalString('organization.name');
  const { refused } = props;

  return (
    <div className={styles.page}>
      <header className={styles.bar}>
        <ProductMark size={32} />
        <span className={styles.product}>{t('signIn.product')}</span>
        <span className={styles.organization}>{organization}</span>
        <Preferences />
      </header>
      <main className={styles.main}>
        <h1 className={styles.title}>{t('signIn.title')}</h1>
        <p className={styles.lead}>{t('signIn.lead')}</p>
        {refused && (
          <Alert
            status="danger"
            icon
            title={t('signIn.refused', {
              name: refused.ref,
              reason: refused.reason,
            })}
          />
        )}
        <People onChoose={props.onChoose} />
      </main>
      <footer className={styles.footer}>{t('signIn.developmentOnly')}</footer>
    </div>
  );
}

function People({ onChoose }: { onChoose(ref: string): void }) {
  const { t } = useTranslationRef(hostTranslationRef);
  const state = usePeople();

  if (state.status === 'loading') {
    return (
      <p role="status" className={styles.notice}>
        {t('signIn.loading')}
      </p>
    );
  }
  if (state.status === 'failed') {
    return (
      <Alert
        status="danger"
        icon
        title={t('signIn.failed', { reason: state.reason })}
        customActions={
          <Button size="small" onPress={state.retry}>
            {t('signIn.retry')}
          </Button>
        }
      />
    );
  }
  if (state.people.length === 0) {
    return <Alert status="warning" icon title={t('signIn.empty')} />;
  }
  return <SearchablePeople people={state.people} onChoose={onChoose} />;
}

function SearchablePeople(props: {
  people: Person[];
  onChoose(ref: string): void;
}) {
  const { people, onChoose } = props;
  const { t } = useTranslationRef(hostTranslationRef);
  const [search, setSearch] = useState('');
  const text = search.trim();
  const found = text ? people.filter(person => matches(person, text)) : [];
  const last = people.find(({ ref }) => ref === session.last());

  return (
    <>
      <div className={styles.tools}>
        <SearchField
          aria-label={t('signIn.search')}
          placeholder={t('signIn.searchPlaceholder')}
          value={search}
          onChange={setSearch}
        />
        {last && (
          <Button onPress={() => onChoose(last.ref)}>
            {t('signIn.continueAs', { name: last.displayName })}
          </Button>
        )}
      </div>
      <p role="status" className={styles.count}>
        {text && found.length > 0
          ? t('signIn.matches', { count: found.length })
          : ''}
      </p>
      {!text && (
        <div className={styles.panels}>
          {groupByPersona(people).map(group => (
            <PersonaPanel
              key={group.persona.id}
              group={group}
              onChoose={onChoose}
            />
          ))}
        </div>
      )}
      {text && found.length === 0 && (
        <div className={styles.notice}>
          <p>{t('signIn.noMatch', { text })}</p>
          <Button variant="secondary" onPress={() => setSearch('')}>
            {t('signIn.clearSearch')}
          </Button>
        </div>
      )}
      {found.length > 0 && (
        <div className={styles.found}>
          {found.map(person => (
            <PersonButton
              key={person.ref}
              person={person}
              onChoose={onChoose}
            />
          ))}
        </div>
      )}
    </>
  );
}
