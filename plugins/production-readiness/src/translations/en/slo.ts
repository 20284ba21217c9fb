export const slo = {
  title: 'SLO',
} as const;
