import { ANNOTATIONS } from '../entity/annotations';
import { Phase, PHASES } from './document';
import { LifecycleSource, normalLifecycle } from './tier';

/**
 * The phase of an entity: from its annotation, else `design` for what is
 * experimental and `general-availability` for what is live or on its way out.
 * What says nothing of its lifecycle counts as live, as its tier does.
 *
 * @public
 */
export function phaseOf(source: LifecycleSource): Phase {
  const annotated = source.annotations?.[ANNOTATIONS.phase]
    ?.trim()
    .toLocaleLowerCase('en-US');
  const known = PHASES.find(phase => phase === annotated);
  if (known) return known;
  return normalLifecycle(source.lifecycle) === 'experimental'
    ? 'design'
    : 'general-availability';
}

/** Whether a phase comes no later than another. @public */
export function isUpTo(phase: Phase, target: Phase): boolean {
  return PHASES.indexOf(phase) <= PHASES.indexOf(target);
}
