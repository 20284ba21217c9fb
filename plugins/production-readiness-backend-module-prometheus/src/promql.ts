/**
 * A selector of a metric by its labels. Values are escaped as PromQL wants it,
 * so that a name with quotes in it stays a name.
 */
export function selector(
  metric: string,
  labels: Readonly<Record<string, string>>,
): string {
  const matchers = Object.entries(labels).map(
    ([label, value]) => `${label}="${escapeLabelValue(value)}"`,
  );
  return `${metric}{${matchers.join(',')}}`;
}

/** What stands between the quotes of a label's value. */
export function escapeLabelValue(value: string): string {
  return value
    .replace(/\\/g, '\\\\')
    .replace(/"/g, '\\"')
    .replace(/\n/g, '\\n');
}
