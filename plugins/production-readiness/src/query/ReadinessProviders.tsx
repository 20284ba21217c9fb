import { PropsWithChildren } from 'react';
import { QueryClientProvider } from '@tanstack/react-query';
import { MuiThemeBridge } from '../theme/MuiThemeBridge';
import { Readable } from '../theme/Readable';
import { Announcer } from './Announcer';
import { queryClient } from './queryClient';

/**
 * What every page, tab and card of this plugin stands in: the shared cache,
 * the live region, and Material UI parts that look like the rest.
 *
 * @internal
 */
export function ReadinessProviders({ children }: PropsWithChildren<{}>) {
  return (
    <QueryClientProvider client={queryClient}>
      <MuiThemeBridge>
        <Readable>
          <Announcer>{children}</Announcer>
        </Readable>
      </MuiThemeBridge>
    </QueryClientProvider>
  );
}
