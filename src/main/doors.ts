import type { Output, Checked } from '../shared/contract/api.ts';
import type { CoreEvent } from '../shared/contract/events.ts';
import type { Problem } from '../shared/contract/problems.ts';
import type { Result } from '../shared/domain/result.ts';

/** What a host opens for other programs, seen from the core: the local API and the watched folder. */
export interface Doors {
  read(): Output<'doors.read'>;
  write(change: Checked<'doors.write'>): Promise<Result<Output<'doors.read'>, Problem>>;
  listen(listener: (event: CoreEvent) => void): () => void;
}
