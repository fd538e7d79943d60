import { createExecutionContext, env } from 'cloudflare:test'
import { describe, expect, it } from 'vitest'
import { routes } from '../../miniapp/config/routes.ts'
import { app } from '../../worker/app.ts'
import type { Env } from '../../worker/env.ts'
import { APP_PATHS } from '../../worker/routes/pages.ts'

const FILES: Record<string, [type: string, body: string]> = {
  '/': ['text/html; charset=utf-8', '<!doctype html><div id="app"></div>'],
  '/js/app.1a2b3c.js': ['text/javascript', 'start()'],
}

/** Built files as Cloudflare serves them: the page at `/`, and from `/index.html` a redirect to it. */
function assets(files: typeof FILES): Pick<Env, 'ASSETS'> {
  const fetch = async (url: string) => {
    const path = new URL(url).pathname
    if (path === '/index.html') return new Response(null, { status: 307, headers: { Location: '/' } })
    const [type, body] = files[path] ?? []
    return type
      ? new Response(body, { headers: { 'Content-Type': type } })
      : new Response(null, { status: 404 })
  }
  return { ASSETS: { fetch } as unknown as Env['ASSETS'] }
}

function visit(
  path: string,
  { origin = 'http://mashang.test', files = FILES, method = 'GET' } = {},
): Promise<Response> {
  const request = new Request(`${origin}${path}`, { method })
  return Promise.resolve(app.fetch(request, { ...env, ...assets(files) }, createExecutionContext()))
}

describe('the printed link', () => {
  it.each(['K7Q2M9XA', 'k7q2m9xa', 'NOSUCHCO', '码'])(
    'opens the station’s page with the code (%s)',
    async (code) => {
      const answer = await visit(`/s/${encodeURIComponent(code)}`)
      expect(answer.status).toBe(302)
      expect(answer.headers.get('location')).toBe(`/station?code=${encodeURIComponent(code)}`)
    },
  )

  it('cannot be bent to lead elsewhere', async () => {
    const answer = await visit(`/s/${encodeURIComponent('//evil.example?x=1&y=\r\nX-Bad: 1')}`)
    expect(answer.headers.get('location')).toMatch(/^\/station\?code=%2F%2Fevil\.example/)
    expect(answer.headers.get('x-bad')).toBeNull()
  })
})

describe('the address of a case', () => {
  it.each(['village-gala', '没有', 'a?b&c=/'])('leads to its page (%s)', async (slug) => {
    const answer = await visit(`/cases/${encodeURIComponent(slug)}`)
    expect(answer.status).toBe(302)
    expect(answer.headers.get('location')).toBe(`/case?slug=${encodeURIComponent(slug)}`)
  })
})

describe('the app', () => {
  it('knows the addresses that the app itself lists', () => {
    const own = Object.values(routes)
      .map(({ path }) => path)
      .filter((path) => path !== '/not-found')
    expect([...APP_PATHS].sort()).toEqual(own.sort())
  })

  it.each([...APP_PATHS, '/station/', '/report?number=26112348291753'])('is served at %s', async (path) => {
    const answer = await visit(path)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toMatch(/^text\/html/)
    expect(await answer.text()).toContain('id="app"')
  })

  it.each(['/no-such-page', '/staff/no-such-page', '/stations', '/not-found', '/%E0%A4%A'])(
    'explains itself with 404 at %s',
    async (path) => {
      const answer = await visit(path)
      expect(answer.status).toBe(404)
      expect(await answer.text()).toContain('id="app"')
    },
  )

  it('may load nothing foreign and be framed by nobody', async () => {
    for (const path of ['/', '/no-such-page']) {
      const { headers } = await visit(path)
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; " +
          "connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
      )
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('same-origin')
      expect(headers.get('permissions-policy')).toContain('camera=(self), geolocation=(self)')
      expect(headers.get('strict-transport-security')).toMatch(/^max-age=\d{8}/)
    }
  })

  it('says that it is not built when it is not', async () => {
    const answer = await visit('/station', { files: {} })
    expect(answer.status).toBe(503)
    expect(await answer.text()).toContain('build:h5')
  })
})

describe('files', () => {
  it('are served as they are', async () => {
    const answer = await visit('/js/app.1a2b3c.js')
    expect(answer.status).toBe(200)
    expect(await answer.text()).toBe('start()')
  })

  it.each(['/js/old.js', '/favicon.ico', '/wp-login.php', '/.env', '/js/app.1a2b3c.js.map'])(
    'that are missing are 404 in plain words: %s',
    async (path) => {
      const answer = await visit(path)
      expect(answer.status).toBe(404)
      expect(answer.headers.get('content-type')).toMatch(/^text\/plain/)
    },
  )

  it('are not taken for pages where a host answers everything with the page', async () => {
    const everything = new Proxy(FILES, { get: (files) => files['/'] })
    expect((await visit('/js/old.js', { files: everything })).status).toBe(404)
  })
})

describe('what is neither', () => {
  it('a missing call of the API is 404 in the API’s own words', async () => {
    const answer = await visit('/api/v1/no-such-thing')
    expect(answer.status).toBe(404)
    expect(await answer.json()).toMatchObject({ error: { code: 'NOT_FOUND' } })
  })

  it('a page cannot be written to', async () => {
    expect((await visit('/station', { method: 'POST' })).status).toBe(404)
  })
})
