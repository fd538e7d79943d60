import type { turnedOff as source } from '../zh-hans/turned-off'

export const turnedOff: Record<keyof typeof source, string> = {
  'off.opinions': 'The city takes no new reports for now',
  'off.opinions.text':
    'You can write yours all the same: it stays on this device and goes out once reports are taken again.',
  'off.contact':
    'The city takes no contacts now; report without one. Number and query code show how it goes.',
  'off.public': 'Public reports are not open for now',
  'off.public.text': 'Your own report is still there, by its number and query code.',
}
