import { Fragment } from 'react';

/**
 * A name of a program, such as `CheckoutBudgetBurnFast`, that may break where
 * its parts meet instead of anywhere.
 *
 * @internal
 */
export function BreakableName({ name }: { name: string }) {
  const parts = name.split(/(?<=[a-z0-9])(?=[A-Z])|(?<=[_.:/-])/);
  return (
    <>
      {parts.map((part, index) => (
        // Parts have no identity but their place.
        // eslint-disable-next-line react/no-array-index-key
        <Fragment key={index}>
          {index > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </>
  );
}
