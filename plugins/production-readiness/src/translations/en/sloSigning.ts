export const sloSigning = {
  allowed: '{{failures}} of {{events}} requests may fail {{window}}',
  period: 'This period: {{days}}, {{zone}} time',
  paused:
    'At {{target}} releases would have paused on {{paused}} of the {{known}} days measured in the last 13 weeks.',
  more: 'Worth {{amount}} a year more than {{target}}.',
  less: 'Worth {{amount}} a year less than {{target}}.',
  valueTitle: 'What it is worth, and what it costs',
  worth: 'Worth',
  costs: 'Costs',
  notStated: 'The team has not stated it.',
  ofChange: 'a year, by going from {{from}} to {{to}}',
  ofNine: 'a year would be added by one more nine, {{to}}',
  ofAll: 'of {{amount}} a year that depend on it',
  aYear: 'a year',
  dependsTitle: 'What it depends on',
  together:
    'All of them at once: {{target}}, if each fails independently of the others.',
  below:
    'That is {{together}}, below the {{target}} promised here. It only holds where a failure below is caught.',
  unsigned: 'No signed number: {{names}}',
  between: ', ',
  warnTitle: '{{target}} asks for more than the checklist shows so far',
  supports: {
    demo: 'So far the checklist shows a service to try out. You can sign all the same.',
    deterministic:
      'So far the checklist shows a service that is repaired by day. You can sign all the same.',
    reactive:
      'So far the checklist shows a service that somebody repairs when called. You can sign all the same.',
    proactive:
      'So far the checklist shows a service whose trouble is found early. You can sign all the same.',
    autonomic: 'The checklist shows a service that heals itself.',
  },
  alertsTitle: 'Alerts that fit this number, each over two windows at once:',
  alerts: {
    page: 'Page above {{threshold}}% errors over {{long}} and {{short}}; {{fires}} into a total outage',
    ticket:
      'Ticket above {{threshold}}% errors over {{long}} and {{short}}; {{fires}} into a total outage',
  },
  warnReason: 'Why is it right all the same? (optional)',
  warnReasonHint: 'At least 10 characters are kept with your signature.',
} as const;
