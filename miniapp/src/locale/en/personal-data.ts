/** One's own personal data: what is kept, taking it out, having it erased. */
export const personalData = {
  'personal.title': 'My personal data',
  'personal.text': 'Only you can see this. You can take a copy, and have it erased.',
  'personal.show': 'See what is kept',
  'personal.contact': 'Contact',
  'personal.contact.none': 'None left',
  'personal.photos': 'Photos',
  'personal.photos.n': '{n}',
  'personal.kept': 'How long',
  'personal.kept.days':
    'After the report is over, the contact is kept for {contact} days, words and photos for {words} days; then they are erased.',
  'personal.kept.asked':
    'On {date} you asked to erase everything. It will be, as soon as the report is over.',
  'personal.save': 'Save a copy on my device',
  'personal.saved': 'Saved.',
  'personal.copied': 'Copied: paste it wherever you want to keep it.',
  'personal.failed': 'It could not be saved. Please try again.',
  'personal.erase.contact': 'Erase my contact',
  'personal.erase.contact.text':
    'It is erased at once, and nobody can reach you any more. The report goes on as before.',
  'personal.erase.all': 'Erase all my personal data',
  'personal.erase.all.text':
    'Of reports that are over, words, place, photos and contact are erased at once. Of the others the contact is erased now, and the rest as soon as they are over. What was done, and the figures, stay. It cannot be undone.',
  'personal.erase.yes': 'Erase',
  'personal.erased.contact': 'Your contact is erased.',
  'personal.erased.erased': 'All your personal data is erased.',
  'personal.erased.waiting': 'Your contact is erased; the rest will be as soon as the report is over.',
  'personal.erased.kept': 'Your contact is erased.',
  'personal.all.text':
    'Of everything that was reported from this device you can take a copy, or have it erased.',
  'personal.all.save': 'Save a copy of everything',
  'personal.all.erase': 'Erase all my personal data',
  'personal.all.erased':
    '{erased|report|reports} erased: {erased}. To be erased when they are over: {waiting}.',
} as const
