import { ANYBODY } from '../../domain/permissions.ts'
import { openFiguresQuery, openReportsQuery, openStatistics, reportFeedQuery } from '../open-data.ts'
import type { Operation } from '../operation.ts'
import { statisticsQuery } from '../statistics.ts'

/** What everybody may take along: published reports, and all that the figures are made of. */
export const OF_OPEN_DATA: readonly Operation[] = [
  {
    id: 'readReportFeed',
    method: 'GET',
    path: '/feeds/reports.atom',
    summary: 'The latest published reports as a feed',
    permission: ANYBODY,
    query: reportFeedQuery,
    answers: { 200: 'atom', 304: 'empty' },
    refusals: ['SWITCHED_OFF', 'VALIDATION_FAILED'],
  },
  {
    id: 'readOpenReports',
    method: 'GET',
    path: '/open-data/reports.csv',
    summary: 'All published reports as CSV, with published words and coarsened places',
    permission: ANYBODY,
    query: openReportsQuery,
    answers: { 200: 'csv', 304: 'empty' },
    refusals: ['SWITCHED_OFF', 'VALIDATION_FAILED'],
  },
  {
    id: 'readOpenReportsOnMap',
    method: 'GET',
    path: '/open-data/reports.geojson',
    summary: 'All published reports as GeoJSON',
    permission: ANYBODY,
    query: openReportsQuery,
    answers: { 200: 'geojson', 304: 'empty' },
    refusals: ['SWITCHED_OFF', 'VALIDATION_FAILED'],
  },
  {
    id: 'readOpenFigures',
    method: 'GET',
    path: '/open-data/figures.csv',
    summary: 'What the figures are made of: all reports counted by month, district and category',
    permission: ANYBODY,
    query: openFiguresQuery,
    answers: { 200: 'csv', 304: 'empty' },
    refusals: ['SWITCHED_OFF', 'VALIDATION_FAILED'],
  },
  {
    id: 'readOpenStatistics',
    method: 'GET',
    path: '/open-data/statistics.json',
    summary: 'The figures with their terms of use',
    permission: ANYBODY,
    query: statisticsQuery,
    answers: { 200: openStatistics, 304: 'empty' },
    refusals: ['VALIDATION_FAILED'],
  },
  {
    id: 'readOpenStatisticsTable',
    method: 'GET',
    path: '/open-data/statistics.csv',
    summary: 'A series of the figures as CSV',
    permission: ANYBODY,
    query: statisticsQuery,
    answers: { 200: 'csv', 304: 'empty' },
    refusals: ['VALIDATION_FAILED'],
  },
]
