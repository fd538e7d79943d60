import type { StaffAction } from '../../actions/action-forms'
import type { ActionValues } from '../../actions/action-values'
import type { AtOnce } from './at-once-button'
import { useActionForm } from './use-action-form'

/** One press sends it: the page shows at once what follows, and goes back with a reason when it was refused. */
export function useAtOnce(
  { answer, onSend, onDone, onProblem }: AtOnce,
  action: StaffAction,
  fixed: ActionValues,
) {
  const { busy, send } = useActionForm({
    answer,
    action,
    fixed,
    onDone: (after) => onDone(action, after),
    onTrouble: (trouble) => onProblem({ action, seen: answer.report.version, ...trouble }),
  })
  return {
    busy,
    send: () => {
      if (busy) return
      onSend()
      void send()
    },
  }
}
