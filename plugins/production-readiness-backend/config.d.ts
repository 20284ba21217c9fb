import { HumanDuration } from '@backstage/types';

export interface Config {
  productionReadiness?: {
    /**
     * Users and Groups, as entity references, that administer the plugin:
     * they answer for entities without an owner and verify the journal.
     */
    administrators?: string[];
    /**
     * Who accepts attestations. The first entry that matches the section and
     * the tier counts; without one, another member of the owning team accepts.
     */
    reviewers?: Array<{
      /** Sections of the checklist, such as `OPS`; all when left out. */
      sections?: string[];
      /** Tiers 1 to 3; all when left out. */
      tiers?: number[];
      /** Reference of the Group that accepts. */
      group: string;
    }>;
    /**
     * How answers and reviews of teams are decided on. The first entry that
     * names the owner counts; without one, `reviewers` decide.
     */
    reviewModes?: Array<{
      /** References of the owning Groups. */
      groups: string[];
      /**
       * `reviewers`: the configured groups; `peers`: another member of the
       * team; `self-certified`: the team itself, one answer in ten is sampled.
       */
      mode: 'reviewers' | 'peers' | 'self-certified';
    }>;
    /** Days that an approved review is valid; general-availability: 365. */
    reviewDays?: {
      design?: number;
      'pre-production'?: number;
      'general-availability'?: number;
    };
    gate?: {
      /** Tiers whose blockers stop a release; none: every gate only warns. */
      blockTiers?: number[];
      /** Days after an answer lapsed in which it only warns; 14. */
      graceDays?: number;
      /** Hours that a release stays let past a blocking gate; 24. */
      passHours?: number;
    };
    checklist?: {
      /** Days in which nothing blocks an adopted live entity; 90. */
      adoptionDays?: number;
      /** Days after which a fact that can't be read is unknown; 7. */
      unknownAfterDays?: number;
      /**
       * The checklists, the most special first: the first whose `appliesTo`
       * matches an entity is its checklist. The one of the package when left
       * out.
       */
      documents?: Array<{
        /** `default` is the checklist of the package. */
        type: 'default' | 'file' | 'url';
        /**
         * A path, or a URL that `backend.reading.allow` or an integration
         * admits. Nothing for `default`.
         */
        target?: string;
      }>;
      /** How often documents are read again; 5 minutes. */
      refresh?: HumanDuration;
    };
    slo?: {
      /**
       * Roles of owners beside product owner and CTO, and what Groups the
       * holders of any of them have to be in.
       */
      roles?: Array<{
        /**
         * `product-owner`, `cto`, or a role of your own such as
         * `business-owner`. The annotation is `production-readiness.io/<id>`.
         */
        id: string;
        /** On the screens; asked for with a role of your own. */
        title?: { en: string; ja: string };
        /** The Group that its holder has to be in; else the role is vacant. */
        group?: string;
      }>;
      /** Which signatures an error-budget policy needs; the CTO's. */
      errorBudgetPolicy?: {
        approvals?: 'any' | 'all';
        roles?: string[];
        technicalReview?: boolean;
      };
      /** Which signatures an SLO needs, by tier of its entity. */
      policy?: {
        [tier: string]: {
          /** `any` one of the roles, `all` of them, or `none`. */
          approvals?: 'any' | 'all' | 'none';
          /** Who can agree; product-owner and cto. */
          roles?: string[];
          /** Whether an engineer other than the last editor has to review. */
          technicalReview?: boolean;
        };
      };
      /** Names of severities, gravest first; SEV1, SEV2 and SEV3. */
      severities?: string[];
    };
    toil?: {
      /** People a team needs before others see its figures; 5, at least 3. */
      minimumTeamSize?: number;
      /** IANA time zone in which weeks begin; UTC. */
      timeZone?: string;
      /** Whether the portfolio shows the toil state of other teams; false. */
      compareTeams?: boolean;
      /** Minutes that a member can work in a week; 2400. */
      capacityMinutesPerMember?: number;
      /** Largest entry, in minutes; 10080, one person's whole week. */
      minutesCap?: number;
      /** In percent; 50 each. Lower is always fine. */
      targets?: {
        /** Toil of toil and engineering. */
        toil?: number;
        /** Reactive of reactive and proactive work. */
        reactive?: number;
      };
      /** Whether overhead counts into what toil is a share of; service: no. */
      denominator?: 'service' | 'total';
      /** Minutes lost by each interruption, added where it is said; 0. */
      contextSwitchMinutes?: number;
      /** In place of the default categories of work. */
      categories?: Array<{
        /** Lower-case letters, digits and `_`; stored with each entry. */
        id: string;
        label: { en: string; ja: string };
        /** What is usual; an entry may differ. Asked for when left out. */
        trigger?: 'reactive' | 'proactive';
        nature?: 'toil' | 'engineering' | 'overhead' | 'unsure';
      }>;
      /** How tickets of an export become entries. */
      import?: {
        /** A ticket without any of these is left out; the first one decides. */
        labels?: Array<{
          label: string;
          /** Id of a category. */
          category?: string;
          trigger?: 'reactive' | 'proactive';
          nature?: 'toil' | 'engineering' | 'overhead' | 'unsure';
          /** For tickets that don't say how long they took. */
          minutes?: number;
        }>;
        /** For tickets that neither they nor their labels give minutes. */
        minutesPerTicket?: number;
        /** Where a ticket is found by its key: `https://…/browse/`. */
        ticketBaseUrl?: string;
      };
    };
    sweep?: {
      /** How often the directory follows the catalog; 30 seconds. */
      directory?: HumanDuration;
      /** How often states that ended by time are brought up to date; 15 s. */
      expiry?: HumanDuration;
      /** How old what other systems say may get; 30 minutes. */
      checks?: HumanDuration;
    };
  };
}
