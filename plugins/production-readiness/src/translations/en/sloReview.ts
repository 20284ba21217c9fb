export const sloReview = {
  title: 'Is this number still right?',
  question: 'How content are you with how it works for users?',
  questionHint: 'It is kept with your signature and used for advice.',
  choice: {
    high: 'Content: users get what they need',
    low: 'Not content: users are annoyed or complain',
  },
  missing: 'Say how content you are, then sign again.',
  said: { high: 'content', low: 'not content' },
  adviceTitle: 'A suggestion',
  advice: {
    'release-faster':
      'You could release faster, or leave it as it is and turn to something else.',
    'tighten-calm':
      'You could ask for a higher number: this one is kept, and users still want more.',
    'cut-alerts':
      'You could remove alerts that nobody needs; if that is not enough, lower the number for now and fix the causes.',
    'tighten-busy':
      'You could ask for a higher number: the work is not where users feel it.',
    'loosen-calm':
      'You could lower the number: it is missed, and users are content all the same.',
    'sensitive-alerts':
      'You could make the alerts more sensitive: users notice before the team does.',
    'loosen-busy':
      'You could lower the number: the team works hard for something that users don’t miss.',
    'offload-toil':
      'You could take toil off the team and put the time into fixing the product.',
  },
  because: 'Because {{slo}}, {{toil}}, and the owner is {{satisfaction}}.',
  slo: { met: 'the number was kept', missed: 'the number was missed' },
  toil: {
    low: 'the team has little toil',
    high: 'the team has much toil',
  },
  content: { high: 'content', low: 'not content' },
} as const;
