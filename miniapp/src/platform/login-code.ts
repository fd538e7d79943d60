/** What tells a platform's own account to our server; a browser has none. */
export async function loginCode(): Promise<string | null> {
  return null
}
