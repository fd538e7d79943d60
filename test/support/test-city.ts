import { env } from 'cloudflare:test'
import { buildCity } from '../../worker/demo-city/city.ts'
import { seedCity } from '../../worker/use-cases/city/seed-city.ts'
import { hashPassword } from '../../worker/use-cases/session/password.ts'

/** The demonstration city in the test's database, without reports. */
export async function seedTestCity(): Promise<void> {
  await seedCity({ db: env.DB, now: Date.now() }, buildCity(), await hashPassword('mashang-demo'))
}
