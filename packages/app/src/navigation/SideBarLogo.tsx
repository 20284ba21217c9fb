import { Link, useSidebarOpenState } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { hostTranslationRef } from '../language/translations';
import { ProductMark } from '../signIn/ProductMark';
import styles from './SideBarLogo.module.css';

/** The mark of the product, with its name while the side bar is open. */
export function SideBarLogo() {
  const { isOpen } = useSidebarOpenState();
  const { t } = useTranslationRef(hostTranslationRef);
  const name = t('nav.portfolio');

  return (
    <Link to="/" underline="none" className={styles.logo} aria-label={name}>
      <ProductMark size={28} />
      {isOpen && <span className={styles.name}>{name}</span>}
    </Link>
  );
}
