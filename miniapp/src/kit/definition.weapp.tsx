import { View } from '@tarojs/components'
import { useText } from '@/locale/use-text'
import { Button } from './button'
import type { DefinitionProps, DefinitionRow } from './definition'
import { Link } from './link'

export function Definition({ rows, label }: DefinitionProps) {
  return (
    <View className="k-facts" ariaLabel={label}>
      {rows.map((row) => (
        <View key={row.label} className="k-fact">
          <View className="k-fact-label">{row.label}</View>
          <View className="k-fact-value">{row.value}</View>
          {row.change && (
            <View className="k-fact-change">
              <Change row={row} />
            </View>
          )}
        </View>
      ))}
    </View>
  )
}

function Change({ row: { label, change } }: { row: DefinitionRow }) {
  const t = useText()
  const words = t('common.change')
  if (typeof change === 'function') {
    return (
      <Button kind="ghost" small label={`${words} ${label}`} onClick={change}>
        {words}
      </Button>
    )
  }
  return (
    <Link {...change} label={`${words} ${label}`}>
      {words}
    </Link>
  )
}
