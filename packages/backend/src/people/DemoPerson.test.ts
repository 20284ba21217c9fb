import { Entity } from '@backstage/catalog-model';
import { displayNameOf, toDemoPerson } from './DemoPerson';

const user = (parts: Partial<Entity>): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name: 'mika-ono' },
  ...parts,
});

describe('A person on the sign-in page', () => {
  it('carries name, role, story and the names of their groups', () => {
    const mika = user({
      metadata: {
        name: 'mika-ono',
        annotations: {
          'demo.production-readiness.io/persona': 'product-owner',
          'demo.production-readiness.io/role': 'Product owner',
          'demo.production-readiness.io/role-ja': 'プロダクトオーナー',
          'demo.production-readiness.io/story': 'Signs.',
        },
      },
      spec: { profile: { displayName: 'Mika Ono' } },
      relations: [
        { type: 'memberOf', targetRef: 'group:default/product-office' },
        { type: 'memberOf', targetRef: 'group:default/unknown' },
        { type: 'ownerOf', targetRef: 'component:default/x' },
      ],
    });

    expect(
      toDemoPerson(
        mika,
        new Map([['group:default/product-office', 'Product office']]),
      ),
    ).toEqual({
      ref: 'user:default/mika-ono',
      displayName: 'Mika Ono',
      persona: 'product-owner',
      role: { en: 'Product owner', ja: 'プロダクトオーナー' },
      story: { en: 'Signs.', ja: undefined },
      groups: ['Product office', 'group:default/unknown'],
    });
  });

  it.each<[string, Partial<Entity>]>([
    ['mika-ono', {}],
    ['Mika', { metadata: { name: 'mika-ono', title: 'Mika' } }],
    ['mika-ono', { spec: { profile: 'not an object' } }],
    ['M. Ono', { spec: { profile: { displayName: 'M. Ono' } } }],
  ])('is called %s', (name, parts) => {
    expect(displayNameOf(user(parts))).toBe(name);
  });
});
