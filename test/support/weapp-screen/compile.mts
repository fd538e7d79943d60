import fs from 'node:fs'
import path from 'node:path'
import { TmplGroup } from 'glass-easel-template-compiler'
import { build } from 'vite'
import { BUILT_IN } from './built-in.ts'

/** WeChat's own components get a name with a dash: a browser's elements of the same name behave otherwise. */
const TAGS = new RegExp(String.raw`<(/?)(${Object.keys(BUILT_IN).join('|')})(?=[\s>/])`, 'g')

function filesOf(folder: string, ending: string): [name: string, text: string][] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .map((file) => [file.split(path.sep).join('/'), fs.readFileSync(path.join(folder, file), 'utf8')])
}

const withoutEnding = (file: string) => file.replace(/\.\w+$/, '')

/** The templates of the mini program, by WeChat's open compiler; what it warns of ends the run. */
function templatesOf(dist: string): string {
  const group = new TmplGroup()
  for (const [file, text] of filesOf(dist, '.wxs')) group.addScript(withoutEnding(file), text)
  for (const [file, text] of filesOf(dist, '.wxml')) {
    group.addTmpl(withoutEnding(file), text.replace(TAGS, '<$1wx-$2'))
  }
  return group.getTmplGenObjectGroups()
}

function builtInTemplates(): string {
  const group = new TmplGroup()
  for (const [tag, { template }] of Object.entries(BUILT_IN)) group.addTmpl(tag, template)
  return group.getTmplGenObjectGroups()
}

/** The renderer of `host.ts` as one script for a browser. */
async function hostScript(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: false,
      lib: { entry: path.join(import.meta.dirname, 'host.ts'), formats: ['iife'], name: 'host' },
    },
  })
  const [bundle] = (Array.isArray(built) ? built : [built]) as { output: { code?: string }[] }[]
  return bundle?.output[0]?.code ?? ''
}

/**
 * A built mini program with WeChat's open renderer (glass-easel) as one script: put into an empty page it draws the
 * first screen and behaves as in WeChat, as far as `built-in.ts` knows WeChat's components.
 *
 * @param dist folder of the build
 */
export async function compileWeapp(dist: string): Promise<string> {
  // One thousandth of the screen's width, as WeChat counts.
  const styles = filesOf(dist, '.wxss').map(([file, text]) => [
    file,
    text.replaceAll(/(-?[\d.]+)rpx/g, 'calc($1 * 100vw / 750)'),
  ])
  const data = {
    styles: Object.fromEntries(styles),
    scripts: Object.fromEntries(filesOf(dist, '.js')),
    settings: Object.fromEntries(
      filesOf(dist, '.json')
        .filter(([file]) => !file.startsWith('project.'))
        .map(([file, text]) => [file, JSON.parse(text)]),
    ),
  }
  return `window.miniProgram = Object.assign(${JSON.stringify(data)}, {
  templates: (function () { return ${templatesOf(dist)} })(),
  builtIn: (function () { return ${builtInTemplates()} })(),
});
${await hostScript()}`
}
