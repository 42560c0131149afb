// A headless Chromium for scripts: the one of CHROMIUM_PATH, or the packaged one, drawing WebGL in software.
import packaged from '@sparticuz/chromium'
import { chromium } from '@playwright/test'

const FLAGS = ['--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader']

export async function openBrowser() {
  const given = process.env.CHROMIUM_PATH
  return chromium.launch({
    executablePath: given ?? (await packaged.executablePath()),
    args: given ? FLAGS : [...packaged.args.filter((flag) => !/gl|gpu|headless/i.test(flag)), ...FLAGS],
    headless: true,
  })
}
