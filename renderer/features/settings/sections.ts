import type { Role } from '../../../db/contract/entry.ts';
import { adminOnly, managers } from '../../lib/roles.ts';

export const sectionIds = [
  'store',
  'hours',
  'tiers',
  'pointsRules',
  'membershipRules',
  'pointsTerms',
  'tierBenefits',
  'complaintRules',
  'taskRules',
  'questionnaires',
  'deliveries',
  'reminders',
  'staff',
  'tokens',
  'imports',
  'appearance',
  'about',
] as const;
export type SectionId = (typeof sectionIds)[number];

/** Who sees a section; the rest everybody sees, and administrators change. */
export const sectionRoles: Readonly<Partial<Record<SectionId, readonly Role[]>>> = {
  tokens: adminOnly,
  imports: managers,
};

/** Words that find a section in the one box. */
export const sectionWords: Readonly<Record<SectionId, string>> = {
  store: 'dp dianpu store city qiyongri qyr',
  hours: 'yysj yingyeshijian yy yuyue xiuxi hours opening closed booking adviser dengdai',
  tiers: 'kj kaji tier card huiyuan',
  pointsRules: 'jf jifen jfgz jifenguize bili beishu jiabei shengri points earning ratio bonus',
  membershipRules: 'hj huiji hjgz huijiguize ruhui xuka shengji jiangji membership renewal upgrade fee',
  pointsTerms: 'jf jifen jftk jifentiaokuan jiazhi fuzhai points value breakage limit',
  tierBenefits: 'hy huiyuan hyqy huiyuanquanyi fuwubao zhekou benefits services discount',
  complaintRules:
    'ts tousu tsgz tousuguize shixian fenlei bumen yuanyin jjr jiejiari tiaoxiu complaint rules terms holidays',
  taskRules:
    'hf huifang hfgz huifangguize lxgz lianxiguize yhxm yanghuxiangmu fwjh fuwujihua huashu tixing call rules tasks reminders contact limits service plan items',
  deliveries: 'jc jiaoche jcxm jiancha xiangmu qingdan delivery checklist',
  questionnaires: 'wj wenjuan myd manyidu mubiao nps timu questionnaires surveys satisfaction targets',
  reminders: 'by baoyang tixing tx service reminder insurance zhihuan zdkh',
  staff: 'yg yuangong staff user zhanghao',
  tokens: 'jk lp jiekou lingpai api token',
  imports: 'dr daoru import',
  appearance: 'wg waiguan zt yy theme dark language',
  about: 'gy guanyu about version banben',
};
