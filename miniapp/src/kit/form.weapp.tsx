import { View } from '@tarojs/components'
import { classNames } from './class-names'
import type { FormProps } from './form'
import { FormSubmit } from './form-submit'

export function Form({ onSubmit, label, className, children }: FormProps) {
  return (
    <FormSubmit.Provider value={onSubmit}>
      <View className={classNames('k-form', className)} ariaLabel={label}>
        {children}
      </View>
    </FormSubmit.Provider>
  )
}
