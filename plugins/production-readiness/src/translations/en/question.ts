export const question = {
  title: 'Questions',
  ask: 'Ask a question',
  label: 'What would you like to know?',
  hint: 'Asking is no decision. The team answers here, and the answer comes to your inbox.',
  send: 'Send the question',
  sent: 'Your question is sent.',
  waits: 'Nobody has answered yet.',
  answerLabel: 'Your answer',
  answer: 'Answer',
  answered: 'Your answer is sent.',
  read: 'I have read the answer',
  readDone: 'Noted. It leaves your inbox.',
  history: {
    asked: '{{who}} asked',
    answered: '{{who}} answered {{asker}}',
  },
  short: 'Write a little more, please.',
} as const;
