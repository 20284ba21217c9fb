import type { ReactNode } from 'react';
import { Accordion, AccordionPanel, AccordionTrigger } from '@backstage/ui';
import { styled } from '@mui/material/styles';

/**
 * A heading that folds what is beneath it; flat, since it stands on the
 * surface of a page section already.
 *
 * @internal
 */
export function Fold(props: {
  title: string;
  /** Beside the title: a count. */
  note?: string;
  open?: boolean;
  children: ReactNode;
}) {
  return (
    <Flat defaultExpanded={props.open}>
      <AccordionTrigger title={props.title} subtitle={props.note} />
      <AccordionPanel>{props.children}</AccordionPanel>
    </Flat>
  );
}

const Flat = styled(Accordion)({
  '&&': {
    padding: 'var(--bui-space-3) 0',
    borderRadius: 0,
    backgroundColor: 'transparent',
    borderTop: '1px solid var(--bui-border-1)',
  },
  '&&:first-of-type': { borderTop: 'none', paddingTop: 0 },
  '&&:last-of-type': { paddingBottom: 0 },
});
