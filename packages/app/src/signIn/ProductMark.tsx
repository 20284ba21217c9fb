/** The product's mark: a shield with a tick. Decoration only. */
export function ProductMark({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="#1f5493" />
      <path
        d="M16 5.5 25 9v7c0 5.2-3.6 9-9 10.8C10.6 25 7 21.2 7 16V9z"
        fill="#fff"
      />
      <path
        d="m11.5 16 3.2 3.2 5.8-6.2"
        fill="none"
        stroke="#1f5493"
        strokeWidth="2.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
