import { View } from '@tarojs/components'
import type { DataTableProps } from './data-table'

/** A table of many columns is for a desk; where it is met on a phone all the same, each row is a line of words. */
export function DataTable({ caption, columns, rowAt, count, onOpen }: DataTableProps) {
  const indexes = Array.from({ length: count }, (_, index) => index)
  return (
    <View className="k-list" ariaRole="list" ariaLabel={caption}>
      {indexes.map((index) => {
        const row = rowAt(index)
        if (!row) return null
        return (
          <View
            key={row.id}
            className="k-item k-item-still"
            ariaRole="listitem"
            onClick={() => onOpen?.(row.id)}
          >
            {row.cells.map((cell, at) => (
              <View key={columns[at]?.id}>{cell}</View>
            ))}
          </View>
        )
      })}
    </View>
  )
}
