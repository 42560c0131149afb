import { afterEach, describe, expect, it } from 'vitest'
import { useLanguage } from './index'
import { reasonText } from './reasons'

const say = (code: string, figures: Record<string, unknown> = {}) => reasonText({ code, figures })

afterEach(() => useLanguage('zh-CN'))

describe('a reason', () => {
  it('is said with the figure it is about', () => {
    useLanguage('zh-CN')
    expect(say('over_target', { targetMinutes: 90, byMinutes: 5 })).toBe('超出目标 5 分')
    expect(say('within_target', { targetMinutes: 90 })).toBe('在目标 90 分内')
    expect(say('capability_closed', { capability: 'pci_24x7' })).toBe('PCI 此时段不提供')
    expect(say('capacity_notice', { reason: '检修' })).toBe('接诊受限：检修')
  })
  it('is said in English too', () => {
    useLanguage('en')
    expect(say('over_target', { targetMinutes: 90, byMinutes: 5 })).toBe('over the target by 5 min')
    expect(say('hours_unknown', { capability: 'thrombolysis' })).toBe('lysis hours unknown')
  })
  it('that this page does not know is not hidden', () => {
    expect(say('brand_new_reason')).toBe('brand new reason')
  })
})
