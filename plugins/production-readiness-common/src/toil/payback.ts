/**
 * After how many weeks an automation has won back the hours it cost.
 *
 * @returns `null` when it saves no more than its upkeep costs: it never does
 * @public
 */
export function paybackWeeks(automation: {
  buildHours: number;
  savedPerWeek: number;
  upkeepPerWeek: number;
}): number | null {
  const won = automation.savedPerWeek - automation.upkeepPerWeek;
  return won > 0 ? automation.buildHours / won : null;
}

/**
 * Minutes of a piece of work and the time to get back into what it
 * interrupted.
 *
 * @param contextSwitchMinutes - per occurrence, from config; 0 by default
 * @public
 */
export function withSwitch(
  minutes: number,
  occurrences: number,
  contextSwitchMinutes: number = 0,
): number {
  return minutes + occurrences * contextSwitchMinutes;
}
