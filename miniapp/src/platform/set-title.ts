/** The browser's title: what the page is, then whose it is. */
export function setTitle(title: string, appName: string): void {
  document.title = title === appName ? appName : `${title} · ${appName}`
}
