import { describe, expect, it } from 'vitest'
import { emergenciesIn } from '../../shared/domain/emergencies.ts'

describe('words of danger name whom to call', () => {
  it.each([
    ['楼下着火了', ['119']],
    ['樓下著火了，好大煙', ['119']],
    ['仓库发生火灾，浓烟滚滚', ['119']],
    ['倉庫發生火災', ['119']],
    ['厨房煤气泄漏，味道很重', ['119']],
    ['廚房煤氣洩漏', ['119']],
    ['走廊闻到很浓的煤气味', ['119']],
    ['楼道里的电动车冒烟了', ['119']],
    ['三号楼电梯里有人被困', ['119']],
    ['路灯杆漏电，导致有人触电', ['120']],
    ['路燈桿漏電，有人觸電', ['120']],
    ['有老人晕倒在公交站', ['120']],
    ['有老人暈倒', ['120']],
    ['小孩落水了', ['120']],
    ['路口刚刚发生车祸，有人重伤', ['110', '120']],
    ['楼下有人持刀打人', ['110']],
    ['店鋪被搶劫', ['110']],
    ['隔壁有人要跳楼', ['110', '120']],
    ['电梯里有人被困', ['119']],
    ['電梯有人被困', ['119']],
    ['救命！快来人', ['110', '119', '120']],
    ['There is a fire on the third floor', ['119']],
    ['The shop is on fire!', ['119']],
    ['I smell gas in the hallway', ['119']],
    ['A man is unconscious and bleeding', ['120']],
    ['Someone was stabbed outside', ['110']],
    ['Help!', ['110', '119', '120']],
  ])('%s', (text, calls) => {
    expect(emergenciesIn(text)).toEqual(calls)
  })
})

describe('words that only sound like it name nobody', () => {
  it.each([
    ['火车站东广场的路灯坏了'],
    ['楼道里的灭火器过期两年了'],
    ['樓道裏的滅火器過期'],
    ['消防通道被占，着火了怎么办'],
    ['电动车在楼道充电，容易引发火灾'],
    ['電動車在樓道充電，容易引發火災'],
    ['存在火灾隐患，请处理'],
    ['火灾报警器坏了'],
    ['电线裸露，有触电危险'],
    ['電線裸露，怕小孩觸電'],
    ['河边没有防溺水警示牌'],
    ['外墙的落水管断了'],
    ['燃气泄漏报警器不响'],
    ['去年这里着火以后一直没有修'],
    ['拨打人大代表的电话没有人接'],
    ['打人工客服等了一个小时'],
    ['生命通道就是救命通道，请清理'],
    ['跟着火车站的指示牌走错了'],
    ['我们一起火锅聚餐，垃圾没人清'],
    ['长期被困扰，噪音太大'],
    ['商铺用喇叭喊跳楼价'],
    ['小区要求办反家暴讲座'],
    ['消防通道堵塞，有火灾隐患'],
    ['希望增加燃气安检'],
    ['Please help me to fix the street light'],
    ['The fire extinguisher has expired'],
    ['Cables like this could cause a fire'],
    ['The pavement collapsed near the bus stop'],
    ['中山四路口的路灯坏了三天，晚上很黑。'],
  ])('%s', (text) => {
    expect(emergenciesIn(text)).toEqual([])
  })
})

it('what is over and what is now in one text is danger', () => {
  expect(emergenciesIn('去年这里着火，现在又着火了')).toEqual(['119'])
  expect(emergenciesIn('灭火器过期了，楼下正在着火')).toEqual(['119'])
})
