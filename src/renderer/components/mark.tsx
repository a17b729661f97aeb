/** The sign of the program. */
export function Mark({ size }: { readonly size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 64 64" aria-hidden="true" style={{ flex: 'none' }}>
      <rect width="64" height="64" rx="14" fill="#0b4a8f" />
      <path d="M16 32h32" stroke="#9cc3f0" strokeWidth="4" />
      <circle cx="14" cy="32" r="9" fill="#fff" />
      <circle cx="32" cy="32" r="9" fill="#fff" />
      <circle cx="50" cy="32" r="9" fill="#ffc94d" />
    </svg>
  );
}
