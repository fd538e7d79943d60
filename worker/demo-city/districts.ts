import type { District } from './city-shape.ts'

/** The 11 districts, each at its seat of government (WGS84, rounded to about 10 m). */
export const DISTRICTS: readonly District[] = [
  {
    code: '440103',
    name: '荔湾区',
    nameHant: '荔灣區',
    nameEn: 'Liwan District',
    latE6: 23125700,
    lngE6: 113244200,
  },
  {
    code: '440104',
    name: '越秀区',
    nameHant: '越秀區',
    nameEn: 'Yuexiu District',
    latE6: 23129000,
    lngE6: 113266800,
  },
  {
    code: '440105',
    name: '海珠区',
    nameHant: '海珠區',
    nameEn: 'Haizhu District',
    latE6: 23083800,
    lngE6: 113317300,
  },
  {
    code: '440106',
    name: '天河区',
    nameHant: '天河區',
    nameEn: 'Tianhe District',
    latE6: 23124700,
    lngE6: 113361200,
  },
  {
    code: '440111',
    name: '白云区',
    nameHant: '白雲區',
    nameEn: 'Baiyun District',
    latE6: 23157300,
    lngE6: 113273200,
  },
  {
    code: '440112',
    name: '黄埔区',
    nameHant: '黃埔區',
    nameEn: 'Huangpu District',
    latE6: 23181500,
    lngE6: 113480600,
  },
  {
    code: '440113',
    name: '番禺区',
    nameHant: '番禺區',
    nameEn: 'Panyu District',
    latE6: 22937500,
    lngE6: 113384100,
  },
  {
    code: '440114',
    name: '花都区',
    nameHant: '花都區',
    nameEn: 'Huadu District',
    latE6: 23403700,
    lngE6: 113220300,
  },
  {
    code: '440115',
    name: '南沙区',
    nameHant: '南沙區',
    nameEn: 'Nansha District',
    latE6: 22801600,
    lngE6: 113525300,
  },
  {
    code: '440117',
    name: '从化区',
    nameHant: '從化區',
    nameEn: 'Conghua District',
    latE6: 23548400,
    lngE6: 113586800,
  },
  {
    code: '440118',
    name: '增城区',
    nameHant: '增城區',
    nameEn: 'Zengcheng District',
    latE6: 23261200,
    lngE6: 113810700,
  },
]

/** 'yuexiu' of 'Yuexiu District': the first part of the codes of its departments. */
export function districtSlug(district: District): string {
  return district.nameEn.replace(' District', '').toLowerCase()
}
