import { type ReactNode, useState } from 'react';
import { Button } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import {
  RiCheckDoubleLine,
  RiFileDownloadLine,
  RiFocus3Line,
  type RemixiconComponentType,
} from '@remixicon/react';
import { type EntitySlosView } from '@prodready/backstage-plugin-production-readiness-common';
import { EmptyState, PageSection } from '../../layout';
import { useSloTranslation } from '../../translations';
import { NotNeeded } from './NotNeeded';
import { NotNeededForm } from './NotNeededForm';

/**
 * No number yet: the ways on from there, or why there is none.
 *
 * @internal
 */
export function NoSlo(props: {
  view: EntitySlosView;
  onWrite: () => void;
  onImport: () => void;
}) {
  const { t } = useSloTranslation();
  const [declining, setDeclining] = useState(false);
  const { view } = props;
  const { mayEdit, need } = view;
  if (need.notNeeded) return <NotNeeded view={view} onWrite={props.onWrite} />;
  if (declining) {
    return <NotNeededForm view={view} onBack={() => setDeclining(false)} />;
  }
  if (!mayEdit && !need.mayDecide) {
    return (
      <PageSection title={t('slo.title')}>
        <EmptyState Icon={RiFocus3Line} title={t('slo.empty.readerTitle')}>
          {t('slo.empty.reader')}
        </EmptyState>
      </PageSection>
    );
  }
  return (
    <PageSection title={t('slo.empty.title')}>
      <Lead>{t('slo.empty.text')}</Lead>
      <Ways>
        {mayEdit && (
          <Way
            Icon={RiFocus3Line}
            title={t('sloNeed.writeTitle')}
            text={t('sloNeed.writeText')}
          >
            <Button variant="primary" onPress={props.onWrite}>
              {t('slo.empty.action')}
            </Button>
          </Way>
        )}
        {mayEdit && (
          <Way
            Icon={RiFileDownloadLine}
            title={t('openSlo.wayTitle')}
            text={t('openSlo.wayText')}
          >
            <Button variant="secondary" onPress={props.onImport}>
              {t('openSlo.import')}
            </Button>
          </Way>
        )}
        <Way
          Icon={RiCheckDoubleLine}
          title={t('sloNeed.noneTitle')}
          text={t(need.mayDecide ? 'sloNeed.noneText' : 'sloNeed.noneOwner')}
        >
          {need.mayDecide && (
            <Button variant="secondary" onPress={() => setDeclining(true)}>
              {t('sloNeed.noneAction')}
            </Button>
          )}
        </Way>
      </Ways>
    </PageSection>
  );
}

function Way(props: {
  Icon: RemixiconComponentType;
  title: string;
  text: string;
  children: ReactNode;
}) {
  const { Icon } = props;
  return (
    <li>
      <Icon size={28} aria-hidden />
      <h3>{props.title}</h3>
      <p>{props.text}</p>
      {props.children}
    </li>
  );
}

const Lead = styled('p')({
  margin: '0 0 var(--bui-space-4)',
  maxWidth: '60ch',
  lineHeight: 1.65,
});

const Ways = styled('ul')({
  listStyle: 'none',
  margin: 0,
  padding: 0,
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 16rem), 1fr))',
  gap: 'var(--bui-space-5)',
  '& > li': {
    display: 'grid',
    gridTemplateRows: 'auto auto 1fr auto',
    justifyItems: 'start',
    gap: 'var(--bui-space-2)',
    paddingTop: 'var(--bui-space-4)',
    borderTop: '1px solid var(--bui-border-1)',
  },
  '& svg': { color: 'var(--bui-fg-secondary)' },
  '& h3': { margin: 0, fontSize: 'var(--bui-font-size-4)' },
  '& p': {
    margin: '0 0 var(--bui-space-2)',
    color: 'var(--bui-fg-secondary)',
    lineHeight: 1.6,
  },
});
