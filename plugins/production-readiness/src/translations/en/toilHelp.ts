/** Logging from anywhere, and the helper for "is this toil?". */
export const toilHelp = {
  journey: 'Which journey it was about',
  noJourney: 'None in particular',
  handover: 'Handed over to another team or shift',
  team: 'Team',
  noTeam:
    'You are in no group of the catalog yet, so there is no team to log for.',
  notMember: 'Only members of the team log its work.',
  shortcuts: 'Single-key shortcuts',
  shortcutsHint:
    'L opens this log on every page. Enter then repeats what you logged last.',
  title: 'Is this toil? Six questions',
  intro:
    'The first or second time is not toil. Think of the work itself, not of who did it.',
  yes: 'Yes',
  no: 'No',
  trait: {
    manual: 'Did somebody do it by hand, also by starting a script?',
    repetitive: 'Does it come again and again?',
    automatable: 'Could a machine do it as well?',
    tactical: 'Did it interrupt, rather than being planned?',
    valueless: 'Is the service the same afterwards as before?',
    growing: 'Does it grow as the service grows?',
  },
  suggests: {
    toil: 'Four or more of the six traits: this looks like toil. You decide.',
    ask: 'Two or three traits: not clear. Ask a colleague what would be left if nobody did it.',
    engineering:
      'Hardly any of the traits: this looks like engineering. You decide.',
  },
  choose: 'Choose “{{nature}}”',
  queue: 'What was this?',
  left_one: '{{count}} entry is not sorted yet',
  left_other: '{{count}} entries are not sorted yet',
  later: 'Not this week',
  sorted: 'Sorted out.',
} as const;
