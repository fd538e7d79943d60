/** What the device speaks, as it says it: 'zh-CN', 'zh-TW', 'en-GB'. */
export function deviceLanguage(): string {
  return navigator.language || 'zh-Hans'
}

/** For screen readers, fonts and hyphenation. */
export function setDocumentLanguage(tag: string): void {
  document.documentElement.lang = tag
}
