import type { Account, Deputy } from './city-shape.ts'

/** A deputy's account carries the name the lots gave the deputy. */
function deputyAccount(username: string, id: string, deputies: readonly Deputy[]): Account {
  const deputy = deputies.find((one) => one.id === id)
  if (!deputy) throw new Error(`no deputy ${id}`)
  const { name, stationNumber } = deputy
  return { id: accountId(username), username, role: 'deputy', name, stationNumber, deputyId: id }
}

function accountId(username: string): string {
  return `acct-${username.replace('.', '-')}`
}

function account(
  username: string,
  role: Account['role'],
  name: string,
  office: Partial<Account> = {},
): Account {
  return { id: accountId(username), username, role, name, ...office }
}

/** The accounts of the demonstration: the five of api.md and four more, so that offices can meet each other. */
export function buildAccounts(deputies: readonly Deputy[]): Account[] {
  return [
    account('station.demo', 'station', '何佩仪', { stationNumber: '0001' }),
    account('station2.demo', 'station', '麦启棠', { stationNumber: '0002' }),
    account('body.demo', 'body', '邓兆坚', { bodyCode: 'yuexiu-housing-construction' }),
    account('body2.demo', 'body', '罗惠珊', { bodyCode: 'yuexiu-urban-management' }),
    deputyAccount('deputy.demo', 'd-0001-01', deputies),
    deputyAccount('deputy2.demo', 'd-0002-01', deputies),
    account('supervisor.demo', 'supervisor', '冯绍基'),
    // An appeal is not judged by the supervisor who declined: there must always be another.
    account('supervisor2.demo', 'supervisor', '郑若兰'),
    // The desk: the office of the district's congress, a supervisor whose field is one district.
    account('desk.demo', 'supervisor', '潘静怡', { districtCode: '440104' }),
    account('admin.demo', 'admin', '关锦添'),
  ]
}
