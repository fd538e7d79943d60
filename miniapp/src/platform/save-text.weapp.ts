import { copyText } from './clipboard'

/** A mini program saves no text where a person would find it: it is copied, to be kept wherever they like. */
export async function saveText(
  _name: string,
  text: string,
  _type?: string,
): Promise<'saved' | 'copied' | 'failed'> {
  return (await copyText(text)) ? 'copied' : 'failed'
}
