/** Days that somebody may decide for another; the last is the longest. @internal */
export const PERIODS = ['7', '14', '30', '90', '180'] as const;

/** @internal */
export type Period = (typeof PERIODS)[number];
