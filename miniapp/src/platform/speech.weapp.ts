/** A mini program has no voice of its own: WeChat's is a plugin that each city would have to buy. */
export function canSpeak(): boolean {
  return false
}

export async function readAloud(_text: string, _language: string): Promise<void> {}

export function stopReading(): void {}
