import type { Progress } from '../../shared/contract/api.ts';
import type { Link } from '../../shared/contract/link.ts';
import type { Problem } from '../../shared/contract/problems.ts';
import type { Result } from '../../shared/domain/result.ts';
import type { Settings } from '../../shared/domain/settings.ts';

/** Changes the settings as they are kept at this moment; answers with what they became. */
export async function changeSettings(
  link: Link,
  apply: (settings: Settings) => Settings,
  onProgress?: (progress: Progress<'settings.write'>) => void,
): Promise<Result<Settings, Problem>> {
  const before = await link.call('settings.read', {});
  if (!before.ok) return before;
  const settings = apply(before.value);
  return link.call('settings.write', { settings }, onProgress === undefined ? {} : { onProgress });
}
