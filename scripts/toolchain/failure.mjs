// @ts-check
/** Something the person at the keyboard can mend: shown as one message, without a stack. */
export class Failure extends Error {}

/**
 * Runs a script's main function; a Failure ends it with its message alone.
 * @param {() => Promise<void>} main
 */
export async function runMain(main) {
  try {
    await main()
  } catch (error) {
    console.error(error instanceof Failure ? `\n${error.message}\n` : error)
    process.exitCode = 1
  }
}
