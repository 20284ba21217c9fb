export const portfolio = {
  title: 'Readiness of the catalog',
} as const;
