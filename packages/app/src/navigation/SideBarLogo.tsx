import { Link, useSidebarOpenState } from '@backstage/core-components';
import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { ProductMark } from '../signIn/ProductMark';
import styles from './SideBarLogo.module.css';

/** The mark of the product, with its name while the side bar is open. */
export function SideBarLogo() {
  const { isOpen } = useSidebarOpenState();
  const title = useApi(configApiRef).getOptionalString('app.title');

  return (
    <Link to="/" underline="none" className={styles.logo} aria-label={title}>
      <ProductMark size={28} />
      {isOpen && <span className={styles.name}>{title}</span>}
    </Link>
  );
}
