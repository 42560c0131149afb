import { expect, test } from '../support/fixtures'

test('a visitor sees the sign-in page of the console', async ({ product, desk }) => {
  await desk.goto(product.console)
  await expect(desk.locator('input[autocomplete=username]')).toBeVisible()
})
