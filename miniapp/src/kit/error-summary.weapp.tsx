import { Text, View } from '@tarojs/components'
import { useEffect } from 'react'
import { useText } from '@/locale/use-text'
import { scrollToId } from '@/platform/scroll'
import type { ErrorSummaryProps } from './error-summary'
import { Icon } from './icon'

export function ErrorSummary({ errors, attempt }: ErrorSummaryProps) {
  return errors.length > 0 ? <Summary key={attempt} errors={errors} /> : null
}

function Summary({ errors }: Pick<ErrorSummaryProps, 'errors'>) {
  const t = useText()
  useEffect(() => scrollToId('error-summary'), [])
  return (
    <View className="k-summary" id="error-summary" ariaRole="alert">
      <View className="k-summary-title">
        <Icon name="alert" />
        <Text>{t('common.errors', { n: errors.length })}</Text>
      </View>
      {errors.map(({ id, message }) => (
        <View
          key={id}
          className="k-link-text k-summary-link"
          ariaRole="link"
          onClick={() => scrollToId(`${id}-field`)}
        >
          {message}
        </View>
      ))}
    </View>
  )
}
