/** As many checks as the default checklist has items. */
export const TECH_INSIGHTS_CHECKS = Array.from(
  { length: 42 },
  (_, index) => `check${index + 1}`,
);
