import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'
import { recorder, sqlText } from '../../scripts/admin/sql-text.ts'
import { write } from '../../worker/repository/query.ts'

it('SQL as text gives what the bound query would, whatever the values hold', () => {
  const values = [
    "O'Neill '); DROP TABLE x; --",
    null,
    1_795_406_700_000,
    '关锦添',
    '?1',
    'a\nb',
    '',
    0.5,
    -1,
    'ten',
  ]
  const sql = `SELECT ?10 AS j, ?1 AS a, ?2 AS b, ?3 AS c, ?4 AS d,
    ?5 AS e, ?6 AS f, ?7 AS g, ?8 AS h, ?9 AS i, ?1 AS again`
  const text = sqlText(write(recorder.prepare(sql).bind(...values)))
  const database = new DatabaseSync(':memory:')
  const [a, b, c, d, e, f, g, h, i, j] = values
  expect({ ...database.prepare(text).get() }).toEqual({ j, a, b, c, d, e, f, g, h, i, again: a })
  expect(text.endsWith(';')).toBe(true)
})
