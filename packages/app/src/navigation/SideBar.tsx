import {
  Sidebar,
  SidebarDivider,
  SidebarGroup,
  SidebarItem,
  SidebarSpace,
} from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { NavContentComponent } from '@backstage/plugin-app-react';
import { UserSettingsSignInAvatar } from '@backstage/plugin-user-settings';
import { RiMenuLine } from '@remixicon/react';
import { titleIn } from '../language/titles';
import { hostTranslationRef } from '../language/translations';
import { useLanguage } from '../language/useLanguage';
import { SideBarLogo } from './SideBarLogo';

/**
 * What one does most comes first. The titles of pages are fixed in English by
 * their plugins, so the pages known here get their label from this host.
 */
export const SideBar: NavContentComponent = ({ navItems }) => {
  const { t } = useTranslationRef(hostTranslationRef);
  const { language } = useLanguage();
  const labels: Record<string, string> = {
    'page:production-readiness': t('nav.portfolio'),
    'page:production-readiness/inbox': t('nav.inbox'),
    'page:production-readiness/studio': t('nav.studio'),
    'page:catalog': t('nav.catalog'),
    'page:user-settings': t('nav.settings'),
  };
  const nav = navItems.withComponent(({ node, icon, href, title }) => (
    <SidebarItem
      icon={() => icon}
      to={href}
      text={labels[node.spec.id] ?? titleIn(language, title)}
    />
  ));
  // The portfolio leads there.
  navItems.take('page:production-readiness/openslo');
  // Taken out of the list below, and drawn as the avatar at the bottom.
  const settings = navItems.take('page:user-settings');

  return (
    <Sidebar>
      <SideBarLogo />
      <SidebarDivider />
      <SidebarGroup label={t('nav.menu')} icon={<RiMenuLine size={24} />}>
        {nav.take('page:production-readiness')}
        {nav.take('page:production-readiness/inbox')}
        {nav.take('page:catalog')}
        {nav.take('page:production-readiness/studio')}
        {nav.rest({ sortBy: 'title' })}
      </SidebarGroup>
      <SidebarSpace />
      <SidebarDivider />
      {settings && (
        <SidebarGroup
          label={t('nav.settings')}
          icon={<UserSettingsSignInAvatar />}
          to={settings.href}
        >
          <SidebarItem
            icon={() => <UserSettingsSignInAvatar />}
            to={settings.href}
            text={t('nav.settings')}
          />
        </SidebarGroup>
      )}
    </Sidebar>
  );
};
