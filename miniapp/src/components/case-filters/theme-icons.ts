import type { CaseTheme } from '@shared/cases/reform-case.ts'
import type { IconName } from '@/kit/icon-paths'

export const themeIcons: Record<CaseTheme, IconName> = {
  'people-voice': 'idea',
  'public-service': 'list',
  health: 'heart',
  education: 'school',
  'elderly-childcare': 'people',
  'housing-renewal': 'home',
  safety: 'shield',
  'culture-rural': 'tree',
  business: 'building',
  talent: 'star',
}
