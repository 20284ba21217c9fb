/** A team's week in percent. */
export const toilAllocation = {
  ways: 'How to record this week',
  entry: 'Single entries',
  percent: '{{value}}%',
  inPercent: 'Week in percent',
  intro:
    'Share the team’s week out, roughly. Five minutes in the retrospective are enough.',
  proposal:
    'Prefilled with the split of {{range}}. Drag what was different this time.',
  counts: 'This split counts for the week.',
  entriesKept_one:
    'The {{count}} single entry of the week is kept and does not count beside a split.',
  entriesKept_other:
    'The {{count}} single entries of the week are kept and do not count beside a split.',
  kind: '{{nature}}, {{trigger}}',
  slider: '{{name}}, in percent of the week',
  typed: '{{name}}: percent',
  giveRest: 'Add the {{percent}}% that are left to: {{name}}',
  takeRest: 'Take the {{percent}}% too much from: {{name}}',
  left: '{{percent}}% left',
  over: '{{percent}}% too much',
  complete: '100%: everything is shared out',
  addCategory: 'Add a category of its own',
  capacity: 'Hours that are 100%',
  capacityHint: 'What the whole team worked. Fewer in a short week.',
  capacityProblem: 'Write the hours of the whole team, such as 200 or 37.5.',
  notHundred: 'The parts sum to {{sum}}%. They have to make exactly 100%.',
  save: 'Save the split',
  saveAnyway: 'Save mine instead',
  saved: 'The split is saved and counts for the week.',
  remove: 'Remove the split',
  removed: 'The split is removed. The single entries count again.',
  failed: 'This was not saved. Your split is still here.',
  failedToLoad: 'The split of this week could not be loaded',
  instead:
    'This week is split in percent, and that is what counts. Single entries are kept, and count once the split is removed.',
  notCounted: 'It is kept, but the split in percent counts for this week.',
} as const;
