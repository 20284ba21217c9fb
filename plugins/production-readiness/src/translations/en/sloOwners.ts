export const sloOwners = {
  history: 'Who held the roles',
  span: '{{from}} to {{until}}',
  since: 'since {{from}}',
  changedBy: 'changed by {{who}}',
  changedInCatalog: 'changed in the catalog file',
  notInGroup: 'Not in the catalog any more, or not in {{group}}',
  oneOf: 'agreement of one of these: {{roles}}',
} as const;
