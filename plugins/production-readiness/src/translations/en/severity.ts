export const severity = {
  title: 'How severe is it?',
  none: 'Nobody has written down what makes something severe. At night, everybody would decide for themselves.',
  from: {
    entity: 'Written for this entity.',
    system: 'Taken over from the system.',
    domain: 'Taken over from the domain.',
    organisation: 'The same for the whole organisation.',
  },
  write: 'Write criteria',
  change: 'Change',
  help: 'Say what anybody can see: who can’t do what, how many of them, for how long. For example: “5 % of orders fail for 10 minutes”.',
  scope: 'For whom does it count?',
  scopes: {
    entity: 'For this entity, and what belongs to it',
    organisation: 'For the whole organisation',
  },
  vague:
    '{{words}} may mean something else to the next person. Which one, how many, how long?',
  quoted: '“{{word}}”',
  between: ', ',
  empty: 'All left empty: what is written further up counts.',
  saved: 'The criteria are saved.',
} as const;
