import { ConfigReader } from '@backstage/config';
import { DEFAULT_SIGNATURE_POLICIES } from '@prodready/backstage-plugin-production-readiness-common';
import { readSloConfig } from './config';

const groups = (reviewers: object[]) =>
  readSloConfig(new ConfigReader({ productionReadiness: { reviewers } }))
    .reviewerGroups;

describe('the configuration of SLOs', () => {
  it.each(['SLO', 'slo'])(
    'takes the reviewers of the section, written %s, as the checklist does',
    section => {
      expect(
        groups([
          { sections: ['OPS'], group: 'group:default/ops' },
          { sections: [section], tiers: [1], group: 'Group:Default/SRE' },
          { group: 'group:default/architects' },
        ]),
      ).toEqual({
        1: 'group:default/sre',
        2: 'group:default/architects',
        3: 'group:default/architects',
      });
    },
  );

  it('takes the policy of a tier, and leaves the others as they are', () => {
    const config = new ConfigReader({
      productionReadiness: {
        slo: { policy: { '1': { approvals: 'all', technicalReview: false } } },
      },
    });
    const { policies } = readSloConfig(config);
    expect(policies[1]).toMatchObject({
      approval: 'all',
      technicalReview: false,
    });
    expect(policies[2]).toEqual(DEFAULT_SIGNATURE_POLICIES[2]);
  });

  it('names the key of a policy that it does not know', () => {
    const config = new ConfigReader({
      productionReadiness: { slo: { policy: { '1': { approvals: 'some' } } } },
    });
    expect(() => readSloConfig(config)).toThrow(
      'productionReadiness.slo.policy.1.approvals is "some"',
    );
  });
});

it('reads the policy of each tier, and leaves the others as they are', () => {
  const { policies } = readSloConfig(
    new ConfigReader({
      productionReadiness: {
        slo: {
          policy: {
            '1': { approvals: 'all' },
            '3': { approvals: 'any', technicalReview: true },
          },
        },
      },
    }),
  );
  expect(policies[1]).toMatchObject({ approval: 'all', technicalReview: true });
  expect(policies[2]).toMatchObject({ approval: 'any', technicalReview: true });
  expect(policies[3]).toMatchObject({ approval: 'any', technicalReview: true });
});
