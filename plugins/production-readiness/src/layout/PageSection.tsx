import { type ComponentProps, type ReactNode, useId } from 'react';
import { Box, Text } from '@backstage/ui';
import { styled } from '@mui/material/styles';

/**
 * One area of a page on its own surface, with a heading and its actions.
 * Don't nest them: inside, use space and lines.
 *
 * @internal
 */
export function PageSection(props: {
  title: ReactNode;
  /** Beside the heading, in smaller type: a count, a summary. */
  note?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const titleId = useId();
  return (
    <Surface aria-labelledby={titleId}>
      <Header>
        <Text as="h2" variant="title-x-small" weight="bold" id={titleId}>
          {props.title}
        </Text>
        {props.note && (
          <Text as="span" variant="body-medium" color="secondary">
            {props.note}
          </Text>
        )}
        {props.actions && <Actions>{props.actions}</Actions>}
      </Header>
      {props.children}
    </Surface>
  );
}

// A surface that buttons and fields know they stand on.
function Neutral(props: ComponentProps<typeof Box>) {
  return <Box as="section" bg="neutral" {...props} />;
}

const Surface = styled(Neutral)({
  minWidth: 0,
  color: 'var(--bui-fg-primary)',
  borderRadius: 'var(--bui-radius-3)',
  border: '1px solid var(--bui-border-1)',
  padding: 'var(--bui-space-4) var(--bui-space-5) var(--bui-space-5)',
  fontFamily: 'var(--bui-font-regular)',
  // Japanese breaks between phrases where the browser knows how.
  wordBreak: 'auto-phrase',
  '@media (max-width: 599px)': { padding: 'var(--bui-space-4)' },
});

const Header = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'baseline',
  gap: 'var(--bui-space-1) var(--bui-space-3)',
  marginBottom: 'var(--bui-space-3)',
});

const Actions = styled('div')({
  display: 'flex',
  gap: 'var(--bui-space-2)',
  marginLeft: 'auto',
  alignSelf: 'center',
});
