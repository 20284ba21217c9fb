/** How much of everything a size holds. */
export interface Size {
  components: number;
  teams: number;
  systems: number;
  people: number;
  journalRows: number;
  toilEntries: number;
}

/** The sizes that can be seeded, by their name. */
export const SIZES = {
  S: size(500, 20, 50_000, 5_000),
  M: size(10_000, 500, 1_000_000, 100_000),
  L: size(50_000, 2_500, 2_000_000, 200_000),
  XL: size(100_000, 5_000, 4_000_000, 400_000),
} as const satisfies Record<string, Size>;

/** @see SIZES */
export type SizeName = keyof typeof SIZES;

function size(
  components: number,
  teams: number,
  journalRows: number,
  toilEntries: number,
): Size {
  return {
    components,
    teams,
    systems: Math.ceil(components / 20),
    people: teams * 8,
    journalRows,
    toilEntries,
  };
}

/**
 * The size of a name.
 *
 * @throws with a sentence when there is no such size
 */
export function sizeOf(name: string): { name: SizeName; size: Size } {
  if (name in SIZES) {
    return { name: name as SizeName, size: SIZES[name as SizeName] };
  }
  throw new Error(
    `There is no size ${name}; choose ${Object.keys(SIZES).join(', ')}`,
  );
}
