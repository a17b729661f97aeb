const ups = ['..', '%2e%2e', '%2E%2E', '.%2e', '%252e%252e', '..%00', '..;', '%c0%ae%c0%ae', '．．', '....'];
const steps = ['/', '\\', '%2f', '%5c', '//', '/./'];

/** Sixty ways of going up one folder to a file, plain and in disguise; without a slash before them. */
export function climbsTo(file: string): string[] {
  return ups.flatMap((up) => steps.map((step) => `${up}${step}${file}`));
}
