import type { Output } from '../../../shared/contract/api.ts';
import type { RunBlock } from '../../../shared/domain/message/run-block.ts';

export type MessageService = Output<'messages.services'>['services'][number];

/** A service as the office calls it, else as citizens see it. */
export function nameOfService(service: Pick<MessageService, 'id' | 'name' | 'ioName'>): string {
  return service.name ?? service.ioName ?? service.id;
}

/** What stops the queue, with the service as the office calls it. */
export function withServiceName(
  block: RunBlock | null,
  services: readonly MessageService[],
): RunBlock | null {
  if (block === null || !('service' in block)) return block;
  const found = services.find(({ id }) => id === block.service);
  return found === undefined ? block : { ...block, service: nameOfService(found) };
}

/** Whether messages wait for a key that is kept and locked away. */
export function waitsForLocked(
  lock: Output<'keys.lock'>['lock'],
  services: readonly MessageService[],
): boolean {
  return (
    lock === 'locked' &&
    services.some(({ waiting, key }) => waiting > 0 && (key === null || key.source === 'kept'))
  );
}
