import { inLanguage, Person } from './people';
import styles from './SignInPage.module.css';
import { useLanguage } from '../language/useLanguage';

/** One person to sign in as: who they are, where, and what one will see. */
export function PersonButton(props: {
  person: Person;
  /** Leaves the story out, for long lists. */
  compact?: boolean;
  onChoose(ref: string): void;
}) {
  const { person, compact, onChoose } = props;
  const { language } = useLanguage();
  const role = inLanguage(person.role, language);
  const story = inLanguage(person.story, language);
  const place = [role, ...person.groups].filter(Boolean).join(' · ');

  return (
    <button
      type="button"
      className={styles.person}
      data-person={person.ref}
      onClick={() => onChoose(person.ref)}
    >
      <Initials person={person} />
      <span className={styles.personText}>
        <span className={styles.personName}>{person.displayName}</span>
        <span className={styles.personPlace}>{place || person.ref}</span>
        {!compact && story && (
          <span className={styles.personStory}>{story}</span>
        )}
      </span>
    </button>
  );
}

/** A coloured disc, always the same for the same person. Decoration only. */
export function Initials({ person }: { person: Person }) {
  const initials = person.displayName
    .replace(/（.*/, '')
    .split(/\s+/)
    .map(word => word[0])
    .slice(0, 2)
    .join('');
  const hue = [...person.ref].reduce(
    (sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 360,
    7,
  );
  return (
    <span
      aria-hidden="true"
      className={styles.initials}
      style={{ background: `hsl(${hue} 42% 33%)` }}
    >
      {initials}
    </span>
  );
}
