import { mkdtemp, mkdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { check } from './budget.mjs'

async function built(script: string) {
  const folder = await mkdtemp(join(tmpdir(), 'budget-'))
  await mkdir(join(folder, 'assets'))
  await writeFile(join(folder, 'caller.html'), '<script type="module" src="/assets/caller-1.js"></script>')
  await writeFile(join(folder, 'assets', 'caller-1.js'), script)
  await writeFile(join(folder, 'assets', 'other-2.js'), 'export const a=1;'.repeat(10))
  return folder
}

describe('the budget', () => {
  it('counts the page and all that it imports at once, not what it may import later', async () => {
    const folder = await built('import{a}from"./other-2.js";a;()=>import("./map-3.js")')
    expect(await check(folder, 'caller.html', 1000)).toMatchObject({ requests: 3, complaints: [] })
  })

  it('does not count what is fetched ahead when there is nothing else to do', async () => {
    const folder = await built('x()')
    const link = '<link rel="prefetch" as="script" href="/assets/other-2.js">'
    await writeFile(join(folder, 'caller.html'), `<script src="/assets/caller-1.js"></script>${link}`)
    expect(await check(folder, 'caller.html', 1000)).toMatchObject({ requests: 2 })
  })

  it('complains of a page that is too large', async () => {
    const { complaints } = await check(await built('x()'), 'caller.html', 20)
    expect(complaints).toHaveLength(1)
  })

  it('complains of what old phones do not have', async () => {
    const { complaints } = await check(await built('a.replaceChildren()'), 'caller.html', 1000)
    expect(complaints[0]).toContain('replaceChildren')
  })
})
