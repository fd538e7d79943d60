import { View } from '@tarojs/components'
import { useFormat } from '@/locale/use-text'
import { classNames } from './class-names'
import { shownCell } from './table-cell'
import type { TableProps } from './table'

/** A mini program has no table for screen readers: each row is read as one, each number with its column. */
export function Table({ caption, columns, rows }: TableProps) {
  const format = useFormat()
  return (
    <View className="k-table-frame" ariaRole="region" ariaLabel={caption}>
      <View className="k-table">
        <View className="k-table-row" ariaHidden>
          {columns.map((column, at) => (
            <View key={column} className={classNames('k-cell k-cell-head', at > 0 && 'k-cell-number')}>
              {column}
            </View>
          ))}
        </View>
        {rows.map((row) => {
          const shown = row.map((cell) => shownCell(cell, format.number))
          const words = shown.map((cell, at) => (at === 0 ? cell : `${columns[at]} ${cell}`))
          return (
            <View key={shown[0]} className="k-table-row" ariaRole="text" ariaLabel={words.join('，')}>
              {shown.map((cell, at) => (
                <View
                  key={columns[at]}
                  className={classNames('k-cell', at > 0 ? 'k-cell-number' : 'k-cell-name')}
                >
                  {cell}
                </View>
              ))}
            </View>
          )
        })}
      </View>
    </View>
  )
}
