import { AppError } from '../../../shared/domain/errors.ts'
import { findPersonal, isCertain, withoutPersonal } from '../../../shared/domain/personal-patterns.ts'
import type { Command } from '../../../shared/domain/report-command.ts'
import type { ReportRecord } from '../../repository/report-columns.ts'

/**
 * A publication with words that may be public: whoever presses the button without writing anything publishes the
 * reporter's words without telephone numbers, identity numbers, plates, bank cards and doors.
 *
 * @throws AppError `VALIDATION_FAILED` for words that still have such a number, unless somebody says that it may stay
 */
export function withPublicWords(command: Command, record: ReportRecord): Command {
  if (command.action !== 'publish' && command.action !== 'redact') return command
  const { text, keepPersonal = false } = command
  if (!text) {
    const shown = withoutPersonal(record.text)
    const isNew = command.action === 'publish' && record.facts.publicText === null && shown !== record.text
    return isNew ? { ...command, text: shown } : command
  }
  if (!keepPersonal && findPersonal(text).some(isCertain)) {
    throw new AppError('VALIDATION_FAILED', { fields: { text: { problem: 'personal_data' } } })
  }
  return command
}
