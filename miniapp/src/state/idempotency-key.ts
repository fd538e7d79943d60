/** A key that names one deed for ever, so that repeating it after a lost answer does nothing twice. */
export function newIdempotencyKey(): string {
  const random = () => Math.random().toString(36).slice(2, 12).padEnd(10, '0')
  return `m-${Date.now().toString(36)}-${random()}${random()}`
}
