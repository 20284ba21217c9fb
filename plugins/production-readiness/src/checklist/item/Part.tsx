import { type ReactNode, useId } from 'react';
import { Text } from '@backstage/ui';
import { styled } from '@mui/material/styles';

/**
 * A part of the panel under a small heading.
 *
 * @internal
 */
export function Part(props: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <Frame aria-labelledby={id}>
      <Text as="h3" variant="body-medium" weight="bold" id={id}>
        {props.title}
      </Text>
      {props.children}
    </Frame>
  );
}

const Frame = styled('section')({
  display: 'flex',
  flexDirection: 'column',
  gap: 'var(--bui-space-2)',
});
