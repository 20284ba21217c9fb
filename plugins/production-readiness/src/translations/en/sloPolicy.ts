export const sloPolicy = {
  title: 'When the budget is used up',
  hint: 'A signed agreement on what happens then, so that nobody argues at two in the morning.',
  none: 'Nothing is agreed yet. Each number says only whether releases pause.',
  write: 'Write a policy',
  openPolicy: 'Open {{title}}',
  from: 'of {{name}}',
  left: 'Less than {{percent}}% left',
  gone: 'Nothing left',
  who: 'Who: {{who}}',
  exceptions: 'Still goes out meanwhile',
  incidentTitle: 'One incident used more than {{percent}}%',
  escalation: 'When people disagree',
  subject: 'this policy',
  retire: 'End this policy',
  dispute: 'Dispute this policy',
  doneWith: {
    uphold: 'The dispute is decided: the policy stays.',
    overturn: 'The dispute is decided: the policy is not in force any more.',
    retire: 'The policy has ended.',
  },
  signTitle: 'Do you agree to this policy?',
  renewTitle: 'Is this policy still right?',
  readTitle: 'Error-budget policy',
  disputeTitle: 'Does this policy stay?',
  explained:
    'An error budget is how much may go wrong before users suffer. This says in advance what the team does as it shrinks, and who sees to it.',
  done: 'This policy is in force now. Numbers can name it.',
  change: 'Change',
  request: 'Ask for signatures',
  requestAgain: 'Ask for signatures again',
  requested: 'The signers see it in their inbox.',
  changes: 'What changes',
  loadError: 'The policy could not be loaded',
  historyLine: 'Version {{version}}, {{title}}',
  standing: {
    signed: 'Agreed: {{title}}',
    replaced:
      '{{title}}, version {{version}}. A newer version of this policy is in force.',
    unsigned: '{{title}}. Nobody has agreed to this policy, or not any more.',
  },
  unknown:
    'It names a policy that is not known here. Ask the team what happens then.',
  choose: 'Policy for that case',
  chooseNone: 'None',
  chooseOld: '{{title}}, version {{version}} (as named so far)',
  chooseHint:
    'No policy is in force for this yet. One can be written on the SLO page.',
  edit: {
    titleNew: 'Write an error-budget policy',
    titleEdit: 'Change the error-budget policy',
    template: 'Start from a template for a small team',
    templateHint: 'It fills the form; change whatever does not fit.',
    name: 'Name of the policy',
    purpose: 'Why it exists (optional)',
    steps: 'What happens, step by step',
    budgetLeft: 'When this much is left, in %',
    budgetGone: 'When nothing is left',
    action: 'What happens then',
    responsible: 'Who sees to it',
    addStep: 'Add an earlier step',
    removeStep: 'Remove this step',
    exceptions: 'What still goes out when releases pause, one a line',
    incident: 'A single bad incident',
    incidentUsed: 'When one incident used more than this much, in %',
    escalation: 'Who decides when people disagree',
    cadence: 'When it is looked at again',
    saveAndAsk: 'Save and ask for signatures',
    saveDraft: 'Save as a draft',
    savedAsked: 'Saved. The signers see it in their inbox.',
    savedDraft: 'Saved as a draft.',
    unchanged: 'Nothing is different, so nothing was saved.',
    problem: {
      title: 'Give it a name.',
      action: 'Say in a few words what happens.',
      responsible: 'Say who sees to it.',
      budgetLeft: 'A whole number from 1 to 99, each once.',
      incident: 'A whole number from 1 to 100, and what happens, and who.',
      escalation: 'Say who decides.',
    },
  },
  template: {
    title: 'What we do when the error budget shrinks',
    purpose:
      'It balances new features against reliability, by what users notice. It punishes nobody: pausing gives the team time to mend what hurts.',
    half: {
      action:
        'We look together at what used the budget and plan one improvement for the next two weeks.',
      responsible: 'The team, in its weekly meeting',
    },
    quarter: {
      action:
        'Improvements to reliability come first in planning. Risky changes wait.',
      responsible: 'The team lead and the product owner',
    },
    gone: {
      action:
        'Releases pause, but for the exceptions below, until the number is met again.',
      responsible:
        'The team lead stops; the product owner tells those who wait',
    },
    exceptions:
      'Fixes for security and for lost data\nFixes for what used the budget\nWhat law or a contract asks for on a date',
    incident: {
      action:
        'We hold a postmortem without blame and give its most important action an owner and a date.',
      responsible: 'Whoever was on call, with the team lead',
    },
    escalation:
      'The product owner and the team lead decide together. If they can’t, the CTO decides within one working day.',
  },
} as const;
