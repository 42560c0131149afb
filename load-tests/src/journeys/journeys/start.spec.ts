import { expect, test } from '../support/fixtures'

test('a visitor sees the sign-in page of the console', async ({ product, desk }) => {
  const page = await desk('visitor')
  await page.goto(product.console)
  await expect(page.getByLabel('用户名')).toBeFocused()
})
