import { describe, expect, it } from 'vitest'
import { phoneKind } from './phone'

describe('phoneKind', () => {
  it('knows WeChat before the phone it runs on', () => {
    expect(phoneKind('Mozilla/5.0 (iPhone; CPU iPhone OS 17_0) MicroMessenger/8.0.49')).toBe('wechat')
    expect(phoneKind('Mozilla/5.0 (Linux; Android 12) XWEB/5169 MMWEBSDK MicroMessenger/8.0')).toBe('wechat')
  })

  it('knows iPhones, and iPads that say they are Macs', () => {
    expect(phoneKind('Mozilla/5.0 (iPhone; CPU iPhone OS 13_0 like Mac OS X)')).toBe('ios')
    expect(phoneKind('Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)', 5)).toBe('ios')
  })

  it('takes everything else for Android', () => {
    expect(phoneKind('Mozilla/5.0 (Linux; Android 10; HarmonyOS)')).toBe('android')
  })
})
