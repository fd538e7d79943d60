import type { poster as source } from '../zh-hans/poster'

export const poster: Record<keyof typeof source, string> = {
  'staff.poster.title': 'Poster and code',
  'staff.poster.lead':
    'Print it for the door, the notice board and the bus stop: whoever scans it can report.',
  'staff.poster.only': 'This page is for stations',
  'staff.poster.only.text': 'Sign in as a station; administrators open it from the station’s row.',
  'staff.poster.alt': 'A4 poster: name, code and how it works',
  'staff.poster.code': 'Code {code}, for those who cannot scan.',
  'staff.poster.save': 'Save the poster (A4, to print)',
  'staff.poster.save-code': 'The code alone',
  'staff.poster.none':
    'There is no code in force: whoever scans an old poster is shown other stations near by.',
  'staff.poster.renew': 'Get a new code',
  'staff.poster.renew.ask': 'Get a new code?',
  'staff.poster.renew.text':
    'Codes on old posters are dead at once, and say so. Please put up the new poster soon.',
  'staff.poster.renew.done': 'The code is new. Print the poster and take the old one down.',
  'staff.poster.revoke': 'End this code',
  'staff.poster.revoke.ask': 'End this code?',
  'staff.poster.revoke.text': 'Nobody can report by it any more, until you get a new one.',
  'staff.poster.revoke.done': 'The code has ended.',
  'staff.scans.title': 'Scans and reports of the last 30 days',
  'staff.scans.sum': 'Poster scanned: {scans} · reports received here: {reports}',
  'staff.scans.note':
    'Reports are all that this station received, also those that were written without scanning the poster, so there can be more of them than scans. Only the number of scans is kept, never who scanned.',
  'staff.scans.daily': 'Day by day',
  'staff.scans.daily.text': 'In 30 days: scans {scans}, reports {reports}.',
  'staff.scans.date': 'Day',
  'staff.scans.scanned': 'Scans of the poster',
  'staff.scans.received': 'Reports received',
  'staff.scans.nobody': 'Nobody scanned it this month. Does the poster hang where nobody sees it?',
  'staff.scans.open': 'Poster and code',
}
