import { foldedText, type HeldReason } from '../../../shared/domain/limits.ts'
import type { Channel } from '../../../shared/domain/report-state.ts'
import type { Context } from '../../context.ts'
import type { Counted } from '../../repository/limits.ts'
import { countUse } from '../../repository/limits.ts'
import type { Query } from '../../repository/query.ts'
import { lookAtGate, openGate, stopAtGate, type Gate } from './gate.ts'

/** What a new report is counted by: that it is filed at all, and that it says what others say. */
export interface SubmissionGates {
  pace: Gate
  wording: Gate
}

/** The rules a new report falls under. A proof of work is good for one key: one report, however often it is sent. */
export async function openSubmissionGates(
  ctx: Context,
  input: { channel: Channel; text: string; stationCode?: string | null | undefined },
  key: string,
): Promise<SubmissionGates> {
  const wording = await openGate(ctx, 'same-text', { words: foldedText(input.text) }, key)
  const pace = await openGate(ctx, 'submit', { station: input.stationCode ?? null }, key)
  return {
    // An app files for many people from one address, and solves no challenge: its key has a limit of its own.
    pace: ctx.credentials.apiKeyHash ? { ...pace, counters: [] } : pace,
    // A deputy who photographs ten broken lamps writes the same words ten times.
    wording: input.channel === 'opinion' ? wording : { ...wording, counters: [] },
  }
}

/** To be run with the queries that load what the report needs. */
export function lookAtSubmission(
  ctx: Context,
  { pace, wording }: SubmissionGates,
): [Query<void>, Query<Counted>, Query<void>, Query<Counted>] {
  return [...lookAtGate(ctx, pace), ...lookAtGate(ctx, wording)]
}

/** To be run after the queries that write the report: what was not written is not counted. */
export function countSubmission(
  ctx: Context,
  { pace, wording }: SubmissionGates,
  written: { number: string; headHash: string },
): [Query<void>, Query<void>] {
  const count = (gate: Gate) => countUse(ctx.db, gate.counters, gate.proof, { what: 'written', ...written })
  return [count(pace), count(wording)]
}

/** Why a person should look at the report first. It is taken all the same: nobody's words are lost. */
export function heldReasonOf({ wording }: SubmissionGates, counted: Counted): HeldReason | null {
  return stopAtGate(wording, counted) === null ? null : 'repeated'
}
