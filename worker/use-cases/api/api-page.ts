import type { Json } from './json-schema.ts'
import { schemaWords } from './schema-words.ts'

interface Media {
  schema: Json
}
interface Parameter {
  name: string
  in: string
  required: boolean
  description?: string
  schema: Json
}
interface Answer {
  description: string
  content?: Record<string, Media>
}
interface Described {
  operationId: string
  summary: string
  description: string
  tags: string[]
  parameters: Parameter[]
  requestBody?: { content: Record<string, Media> }
  responses: Record<string, Answer>
}
interface Document {
  info: { title: string; version: string; description: string }
  tags: { name: string }[]
  paths: Record<string, Record<string, Described>>
  components: { schemas: Record<string, Json> }
}
interface Call {
  method: string
  path: string
  operation: Described
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function text(words: string): string {
  return words.replace(/[&<>"]/g, (letter) => ESCAPES[letter] ?? '')
}

/** Words in which names of the API stand between backticks. */
function prose(words: string): string {
  return text(words).replace(/`([^`]+)`/g, '<code>$1</code>')
}

/** A word as an address within the page. */
function anchor(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, '-')
}

function code(words: string): string {
  return `<pre><code>${text(words)}</code></pre>`
}

function parametersOf({ parameters }: Described): string {
  if (parameters.length === 0) return ''
  const rows = parameters.map(
    ({ name, in: where, required, schema, description = '' }) =>
      `<li><code>${text(name)}</code> <span class="where">${text(where)}${required ? ', required' : ''}</span>
       <code class="type">${text(schemaWords(schema))}</code>${description && ` ${prose(description)}`}</li>`,
  )
  return `<h3>Parameters</h3><ul class="parameters">${rows.join('')}</ul>`
}

/** Contents of one schema in several media types stand together. */
function contentOf(content: Record<string, Media>): string {
  const byType = new Map<string, string[]>()
  for (const [media, { schema }] of Object.entries(content)) {
    const words = schemaWords(schema)
    byType.set(words, [...(byType.get(words) ?? []), media])
  }
  return [...byType]
    .map(
      ([words, media]) =>
        `<p class="media">${media.map((one) => `<code>${text(one)}</code>`).join(' ')}</p>${code(words)}`,
    )
    .join('')
}

function bodyOf({ requestBody }: Described): string {
  return requestBody ? `<h3>Sends</h3>${contentOf(requestBody.content)}` : ''
}

/** Refusals all look the same: what tells them apart is their codes. */
function answersOf({ responses }: Described): string {
  const all = Object.entries(responses)
  const done = all.filter(([status]) => Number(status) < 400)
  const refused = all.filter(([status]) => Number(status) >= 400)
  const answers = done.map(
    ([status, { description, content }]) =>
      `<p><strong>${status}</strong> ${text(description)}</p>${content ? contentOf(content) : ''}`,
  )
  const refusals = refused.map(
    ([status, { description }]) => `<li><strong>${status}</strong> ${text(description)}</li>`,
  )
  return `${answers.length > 0 ? `<h3>Answers</h3>${answers.join('')}` : ''}
    <h3>Refuses with</h3><ul class="refusals">${refusals.join('')}</ul>`
}

function callOf({ method, path, operation }: Call): string {
  const name = method.toUpperCase()
  return `<details class="call" id="${operation.operationId}"><summary>
    <span class="method ${method}">${name}</span> <code class="path">${text(path)}</code>
    <span class="summary">${prose(operation.summary)}</span></summary>
    <div class="inside"><p class="who">${prose(operation.description)}</p>
    ${parametersOf(operation)}${bodyOf(operation)}${answersOf(operation)}
    <p><a href="#${operation.operationId}">#${operation.operationId}</a></p></div></details>`
}

function callsOf({ paths }: Document): Call[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method, path, operation })),
  )
}

/** The description of the API as a page that needs nothing else: no other host, no script to be read. */
export function apiPage(described: Json): string {
  const document = described as unknown as Document
  const calls = callsOf(document)
  const groups = document.tags.map(({ name }) => ({
    name,
    calls: calls.filter(({ operation }) => operation.tags[0] === name),
  }))
  const links = groups.map(
    ({ name, calls: own }) =>
      `<li><a href="#group-${anchor(name)}">${text(name)} <span class="count">${own.length}</span></a></li>`,
  )
  const sections = groups.map(
    ({ name, calls: own }) =>
      `<section aria-labelledby="group-${anchor(name)}"><h2 id="group-${anchor(name)}" tabindex="-1">${text(name)}</h2>
       ${own.map(callOf).join('\n')}</section>`,
  )
  const schemas = Object.entries(document.components.schemas).map(
    ([name, schema]) => `<h3 id="schema-${anchor(name)}">${text(name)}</h3>${code(schemaWords(schema))}`,
  )
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>API · ${text(document.info.title)}</title>
<link rel="stylesheet" href="/api/docs/page.css"><script src="/api/docs/page.js" defer></script></head>
<body><a class="skip" href="#calls">To the calls</a>
<header><p class="mark" lang="zh-Hans">码上</p><h1>The API</h1><p>${prose(document.info.description)}</p>
<p>Version ${text(document.info.version)} · <a href="/api/openapi.json">openapi.json</a> ·
<a href="/open311/v2/discovery.xml">Open311</a> · <a href="/" lang="zh-Hans">打开码上</a></p></header>
<div class="columns"><nav aria-label="Groups"><details open><summary>Groups</summary><ul>${links.join('')}</ul></details></nav>
<main id="calls" tabindex="-1"><form class="search" role="search" hidden><label for="words">Find a call</label>
<input id="words" type="search" autocomplete="off" placeholder="reports, photo, deputy …"><p role="status" id="found"></p></form>
${sections.join('\n')}
<section aria-labelledby="schemas"><h2 id="schemas" tabindex="-1">What refusals look like</h2>${schemas.join('')}</section>
</main></div></body></html>
`
}
