const attributes = ['role', 'label', 'hidden', 'checked', 'selected', 'expanded', 'modal', 'live'] as const

function aria(): Record<string, string> {
  return attributes.reduce((all, name) => ({ ...all, [`aria-${name}`]: '' }), {})
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
