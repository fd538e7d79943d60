/** A page as WeChat makes it of what was given to Page(): its own data, and setData by path. */
export function createPage(route, definition, wx) {
  const { data = {}, methods = {}, ...rest } = definition
  return {
    ...rest,
    ...methods,
    route,
    data: structuredClone(data),
    setData(changes, done) {
      for (const [keyPath, value] of Object.entries(JSON.parse(JSON.stringify(changes))))
        setDeep(this.data, keyPath, value)
      setTimeout(() => done?.(), 0)
    },
    selectComponent: () => null,
    createSelectorQuery: wx.createSelectorQuery,
    groupSetData: (run) => run(),
  }
}

/** 'root.cn.[0].cl' = value, as setData takes it */
function setDeep(target, keyPath, value) {
  const keys = keyPath
    .replace(/\[(\w+)\]/g, '.$1')
    .split('.')
    .filter(Boolean)
  const last = keys.pop()
  let at = target
  for (const key of keys) at = at[key] ??= {}
  at[last] = value
}
