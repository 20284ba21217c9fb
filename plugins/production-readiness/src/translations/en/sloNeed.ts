export const sloNeed = {
  writeTitle: 'Write one, with help',
  writeText:
    'From what users need, over one sentence, to a number. Five short steps, no special words.',
  noneTitle: 'None is needed, because …',
  noneText:
    'Some things nobody waits for. Say why, and the question is answered; you can take it back at any time.',
  noneOwner:
    'Some things nobody waits for. The product owner or the CTO can say so here.',
  noneAction: 'Say why none is needed',
  because: 'Why is no number needed?',
  becauseHint:
    'For example: “Only a nightly job uses it; a failure is repaired the next morning.”',
  save: 'None is needed',
  saved: 'It is recorded that none is needed.',
  undone: 'The question is open again.',
  undo: 'One is needed after all',
  decidedTitle: 'No number is needed here',
  service: 'What kind of service is it? (for examples)',
  pair: '{{title}} · {{beneficiary}}',
  kinds: {
    screen: 'People use it on a screen',
    api: 'Other services call it',
    batch: 'It does its work at set times',
    data: 'It keeps or moves data',
    device: 'Devices talk to it',
  },
  journeys: {
    screen: 'Check out a basket',
    api: 'Get a customer’s address',
    batch: 'Have the morning report ready',
    data: 'See a booking in every system',
    device: 'Report where the parcel is',
  },
  suffers: {
    screen: 'Shoppers',
    api: 'The services that ask, and whoever waits for them',
    batch: 'Shop managers at eight in the morning',
    data: 'Clerks who look the booking up',
    device: 'Lockers, and whoever waits in front of one',
  },
  sentences: {
    screen: {
      one: 'the proportion of checkouts that succeed within 2 seconds',
      two: 'the proportion of searches that give an answer',
    },
    api: {
      one: 'the proportion of requests that are answered without an error within 300 ms',
      two: 'the proportion of address look-ups that give the right address',
    },
    batch: {
      one: 'the proportion of mornings on which the report is ready by eight',
      two: 'the proportion of nightly runs that finish before the shops open',
    },
    data: {
      one: 'the proportion of bookings that are visible everywhere within 5 minutes',
      two: 'the proportion of files that can be read back unchanged',
    },
    device: {
      one: 'the proportion of devices that can report once an hour',
      two: 'the proportion of doors that open within 2 seconds after a valid code',
    },
  },
} as const;
