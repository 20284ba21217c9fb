import { Box } from '@backstage/ui';
import { InfoCard } from '@backstage/core-components';
import { type ComponentType } from 'react';
import { useReadinessTranslation } from '../translations';

/** The parts of a widget that a home page hands to its renderer. */
interface WidgetParts {
  Content: ComponentType;
}

/**
 * Makes the frame of a home-page widget whose title follows the reader's
 * language: a widget's own title is a fixed text, which stays the name in the
 * list of widgets.
 *
 * @internal
 */
export function homeCard(
  title: 'portfolioViews.home.title' | 'toil.log.title',
) {
  return function HomeCard({ Content }: WidgetParts) {
    const { t } = useReadinessTranslation();
    return (
      <InfoCard title={t(title)} noPadding>
        {/* Fields find the surface that they lie on by it, and their edges. */}
        <Box bg="neutral" p="4">
          <Content />
        </Box>
      </InfoCard>
    );
  };
}
