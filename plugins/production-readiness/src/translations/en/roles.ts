/** What people are to a service, where the organisation names them by no title of its own. */
export const roles = {
  'product-owner': 'Product owner',
  cto: 'CTO',
  'technical-reviewer': 'Technical reviewer',
  'team-member': 'Member of the team',
} as const;
