// One statement for all: its parts have unlike tables under one set of columns.

const text = 'cast(null as text)';
const moment = 'cast(null as bigint)';

/**
 * Everything about the SLOs of some entities, as one statement. It takes the
 * entities, whose delegations are read, and the moment three times.
 *
 * @param isOneOf - the condition for the entities' ids
 * @param options.withContent - whether to read the contents, which are long
 * @param options.withPolicies - whether to read error-budget policies as well
 */
export function sloStatement(
  isOneOf: string,
  options: { withContent: boolean; withPolicies: boolean },
): string {
  const content = options.withContent ? 'v.content' : text;
  return `
with wanted as (
  select id, system_ref, domain_ref from directory_entities
  where id ${isOneOf} and deleted_at is null
), around as (
  select id from wanted
  union select d.id from directory_entities d
    join wanted w on d.ref = w.system_ref where d.deleted_at is null
  union select d.id from directory_entities d
    join wanted w on d.ref = w.domain_ref where d.deleted_at is null
), mine as (
  select s.id, s.public_id, s.entity_id, s.version, s.editorial,
    s.editorial_version, s.unbound_signature_id from slos s
  join wanted w on w.id = s.entity_id
), policies as (
  select p.id, p.public_id, p.entity_id, p.version, p.unbound_signature_id
  from error_budget_policies p join around a on a.id = p.entity_id
)${options.withContent ? ever() : ''}
select 'slo' as part, m.entity_id as parent, m.id as id, m.version as n,
  cast(m.editorial_version as bigint) as at, ${moment} as other_at,
  m.public_id as key, ${text} as digest, ${text} as ref, ${text} as name,
  ${text} as role, ${text} as word, m.editorial as body, ${text} as extra,
  ${text} as behalf, ${text} as link
from mine m
union all
select 'version', v.slo_id, v.version, v.version, v.created_at,
  v.requested_at, v.target, v.content_digest, v.editor_ref, v.editor_name,
  v.accountable_role, v.review_cadence, ${content}, v.accountable_ref,
  ${text}, ${text}
from slo_versions v join mine m on m.id = v.slo_id
union all
select 'signature', g.slo_id, g.id, g.version, g.signed_at,
  cast(case g.satisfaction when 'high' then 1 when 'low' then 0 end as bigint),
  g.public_id, g.content_digest, g.signer_ref, g.signer_name, g.role,
  g.meaning, g.reason, g.shown_digest, g.on_behalf_of, g.delegation_id
from slo_signatures g join mine m on m.id = g.slo_id
where m.unbound_signature_id is null or g.id > m.unbound_signature_id
${options.withPolicies ? policyParts(content) : ''}
${options.withContent ? historyPart() : ''}
union all
select 'journey', j.entity_id, j.id, j.version, ${moment}, ${moment},
  j.public_id, ${text}, j.beneficiary, j.title, j.kind, j.importance,
  j.text, ${text}, ${text}, ${text}
from slo_journeys j join wanted w on w.id = j.entity_id
union all
select 'alert', l.entity_id, l.id, l.version, l.created_at, l.reviewed_at,
  l.public_id, m.public_id, l.editor_ref, l.name, l.severity, l.response,
  l.runbook_url, l.review, ${text}, ${text}
from slo_alerts l join wanted w on w.id = l.entity_id
left join mine m on m.id = l.slo_id
where l.removed_at is null
union all
select 'need', e.entity_id, e.entity_id, e.version, e.set_at, ${moment},
  ${text}, ${text}, e.set_by, ${text}, ${text}, ${text}, e.reason, ${text},
  ${text}, ${text}
from slo_needs e join wanted w on w.id = e.entity_id
union all
select 'criteria', c.entity_id, c.entity_id, c.version, ${moment}, ${moment},
  ${text}, ${text}, ${text}, ${text}, ${text}, ${text}, c.criteria, ${text},
  ${text}, ${text}
from slo_severity_criteria c
where c.entity_id = 0 or c.entity_id in (select id from around)
union all
select 'owner', o.entity_id, o.entity_id, o.version, ${moment}, ${moment},
  ${text}, ${text}, o.user_ref, ${text}, o.role, ${text}, ${text}, ${text},
  ${text}, ${text}
from slo_owners o join around a on a.id = o.entity_id
union all
select 'source', d.id, d.id, 0, ${moment}, ${moment}, d.system_ref,
  d.domain_ref, d.ref, ${text}, ${text}, ${text}, d.entity, ${text},
  ${text}, ${text}
from directory_entities d join around a on a.id = d.id
union all
select 'question', k.slo_id, k.id, k.version, k.asked_at, k.answered_at,
  k.public_id, cast(k.read_at as text), k.asker_ref, k.asker_name,
  k.answerer_name, ${text}, k.text, k.answer, k.answerer_ref, ${text}
from slo_questions k join mine m on m.id = k.slo_id
union all
select 'running', r.slo_id, r.slo_id, 0, ${moment}, ${moment}, r.objective,
  ${text}, ${text}, ${text}, ${text}, ${text}, ${text}, ${text}, ${text}, ${text}
from slo_telemetry_states r join mine m on m.id = r.slo_id
where r.objective is not null
union all
select 'rule', b.slo_id, b.slo_id, case when p.firing then 1 else 0 end,
  ${moment}, ${moment}, m.public_id, ${text}, ${text}, p.name, p.severity,
  ${text}, p.runbook_url, ${text}, ${text}, ${text}
from slo_telemetry_bindings b join mine m on m.id = b.slo_id
join slo_telemetry_alerts p
  on p.provider = b.provider and p.external_id = b.external_id
union all
select 'delegation', 0, t.id, t.version, t.valid_until, t.revoked_at,
  t.public_id,
  ${text}, t.delegator_ref, ${text}, ${text}, ${text}, ${text}, t.scope_ref,
  t.delegate_ref, ${text}
from slo_delegations t
where t.delegate_ref = ? and t.revoked_at is null and t.valid_until > ?
union all
select 'now', 0, 0, 0, ?, ${moment}, ${text}, ${text}, ${text}, ${text},
  ${text}, ${text}, ${text}, ${text}, ${text}, ${text}
order by 1, 2, 3`;
}

/** Of the entity, its System and its Domain. */
function policyParts(content: string): string {
  return `
union all
select 'policy', p.entity_id, p.id, p.version, ${moment}, ${moment},
  p.public_id, ${text}, ${text}, ${text}, ${text}, ${text}, ${text}, ${text},
  ${text}, ${text}
from policies p
union all
select 'policy_version', v.policy_id, v.version, v.version, v.created_at,
  v.requested_at, ${text}, v.content_digest, v.editor_ref, v.editor_name,
  v.accountable_role, v.review_cadence, ${content}, v.accountable_ref,
  ${text}, ${text}
from error_budget_policy_versions v join policies p on p.id = v.policy_id
union all
select 'policy_signature', g.policy_id, g.id, g.version, g.signed_at,
  ${moment}, g.public_id, g.content_digest, g.signer_ref, g.signer_name,
  g.role, g.meaning, g.reason, g.shown_digest, g.on_behalf_of, g.delegation_id
from error_budget_policy_signatures g join policies p on p.id = g.policy_id
where p.unbound_signature_id is null or g.id > p.unbound_signature_id`;
}

/** The entities, and each System and Domain that they ever were in. */
function ever(): string {
  return `
, places as (
  select p.id, p.entity_id, p.system_ref, p.domain_ref, p.from_at, p.until_at
  from slo_owner_places p join wanted w on w.id = p.entity_id
), ever as (
  select d.id, d.ref, d.deleted_at from directory_entities d
    join around a on a.id = d.id
  union select d.id, d.ref, d.deleted_at from directory_entities d
    join places p on d.ref = p.system_ref
  union select d.id, d.ref, d.deleted_at from directory_entities d
    join places p on d.ref = p.domain_ref
)`;
}

/**
 * Where the entities were and whom they, their Systems and their Domains named,
 * until when. What is gone from the catalog names nobody any more.
 */
function historyPart(): string {
  return `
union all
select 'place', p.entity_id, p.id, 0, p.from_at, p.until_at, p.system_ref,
  p.domain_ref, ${text}, ${text}, ${text}, ${text}, ${text}, ${text}, ${text},
  ${text}
from places p
union all
select 'named', h.entity_id, h.id, 0, h.from_at,
  case when e.deleted_at < coalesce(h.until_at, e.deleted_at + 1)
    then e.deleted_at else h.until_at end,
  e.ref, ${text}, h.user_ref, ${text}, h.role, h.said_by, ${text},
  h.changed_by, h.ended_by, ${text}
from slo_owner_history h join ever e on e.id = h.entity_id`;
}
