export const checklist = {
  title: 'Readiness',
} as const;
