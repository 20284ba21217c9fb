import { Entity } from '@backstage/catalog-model';
import { ANNOTATIONS } from '@prodready/backstage-plugin-production-readiness-common';

// A small company with one person for each part that the product knows.

const provided = {
  'backstage.io/managed-by-location': 'test:organisation',
  'backstage.io/managed-by-origin-location': 'test:organisation',
};

/** Entities with this annotation set to "true" are for their owners only. */
export const CONFIDENTIAL_ANNOTATION = 'example.com/confidential';

/**
 * The people of the test organisation by the part that they play, as User refs.
 */
export const people = {
  /** Attests: member of the team that owns `checkout`. */
  owner: 'user:default/olga',
  /** A second member of that team. */
  colleague: 'user:default/colin',
  /** Product owner of `checkout`, not a member of its team. */
  productOwner: 'user:default/paula',
  cto: 'user:default/clara',
  /** Member of the reviewer group of most sections. */
  reviewer: 'user:default/remi',
  administrator: 'user:default/adam',
  /** Works in another team: may read most, owns nothing here. */
  reader: 'user:default/rita',
  /** The only one beside administrators who may see `skunkworks`. */
  insider: 'user:default/ivan',
  /** A guest has no User entity. */
  guest: 'user:development/guest',
} as const;

/** A part that somebody plays. */
export type Person = keyof typeof people;

/** Every Group of the organisation and who is directly in it. */
const groups: {
  name: string;
  parent?: string;
  members?: string[];
}[] = [
  { name: 'company' },
  { name: 'product', parent: 'company', members: ['paula', 'clara'] },
  {
    name: 'payments',
    parent: 'company',
    members: ['olga', 'colin', 'pat', 'peter', 'priya'],
  },
  { name: 'sre', parent: 'company', members: ['remi', 'rosa'] },
  { name: 'security', parent: 'company', members: ['remi', 'sam'] },
  { name: 'platform', parent: 'company', members: ['adam'] },
  { name: 'search', parent: 'company', members: ['rita', 'ruth'] },
  { name: 'lab', parent: 'company', members: ['ivan', 'ines'] },
];

/** Groups and Users, Domain, System, and what runs in them. */
export function organisation(): Entity[] {
  return [...groupEntities(), ...userEntities(), ...catalogEntities()];
}

/** Refs of the User and of each Group upward. */
export function principalsOf(userRef: string): string[] {
  const name = userRef.split('/')[1];
  const direct = groups.filter(group => group.members?.includes(name));
  const all = new Set([userRef]);
  for (let open = direct; open.length > 0; ) {
    open.forEach(group => all.add(`group:default/${group.name}`));
    const parents = open.map(group => group.parent);
    open = groups.filter(group => parents.includes(group.name));
  }
  return [...all];
}

function groupEntities(): Entity[] {
  return groups.map(({ name, parent }) => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name, annotations: provided },
    spec: {
      type: 'team',
      profile: { displayName: name, email: `${name}@example.com` },
      ...(parent && { parent }),
      children: [],
    },
  }));
}

function userEntities(): Entity[] {
  const names = new Set(groups.flatMap(group => group.members ?? []));
  return [...names].map(name => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name, annotations: provided },
    spec: {
      profile: { displayName: name[0].toLocaleUpperCase() + name.slice(1) },
      memberOf: groups
        .filter(group => group.members?.includes(name))
        .map(group => group.name),
    },
  }));
}

function catalogEntities(): Entity[] {
  return [
    {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Domain',
      metadata: { name: 'commerce', annotations: provided },
      spec: { owner: 'group:default/product' },
    },
    {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'System',
      metadata: {
        name: 'shop',
        annotations: { ...provided, [ANNOTATIONS.cto]: people.cto },
      },
      spec: { owner: 'group:default/payments', domain: 'commerce' },
    },
    component('checkout', {
      annotations: {
        [ANNOTATIONS.tier]: '1',
        [ANNOTATIONS.productOwner]: people.productOwner,
        [ANNOTATIONS.cto]: people.cto,
      },
    }),
    component('basket', { annotations: { [ANNOTATIONS.tier]: '2' } }),
    component('search-index', { owner: 'group:default/search' }),
    component('skunkworks', {
      owner: 'group:default/lab',
      annotations: { [CONFIDENTIAL_ANNOTATION]: 'true' },
    }),
    component('orphan', { owner: 'group:default/nobody-knows' }),
  ];
}

/** A Component of the organisation; by default of the payments team. */
export function component(
  name: string,
  options: { owner?: string; annotations?: Record<string, string> } = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      description: `The ${name} of the test organisation`,
      annotations: { ...provided, ...options.annotations },
    },
    spec: {
      type: 'service',
      lifecycle: 'production',
      owner: options.owner ?? 'group:default/payments',
      system: 'shop',
    },
  };
}
