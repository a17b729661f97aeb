import { useEffect, useState } from 'react';
import { sendHoursOf } from '../../../../shared/domain/message/send-hours.ts';
import { sendWindow } from '../../../../shared/domain/message/send-window.ts';
import { useQuestion } from '../../../state/use-question.ts';

const betweenLooksMs = 20_000;

/** When messages may leave again, ms since 1970, while they may not; null while they may, or that is not known. */
export function useIsClosed(): number | null {
  const settings = useQuestion('messages.settings.read', {}).value;
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const ticking = setInterval(() => setNow(Date.now()), betweenLooksMs);
    return () => clearInterval(ticking);
  }, []);
  if (settings === null) return null;
  const hours = sendWindow(now, sendHoursOf(settings));
  return hours.open ? null : hours.opensAt;
}
