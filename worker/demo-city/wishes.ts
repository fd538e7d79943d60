/** What the residents of the demonstration city want in their districts: case, district, how many. Made up. */
export const DEMO_WISHES: readonly (readonly [slug: string, districtCode: string, people: number])[] = [
  ['elderly-canteens', '440103', 4],
  ['elderly-canteens', '440105', 6],
  ['elderly-canteens', '440106', 5],
  ['elderly-canteens', '440111', 3],
  ['elderly-canteens', '440117', 1],
  ['one-yuan-clinic', '440111', 3],
  ['one-yuan-clinic', '440117', 5],
  ['one-yuan-clinic', '440118', 4],
  ['self-funded-rebuilding', '440103', 3],
  ['self-funded-rebuilding', '440104', 4],
  ['self-funded-rebuilding', '440105', 2],
  ['historic-quarters', '440104', 3],
  ['historic-quarters', '440105', 1],
  ['village-gala', '440117', 2],
  ['policy-payout', '440115', 1],
]
