/** Whether the platform has a scanner of its own; a browser has a camera, and a page of ours around it. */
export const hasScanner = false

/** What the platform's scanner read; null when the person changed their mind. */
export async function scanCode(): Promise<string | null> {
  return null
}
