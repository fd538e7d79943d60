// A GeoReport v2 client as somebody writes it who has only read the specification: its field names, its two formats,
// its status codes. It knows none of our schemas and takes nothing that the specification does not promise.

type Send = (url: string, init?: RequestInit) => Promise<Response>

/** A node of an XML document: its text, or its children in order. */
interface Node {
  name: string
  text: string
  children: Node[]
}

export type Format = 'xml' | 'json'
/** What one `service`, `attribute` or `request` says, field by field, as text; null for an empty field. */
export type Fields = Record<string, string | null>

const W3C = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function plainText(source: string): string {
  return source.replace(/&(#x[\da-f]+|#\d+|\w+);/gi, (whole, name: string) => {
    if (name.startsWith('#x')) return String.fromCodePoint(Number.parseInt(name.slice(2), 16))
    if (name.startsWith('#')) return String.fromCodePoint(Number(name.slice(1)))
    const known = ENTITIES[name]
    if (known === undefined) throw new Error(`unknown entity ${whole}`)
    return known
  })
}

/** Control characters, halves of pairs and the two that are none are in no document, escaped or not. */
const NO_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u

function contentOf(source: string): string {
  const declared = /^<\?xml version="1\.0" encoding="utf-8"\?>\s*/i.exec(source)
  if (!declared) throw new Error('no XML declaration with encoding="UTF-8"')
  const content = source.slice(declared[0].length)
  if (NO_XML.test(plainText(content))) throw new Error('a character that XML does not have')
  return content
}

/** Takes one tag or one stretch of text; the last of the stack is the element that is open. */
function take(stack: Node[], [token, slash, name, empty]: RegExpMatchArray): void {
  const open = stack.at(-1) as Node
  if (token === '<') throw new Error('a < that opens nothing')
  if (name === undefined) {
    open.text += plainText(token)
  } else if (slash) {
    if (open.name !== name) throw new Error(`</${name}> closes <${open.name}>`)
    stack.pop()
  } else {
    const node = { name, text: '', children: [] }
    open.children.push(node)
    if (!empty) stack.push(node)
  }
}

/** Reads a document without attributes, comments and namespaces: GeoReport has none. */
export function readXml(source: string): Node {
  const outside: Node = { name: '', text: '', children: [] }
  const stack = [outside]
  for (const token of contentOf(source).matchAll(/<(\/?)([\w-]+)\s*(\/?)>|[^<]+|</g)) take(stack, token)
  const [root, ...others] = outside.children
  if (stack.length !== 1 || !root || others.length > 0) throw new Error('not one whole document')
  return root
}

function expectName(node: Node, name: string): Node {
  if (node.name !== name) throw new Error(`<${node.name}> where the specification has <${name}>`)
  return node
}

/** The fields of an element without those that hold lists. */
function fieldsOfNode(node: Node): Fields {
  const leaves = node.children.filter(({ children }) => children.length === 0)
  return Object.fromEntries(leaves.map(({ name, text }) => [name, text.trim() === '' ? null : text]))
}

function fieldsOfJson(value: unknown): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('no object')
  const leaves = Object.entries(value).filter(([, part]) => typeof part !== 'object' || part === null)
  return Object.fromEntries(
    leaves.map(([name, part]) => [name, part === null || part === '' ? null : String(part)]),
  )
}

/** A list as XML (`<services><service>…`) or as JSON, which is a bare array. */
function listIn(format: Format, body: string, root: string, item: string): Fields[] {
  if (format === 'json') {
    const list: unknown = JSON.parse(body)
    if (!Array.isArray(list)) throw new Error('JSON lists are bare arrays')
    return list.map(fieldsOfJson)
  }
  return expectName(readXml(body), root).children.map((node) => fieldsOfNode(expectName(node, item)))
}

const TYPES: Record<Format, string> = {
  xml: 'text/xml; charset=utf-8',
  json: 'application/json; charset=utf-8',
}

/** A refusal as the specification words it. */
export class GeoRefusal extends Error {
  readonly status: number
  readonly errors: Fields[]
  constructor(status: number, errors: Fields[]) {
    super(`${status}: ${errors.map(({ description }) => description).join('; ')}`)
    this.status = status
    this.errors = errors
  }
}

function checkErrors(status: number, errors: Fields[]): never {
  const isWorded = errors.every(({ code, description }) => /^\d+$/.test(code ?? '') && description)
  if (errors.length === 0 || !isWorded) throw new Error(`${status} without errors of code and description`)
  throw new GeoRefusal(status, errors)
}

const ALWAYS = ['service_request_id', 'status', 'service_name', 'service_code', 'requested_datetime']

const KNOWN = ['description', 'updated_datetime', 'address', 'lat', 'long', 'media_url', 'zipcode']

function checkRequest(request: Fields): Fields {
  const missing = ALWAYS.filter((name) => !request[name])
  const unknown = KNOWN.filter((name) => !(name in request))
  const wrong = Object.entries(request).filter(
    ([name, value]) => name.endsWith('_datetime') && value !== null && !W3C.test(value),
  )
  const isStatus = request.status === 'open' || request.status === 'closed'
  if (missing.length + unknown.length + wrong.length > 0 || !isStatus)
    throw new Error(
      `not as specified: ${[...missing, ...unknown, ...wrong.flat(), request.status].join(' ')}`,
    )
  return request
}

/**
 * A reader of one city.
 *
 * @param base what the discovery document calls the endpoint's URL
 */
export function open311Reader(base: string, format: Format, send: Send = fetch) {
  async function read(path: string, init?: RequestInit): Promise<string> {
    const answer = await send(`${base}/${path}`, init)
    const type = answer.headers.get('content-type') ?? ''
    if (type.toLowerCase() !== TYPES[format]) throw new Error(`content type ${type}`)
    const body = await answer.text()
    if (!answer.ok) checkErrors(answer.status, listIn(format, body, 'errors', 'error'))
    return body
  }

  const query = (parameters: Record<string, string>) => {
    const written = new URLSearchParams(parameters).toString()
    return written && `?${written}`
  }

  return {
    async services(): Promise<Fields[]> {
      return listIn(format, await read(`services.${format}`), 'services', 'service')
    },
    /** The attributes of a service, each with its values. */
    async define(code: string): Promise<(Fields & { values: Fields[] })[]> {
      const body = await read(`services/${encodeURIComponent(code)}.${format}`)
      if (format === 'json') {
        const { attributes } = JSON.parse(body) as { attributes: { values?: unknown[] }[] }
        return attributes.map((attribute) => ({
          ...fieldsOfJson(attribute),
          values: (attribute.values ?? []).map(fieldsOfJson),
        })) as never
      }
      const [, attributes] = expectName(readXml(body), 'service_definition').children
      return expectName(attributes as Node, 'attributes').children.map((node) => ({
        ...fieldsOfNode(expectName(node, 'attribute')),
        values: (node.children.find(({ name }) => name === 'values')?.children ?? []).map(fieldsOfNode),
      })) as never
    },
    /** Files a request; what comes back has its number at once, since every service here is `realtime`. */
    async file(fields: Record<string, string>): Promise<Fields> {
      const [filed] = listIn(
        format,
        await read(`requests.${format}`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/x-www-form-urlencoded; charset=utf-8' },
          body: new URLSearchParams(fields).toString(),
        }),
        'service_requests',
        'request',
      )
      if (!filed?.service_request_id || filed.token) throw new Error('neither number nor token')
      return filed
    },
    async list(parameters: Record<string, string> = {}): Promise<Fields[]> {
      const body = await read(`requests.${format}${query(parameters)}`)
      return listIn(format, body, 'service_requests', 'request').map(checkRequest)
    },
    async follow(id: string, parameters: Record<string, string> = {}): Promise<Fields> {
      const body = await read(`requests/${id}.${format}${query(parameters)}`)
      const found = listIn(format, body, 'service_requests', 'request').map(checkRequest)
      if (found.length !== 1 || found[0]?.service_request_id !== id) throw new Error('not the one asked for')
      return found[0]
    },
    async token(id: string): Promise<Fields[]> {
      return listIn(format, await read(`tokens/${id}.${format}`), 'service_requests', 'request')
    },
    async updates(parameters: Record<string, string> = {}): Promise<Fields[]> {
      const body = await read(`servicerequestupdates.${format}${query(parameters)}`)
      return listIn(format, body, 'service_request_updates', 'request_update')
    },
  }
}

const SPECIFICATION = 'http://wiki.open311.org/GeoReport_v2'

interface Endpoint {
  specification: string | null | undefined
  url: string | null | undefined
  formats: string[]
}

function endpointsOfXml(body: string): Endpoint[] {
  const root = expectName(readXml(body), 'discovery')
  const said = fieldsOfNode(root)
  if (!said.changeset || !said.contact || !said.key_service)
    throw new Error('a discovery that says too little')
  const childrenOf = (node: Node, list: string) =>
    node.children.find(({ name }) => name === list)?.children ?? []
  return childrenOf(root, 'endpoints').map((node) => ({
    specification: fieldsOfNode(node).specification,
    url: fieldsOfNode(node).url,
    formats: childrenOf(node, 'formats').map(({ text }) => text),
  }))
}

/** Reads where GeoReport v2 is spoken from a discovery document, in either format. */
export function endpointIn(format: Format, body: string): { url: string; formats: string[] } {
  const endpoints =
    format === 'xml' ? endpointsOfXml(body) : (JSON.parse(body) as { endpoints: Endpoint[] }).endpoints
  const found = endpoints.find(({ specification }) => specification === SPECIFICATION)
  if (!found?.url) throw new Error('no GeoReport v2 here')
  return { url: found.url, formats: found.formats }
}
