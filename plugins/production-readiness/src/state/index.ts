export { StateBadge } from './StateBadge';
export { stateLook, STATES } from './states';
export type { StateFamily, StateLook, StateName } from './states';
export { TONES, type Tone } from './tones';
