/** GeoReport's names for the items of each list. */
const ITEMS: Readonly<Record<string, string>> = {
  services: 'service',
  attributes: 'attribute',
  values: 'value',
  service_requests: 'request',
  service_request_updates: 'request_update',
  endpoints: 'endpoint',
  formats: 'format',
  errors: 'error',
}

/** What no XML document may hold, not even as a reference. */
const ILLEGAL = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  // A reader would make a line feed of it.
  '\r': '&#13;',
}

function escaped(text: string): string {
  return text.replace(ILLEGAL, '').replace(/[&<>"'\r]/g, (letter) => ESCAPES[letter] ?? '')
}

function contentOf(name: string, value: unknown): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map((item) => element(ITEMS[name] ?? 'item', item)).join('')
  if (typeof value === 'object') {
    return Object.entries(value)
      .filter(([, part]) => part !== undefined)
      .map(([part, content]) => element(part, content))
      .join('')
  }
  return escaped(String(value))
}

function element(name: string, value: unknown): string {
  return `<${name}>${contentOf(name, value)}</${name}>`
}

/** The same content that JSON has, as GeoReport's XML: no namespace, no attributes. */
export function toXml(root: string, value: unknown): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${element(root, value)}\n`
}
