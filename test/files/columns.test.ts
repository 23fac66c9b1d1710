import { describe, expect, test } from 'vitest';
import { mappingFromMap, proposeMapping, rememberMapping } from '../../db/files/columns.ts';
import { findHeader, isTotalRow } from '../../db/files/header.ts';
import { openImport } from '../../db/files/importTable.ts';
import { readTable } from '../../db/files/readTable.ts';
import { collect } from './collect.ts';

const row = (number: number, ...cells: string[]) => ({ number, cells, formulas: [] });

describe('columns', () => {
  test('usual titles, dressed as they come', () => {
    expect(
      proposeMapping(
        ['*车主', '手机号码 ', 'VIN码', '车 牌 号', '累计消费(元)', '保险到期日', '备注：', '序号'],
        'customers',
      ),
    ).toEqual({
      name: 0,
      phone: 1,
      vin: 2,
      plate: 3,
      openingSpend: 4,
      insuranceEndDay: 5,
      note: 6,
    });
    expect(proposeMapping(['卡号', '姓名', '电话', '会员级别', '总积分', '可用积分', '有效期'], 'members')).toEqual({
      cardNumber: 0,
      name: 1,
      phone: 2,
      tier: 3,
      cumulativePoints: 4,
      redeemablePoints: 5,
      validThrough: 6,
    });
    expect(
      proposeMapping(
        ['维修工单号', '底盘号', '接车日期', '公里数', '维修类型', '应收', '实收', '接车员'],
        'service-orders',
      ),
    ).toEqual({
      orderNo: 0,
      vin: 1,
      arrivedDay: 2,
      mileage: 3,
      category: 4,
      listAmount: 5,
      amount: 6,
      adviser: 7,
    });
  });

  test('near titles, a second phone, and none that only looks like one', () => {
    expect(proposeMapping(['客户姓名（必填）', '车主手机号码信息', '电话', '错误原因'], 'customers')).toEqual({
      name: 0,
      phone: 2,
      phone2: 1,
    });
    expect(proposeMapping(['姓名', '手机', '手机错误原因'], 'customers')).toEqual({ name: 0, phone: 1 });
  });

  test('what a person confirmed comes first, also in a file with other columns', () => {
    const header = ['姓名', '手机', '推荐码', '说明'];
    const memory = rememberMapping(header, { name: 0, phone: 1, note: 2 });
    expect(proposeMapping(['备用', '推荐码', '说明', '姓名', '手机'], 'customers', memory)).toEqual({
      name: 3,
      phone: 4,
      note: 1,
    });
  });

  test('a mapping by hand', () => {
    expect(mappingFromMap(['甲', '乙'], 'customers', { name: '甲', phone: 1 })).toEqual({ name: 0, phone: 1 });
    for (const map of [{ name: '丙' }, { name: 7 }, { nonsense: '甲' }]) {
      expect(() => mappingFromMap(['甲', '乙'], 'customers', map)).toThrowError('columns-missing');
    }
  });
});

describe('header', () => {
  test('under title rows, the lower of two lines', () => {
    const rows = [
      row(1, 'XX汽车会员中心 会员积分明细表', '', ''),
      row(2, '导出时间:2026-11-20'),
      row(3, '客户姓名', '联系', '', '车辆'),
      row(4, '客户姓名', '手机', '地址', '车牌号'),
      row(5, '王伟', '13800138000', '', '京A3K927'),
    ];
    expect(findHeader(rows, 'customers')?.number).toBe(4);
    expect(findHeader(rows.slice(0, 2), 'members')).toBeUndefined();
  });

  test('total rows and the lines below a table are no data', async () => {
    for (const text of ['合计', '总 计', '小计：', '合计:3人', 'Total', '本页小计', '制表人：李敏', '合计12人'])
      expect(isTotalRow([null, text, 3])).toBe(true);
    for (const text of ['合计财务公司', '王伟', '总经理王伟', '13800138000']) expect(isTotalRow([text])).toBe(false);
    const text = '客户名单\n姓名,手机\n王伟,13800138000\n,\n姓名,手机\n李娜,13900139000\n合计,2\n制表人：李敏\n';
    const opened = await openImport(await readTable(Buffer.from(text)), 'customers');
    expect(opened).toMatchObject({ header: ['姓名', '手机'], headerRow: 2, mapping: { name: 0, phone: 1 } });
    const rows = await collect(opened.rows());
    expect(rows.map(({ number, blank, fields }) => [number, blank, fields['name']])).toEqual([
      [3, false, '王伟'],
      [4, true, ''],
      [6, false, '李娜'],
    ]);
  });
});
