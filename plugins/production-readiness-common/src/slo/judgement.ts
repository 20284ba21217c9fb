import { decisionsOn } from './decisions';
import { SignatureMeaning, SignerRole } from './signaturePolicy';
import {
  approvingCapacity,
  Capacity,
  newestOf,
  SignerStanding,
  signingCapacities,
  SloCase,
  wordOf,
} from './signer';

/** In which role, and for whom, something is said. @public */
export type SpokenAs = Omit<Capacity, 'role'> & { role: SignerRole };

/**
 * The capacity in which a person says something about a version.
 *
 * @public
 */
export function spokenAs(
  signer: SignerStanding,
  slo: SloCase,
  version: number,
  meaning: SignatureMeaning,
): SpokenAs {
  const { approvedAs } = wordOf(signer.userRef, slo, version);
  const { capacities } = signer;
  const signing = signingCapacities(signer, slo.policy);
  const among = (role: string) => capacities.find(one => one.role === role);
  if (meaning === 'technical-review') return { role: 'technical-reviewer' };
  if (meaning === 'approve') {
    const next = approvingCapacity(signer, slo.policy, approvedAs);
    if (next) return next;
    // A renewal is given in the role of the first agreement.
    const again = signing.find(one => approvedAs.has(one.role)) ?? signing[0];
    if (again) return again;
  }
  if (meaning === 'uphold' || meaning === 'overturn') {
    const cto = among('cto');
    if (cto) return cto;
  }
  const [first] = approvedAs;
  const held = (first && among(first)) || signing[0] || capacities[0];
  if (held) return held;
  return { role: signer.mayReview ? 'technical-reviewer' : 'team-member' };
}

/** What becomes of something that a person wants to say. @public */
export type SignatureVerdict =
  | { outcome: 'unknown-version' | 'changed' | 'repeated' | 'refused' }
  | { outcome: 'taken'; as: SpokenAs };

/**
 * Judges a signature that somebody wants to give: whether the version exists,
 * is still the one that was read, was not said before, and is this person's to
 * decide.
 *
 * @param input - `contentDigest` is of the content that the signer read
 * @public
 */
export function judgeSignature(
  signer: SignerStanding,
  slo: SloCase,
  input: { version: number; contentDigest: string; meaning: SignatureMeaning },
): SignatureVerdict {
  const { version, contentDigest, meaning } = input;
  const record = slo.versions.find(one => one.version === version);
  if (!record) return { outcome: 'unknown-version' };
  const isCurrent =
    version === newestOf(slo).version ||
    version === slo.standing.inForce ||
    version === slo.standing.retired?.version;
  if (record.contentDigest !== contentDigest || !isCurrent) {
    return { outcome: 'changed' };
  }
  if (saysNothingNew(signer, slo, version, meaning)) {
    return { outcome: 'repeated' };
  }
  return decisionsOn(signer, slo, version).includes(meaning)
    ? { outcome: 'taken', as: spokenAs(signer, slo, version, meaning) }
    : { outcome: 'refused' };
}

/** A second click says nothing new. */
function saysNothingNew(
  signer: SignerStanding,
  slo: SloCase,
  version: number,
  meaning: SignatureMeaning,
): boolean {
  const { retired } = slo.standing;
  if (retired) {
    return meaning === 'retire' && retired.signerRef === signer.userRef;
  }
  const last = slo.signatures
    .filter(one => one.version === version && one.signerRef === signer.userRef)
    .pop();
  if (meaning === 'uphold' || meaning === 'overturn') {
    const isOpen = slo.standing.disputes.length > 0;
    return !isOpen && last?.meaning === meaning;
  }
  const { said, approvedAs } = wordOf(signer.userRef, slo, version);
  if (meaning === 'withdraw') {
    return said.size === 0 && last?.meaning === 'withdraw';
  }
  if (!said.has(meaning)) return false;
  if (meaning !== 'approve') return true;
  const renews =
    slo.standing.versions.get(version) === 'in_force' &&
    decisionsOn(signer, slo, version).includes('approve');
  return !renews && !approvingCapacity(signer, slo.policy, approvedAs);
}
