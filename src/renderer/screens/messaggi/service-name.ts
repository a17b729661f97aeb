/** A service as the office calls it, else as citizens see it. */
export function nameOfService(service: {
  readonly id: string;
  readonly name: string | null;
  readonly ioName: string | null;
}): string {
  return service.name ?? service.ioName ?? service.id;
}
