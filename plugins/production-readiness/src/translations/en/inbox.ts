export const inbox = {
  title: 'What waits for you',
} as const;
