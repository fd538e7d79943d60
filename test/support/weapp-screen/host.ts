import { glassEasel, MiniProgramEnv } from 'glass-easel-miniprogram-adapter'
import { createWxOfBrowser } from './wx-of-browser.ts'

// Runs in a browser: a mini program's own code, drawn by WeChat's open renderer. glass-easel's types stop where it
// meets the page, so a few of its objects are taken as they come.
/* oxlint-disable typescript/no-explicit-any */

interface MiniProgram {
  templates: Record<string, any>
  builtIn: Record<string, any>
  styles: Record<string, string>
  scripts: Record<string, string>
  settings: Record<string, any>
}

const program = (window as unknown as { miniProgram: MiniProgram }).miniProgram
const env = new MiniProgramEnv()
const space: any = env.createCodeSpace('', true)

interface Shown {
  instance: any
  element: HTMLElement
}
const stack: Shown[] = []

const property = (type: unknown, value: unknown) => ({ type, value })
const PROPERTIES = {
  value: property(null, ''),
  placeholder: property(String, ''),
  type: property(String, 'text'),
  ariaLabel: property(String, ''),
  range: property(Array, []),
  rangeKey: property(String, ''),
  src: property(String, ''),
  mode: property(String, ''),
}

function defineBuiltIns(): void {
  const own: any = new glassEasel.ComponentSpace()
  const control = (component: any): HTMLInputElement => component.shadowRoot.getElementById('control').$$
  const tell = (event: string) =>
    function (this: any) {
      const { value } = control(this)
      this.triggerEvent(event, { value, cursor: value.length }, { bubbles: false })
    }
  for (const [tag, content] of Object.entries(program.builtIn)) {
    const definition = own.defineComponent({
      is: `wx-${tag}`,
      options: { hostNodeTagName: `wx-${tag}`, styleIsolation: 'shared' },
      template: { groupList: program.builtIn, content },
      properties: PROPERTIES,
      methods: { onInput: tell('input'), onBlur: tell('blur'), onChange: tell('change') },
    })
    space.getComponentSpace().setGlobalUsingComponent(`wx-${tag}`, definition.general())
  }
}

/** What WeChat gives its components before any style of ours. */
const DEFAULTS = `
  body { margin: 0; }
  wx-view, wx-scroll-view, wx-picker, wx-input, wx-textarea, wx-slider, wx-map { display: block; }
  wx-button { display: block; box-sizing: border-box; font-size: 18px; line-height: 2.55; text-align: center; }
  wx-image { display: inline-block; overflow: hidden; width: 320px; height: 240px; }
  wx-map { width: 300px; height: 150px; background: #e8efe9; color: #55635d; text-align: center; }
  wx-input > input, wx-textarea > textarea, wx-slider > input { box-sizing: border-box; width: 100%; padding: 0; border: 0;
    color: inherit; background: none; font: inherit; outline: none; }
  wx-textarea > textarea { height: 100%; min-height: 5em; resize: none; }
  wx-picker { position: relative; }
  wx-picker > select { position: absolute; inset: 0; opacity: 0; }
`

function addStyles(): void {
  const ours = Object.entries(program.styles).map(([file, text]) => {
    const own = text.replaceAll(/@import[^;]+;/g, '').replaceAll(/(^|[\s,}])page(?=[\s,{.:])/g, '$1body')
    return `/* ${file} */\n${own}`
  })
  const style = document.createElement('style')
  style.textContent = [DEFAULTS, ...ours].join('\n')
  document.head.append(style)
}

function addComponents(): void {
  for (const [file, settings] of Object.entries(program.settings)) {
    if (file === 'app.json') continue
    space.addComponentStaticConfig(file.replace(/\.json$/, ''), { ...settings, styleIsolation: 'shared' })
  }
  for (const [name, content] of Object.entries(program.templates)) {
    space.addCompiledTemplate(name, {
      groupList: program.templates,
      content,
      fallbackListenerOnNativeNode: true,
    })
  }
}

let app: any
const modules = new Map<string, { exports: unknown }>()
/** What a browser has and WeChat has not: a mini program that reaches for it fails here as there. */
const ABSENT = [
  'window',
  'document',
  'self',
  'fetch',
  'URL',
  'Headers',
  'AbortController',
  'localStorage',
  'navigator',
  'location',
]
let loading = ''

function load(name: string): unknown {
  const file = name.endsWith('.js') ? name : `${name}.js`
  const known = modules.get(file)
  if (known) return known.exports
  const module = { exports: {} }
  modules.set(file, module)
  const outer = loading
  loading = file.replace(/\.js$/, '')
  const me = loading
  const given: Record<string, unknown> = {
    require: (wanted: string) => load(new URL(wanted, `http://x/${file}`).pathname.slice(1)),
    module,
    exports: module.exports,
    wx,
    App: (options: unknown) => {
      app = options
    },
    Page: (options: unknown) => space.componentEnv(me, ({ Page }: any) => Page(options)),
    Component: (options: unknown) => space.componentEnv(me, ({ Component }: any) => Component(options)),
    Behavior: (options: unknown) => options,
    getApp: () => app,
    getCurrentPages: () => stack.map(({ instance }) => instance),
    ...Object.fromEntries(ABSENT.map((absent) => [absent, undefined])),
  }
  const run = new Function(...Object.keys(given), `${program.scripts[file]}\n//# sourceURL=weapp/${file}`)
  run(...Object.values(given))
  loading = outer
  return module.exports
}

const context: any = new glassEasel.CurrentWindowBackendContext()
context.onEvent((target: any, type: string, detail: any, options: any) => {
  // A control tells its component, and the component what WeChat would tell: not both.
  const isControl = /^(input|change|focus|blur)$/.test(type)
  const event = new glassEasel.Event(type, detail, isControl ? { ...options, composed: false } : options)
  glassEasel.Event.dispatchEvent(target, event)
  return event.defaultPrevented() ? 1 : 0
})
const backend = env.associateBackend(context)

function open(url: string): void {
  const [route = '', search = ''] = url.replace(/^\//, '').split('?')
  load(route)
  for (const { element } of stack) element.style.display = 'none'
  const element = document.createElement('div')
  const hook = document.createElement('span')
  element.append(hook)
  document.body.append(element)
  const root: any = backend.createRoot('body', space, route)
  const instance = root.get()
  Object.defineProperty(instance, 'route', { value: route })
  instance.options = Object.fromEntries(new URLSearchParams(search))
  stack.push({ instance, element })
  instance.onLoad?.(instance.options)
  root.attach(element, hook)
  instance.onShow?.()
  window.scrollTo(0, 0)
  setTimeout(() => instance.onReady?.(), 0)
}

function leave(): void {
  const left = stack.pop()
  left?.element.remove()
  left?.instance.onUnload?.()
}

const wx = createWxOfBrowser({
  navigateTo: open,
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
    const shown = stack.at(-1)
    if (shown) shown.element.style.display = ''
    shown?.instance.onShow?.()
  },
})

glassEasel.globalOptions.throwGlobalError = true
defineBuiltIns()
addStyles()
addComponents()
load('app')
const first = { path: program.settings['app.json'].pages[0], query: {}, scene: 1001 }
app.onLaunch?.(first)
app.onShow?.(first)
open(`/${first.path}`)
