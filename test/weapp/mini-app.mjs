/**
 * Runs the logic layer of a built mini program as WeChat does: in a bare context that has ECMAScript,
 * `wx`, App, Page, Component and timers, and nothing of a browser or of Node. It shows what the build
 * takes for granted and WeChat does not have, lets a test tap and type, and reads the words on the page.
 */
import fs from 'node:fs'
import path from 'node:path'
import vm from 'node:vm'
import { createPage } from './page.mjs'
import { createWx } from './wx.mjs'

/** @param {string} dist the folder of the build @param {{wx?: object, log?: (...words: unknown[]) => void}} [options] */
export function createMiniApp(dist, { wx: overrides = {}, log = () => {} } = {}) {
  const appJson = JSON.parse(fs.readFileSync(path.join(dist, 'app.json'), 'utf8'))
  const stack = []
  const definitions = new Map()
  const scriptMs = new Map()
  let app
  let loading = null

  const navigation = {
    navigateTo: (url) => open(url),
    redirectTo: (url) => {
      leave()
      open(url)
    },
    reLaunch: (url) => {
      while (stack.length > 0) leave()
      open(url)
    },
    navigateBack: () => {
      leave()
      stack.at(-1)?.onShow?.()
    },
  }
  const { wx, missing, storage } = createWx({ firstPage: appJson.pages[0], navigation, overrides })
  const define = (options) => definitions.set(loading, options)
  const context = vm.createContext({
    wx,
    console: { log, warn: log, info: log, debug: log, error: (...words) => log('[error]', ...words) },
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    App: (options) => {
      app = options
    },
    Page: define,
    Component: define,
    Behavior: (options) => options,
    getApp: () => app,
    getCurrentPages: () => stack,
  })
  const modules = new Map()

  /** CommonJS as WeChat has it: relative paths, no node_modules. */
  function load(name) {
    const file = name.endsWith('.js') ? name : `${name}.js`
    const known = modules.get(file)
    if (known) return known.exports
    const module = { exports: {} }
    modules.set(file, module)
    const filename = path.join(dist, file)
    const source = fs.readFileSync(filename, 'utf8')
    const run = vm.compileFunction(source, ['require', 'module', 'exports'], {
      filename,
      parsingContext: context,
    })
    const outer = loading
    loading = file.replace(/\.js$/, '')
    run((wanted) => load(path.posix.join(path.posix.dirname(file), wanted)), module, module.exports)
    loading = outer
    return module.exports
  }

  function open(url) {
    const [route, search = ''] = url.replace(/^\//, '').split('?')
    if (!fs.existsSync(path.join(dist, `${route}.json`))) {
      if (!app.onPageNotFound) throw new Error(`no page ${route}`)
      app.onPageNotFound({ path: route, query: parseQuery(search), isEntryPage: stack.length === 0 })
      return
    }
    const start = performance.now()
    load(route)
    const page = createPage(route, definitions.get(route), wx)
    stack.push(page)
    page.onLoad?.(parseQuery(search))
    page.onShow?.()
    scriptMs.set(route, performance.now() - start)
    setTimeout(() => page.onReady?.(), 0)
  }

  function leave() {
    stack.pop()?.onUnload?.()
  }

  function dispatch(type, node, detail = {}) {
    const target = { id: node.uid ?? node.sid, dataset: { sid: node.sid } }
    const event = {
      type,
      target,
      currentTarget: target,
      detail,
      timeStamp: Date.now(),
      mark: { sid: node.sid },
    }
    stack.at(-1).eh(event)
  }

  const settle = (ms = 60) => new Promise((resolve) => setTimeout(resolve, ms))

  const nodes = () => {
    const found = []
    const walk = (node, depth) => {
      found.push({ ...node, depth })
      for (const child of Object.values(node.cn ?? {})) if (child) walk(child, depth + 1)
    }
    for (const child of Object.values(stack.at(-1)?.data.root?.cn ?? {})) if (child) walk(child, 0)
    return found
  }

  return {
    appJson,
    /** wx functions that were called and that this fake does not know: check that WeChat has them */
    missing,
    storage,
    /** milliseconds from opening a page to the end of its first synchronous work */
    scriptMs,
    stack,
    launch(url = `/${appJson.pages[0]}`) {
      load('app')
      const launched = { path: appJson.pages[0], query: {}, scene: 1001 }
      app.onLaunch?.(launched)
      app.onShow?.(launched)
      open(url)
      return this
    },
    settle,
    /** waits until these words are on the page */
    async shows(text, ms = 8000) {
      const end = Date.now() + ms
      while (!this.texts().includes(text)) {
        if (Date.now() > end)
          throw new Error(`'${text}' did not come; on the page: ${this.texts().join('|')}`)
        await settle(20)
      }
    },
    nodes,
    /** the words on the page in front, one string a text node */
    texts: () => nodes().flatMap((node) => (node.v === undefined ? [] : [node.v])),
    /** the elements around a text, the nearest first: what a finger hits, one after another */
    around(text) {
      const all = nodes()
      const at = all.findLastIndex((node) => node.v === text)
      if (at < 0) throw new Error(`'${text}' is not on the page`)
      let { depth } = all[at]
      const found = []
      for (const node of all.slice(0, at).toReversed()) {
        if (node.v !== undefined || node.depth >= depth) continue
        depth = node.depth
        found.push(node)
      }
      return found
    },
    /** the first element with this class */
    byClass: (name) => nodes().find((node) => node.cl?.split(' ').includes(name)),
    async fire(type, node, detail = {}) {
      dispatch(type, node, detail)
      await settle()
    },
    /** A tap bubbles: each element around the text hears it. */
    async tap(text) {
      for (const node of this.around(text)) dispatch('tap', node)
      await settle()
    },
  }
}

function parseQuery(search) {
  return Object.fromEntries(
    search
      .split('&')
      .filter(Boolean)
      .map((pair) => pair.split('=')),
  )
}
