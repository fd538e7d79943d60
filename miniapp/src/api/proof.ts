import type { Failure } from '@shared/contract/failure.ts'
import { prepareTrial, proofText } from '@shared/domain/proof-of-work.ts'
import { ApiError } from './api-error'

type Challenge = NonNullable<Failure['challenge']>

/** How long the screen may stand still, milliseconds: less than one picture of a film. */
const STRETCH_MS = 16
const TRIES_A_LOOK = 64
/** The task can have become harder meanwhile, or run out while the device slept; after that something else is wrong. */
const MOST_PROOFS = 3

const pause = () => new Promise<void>((resolve) => setTimeout(resolve, 0))

/** Looks for the answer in short stretches, so that the screen stays alive; null when nobody waits for it any more. */
export async function solveChallenge(
  { text, bits }: Pick<Challenge, 'text' | 'bits'>,
  signal?: AbortSignal,
): Promise<string | null> {
  const isFound = prepareTrial(text, bits)
  let number = 0
  for (;;) {
    if (signal?.aborted) return null
    const until = Date.now() + STRETCH_MS
    while (Date.now() < until) {
      for (const end = number + TRIES_A_LOOK; number < end; number += 1) {
        if (isFound(number)) return proofText(text, number)
      }
    }
    await pause()
  }
}

/**
 * Runs a call, and where the server asks for a proof of work first, does it and runs the call again. The person who
 * waits sees nothing but the waiting.
 *
 * @param run the same request each time, with the same idempotency key; `proof` goes into the header `X-Proof`
 */
export async function withProof<T>(run: (proof?: string) => Promise<T>, signal?: AbortSignal): Promise<T> {
  let proof: string | undefined
  for (let proofs = 0; ; proofs += 1) {
    try {
      return await run(proof)
    } catch (error) {
      if (!(error instanceof ApiError) || !error.challenge || proofs === MOST_PROOFS) throw error
      const found = await solveChallenge(error.challenge, signal)
      if (found === null) throw error
      proof = found
    }
  }
}
