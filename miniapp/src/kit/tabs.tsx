import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react'

export interface TabsProps<V extends string = string> {
  /** names the row of tabs for screen readers */
  label: string
  value: V
  options: readonly { value: V; label: string; count?: number }[]
  onChange: (value: V) => void
  /** the panel of the chosen tab */
  children: ReactNode
}

/** Arrow keys, Home and End move between the tabs; Tab goes on into the panel. */
export function Tabs<V extends string>({ label, value, options, onChange, children }: TabsProps<V>) {
  const id = useId()
  const row = useRef<HTMLDivElement>(null)
  const move = (event: KeyboardEvent) => {
    const now = options.findIndex((option) => option.value === value)
    const next = nextIndex(event.key, now, options.length)
    const option = next === null ? undefined : options[next]
    if (!option || next === null) return
    event.preventDefault()
    onChange(option.value)
    row.current?.querySelectorAll<HTMLElement>('[role=tab]')[next]?.focus()
  }
  return (
    <div className="k-tabs">
      <div className="k-tabs-row" role="tablist" aria-label={label} ref={row}>
        {options.map((option) => {
          const chosen = option.value === value
          return (
            <button
              key={option.value}
              type="button"
              role="tab"
              id={`${id}-${option.value}`}
              className={chosen ? 'k-tab k-tab-chosen' : 'k-tab'}
              aria-selected={chosen}
              aria-controls={chosen ? `${id}-panel` : undefined}
              tabIndex={chosen ? 0 : -1}
              onClick={() => onChange(option.value)}
              onKeyDown={move}
            >
              {option.label}
              {option.count !== undefined && <span className="k-tab-count">{option.count}</span>}
            </button>
          )
        })}
      </div>
      <div
        className="k-tabs-panel"
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${value}`}
        tabIndex={0}
      >
        {children}
      </div>
    </div>
  )
}

function nextIndex(key: string, now: number, count: number): number | null {
  if (key === 'ArrowRight') return (now + 1) % count
  if (key === 'ArrowLeft') return (now - 1 + count) % count
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : null
}
