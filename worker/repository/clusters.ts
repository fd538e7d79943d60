import type { KnownSuggestion } from '../../shared/domain/cluster-suggestions.ts'
import type { Cluster, ClusterCandidate } from '../../shared/domain/report-clusters.ts'
import { many, write, type Database, type Query } from './query.ts'

/** The reports of one category and district that are compared with each other. */
export interface ClusterGroup {
  categoryCode: string
  districtCode: string
  /** How often something entered or left its pool, and up to which of these it was looked at. */
  stirs: number
  seen: number
}

/** A cluster that is to be kept, with the public id it gets if it is new. */
export interface ClusterToSave {
  id: number | null
  code: string
  cluster: Cluster
  isRevived: boolean
}

/** States in which a report speaks for no cluster: it speaks through another, or was refused or taken back. */
const OUT_OF_POOL = "('merged', 'declined', 'withdrawn')"

/** The condition for a report that may form a cluster. One that has been in a topic has had its turn. */
export const IN_POOL = `report.state NOT IN ${OUT_OF_POOL}
  AND NOT EXISTS (SELECT 1 FROM topic_report WHERE topic_report.report_id = report.id)`

/** The groups in which something happened since they were last looked at, the longest waiting first. */
export function waitingGroups(db: Database, limit: number): Query<ClusterGroup[]> {
  const statement = db
    .prepare(
      `SELECT category_code, district_code, stirs, seen FROM cluster_group
       WHERE stirs > seen ORDER BY stirred_at LIMIT ?1`,
    )
    .bind(limit)
  return many(statement, (row) => ({
    categoryCode: row.category_code as string,
    districtCode: row.district_code as string,
    stirs: row.stirs as number,
    seen: row.seen as number,
  }))
}

/** The latest reports of a group from `since` (milliseconds) on that may form a cluster. */
export function candidatesOfGroup(
  db: Database,
  group: ClusterGroup,
  since: number,
  limit: number,
): Query<ClusterCandidate[]> {
  const statement = db
    .prepare(
      `SELECT report.id, report.text, report.lat_e6, report.lng_e6, report.created_at, station.street_code
       FROM report LEFT JOIN station ON station.number = report.station_number
       WHERE report.category_code = ?1 AND report.district_code = ?2 AND report.created_at >= ?3 AND ${IN_POOL}
       ORDER BY report.created_at DESC LIMIT ?4`,
    )
    .bind(group.categoryCode, group.districtCode, since, limit)
  return many(statement, (row) => {
    const lat = row.lat_e6 as number | null
    const lng = row.lng_e6 as number | null
    return {
      id: row.id as number,
      text: row.text as string,
      position: lat === null || lng === null ? null : { lat: lat / 1e6, lng: lng / 1e6 },
      streetCode: row.street_code as string | null,
      createdAt: row.created_at as number,
    }
  })
}

/** The suggestions a group has, dismissed ones too. */
export function suggestionsOfGroup(db: Database, group: ClusterGroup): Query<KnownSuggestion[]> {
  const statement = db
    .prepare(
      `SELECT id, dismissed,
         (SELECT json_group_array(report_id) FROM cluster_member WHERE suggestion_id = cluster_suggestion.id) AS reports
       FROM cluster_suggestion WHERE category_code = ?1 AND district_code = ?2 ORDER BY id`,
    )
    .bind(group.categoryCode, group.districtCode)
  return many(statement, (row) => ({
    id: row.id as number,
    reports: JSON.parse(row.reports as string) as number[],
    dismissed: row.dismissed === null ? null : (JSON.parse(row.dismissed as string) as number[]),
  }))
}

/**
 * Writes what a look at a group found, and that it was looked at. When another run has looked in the meantime,
 * nothing is written: all statements ask for the same `seen`, and the last one moves it on.
 */
export function saveGroup(
  db: Database,
  group: ClusterGroup,
  saved: readonly ClusterToSave[],
  removed: readonly number[],
  now: number,
): Query<void>[] {
  const { categoryCode, districtCode, seen, stirs } = group
  const isMine = `EXISTS (SELECT 1 FROM cluster_group
    WHERE category_code = ?1 AND district_code = ?2 AND seen = ?3)`
  const run = (sql: string, ...params: unknown[]) =>
    write(db.prepare(sql).bind(categoryCode, districtCode, seen, ...params))
  const looked = run(
    'UPDATE cluster_group SET seen = ?4 WHERE category_code = ?1 AND district_code = ?2 AND seen = ?3',
    stirs,
  )
  if (saved.length === 0 && removed.length === 0) return [looked]
  const rows = JSON.stringify(
    saved.map(({ id, code, cluster, isRevived }) => {
      const { reasons, members } = cluster
      return { id, code, reasons, newestAt: reasons.to, isRevived, members }
    }),
  )
  const known = saved.flatMap(({ id }) => id ?? [])
  return [
    run(
      `DELETE FROM cluster_member WHERE ${isMine} AND suggestion_id IN (SELECT value FROM json_each(?4))`,
      JSON.stringify([...known, ...removed]),
    ),
    run(
      `DELETE FROM cluster_suggestion WHERE ${isMine} AND id IN (SELECT value FROM json_each(?4))`,
      JSON.stringify(removed),
    ),
    run(
      `UPDATE cluster_suggestion SET reasons = found.value ->> '$.reasons', newest_at = found.value ->> '$.newestAt',
         updated_at = ?4, dismissed = iif(found.value ->> '$.isRevived', NULL, dismissed)
       FROM json_each(?5) AS found WHERE ${isMine} AND cluster_suggestion.id = found.value ->> '$.id'`,
      now,
      rows,
    ),
    run(
      `INSERT INTO cluster_suggestion (code, category_code, district_code, reasons, newest_at, created_at, updated_at)
       SELECT found.value ->> '$.code', ?1, ?2, found.value ->> '$.reasons', found.value ->> '$.newestAt', ?4, ?4
       FROM json_each(?5) AS found WHERE ${isMine} AND found.value ->> '$.id' IS NULL`,
      now,
      rows,
    ),
    run(
      `INSERT INTO cluster_member (report_id, suggestion_id, similarity)
       SELECT member.value ->> '$.id', cluster_suggestion.id, CAST(member.value ->> '$.similarity' AS REAL)
       FROM json_each(?4) AS found, json_each(found.value, '$.members') AS member
       JOIN cluster_suggestion
         ON cluster_suggestion.id = found.value ->> '$.id' OR cluster_suggestion.code = found.value ->> '$.code'
       WHERE ${isMine}`,
      rows,
    ),
    looked,
  ]
}

/** Removes suggestions of which every report is from before `since` (milliseconds). */
export function deleteFadedSuggestions(db: Database, since: number): Query<void> {
  return write(db.prepare('DELETE FROM cluster_suggestion WHERE newest_at < ?1').bind(since))
}

/** Removes a suggestion; one of another district than the supervisor's stays (null for the whole city). */
export function removeSuggestion(db: Database, code: string, districtCode: string | null): Query<void> {
  return write(
    db
      .prepare('DELETE FROM cluster_suggestion WHERE code = ?1 AND (?2 IS NULL OR district_code = ?2)')
      .bind(code, districtCode),
  )
}
