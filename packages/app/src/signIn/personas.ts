import {
  RiBuilding4Line,
  RiCodeSSlashLine,
  RiDashboard3Line,
  RiEyeLine,
  RiGroupLine,
  RiLifebuoyLine,
  RiQuillPenLine,
  RiScales3Line,
  RiShieldKeyholeLine,
} from '@remixicon/react';
import { Person } from './people';

/** What people are grouped by: the question that they come with. */
export const PERSONAS = [
  { id: 'developer', key: 'developer', icon: RiCodeSSlashLine },
  { id: 'product-owner', key: 'productOwner', icon: RiQuillPenLine },
  { id: 'sre', key: 'sre', icon: RiLifebuoyLine },
  { id: 'team-lead', key: 'teamLead', icon: RiGroupLine },
  { id: 'platform', key: 'platform', icon: RiDashboard3Line },
  { id: 'cto', key: 'cto', icon: RiScales3Line },
  { id: 'security', key: 'security', icon: RiShieldKeyholeLine },
  { id: 'outsider', key: 'outsider', icon: RiEyeLine },
  { id: 'other', key: 'other', icon: RiBuilding4Line },
] as const;

/** One heading of the sign-in page. */
export type Persona = (typeof PERSONAS)[number];

/** A heading with its people; those who have a story to show come first. */
export interface PersonaGroup {
  persona: Persona;
  featured: Person[];
  others: Person[];
}

/** Sorts people under the headings and leaves empty ones out. */
export function groupByPersona(people: Person[]): PersonaGroup[] {
  const known = new Set<string>(PERSONAS.map(({ id }) => id));
  return PERSONAS.map(persona => {
    const members = people.filter(
      person =>
        (known.has(person.persona ?? '') ? person.persona : 'other') ===
        persona.id,
    );
    const featured = members.filter(hasStory);
    return {
      persona,
      // Without any story, as in another catalog, everyone is shown at once.
      featured: featured.length > 0 ? featured : members,
      others: featured.length > 0 ? members.filter(p => !hasStory(p)) : [],
    };
  }).filter(({ featured }) => featured.length > 0);
}

function hasStory({ story }: Person): boolean {
  return story.en !== undefined || story.ja !== undefined;
}
