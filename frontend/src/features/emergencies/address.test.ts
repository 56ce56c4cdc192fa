import { expect, it } from 'vitest'
import { aboutOf } from './address'

const id = '01938a5e-5c00-7000-8000-000000000001'

it('knows what an address is of, with or without what stands around it', () => {
  expect(aboutOf(`https://zaanrade.example.org/gesprekken/${id}#12`)).toEqual({ thread: id })
  expect(aboutOf(`Kijk eens: /o/zaanrade/opgaven/${id}/noodtoegang`)).toEqual({ issue: id })
  expect(aboutOf(`/o/zaanrade/netwerken/${id}`)).toEqual({})
  expect(aboutOf('')).toEqual({})
})
