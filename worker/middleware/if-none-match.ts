/** Whether an `If-None-Match` names the tag: compared weakly, as RFC 9110 (13.1.2) has it. */
export function namesTag(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false
  const opaque = (tag: string) => tag.trim().replace(/^W\//, '')
  return header.trim() === '*' || header.split(',').some((tag) => opaque(tag) === opaque(etag))
}
