import { type ReactNode } from 'react';
import { Text } from '@backstage/ui';
import { styled } from '@mui/material/styles';
import { type RemixiconComponentType } from '@remixicon/react';

/**
 * Says why there is nothing to see and what would bring something.
 *
 * @internal
 */
export function EmptyState(props: {
  Icon: RemixiconComponentType;
  title: string;
  children?: ReactNode;
  /** The way on: a button or a link. */
  action?: ReactNode;
}) {
  const { Icon } = props;
  return (
    <Frame>
      <Icon size={40} aria-hidden color="var(--bui-fg-secondary)" />
      <Text as="h3" variant="title-x-small" weight="bold">
        {props.title}
      </Text>
      {props.children && (
        <Text as="p" variant="body-medium" color="secondary">
          {props.children}
        </Text>
      )}
      {props.action}
    </Frame>
  );
}

const Frame = styled('div')({
  display: 'flex',
  flexDirection: 'column',
  alignItems: 'center',
  gap: 'var(--bui-space-3)',
  padding: 'var(--bui-space-10) var(--bui-space-4)',
  textAlign: 'center',
  '& > p': { maxWidth: '48ch', margin: 0 },
});
