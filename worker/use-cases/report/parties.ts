import { AppError, type FieldErrors } from '../../../shared/domain/errors.ts'
import type { Command } from '../../../shared/domain/report-command.ts'
import type { Context } from '../../context.ts'
import { bodyNames, deputyById } from '../../repository/report-parties.ts'

/** The bodies and the deputy that a command names, as far as they exist. */
export interface Parties {
  bodies: Map<string, string>
  deputy: { stationNumber: string; name: string } | null
}

function bodyCodesOf(command: Command): string[] {
  if (command.action === 'bounce') return command.suggestedBodyCode ? [command.suggestedBodyCode] : []
  if (command.action !== 'assign') return []
  return [...(command.bodyCode ? [command.bodyCode] : []), ...(command.coBodyCodes ?? [])]
}

/** The queries that look up everyone whom the command names. */
export function partiesOf(ctx: Context, command: Command) {
  const deputyId = command.action === 'assign' ? (command.deputyId ?? '') : ''
  return [bodyNames(ctx.db, bodyCodesOf(command), ctx.locale), deputyById(ctx.db, deputyId, ctx.locale)] as const
}

/**
 * The names of everyone whom the command names, for the timeline.
 *
 * @throws AppError `VALIDATION_FAILED` for a body that does not exist or a deputy of another station
 */
export function checkParties(command: Command, stationNumber: string | null, parties: Parties): Record<string, unknown> {
  const fields: FieldErrors = {}
  const nameOf = (field: string, code: string) => {
    const name = parties.bodies.get(code)
    if (name === undefined) fields[field] = { problem: 'unknown' }
    return name
  }
  const names: Record<string, unknown> = {}
  if (command.action === 'bounce' && command.suggestedBodyCode) {
    names.suggestedBodyName = nameOf('suggestedBodyCode', command.suggestedBodyCode)
  }
  if (command.action === 'assign') {
    if (command.bodyCode) names.bodyName = nameOf('bodyCode', command.bodyCode)
    if (command.coBodyCodes?.length) names.coBodyNames = command.coBodyCodes.map((code) => nameOf('coBodyCodes', code))
    if (command.deputyId && parties.deputy?.stationNumber !== stationNumber) fields.deputyId = { problem: 'unknown' }
    else if (command.deputyId) names.deputyName = parties.deputy?.name
  }
  if (Object.keys(fields).length > 0) throw new AppError('VALIDATION_FAILED', { fields })
  return names
}
