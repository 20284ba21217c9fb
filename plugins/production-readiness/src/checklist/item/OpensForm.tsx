import { type ReactNode, useState } from 'react';
import { Button } from '@backstage/ui';

/**
 * A button in a list that makes room for the form of what it says, until that
 * is sent or given up.
 *
 * @internal
 */
export function OpensForm(props: {
  label: string;
  children: (close: () => void) => ReactNode;
}) {
  const [open, setOpen] = useState(false);
  if (open) return <>{props.children(() => setOpen(false))}</>;
  return (
    <div>
      <Button variant="secondary" size="small" onPress={() => setOpen(true)}>
        {props.label}
      </Button>
    </div>
  );
}
