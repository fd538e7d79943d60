/** A mini program has no address of its own: its receipts are followed on another device by number and code. */
export function addressWithCode(_number: string, _queryCode: string): string | null {
  return null
}

export function takeCodeFromAddress(): string | null {
  return null
}
