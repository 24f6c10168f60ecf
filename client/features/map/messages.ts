/** Words of the customer map. */
const zh = {
  title: '客户分布地图', leftOut: '有 {count} 处内容格式不对，没有显示。', undo: '撤销我的上一步', redo: '重做', unnamed: '未命名', comma: '、', more: '还有 {count} 家', onMap: '在图上看',
  bubbles: '大小 = 投入', tapHint: '点一下圆点，看它为什么在这里。',
  stance: { attack: '潜力大、关系浅，值得主动进攻', deepen: '潜力大、关系深，守住并做深', maintain: '潜力小、关系深，低成本维持', release: '潜力小、关系浅，放手或自动化' },
  where: { attack: '高潜力 · 低关系', deepen: '高潜力 · 高关系', maintain: '低潜力 · 高关系', release: '低潜力 · 低关系' },
  empty: {
    title: '地图在等第一家客户',
    noCustomers: '先列出客户，再按两张量表打分。每家客户两张量表都答过至少一项，就会出现在地图上。',
    noGrades: '客户已列好，还没有打分。两张量表各答至少一项，客户就会出现在地图上，打分越全，位置越准。',
    example: '例：购买潜力 78、业务关系 30 的客户会落在左上角的“进攻”区。',
    toCustomers: '去添加客户', toGrades: '去打分',
  },
  strategy: '写攻略',
  card: {
    range: '可能 {low}–{high}', points: '{points}/{highest} 分', unknown: '不知道', missing: '未答', effort: '投入占比', noEffort: '未填',
    open: '打分还不全，补齐后也可能落在“{quadrants}”区。', doubt: '觉得位置不对？点你怀疑的那一项，回去核对打分。', doubtOne: '核对“{factor}”的打分',
  },
  cuts: { title: '分界线', medians: '用我们的中位数', reset: '恢复 50 / 50' },
  alignment: {
    name: '投入匹配度', none: '填好至少两家客户的投入后，这里会显示投入和潜力是否匹配。',
    high: '投入基本跟着潜力走。', middle: '约有 {moved} 的投入可以换到更有潜力的客户身上。', low: '投入和潜力明显错位：约有 {moved} 的投入放错了地方。',
  },
  spearman: {
    name: '直觉与测量一致度', noOrder: '先完成直觉排序，才能和测量结果比较。', none: '至少要有三家客户打好分，才能比较。',
    high: '直觉和测得的潜力基本一致。', middle: '直觉对了一半，看看哪几家排错了位置。', none0: '直觉和测得的潜力几乎没有关系。', reverse: '直觉多半反了：越想先拜访的，潜力往往越小。',
  },
  findings: { title: '隐患', judged: '已判断 {judged}/{total}', none: '目前没有发现明显的隐患。再看看图，你们自己看到了什么？', noEffort: '填上每家客户的投入，才看得出谁被冷落、谁被过度服务。', toEffort: '去填投入' },
  rule: { neglected: '被冷落', 'over-served': '过度服务', concentration: '过于集中', 'non-separating': '因素分不出高低', 'all-high': '打分偏高', incomplete: '信息不全' },
  finding: {
    neglected: '“{customer}”占了 {potential} 的潜力，却只得到 {effort} 的投入。', overServed: '“{customer}”占用了 {effort} 的投入，潜力只占 {potential}。',
    concentration: {
      attack: '{measured} 家客户里有 {count} 家在“进攻”区：机会多，但都还没有关系。', deepen: '{measured} 家客户里有 {count} 家在“深耕”区：是真的都好，还是打分偏松？',
      maintain: '{measured} 家客户里有 {count} 家在“维持”区：老关系多，增长从哪里来？', release: '{measured} 家客户里有 {count} 家在“放弃”区：时间花在了哪里？',
    },
    nonSeparating: '“{factor}”给 {count} 家客户打的分都一样，分不出高低。', allHigh: '{count} 家客户的得分全在最高两档，可能打得太松。',
    incomplete: '{total} 家客户中有 {count} 家打分不全，不过不影响所在的象限。', incompleteOpen: '{total} 家客户中有 {count} 家打分不全，其中 {open} 家补齐后可能换象限。',
  },
  verdict: {
    question: '同意这条隐患吗？', accepted: '确实如此', rejected: '不成立', why: '怎么办？', whyHint: '例：下月起每两周拜访一次，由小周负责', whyNot: '为什么不成立？', whyNotHint: '例：合同刚签，今年不需要多拜访',
  },
  own: {
    title: '我们自己的发现', text: '规则没看出来，而你们在图上看到的。', label: '第 {number} 条发现', placeholder: '例：三家大客户都只认识采购，没有人见过老板',
    add: '写一条', remove: '移除第 {number} 条', removed: '已移除 {count} 条', empty: '（空白）',
  },
  views: { label: '看什么', map: '地图', findings: '隐患与决定', checks: '检验' },
  amount: {
    visits: { one: '{amount} 次拜访', many: '{amount} 次拜访' }, hours: { one: '{amount} 小时', many: '{amount} 小时' }, budget: { one: '{amount} 万元', many: '{amount} 万元' },
    unit: { visits: '次', hours: '小时', budget: '万元' },
  },
  moves: {
    title: '投入往哪里移', text: '按潜力占比算出的建议，每家最多让出一半。同意的写成决定，不同意的说明理由。',
    from: '少给', to: '多给', line: '把 {amount}从{from}移给{to}', gain: '全部照做，投入匹配度从 {before} 升到 {after}。', none: '投入已经基本跟着潜力走，没有值得移动的。', unknown: '至少三家客户打好分、填好投入，才能给出建议。',
    accept: '采纳为决定', accepted: '已写成决定', reject: '不采纳', toDecision: '看这条决定', whyNot: '为什么不采纳？', whyNotHint: '例：他们今年换系统，这个时候不能少去',
  },
  decisions: {
    title: '两个决定', text: '给谁多一些，给谁少一些，为什么，谁来做，什么时候之前。', example: '例：从晨光包装少给 6 次拜访，多给北方泵业，因为它明年有 300 万的设备要换，由小周负责，月底前。',
    add: '写一个决定', more: '再写一个', number: '决定 {number}', remove: '移除决定 {number}', removed: '已移除 {count} 条', empty: '（空白）',
    from: '少给谁', to: '多给谁', nobody: '（不指定）', goneCustomer: '{name}（已移除）', amount: '多少', reason: '为什么', reasonHint: '例：占了四分之一的潜力，今年只去过两次', who: '谁来做', whoHint: '姓名', due: '什么时候之前',
    lacks: '还差：{parts}', part: { customers: '少给谁或多给谁', amount: '多少', reason: '原因', who: '负责人', due: '日期' }, same: '少给和多给不能是同一家。', done: '可以照着做了', count: '{done}/{asked}', decide: '写成决定',
  },
  gut: {
    title: '直觉排序和测量排序', text: '左边是上午凭直觉的拜访顺序，右边是按购买潜力测出来的顺序。线越斜，差得越远。', left: '直觉', right: '测量', row: '{name}：直觉第 {gut}，测量第 {measured}',
    low: '直觉低估了：{names}。', high: '直觉高估了：{names}。', none: '先完成直觉排序，再给至少两家客户打分，这里就能对比。', toGut: '去排直觉顺序',
  },
  firm: {
    title: '这张图站得住吗', ring: '虚线圈 = 差一点就换象限', text: '一个权重上下浮动 10%，或者一项打分差一级，下面的客户就会换象限。先核对这几项，再定攻略。',
    all: '{total} 家客户里，没有一家会因为一个权重或一项打分的小变动换象限：这张图站得住。', some: '{total} 家客户里有 {count} 家差一点就换象限。',
    weight: { up: '“{factor}”权重加 10%', down: '“{factor}”权重减 10%' }, grade: { up: '“{factor}”高一级', down: '“{factor}”低一级' }, to: '{change} → {quadrant}', more: '还有 {count} 种', less: '收起',
  },
  check: { decided: '做了两个决定' }, fact: { decided: '决定' },
  list: { title: '按象限看客户', unplaced: '这些客户还没上地图，点一下去打分：' },
}

const en: typeof zh = {
  title: 'Customer map', leftOut: 'One entry is in the wrong format and not shown. | {count} entries are in the wrong format and not shown.', undo: 'Undo my last step', redo: 'Redo', unnamed: 'Unnamed', comma: ', ', more: 'and {count} more', onMap: 'Show on the map',
  bubbles: 'Size = effort', tapHint: 'Tap a point to see why it is there.',
  stance: { attack: 'high potential, low relationship: go and win it', deepen: 'high on both: defend and deepen', maintain: 'low potential, good relationship: keep it at low cost', release: 'low on both: let go or automate' },
  where: { attack: 'High potential · low relationship', deepen: 'High potential · high relationship', maintain: 'Low potential · high relationship', release: 'Low potential · low relationship' },
  empty: {
    title: 'The map waits for its first customer',
    noCustomers: 'List your customers, then grade them by both scales. A customer shows up once each scale has at least one answer.',
    noGrades: 'Your customers are listed but not graded yet. A customer shows up once each scale has at least one grade; the more grades, the surer its place.',
    example: 'Example: potential 78 and relationship 30 puts a customer at the top left, in “Attack”.',
    toCustomers: 'Add customers', toGrades: 'Go to grades',
  },
  strategy: 'Write a strategy',
  card: {
    range: 'maybe {low}–{high}', points: '{points}/{highest}', unknown: 'don’t know', missing: 'no answer', effort: 'Share of effort', noEffort: 'not entered',
    open: 'Grades are missing; it could still end in “{quadrants}”.', doubt: 'Wrong place? Tap the grade you doubt and check it.', doubtOne: 'Check the grade of “{factor}”',
  },
  cuts: { title: 'Cut lines', medians: 'Use our medians', reset: 'Back to 50 / 50' },
  alignment: {
    name: 'Effort fits potential', none: 'Enter the effort of two customers or more to see whether it follows potential.',
    high: 'Effort mostly follows potential.', middle: 'About {moved} of the effort could go to customers with more potential.', low: 'Effort and potential are out of step: about {moved} of the effort is in the wrong place.',
  },
  spearman: {
    name: 'Gut order against measured', noOrder: 'Finish the gut order first, then it can be compared.', none: 'Three graded customers are needed to compare.',
    high: 'Gut feeling and measured potential largely agree.', middle: 'Gut feeling is half right. Which ones stand in the wrong place?', none0: 'Gut feeling has next to nothing to do with measured potential.', reverse: 'Gut feeling has it mostly backwards: those to visit first tend to have less potential.',
  },
  findings: { title: 'Hidden dangers', judged: '{judged}/{total} judged', none: 'No obvious danger found. Look again: what do you see yourselves?', noEffort: 'Enter each customer’s effort to see who is neglected and who is over-served.', toEffort: 'Enter effort' },
  rule: { neglected: 'Neglected', 'over-served': 'Over-served', concentration: 'All in one place', 'non-separating': 'A factor that tells nothing apart', 'all-high': 'Generous grades', incomplete: 'Incomplete information' },
  finding: {
    neglected: '{customer} holds {potential} of the potential but gets {effort} of the effort.', overServed: '{customer} takes {effort} of the effort but holds {potential} of the potential.',
    concentration: {
      attack: '{count} of {measured} customers are in “Attack”: many chances, no relationships yet.', deepen: '{count} of {measured} customers are in “Deepen”: all that good, or graded kindly?',
      maintain: '{count} of {measured} customers are in “Maintain”: many old friends. Where will growth come from?', release: '{count} of {measured} customers are in “Let go”: where does the time go?',
    },
    nonSeparating: '“{factor}” gives {count} customers the same grade; it tells nothing apart.', allHigh: 'All grades of {count} customers are among the two highest: perhaps too kind.',
    incomplete: 'Customers with grades missing: {count} of {total}. This does not change their quadrant.', incompleteOpen: 'Customers with grades missing: {count} of {total}; {open} could still change quadrant.',
  },
  verdict: {
    question: 'Do you agree?', accepted: 'True for us', rejected: 'Does not hold', why: 'What will you do?', whyHint: 'e.g. a visit every two weeks from next month, by Jason', whyNot: 'Why does it not hold?', whyNotHint: 'e.g. contract just signed, no visits needed this year',
  },
  own: {
    title: 'Our own findings', text: 'What no rule has found, and you see in your map.', label: 'Finding {number}', placeholder: 'e.g. at three big customers we only know the buyer; nobody has met the owner',
    add: 'Write one', remove: 'Remove finding {number}', removed: 'One removed | {count} removed', empty: '(empty)',
  },
  views: { label: 'What to look at', map: 'Map', findings: 'Findings', checks: 'How sure?' },
  amount: {
    visits: { one: '{amount} visit', many: '{amount} visits' }, hours: { one: '{amount} hour', many: '{amount} hours' }, budget: { one: '{amount} × 10,000 CNY', many: '{amount} × 10,000 CNY' },
    unit: { visits: 'visits', hours: 'hours', budget: '10,000 CNY' },
  },
  moves: {
    title: 'Where effort should move', text: 'Worked out from the shares of potential; nobody gives up more than half. What you agree with becomes a decision; say why you reject the rest.',
    from: 'Less to', to: 'More to', line: 'Move {amount} from {from} to {to}', gain: 'With all of them, effort would fit potential {after}, up from {before}.', none: 'Effort mostly follows potential: nothing is worth moving.', unknown: 'Three customers with grades and effort are needed for a proposal.',
    accept: 'Make it a decision', accepted: 'Decided', reject: 'Reject', toDecision: 'See the decision', whyNot: 'Why not?', whyNotHint: 'e.g. they change systems this year, we can’t be there less',
  },
  decisions: {
    title: 'Two decisions', text: 'More to whom, less to whom, why, by whom, and by when.', example: 'Example: 6 visits less to Sunrise Packaging, more to Northern Pumps, because they replace machines worth 3 million next year; by Jason, before the end of the month.',
    add: 'Write a decision', more: 'Write another', number: 'Decision {number}', remove: 'Remove decision {number}', removed: '{count} removed', empty: '(empty)',
    from: 'Less to', to: 'More to', nobody: '(nobody)', goneCustomer: '{name} (removed)', amount: 'How much', reason: 'Why', reasonHint: 'e.g. a quarter of our potential, and two visits this year', who: 'By whom', whoHint: 'Name', due: 'By when',
    lacks: 'Still missing: {parts}', part: { customers: 'to whom', amount: 'how much', reason: 'why', who: 'by whom', due: 'by when' }, same: 'Less and more can’t be the same customer.', done: 'Ready to be carried out', count: '{done}/{asked}', decide: 'Make it a decision',
  },
  gut: {
    title: 'Gut order and measured order', text: 'On the left the order of visits by gut feeling, on the right the order by measured potential. The steeper a line, the further off.', left: 'Gut', right: 'Measured', row: '{name}: by gut {gut}, measured {measured}',
    low: 'Gut feeling rated too low: {names}.', high: 'Gut feeling rated too high: {names}.', none: 'Finish the gut order and grade two customers at least; then the two are compared here.', toGut: 'To the gut order',
  },
  firm: {
    title: 'How firm is this map?', ring: 'Dashed ring = nearly in another quadrant', text: 'One weight 10% higher or lower, or one grade a level apart, and these customers change quadrant. Check those grades before you settle on a strategy.',
    all: 'None of {total} would change quadrant by a small change of one weight or one grade: this map is firm.', some: 'Nearly in another quadrant: {count} of {total}.',
    weight: { up: '“{factor}” weighs 10% more', down: '“{factor}” weighs 10% less' }, grade: { up: '“{factor}” one level up', down: '“{factor}” one level down' }, to: '{change} → {quadrant}', more: '{count} more', less: 'Show less',
  },
  check: { decided: 'Two decisions made' }, fact: { decided: 'decisions' },
  list: { title: 'Customers by quadrant', unplaced: 'Not on the map yet; tap one to grade it:' },
}

export const messages = { 'zh-CN': zh, en }
