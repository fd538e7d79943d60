import { parseCode } from '@shared/domain/receipt.ts'
import { hrefOf } from './navigation'

/**
 * The address of a report together with its query code, for the reporter's other device. The code stands behind the
 * `#`, which a browser sends to nobody.
 */
export function addressWithCode(number: string, queryCode: string): string | null {
  return `${window.location.origin}${hrefOf('report', { number })}#${queryCode}`
}

/** The query code of such an address, which then loses it: what is shared or bookmarked later opens nothing. */
export function takeCodeFromAddress(): string | null {
  const code = parseCode(window.location.hash.slice(1))
  if (code)
    window.history.replaceState(window.history.state, '', window.location.pathname + window.location.search)
  return code
}
