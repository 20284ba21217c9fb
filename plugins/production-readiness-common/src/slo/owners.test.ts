import {
  DEFAULT_OWNER_ROLES,
  namedOwners,
  OwnerSource,
  resolveOwner,
} from './owners';

const [PRODUCT_OWNER] = DEFAULT_OWNER_ROLES;

const source = (
  place: OwnerSource['place'],
  change: Partial<OwnerSource> = {},
): OwnerSource => ({
  place,
  entityRef: `${place}:default/x`,
  annotations: {},
  set: {},
  ...change,
});
const PO = 'production-readiness.io/product-owner';
const everybody = () => true;

describe('the owner of an entity', () => {
  const all = [
    source('entity', {
      annotations: { [PO]: 'hanako' },
      set: { 'product-owner': 'user:default/set' },
    }),
    source('system', { set: { 'product-owner': 'user:default/system' } }),
    source('domain', { annotations: { [PO]: 'User:Sales/Domain' } }),
  ];
  const holder = (sources: OwnerSource[]) =>
    resolveOwner(PRODUCT_OWNER, sources, everybody);

  it('comes from the annotation first', () => {
    expect(holder(all)).toEqual({
      role: 'product-owner',
      userRef: 'user:default/hanako',
      origin: {
        place: 'entity',
        entityRef: 'entity:default/x',
        by: 'annotation',
      },
      vacant: false,
    });
  });

  it('then from what was set, then from the System, then from the Domain', () => {
    const withoutAnnotation = [{ ...all[0], annotations: {} }, all[1], all[2]];
    expect(holder(withoutAnnotation)).toMatchObject({
      userRef: 'user:default/set',
      origin: { by: 'set' },
    });
    expect(holder(all.slice(1))).toMatchObject({
      userRef: 'user:default/system',
      origin: { place: 'system' },
    });
    expect(holder(all.slice(2))).toMatchObject({
      userRef: 'user:sales/domain',
      origin: { place: 'domain' },
    });
  });

  it('is vacant when nobody is named or the nearest is gone', () => {
    expect(holder([])).toEqual({
      role: 'product-owner',
      userRef: null,
      origin: null,
      vacant: true,
    });
    expect(resolveOwner(PRODUCT_OWNER, all, () => false)).toMatchObject({
      userRef: 'user:default/hanako',
      vacant: true,
    });
  });

  it('is looked up by every name that counts', () => {
    expect(namedOwners(DEFAULT_OWNER_ROLES, all)).toEqual([
      'user:default/hanako',
      'user:default/system',
      'user:sales/domain',
    ]);
  });
});
