export const shell = {
  error: {
    title: 'This did not work',
    field: 'It is about: {{field}}',
    retry: 'Try again',
    offline: 'The server could not be reached. Nothing was lost.',
    busy: 'The server can’t answer just now. Try again in a moment; nothing was lost.',
    unexpected: 'Something unexpected happened. Nothing was saved.',
    notAllowed: 'You may not see or do this',
    notFound: 'There is nothing here',
    conflict: 'Someone else changed this meanwhile',
  },
  panel: { close: 'Close' },
  loading: 'Loading',
  pages: {
    portfolio: 'Readiness',
    inbox: 'Readiness inbox',
    studio: 'Checklist studio',
  },
} as const;
