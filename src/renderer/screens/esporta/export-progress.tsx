import { WorkProgress } from '../../components/work-progress.tsx';
import { Sheet } from '../../components/page.tsx';
import { useKeys } from '../../components/use-keys.ts';
import type { Task } from '../../state/use-task.ts';

/** While the file is made. */
export function ExportProgress(props: { readonly task: Task<'exports.make'>; readonly title: string }) {
  const { task, title } = props;
  const { progress } = task;
  useKeys({ onEscape: task.cancel });
  return (
    <Sheet>
      <WorkProgress
        title={`Esportazione: ${title}`}
        now="Il registro non cambia"
        figures={
          progress === null
            ? ''
            : `${progress.done.toLocaleString('it-IT')} di ${progress.total.toLocaleString('it-IT')} righe`
        }
        share={progress === null || progress.total === 0 ? null : progress.done / progress.total}
        startedAt={task.startedAt}
        onCancel={task.cancel}
      />
    </Sheet>
  );
}
