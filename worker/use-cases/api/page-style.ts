/** The page's own style sheet: the app's colours, one column on a telephone. */
export const PAGE_STYLE = `
:root { --paper:#f4f6f5; --card:#fff; --line:#dce3e0; --ink:#17211d; --muted:#55635d; --action:#0b6e4f; --edge:#76867f;
  --good:#0b6e4f; --good-tint:#e6f4ee; --wait:#7a4f00; --wait-tint:#fff3d6; --bad:#a8201a; --bad-tint:#fdecea;
  --info:#0b4f94; --info-tint:#e8f1fb; --kapok:#c2402a }
@media (prefers-color-scheme: dark) { :root { --paper:#0e1311; --card:#1a211e; --line:#2c3632; --ink:#eaf1ee;
  --muted:#a3b2ab; --action:#4cc38a; --edge:#7f8f88; --good:#6fdca5; --good-tint:#12301f; --wait:#ffcf6b;
  --wait-tint:#33270b; --bad:#ffa69e; --bad-tint:#3b1f1d; --info:#8ec5ff; --info-tint:#132b44; --kapok:#ff8a6b } }
* { box-sizing: border-box }
html { scroll-behavior: smooth; scroll-padding-top: 16px }
body { margin: 0; background: var(--paper); color: var(--ink); font: 17px/1.5 -apple-system, "PingFang SC",
  "HarmonyOS Sans SC", MiSans, "Noto Sans CJK SC", sans-serif; overflow-wrap: anywhere }
a { color: var(--action) }
:focus-visible { outline: 3px solid var(--action); outline-offset: 2px; border-radius: 4px }
.skip { position: absolute; left: -9999px }
.skip:focus { left: 8px; top: 8px; padding: 12px; background: var(--card) }
header, .columns { max-width: 1180px; margin: 0 auto; padding: 16px }
header p { max-width: 46em; margin: 8px 0 }
h1 { font-size: 32px; line-height: 1.3; margin: 0 }
.mark { color: var(--kapok); font-weight: 600 }
h2 { font-size: 24px; line-height: 1.3; margin: 32px 0 12px }
h3 { font-size: 20px; line-height: 1.3; margin: 16px 0 8px }
.inside h3 { font-size: 15px; margin: 16px 0 4px; color: var(--muted) }
nav details { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 4px 12px }
nav summary { min-height: 44px; padding: 8px 0; font-weight: 600; cursor: pointer }
nav ul { list-style: none; margin: 0; padding: 0 0 8px; columns: 2 }
nav a { display: flex; justify-content: space-between; gap: 8px; align-items: center; min-height: 44px;
  text-decoration: none; break-inside: avoid }
.count { color: var(--muted); font-size: 15px; font-variant-numeric: tabular-nums }
.search { margin: 16px 0 }
.search label { display: block; font-weight: 600 }
.search input { width: 100%; min-height: 48px; padding: 8px 12px; font: inherit; color: inherit; background: var(--card);
  border: 1px solid var(--edge); border-radius: 10px }
.search p { min-height: 1.5em; margin: 4px 0; color: var(--muted); font-size: 15px }
.call { background: var(--card); border: 1px solid var(--line); border-radius: 12px; margin: 8px 0 }
.call > summary { display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: center; min-height: 52px; padding: 10px 14px;
  cursor: pointer; list-style: none }
.call > summary::-webkit-details-marker { display: none }
.call > summary::after { content: "+"; margin-left: auto; color: var(--muted); font-size: 20px; line-height: 1 }
.call[open] > summary::after { content: "\\2212" }
.summary { flex-basis: 100%; color: var(--muted); font-size: 15px }
.method { min-width: 62px; padding: 2px 8px; border-radius: 6px; text-align: center; font-size: 13px; font-weight: 700 }
.get { color: var(--info); background: var(--info-tint) }
.post { color: var(--good); background: var(--good-tint) }
.patch, .put { color: var(--wait); background: var(--wait-tint) }
.delete { color: var(--bad); background: var(--bad-tint) }
code, pre { font: 15px/1.5 ui-monospace, "SF Mono", Menlo, Consolas, monospace }
pre { margin: 4px 0 12px; padding: 12px; background: var(--paper); border-radius: 8px; white-space: pre-wrap }
.inside { padding: 0 14px 8px; border-top: 1px solid var(--line) }
.inside ul { margin: 0; padding-left: 1.2em }
.inside li { margin: 4px 0 }
.where, .media, .who { color: var(--muted); font-size: 15px; margin: 8px 0 0 }
.type { white-space: pre-wrap }
[hidden] { display: none !important }
@media (min-width: 900px) {
  .columns { display: grid; grid-template-columns: 260px minmax(0, 1fr); gap: 32px }
  nav { position: sticky; top: 16px; align-self: start; max-height: calc(100vh - 32px); overflow: auto }
  nav ul { columns: 1 }
  nav a { min-height: 36px }
  .search { margin-top: 0 }
  .summary { flex-basis: auto }
}
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto } }
@media print { nav, .search { display: none } }
`

/**
 * Finding by words, opening what an address names, and being there without a network. Without it the page is whole all
 * the same.
 */
export const PAGE_SCRIPT = `
'use strict'
const search = document.querySelector('.search')
const words = document.getElementById('words')
const found = document.getElementById('found')
const calls = [...document.querySelectorAll('.call')]
const sections = [...document.querySelectorAll('main section')]
function find() {
  const wanted = words.value.trim().toLowerCase().split(/\\s+/).filter(Boolean)
  let count = 0
  for (const call of calls) {
    const said = (call.id + ' ' + call.firstElementChild.textContent).toLowerCase()
    call.hidden = !wanted.every((word) => said.includes(word))
    if (!call.hidden) count += 1
  }
  for (const section of sections)
    section.hidden = wanted.length > 0 && !section.querySelector('.call:not([hidden])')
  found.textContent = wanted.length === 0 ? '' : count === 1 ? '1 call' : count + ' calls'
}
function openNamed() {
  const named = document.getElementById(decodeURIComponent(location.hash.slice(1)))
  if (named && named.matches('.call')) named.open = true
}
search.hidden = false
search.addEventListener('submit', (event) => event.preventDefault())
words.addEventListener('input', find)
addEventListener('hashchange', openNamed)
if (matchMedia('(max-width: 899px)').matches) document.querySelector('nav details').open = false
openNamed()
const saves = navigator.connection && navigator.connection.saveData
if (navigator.serviceWorker && !saves) {
  navigator.serviceWorker.register('/sw.js').catch(() => undefined)
  navigator.serviceWorker.ready.then(({ active }) => active.postMessage('keep-docs'))
}
`
