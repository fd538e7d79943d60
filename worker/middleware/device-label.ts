/** The first that fits names the browser: most call themselves by the names of others too. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger/, 'WeChat'],
  [/Edg(?:e|A|iOS)?\//, 'Edge'],
  [/HuaweiBrowser/, 'Huawei Browser'],
  [/MiuiBrowser/, 'Mi Browser'],
  [/QQBrowser/, 'QQ Browser'],
  [/OPR\//, 'Opera'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/OpenHarmony|HarmonyOS/, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/iPhone|iPad|iPod/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Macintosh|Mac OS X/, 'macOS'],
  [/Linux|X11/, 'Linux'],
]

function firstIn(names: readonly (readonly [RegExp, string])[], userAgent: string): string | null {
  return names.find(([pattern]) => pattern.test(userAgent))?.[1] ?? null
}

/**
 * What a person knows their device by, `Chrome · Windows`: the families and nothing finer, so that a list of sessions
 * is no register of machines. Null when neither is known.
 */
export function deviceLabel(userAgent: string | undefined): string | null {
  const known = [BROWSERS, SYSTEMS].map((names) => firstIn(names, userAgent ?? ''))
  return known.filter((name) => name !== null).join(' · ') || null
}
