import { Link, useSidebarOpenState } from '@backstage/core-components';
import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { ProductMark } from '../signIn/ProductMark';
import styles from './SideBarLogo.module.css';

/** The mark of the product, with the company while the side bar is open. */
export function SideBarLogo() {
  const { isOpen } = useSidebarOpenState();
  const name = useApi(configApiRef).getOptionalString('organization.name');

  return (
    <Link to="/" underline="none" className={styles.logo} aria-label={name}>
      <ProductMark size={28} />
      {isOpen && <span className={styles.name}>{name}</span>}
    </Link>
  );
}
