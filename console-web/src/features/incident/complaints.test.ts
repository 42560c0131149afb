import { expect, it } from 'vitest'
import { words } from '@/shared/words'
import { COMMONEST, findComplaints } from './complaints'

it.each([
  ['xt', 'chest_pain'],
  ['XT', 'chest_pain'],
  ['xiongtong', 'chest_pain'],
  ['胸', 'chest_pain'],
  ['chest', 'chest_pain'],
  ['心梗', 'chest_pain'],
  ['zf', 'stroke'],
  ['zz', 'stroke'],
  ['中风', 'stroke'],
  ['hm', 'unconscious'],
  ['ch', 'trauma_traffic'],
  ['chws', 'trauma_traffic'],
  ['cx', 'bleeding'],
  ['yc', 'obstetric'],
  ['煤气', 'poisoning'],
  ['convulsion', 'seizure'],
])('%s finds %s among the first two', (text, complaint) => {
  expect(findComplaints(text).slice(0, 2)).toContain(complaint)
})

it('finds nothing for what is no complaint', () => {
  expect(findComplaints('qqq')).toEqual([])
})

it('knows every complaint of the contract', () => {
  const { none, ...known } = words['zh-CN'].complaint
  expect(none).toBeDefined()
  expect(findComplaints('').toSorted()).toEqual(Object.keys(known).toSorted())
})

it('has nine common ones', () => {
  expect(COMMONEST).toHaveLength(9)
})
