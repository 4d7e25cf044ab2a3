import type { Words } from '#web/locale.tsx'

/** Chapters of the Harmonized System in a word or two; 77 is kept free, 98 and 99 are each country's own. */
const zh =
  '活动物 肉 水产品 乳蛋蜜 其他动物产品 活植物 蔬菜 水果坚果 咖啡茶 谷物 制粉 油籽药材 树胶 编结植物 油脂 肉鱼制品 糖 可可 谷物制品 蔬果制品 杂项食品 饮料酒醋 饲料 烟草 盐石水泥 矿砂 矿物燃料 无机化学品 有机化学品 药品 肥料 染料涂料 香料化妆品 洗涤剂 蛋白胶 火药 照相用品 杂项化学品 塑料 橡胶 生皮 皮革箱包 毛皮 木材 软木 编结品 纸浆 纸 印刷品 丝 毛 棉 其他植物纤维 化纤长丝 化纤短纤 絮胎绳索 地毯 特种织物 涂层织物 针织物 针织服装 机织服装 其他纺织品 鞋 帽 伞杖 羽毛假花 石膏水泥制品 陶瓷 玻璃 珠宝贵金属 钢铁 钢铁制品 铜 镍 铝 （备用） 铅 锌 锡 其他贱金属 工具刀具 杂项金属制品 机械 电机电器 铁道车辆 车辆 航空器 船舶 光学医疗仪器 钟表 乐器 武器 家具灯具 玩具运动用品 杂项制品 艺术品'.split(
    ' ',
  )
const en =
  'live animals|meat|fish|dairy, eggs, honey|other animal products|live plants|vegetables|fruit and nuts|coffee and tea|cereals|milling products|oil seeds|gums|plaiting plants|fats and oils|meat and fish preparations|sugar|cocoa|cereal preparations|preserved vegetables and fruit|other foods|beverages|fodder|tobacco|salt, stone, cement|ores|mineral fuels|inorganic chemicals|organic chemicals|medicines|fertilisers|dyes and paints|perfumes and cosmetics|soap and detergents|proteins and glues|explosives|photographic goods|other chemicals|plastics|rubber|raw hides|leather goods|furs|wood|cork|basketware|pulp|paper|printed matter|silk|wool|cotton|other vegetable fibres|man-made filaments|man-made staple fibres|wadding and ropes|carpets|special fabrics|coated fabrics|knitted fabrics|knitted clothing|woven clothing|other textiles|footwear|headgear|umbrellas|feathers and flowers|articles of stone and cement|ceramics|glass|jewellery and precious metals|iron and steel|articles of iron and steel|copper|nickel|aluminium|(reserved)|lead|zinc|tin|other base metals|tools and cutlery|other metal articles|machinery|electrical machinery|railway vehicles|vehicles|aircraft|ships|optical and medical instruments|clocks|musical instruments|arms|furniture and lamps|toys and sports goods|other articles|works of art'.split(
    '|',
  )

/** `84` → 84 机械; nothing but its number where there is no such chapter. */
export function chapterWords(hs: string): Words {
  const place = Number(hs) - 1
  return { zh: `${hs} ${zh[place] ?? ''}`.trim(), en: `${hs} ${en[place] ?? ''}`.trim() }
}
