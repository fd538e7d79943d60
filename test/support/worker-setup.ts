import { applyD1Migrations, env } from 'cloudflare:test'

// Runs before each test file. What is applied already is left alone.
await applyD1Migrations(env.DB, env.TEST_MIGRATIONS)
