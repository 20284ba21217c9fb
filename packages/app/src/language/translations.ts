import {
  createTranslationRef,
  createTranslationResource,
} from '@backstage/frontend-plugin-api';

/** Every text of the host itself, in English. */
export const hostTranslationRef = createTranslationRef({
  id: 'demo-host',
  messages: {
    nav: {
      menu: 'Menu',
      settings: 'Settings',
      catalog: 'Catalog',
      portfolio: 'Readiness',
      inbox: 'Inbox',
      studio: 'Checklists',
    },
    signIn: {
      product: 'Production readiness',
      title: 'Through whose eyes?',
      lead: 'Checklists, signed SLOs and toil in a make-believe company. Pick a person, look around, come back as somebody else. No password needed.',
      search: 'Search by name, role or team',
      searchPlaceholder: 'Name, role or team',
      matches_one: '{{ count }} person',
      matches_other: '{{ count }} people',
      noMatch: 'Nobody here is called “{{ text }}”. Try a role or a team.',
      clearSearch: 'Show everyone',
      continueAs: 'Continue as {{ name }}',
      lastTime: 'As last time',
      more_one: '{{ count }} more',
      more_other: '{{ count }} more',
      signingIn: 'Signing in as {{ name }}…',
      loading:
        'The catalog is being read. On a first start this takes a few seconds.',
      empty:
        'There is nobody in this catalog to sign in as. Add a User entity to the file that you started with (--catalog), then reload.',
      failed: 'The people could not be read: {{ reason }}',
      refused: 'Signing in as {{ name }} did not work: {{ reason }}',
      retry: 'Try again',
      language: 'Language',
      theme: 'Appearance',
      light: 'Light',
      dark: 'Dark',
      developmentOnly:
        'For development only: this sign-in refuses to start in production.',
    },
    persona: {
      developer: {
        title: 'Developer',
        sentence: 'What can I fix now? Answer an item with evidence.',
      },
      sre: {
        title: 'SRE, reviewer',
        sentence: 'The queue of answers to accept or return.',
      },
      productOwner: {
        title: 'Product owner',
        sentence: 'What needs my signature, and what does the number mean?',
      },
      cto: {
        title: 'CTO',
        sentence: 'Signs when an owner is missing, decides disputes.',
      },
      platform: {
        title: 'Platform engineer',
        sentence: 'The whole catalog: who is ready, and what blocks.',
      },
      teamLead: {
        title: 'Team lead',
        sentence: 'Where does our time go, and what to automate first?',
      },
      security: {
        title: 'Security reviewer',
        sentence: 'Accepts answers about security.',
      },
      outsider: {
        title: 'Outsider',
        sentence: 'What people outside the team see, and don’t.',
      },
      other: {
        title: 'People of this catalog',
        sentence: 'Everyone whom the catalog knows.',
      },
    },
  },
});

/** The same in Japanese, loaded when somebody chooses it. */
export const hostTranslations = createTranslationResource({
  ref: hostTranslationRef,
  translations: { ja: () => import('./ja') },
});
