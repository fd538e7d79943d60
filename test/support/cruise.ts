import path from 'node:path'
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import readRules from 'dependency-cruiser/config-utl/extract-depcruise-config'
import readTsConfig from 'dependency-cruiser/config-utl/extract-ts-config'

const ROOT = path.resolve(import.meta.dirname, '../..')

export interface Imports {
  /** Paths of our own modules that were read, relative to the root. */
  modules: string[]
  /** One line each: the rule, who imports, what. */
  violations: { rule: string; from: string; to: string }[]
}

/** Reads the imports of the folders under `root` and judges them by the rules of this repository. */
export async function cruiseImports(folders: string[], root = ROOT): Promise<Imports> {
  const { forbidden, options } = await readRules(path.join(ROOT, '.dependency-cruiser.mjs'))
  const { output } = await cruise(
    folders,
    { ...options, ruleSet: { forbidden }, validate: true, baseDir: root, outputType: undefined },
    options?.enhancedResolveOptions,
    { tsConfig: readTsConfig(path.join(root, 'tsconfig.json')) },
  )
  const { modules, summary } = output as ICruiseResult
  return {
    modules: modules
      .filter(({ dependencyTypes, source }) => !dependencyTypes && inFolders(source, folders))
      .map(({ source }) => source),
    violations: summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
  }
}

function inFolders(file: string, folders: string[]): boolean {
  return folders.some((folder) => file.startsWith(`${folder}/`))
}
