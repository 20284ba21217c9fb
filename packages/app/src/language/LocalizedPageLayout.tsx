import {
  BreadcrumbEntry,
  PageLayoutProps,
  useBreadcrumbEntries,
} from '@backstage/frontend-plugin-api';
import { PluginHeader } from '@backstage/ui';
import { useResolvedPath } from 'react-router-dom';
import { titleIn } from './titles';
import { useLanguage } from './useLanguage';

/** The platform's page layout, with titles in the language on screen. */
export function LocalizedPageLayout(props: PageLayoutProps) {
  const { icon, noHeader, titleLink, headerActions, tabs, children } = props;
  const { language } = useLanguage();
  const { items: breadcrumbs } = useBreadcrumbEntries();
  const parentPath = useResolvedPath('.').pathname.replace(/\/$/, '');
  const title = props.title && titleIn(language, props.title);

  if (noHeader) {
    return <>{children}</>;
  }
  const content = (
    <>
      <PluginHeader
        title={title}
        icon={icon}
        titleLink={titleLink}
        breadcrumbs={breadcrumbs.map(entry => ({
          ...entry,
          label: titleIn(language, entry.label),
        }))}
        tabs={tabs?.map(tab => ({
          ...tab,
          label: titleIn(language, tab.label),
          href: tab.href.startsWith('/')
            ? tab.href
            : `${parentPath}/${tab.href}`.replace(/\/{2,}/g, '/'),
          matchStrategy: 'prefix' as const,
        }))}
        customActions={headerActions}
      />
      {children}
    </>
  );
  return title ? (
    <BreadcrumbEntry
      entry={{ label: title, href: titleLink ?? (parentPath || '/') }}
    >
      {content}
    </BreadcrumbEntry>
  ) : (
    content
  );
}
