const attributes = ['role', 'label', 'hidden', 'checked', 'selected', 'expanded', 'modal', 'live'] as const

/** A new object each time: Taro writes into them. */
function aria(): Record<string, string> {
  const all: Record<string, string> = {}
  for (const name of attributes) all[`aria-${name}`] = ''
  return all
}

/** What a screen reader in WeChat can be told. Taro's templates leave it all out. */
export const ariaComponents = {
  View: aria(),
  Text: aria(),
  Image: aria(),
  Button: aria(),
  Input: aria(),
  Textarea: aria(),
  Picker: aria(),
}
