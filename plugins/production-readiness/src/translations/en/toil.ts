export const toil = {
  title: 'Toil',
} as const;
