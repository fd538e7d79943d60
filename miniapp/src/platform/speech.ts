/** Whether the platform can read a text aloud. */
export function canSpeak(): boolean {
  return 'speechSynthesis' in window && typeof SpeechSynthesisUtterance === 'function'
}

/**
 * Reads a text aloud, in place of what is being read. Resolves when it is over, also when it was stopped or the device
 * has no voice.
 * @param language BCP 47
 */
export function readAloud(text: string, language: string): Promise<void> {
  return new Promise((resolve) => {
    window.speechSynthesis.cancel()
    const words = new SpeechSynthesisUtterance(text)
    words.lang = language
    // A little slower than the default: for those who read worst, and hear worse.
    words.rate = 0.9
    words.addEventListener('end', () => resolve())
    words.addEventListener('error', () => resolve())
    window.speechSynthesis.speak(words)
  })
}

export function stopReading(): void {
  if (canSpeak()) window.speechSynthesis.cancel()
}
