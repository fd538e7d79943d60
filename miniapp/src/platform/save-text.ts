/** Saves a text as a file. Answers how: a browser puts it among the downloads. */
export async function saveText(
  name: string,
  text: string,
  type = 'application/json',
): Promise<'saved' | 'copied' | 'failed'> {
  const url = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser has taken it by the time anybody could press again.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
  return 'saved'
}
