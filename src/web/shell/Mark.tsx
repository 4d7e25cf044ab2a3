/** The product's mark: three records on a line. */
export function Mark({ size = 22 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="4" fill="var(--accent)" />
      <path d="M7 23.5h18" stroke="var(--on-accent)" strokeWidth="2.5" />
      <path d="M9 19v-5M16 19V8.5M23 19v-7.5" stroke="var(--on-accent)" strokeWidth="3.5" />
    </svg>
  )
}
