/**
 * Keeps the app itself where there is no network: its page, its scripts and its styles; and, of those who have read
 * it, the page that describes the API. Never an answer of the API, never a photo: those may be private, and what
 * everybody may read the app keeps by itself, with its age.
 *
 * The build writes the version and the files in. With a network the page is always the newest, so a release arrives
 * as it does without this file; taking /sw.js away from the server ends it in every browser.
 */
const SHELL = 'shell-__VERSION__'
const FILES = __FILES__
const DOCS = 'docs'
const DOCS_FILES = ['/api/docs', '/api/docs/page.css', '/api/docs/page.js', '/api/openapi.json']
/** One who opened the app before a release still loads the rest of its files. */
const KEPT_SHELLS = 2
/** The link on a poster. */
const PRINTED = /^\/s\/([^/]+)\/?$/
/** What other systems read, and links that are no poster's: these answer for themselves. */
const OF_THE_SERVER = /^\/(api|s|open311|feeds|open-data)\//
/** Milliseconds after which a network that is there in name only counts as none. */
const PATIENCE = 4000

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(SHELL)
      // The page is asked for anew; the files, whose names carry their content, may come from the browser's own cache.
      .then((shell) =>
        shell.addAll(FILES.map((file) => new Request(file, file === '/' ? { cache: 'no-cache' } : {}))),
      )
      .then(() => self.skipWaiting()),
  )
})

self.addEventListener('activate', (event) => {
  event.waitUntil(forgetOld().then(() => self.clients.claim()))
})

/** Asked for by the page that describes the API, whenever it is read. */
self.addEventListener('message', (event) => {
  if (event.data === 'keep-docs')
    event.waitUntil(
      caches
        .open(DOCS)
        .then((docs) => docs.addAll(DOCS_FILES))
        .catch(() => undefined),
    )
})

async function forgetOld() {
  const shells = (await caches.keys()).filter((name) => name.startsWith('shell-') && name !== SHELL)
  const old = shells.slice(0, Math.max(0, shells.length - (KEPT_SHELLS - 1)))
  await Promise.all(old.map((name) => caches.delete(name)))
}

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (/^\/(js|css)\//.test(pathname)) event.respondWith(keptFile(request))
  else if (DOCS_FILES.includes(pathname)) event.respondWith(docsFile(request))
  else if (request.mode === 'navigate' && PRINTED.test(pathname)) {
    event.respondWith(printed(request, PRINTED.exec(pathname)[1]))
  }
  // Everything else that is opened is the app's one page.
  else if (request.mode === 'navigate' && !OF_THE_SERVER.test(pathname) && !/\.[a-z0-9]+$/i.test(pathname)) {
    event.respondWith(page(request))
  }
})

/** Names carry a hash of the content: what is kept is what would come. */
async function keptFile(request) {
  const kept = await caches.match(request)
  if (kept) return kept
  const answer = await fetch(request)
  if (answer.ok) {
    const shell = await caches.open(SHELL)
    await shell.put(request, answer.clone()).catch(() => undefined)
  }
  return answer
}

/** The newest description of the API; the kept one when none comes. */
async function docsFile(request) {
  try {
    return await fetch(request)
  } catch (error) {
    const kept = await caches.match(request, { cacheName: DOCS, ignoreVary: true })
    if (kept) return kept
    throw error
  }
}

const later = () => new Promise((resolve) => setTimeout(resolve, PATIENCE))

/** The server leads to the station and counts the scan; without one the way is the same, and the app knows the rest. */
async function printed(request, code) {
  const station = () => Response.redirect(`/station?code=${code}`)
  const fresh = fetch(request).then((answer) => (answer.status >= 500 ? station() : answer))
  return Promise.race([fresh, later().then(station)]).catch(station)
}

/** The newest page; the kept one when none comes. */
async function page(request) {
  const kept = async () => (await caches.match('/', { cacheName: SHELL })) ?? caches.match('/')
  const late = later().then(kept)
  const fresh = fetch(request)
  fresh.catch(() => undefined)
  const first = await Promise.race([fresh, late]).catch(kept)
  return first ?? fresh
}
