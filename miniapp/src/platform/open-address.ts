/** Opens what is not a screen of ours. In a browser an <a href> does it; this serves code without a link. */
export function openAddress(href: string): void {
  window.location.assign(href)
}
