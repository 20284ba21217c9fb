import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonIcon, ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { RiMoonLine, RiSunLine } from '@remixicon/react';
import { hostTranslationRef } from '../language/translations';
import styles from './SignInPage.module.css';
import { useLanguage } from '../language/useLanguage';
import { useTheme } from './useTheme';

const LANGUAGE_NAMES: Record<string, string> = { en: 'English', ja: '日本語' };

/** Language and light or dark, before anybody is signed in. */
export function Preferences() {
  const { t } = useTranslationRef(hostTranslationRef);
  const { language, languages, choose } = useLanguage();
  const { theme, choose: chooseTheme } = useTheme();
  const otherTheme = theme === 'dark' ? 'light' : 'dark';

  return (
    <div className={styles.preferences}>
      <ToggleButtonGroup
        aria-label={t('signIn.language')}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[language]}
        onSelectionChange={keys => {
          const [next] = keys;
          if (next !== undefined) {
            choose(String(next));
          }
        }}
      >
        {languages.map(id => (
          <ToggleButton key={id} id={id} lang={id}>
            {LANGUAGE_NAMES[id] ?? id}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <ButtonIcon
        variant="tertiary"
        aria-label={`${t('signIn.theme')}: ${t(`signIn.${otherTheme}`)}`}
        icon={theme === 'dark' ? <RiSunLine /> : <RiMoonLine />}
        onPress={() => chooseTheme(otherTheme)}
      />
    </div>
  );
}
