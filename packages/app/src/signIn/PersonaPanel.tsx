import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useState } from 'react';
import { hostTranslationRef } from '../language/translations';
import { PersonaGroup } from './personas';
import { PersonButton } from './PersonButton';
import styles from './SignInPage.module.css';

/** One heading with its people; those without a story wait behind "more". */
export function PersonaPanel(props: {
  group: PersonaGroup;
  onChoose(ref: string): void;
}) {
  const { persona, featured, others } = props.group;
  const { t } = useTranslationRef(hostTranslationRef);
  const [open, setOpen] = useState(false);
  const Icon = persona.icon;
  const headingId = `persona-${persona.id}`;

  return (
    <section className={styles.panel} aria-labelledby={headingId}>
      <header className={styles.panelHeader}>
        <span className={styles.panelIcon} aria-hidden="true">
          <Icon size={20} />
        </span>
        <div>
          <h2 id={headingId} className={styles.panelTitle}>
            {t(`persona.${persona.key}.title`)}
          </h2>
          <p className={styles.panelSentence}>
            {t(`persona.${persona.key}.sentence`)}
          </p>
        </div>
      </header>
      {featured.map(person => (
        <PersonButton
          key={person.ref}
          person={person}
          onChoose={props.onChoose}
        />
      ))}
      {others.length > 0 && (
        <button
          type="button"
          className={styles.more}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {t('signIn.more', { count: others.length })}
        </button>
      )}
      {open && (
        <div className={styles.others}>
          {others.map(person => (
            <PersonButton
              key={person.ref}
              person={person}
              compact
              onChoose={props.onChoose}
            />
          ))}
        </div>
      )}
    </section>
  );
}
