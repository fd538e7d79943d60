import fs from 'node:fs'
import path from 'node:path'

const ROOT = path.resolve(import.meta.dirname, '../..')
/** Made by tools; so is every folder that begins with a dot, except `.ci`. In a worktree `.git` is a file. */
const NOT_OURS = /^((node_modules|dist|test-results|\.(?!ci\/).+)\/|\.dev\.vars|\.git)$/
const BINARY = /\.(png|jpe?g|webp|gif|ico|woff2?|ttf|wasm|db|sqlite)$/

/** Every file of ours under the places, relative to the root, with `/`. */
export function filesIn(...places: string[]): string[] {
  return places.flatMap((place) =>
    fs
      .readdirSync(path.join(ROOT, place), { withFileTypes: true })
      .filter((entry) => !NOT_OURS.test(entry.isDirectory() ? `${entry.name}/` : entry.name))
      .flatMap((entry) => {
        const inside = path.posix.join(place, entry.name)
        return entry.isDirectory() ? filesIn(inside) : [inside]
      }),
  )
}

export function isText(file: string): boolean {
  return !BINARY.test(file)
}

export function contentOf(file: string): string {
  return fs.readFileSync(path.join(ROOT, file), 'utf8')
}

/** `file:line: text` of every line that matches. */
export function linesMatching(files: string[], pattern: RegExp): string[] {
  return files.flatMap((file) =>
    contentOf(file)
      .split('\n')
      .flatMap((line, index) =>
        pattern.test(line) ? [`${file}:${index + 1}: ${line.trim().slice(0, 120)}`] : [],
      ),
  )
}
