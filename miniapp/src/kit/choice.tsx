import { classNames } from './class-names'
import { describedBy, Field, type FieldBasics } from './field'
import { Icon } from './icon'
import type { IconName } from './icon-paths'

export interface ChoiceOption<V extends string = string> {
  value: V
  label: string
  hint?: string
  icon?: IconName
}

export interface ChoiceProps<V extends string = string> extends FieldBasics {
  /** '' or null: nothing chosen yet */
  value: V | '' | null
  options: readonly ChoiceOption<V>[]
  onChange: (value: V) => void
  /** list: one below the other; tiles: pictures side by side; inline: short words in a row */
  layout?: 'list' | 'tiles' | 'inline'
  hideLabel?: boolean
}

/** One of several: a group of radio buttons. `label` is its legend. */
export function Choice<V extends string>({
  id,
  value,
  options,
  onChange,
  layout = 'list',
  ...field
}: ChoiceProps<V>) {
  return (
    <Field id={id} group {...field}>
      <div className={`k-choice k-choice-${layout}`}>
        {options.map((option, index) => {
          // The summary's link leads to the first button.
          const optionId = index === 0 ? id : `${id}-${option.value}`
          return (
            <label
              key={option.value}
              className={classNames('k-option', option.value === value && 'k-option-chosen')}
              htmlFor={optionId}
            >
              <input
                className="k-option-input"
                type="radio"
                id={optionId}
                name={id}
                value={option.value}
                checked={option.value === value}
                aria-describedby={describedBy({ id: optionId, hint: option.hint })}
                onChange={() => onChange(option.value)}
              />
              {option.icon && <Icon name={option.icon} size="large" className="k-option-icon" />}
              <span className="k-option-words">
                <span className="k-option-label">{option.label}</span>
                {option.hint !== undefined && (
                  <span className="k-option-hint" id={`${optionId}-hint`}>
                    {option.hint}
                  </span>
                )}
              </span>
            </label>
          )
        })}
      </div>
    </Field>
  )
}
