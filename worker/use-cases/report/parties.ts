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
  return [
    bodyNames(ctx.db, bodyCodesOf(command), ctx.locale),
    deputyById(ctx.db, deputyId, ctx.locale),
  ] as const
}

/** Looks names up and remembers which fields named nobody. */
function lookUp(parties: Parties) {
  const fields: FieldErrors = {}
  return {
    fields,
    body(field: string, code: string): string | undefined {
      const name = parties.bodies.get(code)
      if (name === undefined) fields[field] = { problem: 'unknown' }
      return name
    },
    deputy(stationNumber: string | null): string | undefined {
      // Only the station's own deputies answer in person.
      if (parties.deputy && parties.deputy.stationNumber === stationNumber) return parties.deputy.name
      fields.deputyId = { problem: 'unknown' }
      return undefined
    },
  }
}

function namesOf(
  command: Command,
  stationNumber: string | null,
  find: ReturnType<typeof lookUp>,
): Record<string, unknown> {
  if (command.action === 'bounce') {
    const code = command.suggestedBodyCode
    return code ? { suggestedBodyName: find.body('suggestedBodyCode', code) } : {}
  }
  if (command.action !== 'assign') return {}
  const { bodyCode, deputyId, coBodyCodes = [] } = command
  return {
    ...(bodyCode && { bodyName: find.body('bodyCode', bodyCode) }),
    ...(deputyId && { deputyName: find.deputy(stationNumber) }),
    ...(coBodyCodes.length > 0 && { coBodyNames: coBodyCodes.map((code) => find.body('coBodyCodes', code)) }),
  }
}

/**
 * The names of everyone whom the command names, for the timeline.
 *
 * @throws AppError `VALIDATION_FAILED` for a body that does not exist or a deputy of another station
 */
export function checkParties(
  command: Command,
  stationNumber: string | null,
  parties: Parties,
): Record<string, unknown> {
  const find = lookUp(parties)
  const names = namesOf(command, stationNumber, find)
  if (Object.keys(find.fields).length > 0) throw new AppError('VALIDATION_FAILED', { fields: find.fields })
  return names
}
