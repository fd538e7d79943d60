/** The forms that ready words can be put into. */
export const TEMPLATE_ACTIONS = ['finish', 'ask', 'decline', 'bounce', 'send_back', 'extend'] as const
export type TemplateAction = (typeof TEMPLATE_ACTIONS)[number]

/** Characters of a name and of a text, and how many an office keeps for itself. */
export const TEMPLATE_MOST = { name: 60, text: 1000, own: 50 } as const

/** What `{…}` may stand for in ready words; each is known of every report. */
export const TEMPLATE_VARIABLES = [
  'number',
  'place',
  'category',
  'station',
  'body',
  'date',
  'promisedDate',
] as const
export type TemplateVariable = (typeof TEMPLATE_VARIABLES)[number]

/** Words in which every brace is one of a variable. */
export const TEMPLATE_TEXT = new RegExp(`^(?:[^{}]|\\{(?:${TEMPLATE_VARIABLES.join('|')})\\})*$`)

/** Ready words with the report's own in the place of the variables. */
export function fillTemplate(text: string, values: Readonly<Record<TemplateVariable, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name as TemplateVariable] ?? whole)
}
