/** A file that somebody chose, as text; null where it is no UTF-8. */
export interface PickedText {
  name: string
  text: string | null
}

/** Lets the person choose a text file. Call it from a tap; null when they change their mind. */
export function pickText(accept: string): Promise<PickedText | null> {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = accept
  input.hidden = true
  // Safari forgets an input that is not in the document.
  document.body.append(input)
  return new Promise<File | null>((resolve) => {
    input.addEventListener('change', () => resolve(input.files?.[0] ?? null))
    input.addEventListener('cancel', () => resolve(null))
    input.click()
  })
    .then((file) => file && read(file))
    .finally(() => input.remove())
}

async function read(file: File): Promise<PickedText> {
  const bytes = await file.arrayBuffer()
  try {
    return { name: file.name, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return { name: file.name, text: null }
  }
}
