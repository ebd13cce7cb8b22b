### mixplan 的全部中文文句。en.ftl 里有同样的键；缺少或多余的键会让测试失败。

## 未分到住房的原因

reason-no-such-home = 没有一套空房符合该户的需要、户型和志愿。
reason-shortage = 有 { $households } 户只能接受以下住房，而这样的住房只有 { $homes } 套：{ $kinds }。分到的各户轮次都在前。
reason-more-kinds = 以及另外 { $count } 类
reason-repair = 足以让该户分到住房的办法：{ $repairs }。
list-comma = 、
list-or = ；或者
kind = { $estate } { $type } 户型{ $steps }{ $floors }
kind-step-free = （无障碍）
kind-with-steps = （非无障碍）
kind-floor = （{ $floor } 层）
kind-floors = （{ $from }—{ $to } 层）
repair-more-homes = { $others ->
    [0] 再增加 { $count } 套（{ $kind }）
   *[other] 再增加 { $count } 套（{ $kind }），因为另有 { $others } 户轮次在前的落选户会先分到
}
repair-accepting = 该户接受剩余的住房（{ $kind }，尚余 { $left } 套）

## 方案摘要

summary-asked = 报名户数
summary-signed = 已签字同意
summary-housed = 分到住房
summary-first-choice = 分到第一志愿小区
summary-bonds = 结伴意愿得到满足
summary-company = 单元内缺少同组邻居的户数
summary-distance = 小区内部的偏离
summary-buildings = { "  " }其中楼栋
summary-stairwells = { "  " }其中单元
summary-estates = 小区之间的偏离
summary-score = 混合得分
summary-moved = 最终住房与抽签所得不同
summary-left-out = 因有错误而未使用的行
summary-promises = 承诺
of-share = { $part }（{ $percent } %）
of-bonds = { $bonds } 组中的 { $kept } 组
all-kept = { $count } 项全部兑现，已由独立代码复核

## 终端

error = 错误：{ $message }
cannot-read = 无法读取 { $path }：{ $why }
cannot-stdout = 结果无法输出：{ $why }
would-overwrite-input = { $path } 是输入文件，不会被覆盖。请换一个输出位置。
file-exists = { $path } 已存在。请换一个名称，或加上 --force 覆盖。
inputs-hint = 如果方案文件移动过，请用 --inputs 指明它现在的位置。
inputs-changed = { $file } 已不是编制本方案时的文件，说明会对不上。请用 verify 查看全部差异。
leave-out-hint = 改正以上问题，或加上 --leave-out：有错误的行不使用并列入 problems.csv。
cannot-write = 无法写入 { $path }：{ $why }。原有内容没有改动。
folder-exists = { $path } 里已有文件。请换一个文件夹，或加上 --force 覆盖其中的方案。
not-a-folder = { $path } 不是文件夹。
no-seed = 没有公开的抽签种子。请写在方案文件的 [lottery] 里，或用 --seed 给出；任何文字都可以，例如当众掷骰子的结果。
final-without-mandate = 正式方案需要在方案文件里写明 [mandate]：authority、reason、expires、signed_by。没有授权时请去掉 --final，按草案处理。
gate-closed = 方案违反了承诺，没有写出。这是程序的缺陷，请连同上面的内容一起反馈。
doing-town = 正在生成小镇
doing-read = 正在读取
doing-allocate = 正在抽签分配：先保证人人有房，再看志愿，再看结伴
doing-mix = 正在自愿互换住房
doing-bound = 计算最好能做到多好
doing-report = 正在生成报告
cannot-make-xlsx = 无法生成 plan.xlsx：{ $why }
doing-letters = 正在写通知书：{ $done } / { $all }
letters-done = 已写入 { $dir }：letters-001.html 等（共 { $count } 个文件）。其中有各户的要求，只能交给各户本人。
report-done = 已写入：{ $path }
report-broken = 这不是证书所说的方案，或方案违背了承诺。不为其生成报告。
report-what = “{ $word }”是什么？请用 `report OUT`、`report list OUT`、`report letters OUT` 或 `report picture OUT`。
both-not-here = --lang both 只用于 `report`。
doing-verify = 正在逐项核对承诺
demo-done = 已在 { $dir } 写出一个虚构的小镇：{ $households } 户、{ $estates } 个小区。
plan-done = 已写入 { $dir }：report.html（供查看和打印）、plan.xlsx、plan.csv（分配方案）、certificate.json（人人可核对的证书）、unplaced.csv（未分到住房的户及原因）、problems.csv（未使用的行及原因）。first.csv 仅供内部存档，不要公开：与 plan.csv 对照可看出谁参与了互换。
plan-unplaced = 有的户没有分到住房；原因和补救办法见 { $dir }/unplaced.csv。
plan-final = 正式方案（按方案文件中的授权，有效期至 { $expires }）。
plan-draft = 草案：方案文件中没有 [mandate]，任何人不得据此执行。
plan-closed = 在这些志愿、同意、关联和房源之下，任何方案所能弥合的差距中，本方案已弥合 { $percent } %（已证明；verify 会重新计算）。
summary-closed = 已弥合的可弥合差距
of-closed = { $percent } %（已证明：任何方案不低于 { $bound }）
obstacle-opt-in = 未同意调换的住户（{ $cost }）
obstacle-home-types = 部分单元缺少的户型（{ $cost }）
obstacle-needs = 无障碍或低楼层住房不足（{ $cost }）
obstacle-bonds = 要求住在一起的住户（{ $cost }）
page-way-closed = 任何方案在此所能弥合的差距，已弥合 { $percent } %：得分由 { $first } 降至 { $last }，任何方案都不能低于 { $bound }。
page-way-costs = 妨碍进一步混合的是{ $list }；括号内为因此任何方案都无法再降低的户数。
obstacle-and = 、
obstacle-estate = { $estate }尚余 { $score }：妨碍进一步混合的是{ $list }；括号内为因此任何方案都无法再降低的户数。
summary-what = 项目
summary-value = 数值

## 文件读取方式

read-as-text = { $file }：{ $encoding } 文本，以{ $delimiter ->
    [tab] 制表符
    [semicolon] 分号
    [wide] 全角逗号
   *[comma] 逗号
 }分隔，表头在第 { $header } 行{ $rows ->
    [person] ，每人一行
   *[other] { "" }
 }。
read-as-sheet = { $file }：工作簿，工作表“{ $sheet }”，表头在第 { $header } 行{ $rows ->
    [person] ，每人一行
   *[other] { "" }
 }。
read-override = 如需按其他方式读取，请写入方案文件，例如：[files] households = {"{"} path = "list.csv", encoding = "GB18030", delimiter = ";", sheet = "Sheet1", header_row = 3, rows = "person" {"}"}；列名对应写在 [columns]（见 read --show-mapping）。
read-repaired = { $file }：已修整：{ $what }
read-why-listed = { $file }：列入清单：{ $what }
read-repair = { $kind ->
    [spaces] 多余空格
    [width] 全角字符
    [linebreak] 单元格内换行
    [guard] 文本前缀
    [error] 错误值按空白处理
    [number] 文字或带单位的数字
    [date] 换算的日期
    [month] 只有月份的日期
    [address] 拆分的地址
    [floor] 由门牌号得出的楼层
    [filled] 向下填充的户编号
    [counted] 按行数计得的人数
   *[name] 写法不同的名称
 }
read-header = 表头
read-column = 对应列
read-score = 把握（0-100）
read-ignored-one = （未使用）
read-refused-one = （拒收，未读取）
read-paste = 如要固定这些对应关系，请将以下几行写入方案文件：
help-read-show_mapping = 显示各列的对应关系，并给出可写入方案文件的 [columns] 段
help-read-excel = 问题清单按电子表格格式写出（带字节顺序标记，不含公式）
help-plan-excel = 另写一份供电子表格打开的表格（带字节顺序标记，不含公式）

## 问题

problem-level = 问题
problem-remedy = 办法
problems-more = ……另有 { $count } 个必须处理的问题。用 `mixplan read --problems 文件` 可全部写出。
problems-listed = { $file }：{ $count } 行不参与：{ $title }（{ $code }；第 { $rows } 行）
problems-noted = { $file }：提示：{ $title }（{ $code }，{ $count } 处）
problems-noted-rows = { $file }：提示：{ $title }（{ $code }，{ $count } 处；第 { $rows } 行）
read-file = 文件
read-rows = 行数
read-used = 使用
read-listed = 列出
read-columns = 识别的列
read-ignored = 忽略的列
read-refused = 拒收的列
read-groups = 组别（家庭户数）：{ $groups }
read-counts = 住房：空置 { $vacant } 套，已入住 { $occupied } 套，保留 { $held } 套。家庭：{ $households } 户，其中已签字 { $signed } 户（自愿参加互换的 { $volunteers } 户），申报了组别的 { $declared } 户。

## 核对

result-kept = 兑现
result-broken = 违反
verify-promise = 承诺
verify-result = 结果
verify-means = 含义
verify-seed-by-hand = 本方案抽签所用的种子与方案文件里的不同（plan --seed）。请确认它就是公布的种子。
verify-replayed = 已按输入文件重新编制：两张表逐字节相同。
verify-replay-differs = 按输入文件重新编制所得与 { $file } 不同：replayable 未兑现。
verify-kept = 各项承诺全部兑现，证书中的数字全部正确（{ $status }；种子“{ $seed }”）。
verify-broken = 发现 { $count } 处违反：这不是证书所说的方案，或者方案违反了承诺。
status-draft = 草案
status-final = 正式方案
breaches-more = { $promise }：……另有 { $count } 处

## 说明

explain-unknown = 本方案的输入文件里没有“{ $household }”这一户。
explain-unknown-code = 没有“{ $code }”这个提示代码。请给出方案文件夹和户编号，或者形如 MX1101 的代码。
explain-household = { $household } 户
explain-unsigned = 没有同意的记录，因此不参加抽签。
explain-turn = 轮次：第 { $turn } 位，共 { $turns } 位。
explain-ticket = 签号 { $ticket }：以“{ $seed }”为密钥对“{ $message }”做 HMAC-SHA256 得出，任何人都可以重新计算。
explain-ticket-bond = 签号 { $ticket }（同组结伴各户共用）：以“{ $seed }”为密钥对“{ $message }”做 HMAC-SHA256 得出，任何人都可以重新计算。
explain-given = 首次分配得到：第 { $choice } 志愿（{ $estate }），{ $type } 户型，住房 { $dwelling }。
explain-no-home = 首次分配没有分到住房。
explain-lost = 未得到第 { $choice } 志愿（{ $estates }）的 { $type } 户型：符合需要的 { $homes } 套中，{ $earlier } 套由轮次在前的户取得，其中最后一位是第 { $latest } 位。
explain-lost-spared = 未得到第 { $choice } 志愿（{ $estates }）的 { $type } 户型：符合需要的 { $homes } 套中，{ $earlier } 套由轮次在前的户取得（其中最后一位是第 { $latest } 位），另有 { $spared } 套不能让出，否则就会有人完全没有住房。
explain-lost-free = 未得到第 { $choice } 志愿（{ $estates }）的 { $type } 户型：符合需要的 { $homes } 套中，{ $earlier } 套由轮次在前的户取得，{ $spared } 套由轮次在后的户持有，{ $free } 套空着。
explain-lost-all-spared = 未得到第 { $choice } 志愿（{ $estates }）的 { $type } 户型：符合需要的 { $homes } 套都不能让出，否则就会有人完全没有住房。
explain-lost-none = 未得到第 { $choice } 志愿（{ $estates }）的 { $type } 户型：没有符合需要的这类空房。
explain-bond-kept = 结伴各户同住一个{ $level }，符合意愿。
explain-bond-alone = 结伴的其他户都没有分到住房。
explain-bond-no-such-place = 结伴结果：{ $level }。在各户所得志愿之内，没有更近的地方能容纳全部各户。
explain-bond-taken = 结伴结果：{ $level }。更近的地方虽有合适的住房，但别人凭志愿或结伴占有，不能让出。
explain-plan = 最终方案：{ $home }。
explain-written = 在你们的文件中，这套住房写作：{ $address }。
level-stairwell = 单元
level-building = 楼栋
level-estate = 小区
level-apart = 分开居住

## check

doing-lots = 正在抽签以作对照：{ $level }
check-level = 层级
check-places = 地点数
check-mix = 邻里混合
check-lots = 抽签 (95 %)
check-p = p
check-d = D
check-d-lots = 抽签
check-d-best = 最小
check-h = H
check-h-lots = 抽签
check-hidden = （少）
check-index = 指标
check-difference = 差
check-p-two = p
check-td = 距离
check-off = 偏离户数
check-off-persons = 偏离人数
check-on = 达标地点
check-outside = 超出容差
check-over = 超上限
check-today = 现状
check-drawn = 仅抽签
check-planned = 方案
check-difference-title = 差别：{ $second }与{ $first }相比
check-difference-none = 没有任何层级在两边都可公布，无从比较。
check-comma = 、
check-and = 和
check-not-drawn = （未抽签）
check-sentence-gap = { "" }
check-legend = 邻里混合：1 为与抽签相同，0 为邻居全是同组；p：抽签得到同样低或更低混合程度的机会。D 和 H：0 为均匀；地点这么小时，须与抽签值对照着看。最小：整户分配所能达到的最小 D 值。（少）：数目过少，不公布。
check-legend-target = 距离：各组比例与目标之差的绝对值之和的一半，右边是抽签所得的值。偏离：要使所在地点达标，须换成其他组别的数目。超出容差：某一组别的比例与目标相差超过容差（百分点）的地点。超上限：超出所公布上限的户数。
check-legend-difference = 差：其范围为两次抽签之差，各在自己的地点内抽签；p：抽签得到同样大或更大差别（不论正负）的机会。
check-counted-households = 统计对象：申报了组别的家庭；参照：全部地点合计。
check-counted-persons = 统计对象：申报了组别的家庭中的人口；参照：全部地点合计。邻里混合按户统计；抽签总是整户进行。
check-internal = 内部资料：含小数目，不得公开。
check-headline = 同一{ $level }里，邻居属于另一组别的机会是随机抽签时的 { $times } 倍。
check-no-headline = 没有邻里混合值：{ $why }。
check-less-than-lots = 仅凭抽签，100 次中有 95 次在 { $low } 到 { $high } 之间：混合程度低于偶然。
check-more-than-lots = 仅凭抽签，100 次中有 95 次在 { $low } 到 { $high } 之间：混合程度高于偶然。
check-as-lots = 仅凭抽签，100 次中有 95 次在 { $low } 到 { $high } 之间：与偶然没有差别。
check-split-estates = 分隔在哪里：{ $share } % 在小区之间，那是人们自己选的（H { $between }；在全部住房中抽签为 { $chance_between }）；其余在小区之内、{ $finer }之间，那是分配给人们的（H { $inside }；在各小区内抽签为 { $chance_inside }）。
check-split = 分隔在哪里：{ $share } % 在各{ $level }之间（H { $between }；在全部住房中抽签为 { $chance_between }）；其余在其内部、{ $finer }之间（H { $inside }；在各自内部抽签为 { $chance_inside }）。
check-off-sentence = 要使每处地点都达标，{ $total } 户中有 { $off } 户须换成其他组别。
check-off-sentence-persons = 要使每处地点都达标，{ $total } 人中有 { $off } 人须换成其他组别。
check-nothing-shown = 这些地点的住户太少，任何数字都不宜公布。加上 --internal 可供内部查看。
check-after-needs-plan = --after 需要方案文件（plan.toml），而 { $path } 不是。请指明编制该方案所用的方案文件。
check-compare-needs-plan = { $path } 不能与另外两个相比。请给出两张表（check --compare A B），或一个方案文件和两个方案文件夹。
check-columns-need-counts = --levels 和 --groups 指的是人数统计表的列，而 { $path } 是方案文件。请去掉它们。
check-compare-two = --compare 需要两个文件，例如 check --compare 2020.csv 2025.csv。
check-persons-need-households = { $path } 只有合计数，无从知道哪些人同住一户，而抽签必须整户进行。请改用 dwellings.csv 或方案文件，或去掉 --count persons。
check-unknown-persons = 未计入：{ $count } 户，其人数不详。
undefined-nobody = 没有任何住户
undefined-one-group = 只有一个组别
undefined-group-absent = 该组别没有住户
undefined-group-alone = 全部都是该组别
undefined-empty-place = 此处没有住户
undefined-no-neighbours = 没有一处有两户
undefined-one-place = 只有一处地点
undefined-too-many = 地点太多，无法逐一列出；请按小区检查
undefined-not-drawn = 没有抽签（--shuffles 0）
undefined-too-few = 住户太少，不宜公布
level-county = 区县
level-township = 乡镇
level-community = 社区
level-floor = 楼层
level-place = 地点
picture-title = 混合程度如何，其中多少只是偶然？
picture-key = 圆点：实际值。横条：100 次抽签中 95 次所在的范围。条内竖线：抽签平均值。
picture-before = 空心点：{ $first }。实心点：{ $second }。
picture-no-lots = 没有偶然范围：没有抽签，或住户太少不宜公布。
picture-households = 统计对象：申报了组别的家庭；参照：全部地点合计。
picture-persons = 统计对象：人口（邻里混合按户）；抽签总是整户进行。参照：全部地点合计。
picture-mix = 邻里混合
picture-mix-note = 1 为与抽签相同；小于 1：同组邻居比抽签时多
picture-d = 相异指数 D
picture-h = 泰尔指数 H
picture-even-note = 0 为均匀；小地点仅凭偶然就不均匀，所以要对照横条来看
picture-off-target = 各地点与目标的距离（层级：{ $level }）
picture-off-shares = 各地点与总体比例的距离（层级：{ $level }）
picture-off-axis = 须换成其他组别的户数
picture-off-axis-persons = 须换成其他组别的人数

## 报告页面

page-title = 谁住哪套房
page-kicker = 分房方案报告
page-draft = 草案：任何人不得据此执行
page-final = 正式方案：授权至 { $expires }
page-skip = 跳到报告正文
page-languages = 语言
page-contents = 目录
page-lead = 已有 { $signed } 户签字同意，其中 { $placed } 户分到住房，{ $first } 户住进第一志愿的小区。
page-lead-mix = 经志愿户互换，在本单元没有同组邻居的户数由 { $before } 降到 { $after }，没有任何一户因此失去住房、志愿或所需条件。
page-of-signed = 占签字 { $signed } 户的 { $percent }%
page-of-housed = 占已分房户的 { $percent }%
page-of-bonds = 共 { $bonds } 组
page-draw-to-plan = 抽签后 → 方案中
page-households-off = 偏离目标的户数，抽签后 → 方案中
page-bound = 混合得分由 { $first } 降到 { $score }。在同样的志愿、互换户和房源下，任何方案都不可能低于 { $bound }；因此互换已弥合任何方案所能弥合差距的 { $closed }%。
page-bound-trivial = 混合得分由 { $first } 降到 { $score }。还能好多少未经证明：证书中的下界是平凡值 0。
page-moved = { $placed } 户中有 { $moved } 户住在与抽签所得不同的住房里，他们都自愿参加互换。
page-asked = 要求是什么
page-asked-households = 报名 { $households } 户，其中 { $signed } 户有同意记录。
page-left-out = 因有错误而未采用的行数：{ $rows }。
page-asked-homes = 房源
page-asked-homes-are = { $estates } 个小区，空置 { $vacant } 套
page-asked-bonds = 结伴意愿
page-asked-bonds-are = 同一{ $level }；{ $tiers ->
    [0] 不得因此使成员失去更好的志愿
   *[other] 成员最多因此让出 { $tiers } 级志愿
 }
page-asked-target = 目标
page-asked-no-target = 无：未作互换
page-asked-own = 楼栋和单元接近所在小区的整体构成
page-asked-share = { $label } { $share }%
page-asked-tolerance = 容差
page-asked-tolerances = 小区 { $estate }、楼栋 { $building }、单元 { $stairwell } 个百分点，各组相同
page-asked-company = 同伴
page-asked-company-is = 同组在一个单元内至少 { $company } 户
page-asked-no-company = 未要求
page-authority = 依据谁的授权
page-mandate-authority = 授权机关
page-mandate-reason = 理由
page-mandate-signed = 签署人
page-mandate-expires = 有效期至
plan-draft-page = 方案文件中没有授权记录。本方案是供查看和讨论的草案。
page-promises-note = 每项承诺都由与制定方案的代码毫无共用的另一套代码检查。承诺从不与其他事项权衡：会破坏承诺的变动根本无法构成。
page-footer = 本页由已核验的方案生成。其中没有任何涉及分组且小于 10 的数字，也没有把具体地点与分组交叉的表格。

page-estates = 各小区
page-estates-lead = 每一块是一个单元，屋顶代表整栋楼。颜色表示该处离目标有多远，不管哪一组多、哪一组少。浅色表示：与 100 次抽签中 95 次的结果相比，既不更近也不更远。十二套房的单元几乎总会因偶然而偏离目标，只有深色才说明问题。
page-legend = 要达到目标需要换成别组住户的住房比例
page-step = 偏离目标：{ $from }% 至 { $to }%
page-step-open = 偏离目标：{ $from }% 以上
page-shade-by-lot = 浅色：与抽签无异
page-shade-few = 户数太少，不予显示
page-after-draw = 抽签后
page-after-plan = 方案中
page-facade-label-draw = { $estate }，抽签后
page-facade-label-plan = { $estate }，方案中
page-facade-text = 比抽签更接近目标的单元：{ $nearer } 个；与抽签无异：{ $lot } 个；更远：{ $further } 个；户数太少：{ $few } 个。
page-facade-caption = 共 { $stairwells } 个单元。在容差内达到目标：抽签后 { $on_first } 个，方案中 { $on } 个。比抽签更接近目标：分别为 { $nearer_first } 个和 { $nearer } 个；更远：{ $further_first } 个和 { $further } 个。
page-stairwell-few = { $building } 栋 { $stairwell } 单元：户数太少，不予显示
page-stairwell-by-lot = { $building } 栋 { $stairwell } 单元：与抽签无异
page-stairwell-nearer = { $building } 栋 { $stairwell } 单元：比抽签更接近目标
page-stairwell-further = { $building } 栋 { $stairwell } 单元：比抽签更远离目标

still-title = 抽签所得，以及志愿户互换之后
still-note = 单位：户。灰带：100 次抽签中的 95 次（共 { $replicates } 次）。圆环：抽签后。圆点：方案中。
page-lots = 前后对比与偶然
page-lots-lead = 把同样的住户在其小区和户型之内随机分到同样的住房，共 { $replicates } 次。抽签不看分组，其结果应落在灰带之内；方案的结果应落在灰带左侧。
page-band = 100 次抽签中的 95 次
page-lots-stairwells = 单元偏离
page-lots-buildings = 楼栋偏离
page-lots-estates = 小区之间的偏离
page-lots-row = 抽签后 { $first }，方案中 { $last }；100 次抽签中有 95 次在 { $low } 与 { $high } 之间。
page-lots-axis = 单位：户。小区一行的抽签跨所有小区进行：其偏离反映的是人们的选择。

page-choices = 志愿与轮次
page-ranks = 住户得到第几志愿的小区
page-choice = 志愿
page-households = 户数
page-share = 比例
page-rank = 第 { $rank } 志愿
page-rank-later = 第 { $rank } 志愿及以后
page-rank-none = 没有住房
page-tenths = 轮次与所得志愿
page-tenth = 第 { $from } 至 { $to } 轮：{ $first }% 得到第一志愿，{ $none }% 没有住房。
page-tenths-note = 轮次等分为十段，左边最先。数字为得到第一志愿的百分比。房源紧张时轮次靠前有利；有利多少，在此一目了然。
page-unhoused = 谁没有分到住房
page-unhoused-lead = 有 { $total } 户签字后没有住房。换任何次序也不能让更多住户住上房：能安置多少户，就已安置多少户。
page-unhoused-none-fits = 其中 { $count } 户在全部房源中没有合适的住房。
page-unhoused-nobody = 签字的每一户都分到了住房。
page-sets = 不够的住房
page-set-kinds = 住房
page-set-households = 只接受这些的户数
page-set-homes = 现有套数
page-set-without = 没有住房的户数
page-set-bar = { $households } 户竞争 { $homes } 套
page-sets-more = 另有 { $count } 户受阻于其他 { $sets } 类住房。
page-sets-note = 每行的住户不接受其他住房。各户的原因和可行的办法见其通知书。

page-equal = 同等对待
page-equal-lead = 各组住户所得与其他各组之比较。灰带表示：若把组别标签随机重新分配（{ $replicates } 次），差距在 100 次中有 95 次所在的范围。抽签结果与方案并列：互换不应改变志愿、户型和所需条件。
page-equal-changed = 在已分房的 { $placed } 户中，与抽签结果相比，互换改变了 { $choices } 户的小区志愿和 { $types } 户的户型。没有一套住房不符合住户申报的需要。
page-equal-few = 凡可推算出小于 { $few } 的户数的数字不予显示。各组合计一行始终显示。
page-equal-hidden = 相关户数太少，不予显示：{ $groups }。
page-equal-areas = { $placed } 套住房中有 { $known } 套已知面积。
page-equal-rare = 随机标签中仅有 { $times }% 的差异达到或超过此程度。
page-equal-common = 随机标签中有 { $times }% 的差异达到或超过此程度。
page-equal-same = 人人相同。
page-equal-nothing = 没有可比较的。
page-group = 组别
page-signed = 签字户
page-col-draw = 抽签
page-col-plan = 方案
page-col-others = 其他各组
page-col-gap = 差距
page-col-band = 随机范围
page-equal-table = 各组所得
page-col-picture = 差距与随机范围对照图
page-not-stated = 未申报
page-inside = 在随机范围之内
page-outside = 在随机范围之外
outcome-housed = 分到住房，占签字户百分比
outcome-first-choice = 第一志愿，占已分房户百分比
outcome-rank = 平均志愿名次
outcome-space = 人均面积（平方米）
outcome-floor = 平均楼层
outcome-step-free = 无障碍需求得到满足，百分比
outcome-waiting = 仍在等待，占签字户百分比

page-way = 什么妨碍了更好的混合
page-way-lead = 方案已在志愿、房源和互换户所允许的范围内尽量接近目标。其余差距的原因如下。
page-way-staying = { $placed } 户中有 { $count } 户未参加互换：他们保留抽签所得的住房。
page-way-partner = { $count } 户愿意互换，但其户型在{ $estate }没有其他互换户，因而无人可换。
page-way-bonded = { $count } 户互换户要与他人同住：要么一起换，要么不换。
page-way-needing = { $count } 户互换户需要无障碍或低楼层住房，这样的住房不多。
page-way-few = 此处妨碍互换的情形涉及户数太少，不予显示。

page-proof = 自己动手核对本方案
page-proof-lead = 以下内容都在证书中。有了输入文件和种子，任何人都会得到逐字节相同的方案。
page-proof-seed = 种子
page-proof-roll = 报名摘要，在种子公布之前发布
page-proof-commands = 在本报告所在文件夹中运行的命令
page-proof-commands-are = 它们依次显示报名摘要、仅凭文件检查每项承诺、重新制定方案、重新生成本页。
page-proof-tickets = 五行代码核对每一张签
page-proof-tickets-are = 签号是以种子为密钥、对户编号或同住组代号计算的消息认证码；签号小者在先。核对时不需要我们的软件，只需要主管部门的名单。
page-proof-by-hand = 用操作系统自带的命令（见本行末尾）可显示文件摘要。本页可用另一种语言重新生成，故不在证书所列文件之中；各表都在其中。

## 名单和通知书

list-title = 按轮次公布的分房名单
list-lead = 已有 { $placed } 户分到住房；另有 { $unplaced } 户签字后没有住房，已在通知书中告知。所列为轮次、户编号、住房和第几志愿。每个签号都可由种子重新计算。
list-home = 住房
letter-title = 致各户的通知书
letter-kicker = 住房办公室：抽签结果
letter-to = 致住户
letter-home = 您的住房是：
letter-choice = 它位于您第 { $choice } 志愿的小区。
letter-no-home = 本方案中没有您的住房。
letter-waiting = 您并未因此失去什么：您仍在名单上。上面所说的办法会有帮助；若需求或志愿有变，请告知办公室。
letter-turn-h = 您的轮次
letter-ticket = 签号与种子：
letter-lost-h = 为什么不是更靠前的志愿
letter-bond = 您要求同住：各户的住房在同一{ $level }。
letter-unsigned-help = 到办公室签署同意书，即可参加下一次抽签。是否签署由您决定。
letter-appeal-h = 您可以申诉什么
letter-appeal = 申诉由人而不是程序处理。有下列情形之一的，您可以申诉：
letter-appeal-facts = 您家的情况记录有误：人数、需求、志愿、与谁同住；
letter-appeal-draw = 您的签号或轮次与公开种子所得不符；
letter-appeal-home = 住房不符合您的要求，或您的同意并非出于自愿。
letter-until = 截止日期
letter-office = 地点
letter-withdraw = 您可以随时撤回同意，不承担任何代价。

## 电子表格

xlsx-sheet-plan = 方案
xlsx-sheet-unplaced = 未分到住房
xlsx-sheet-summary = 汇总
xlsx-sheet-columns = 栏目说明
xlsx-household = 户编号
xlsx-household-is = 主管部门的户编号，按文本保存。
xlsx-turn = 轮次
xlsx-turn-is = 1 为最先：先按优先级，再按签号。
xlsx-ticket = 签号
xlsx-ticket-is = 以公开种子为密钥，对户编号（或同住组代号）计算的消息认证码。小者在先。
xlsx-estate = 小区
xlsx-estate-is = 住房所在的小区。
xlsx-building = 楼栋
xlsx-building-is = 小区内的楼栋名称。
xlsx-stairwell = 单元
xlsx-stairwell-is = 楼栋内的单元名称。
xlsx-floor = 楼层
xlsx-floor-is = 1 为底层。
xlsx-door = 门牌
xlsx-door-is = 按主管部门的写法。
xlsx-dwelling = 住房编号
xlsx-dwelling-is = 主管部门的住房编号，按文本保存。
xlsx-home-type = 户型
xlsx-home-type-is = 与住房表相同。
xlsx-choice = 志愿
xlsx-choice-is = 第几志愿的小区，1 为第一志愿。
xlsx-type = 户型名次
xlsx-type-is = 该户型在住户可接受户型中的位置，1 为最好。
xlsx-bond = 结伴
xlsx-bond-is = 要求同住的各户住得多近：单元（stairwell）、楼栋（building）、小区（estate）或分开（apart）。不足两户分到住房时为空。
xlsx-reason-code = 代码
xlsx-reason = 原因和可行的办法
xlsx-homes = 空置套数
xlsx-placed = 已分套数
xlsx-left = 剩余套数
xlsx-first-choice = 第一志愿
xlsx-column = 栏目
xlsx-name = 在 plan.csv 中
xlsx-meaning = 含义
xlsx-note = 证书所指的是写出时的 plan.csv 和本文件；在此改动后即为另一个方案。

## 帮助

help-about = 安排哪一户住哪一套房：先看志愿，再由自愿者互换以趋向混合，并附人人可核对的证书。
help-usage = 用法：
help-commands = 命令
help-arguments = 参数
help-options = 选项
help-arg-help = 显示本帮助
help-arg-version = 显示版本
help-arg-format = 结果的输出格式：table、json 或 csv
help-arg-lang = 语言：zh 或 en（默认随系统）
help-demo = 写出一个虚构的小镇供试用
help-demo-dir = 写入的文件夹
help-demo-households = 户数，1 至 1000000（默认 600）
help-demo-seed = 生成小镇所用的数字
help-demo-estates = 小区数
help-demo-groups = 组别数
help-demo-opt_in = 已签字的户中自愿参加互换的比例（百分数）
help-demo-bonds = 有结伴意愿的户所占比例（百分数）
help-demo-spare = 每个签字户一套之外的空房比例（百分数）
help-demo-residents = 已有住户的单元所占比例（百分数）
help-demo-force = 覆盖已有的文件
help-read = 读取方案文件及其表格，列出全部问题
help-read-plan = 方案文件
help-read-force = 覆盖已有的问题清单
help-read-problems = 把全部问题写入这个 CSV 文件
help-check = 衡量各处的混合程度，以及其中多少只是偶然
help-check-file = 人数统计表、住房表（统计其现有住户），或方案文件（统计其现有住户）
help-check-count = households 按户（默认）或 persons 按人；抽签总是整户进行
help-check-target = 与这个目标对照。TOML 文件，每个组别都要有比例（百分数或小数）：[target] A = 40, B = 60；需要时可加 [cap]（每个组别的上限，没有上限写 "none"）和 tolerance = 7（容差，百分点，各组相同；或用 [tolerance] 分层级写）。键名相同的 JSON 也可以
help-check-after = 这个方案（文件夹）之前和之后：现有住户、仅抽签、方案，以及各项差别与偶然范围
help-check-compare = 比较两张表，例如两个年份；或与方案文件一起给出两个方案的文件夹
help-check-svg = 画出各层级与偶然范围的对照、各地点与目标的距离，存为这个 SVG 文件
help-check-force = 覆盖已有的图
help-check-levels = 表示地点的列，由大到小
help-check-groups = 表示各组别数量的列
help-check-internal = 显示小数目和单个地点，仅供内部使用
help-check-shuffles = 为估计偶然范围而抽签的次数（默认 1000；0 为不抽）
help-check-seed = 抽签所用的数字
help-plan = 抽签、互换、核对并写出方案
help-plan-plan = 方案文件
help-plan-out = 写入方案的文件夹
help-plan-seed = 公开的抽签种子，代替方案文件里的种子
help-plan-leave_out = 有错误的行不使用并列出，而不是停下
help-plan-final_plan = 必须是正式方案：方案文件没有授权则拒绝
help-plan-threads = 线程数（不论多少，方案都一样）
help-plan-force = 覆盖已有的方案
help-verify = 只凭文件核对方案的每一项承诺
help-verify-out = 方案所在的文件夹
help-verify-replay = 另按输入文件重新编制，并逐字节比较
help-verify-inputs = 方案文件（若不在证书所说的位置）
help-explain = 说明某一户的轮次和住房，或某个提示代码的含义
help-explain-out = 方案所在的文件夹，或形如 MX1101 的提示代码
help-explain-household = 户编号
help-explain-inputs = 方案文件（若不在证书所说的位置）
help-report = 重新生成方案报告、公示名单、致各户的通知书，或图
help-report-what = 可先写“list”、“letters”或“picture”，再写方案文件夹
help-report-inputs = 方案文件现在的位置
help-roll-digest = 输出在公布种子之前应公开的名册摘要
help-roll-digest-plan = 方案文件
help-roll-digest-leave_out = 有错误的行不使用，与 plan --leave-out 相同
help-roll-digest-show = 输出计算摘要所用的全文

### 读取文件时发现的问题。每个代码三句话：标题、问题、处理办法。

## 文件

MX1001-title = 文件是空的
MX1001-problem = 这个文件里没有任何内容。
MX1001-remedy = 请核对文件名是否写对，并用原来的软件重新保存一次。

MX1002-title = 有无法识别的字节
MX1002-problem = 文件看来是 { $encoding } 编码，但第 { $offset } 字节处的 { $byte } 不是其中的文字。
MX1002-remedy = 请在表格软件里另存为“CSV UTF-8（逗号分隔）”或 .xlsx；如为其他编码，请在方案文件中写明：encoding = "GB18030"。

MX1003-title = 没有数据行
MX1003-problem = 文件只有表头，下面没有数据。
MX1003-remedy = 请补上数据，或改为填写正确的文件名。

MX1004-title = 引号没有收尾
MX1004-problem = 此处单元格以引号开头，却一直没有收尾的引号，后面的内容全被当成了一个单元格。
MX1004-remedy = 请在该单元格末尾补上引号，或删去开头的引号。

MX1005-title = 其他类型的电子表格
MX1005-problem = 这是 .{ $kind } 类型的电子表格，无法读取。
MX1005-remedy = 请在表格软件中打开，另存为 .xlsx，且不设密码。

MX1006-title = 工作簿无法打开
MX1006-problem = 此文件不是工作簿，或已损坏。
MX1006-remedy = 请在表格软件中打开，重新另存为 .xlsx 或 CSV。

MX1007-title = 工作簿过大
MX1007-problem = 此工作簿超出任何住房或家庭名册的大小：超过 { $most } { $what ->
    [parts] 个部件
    [bytes] 字节（解压后）
    [text] 个字符（单个单元格）
    [texts] 条不同文本
    [formats] 种单元格格式或合并区域
    [columns] 列
    [rows] 行
   *[cells] 个单元格
 }。
MX1007-remedy = 请只把名册复制到新的工作簿，或另存为 CSV。也许只需删除名册之外很远的某个单元格。

MX1008-title = 没有这个工作表
MX1008-problem = 工作簿中没有名为“{ $sheet }”的工作表。
MX1008-remedy = 请按工作簿中的写法填写。相近的有：{ $near }。

## 表头

MX1101-title = 缺少一列
MX1101-problem = 必须有“{ $column }”一列，但没有找到。
MX1101-remedy = 请增加“{ $column }”列。以下列名也能识别：{ $synonyms }。

MX1102-title = 两列含义相同
MX1102-problem = “{ $first }”和“{ $second }”都会被当作“{ $column }”。
MX1102-remedy = 请只保留一列，或把另一列改名。

MX1103-title = 有未使用的列
MX1103-problem = 以下各列在这里没有用处，已忽略：{ $columns }。
MX1103-remedy = 一般无须处理。如果其中有需要使用的列，请检查列名写法。

MX1104-title = 该列不予接收
MX1104-problem = “{ $column }”列涉及{ $kind ->
    [religion] 个人宗教信仰
    [politics] 个人政治面貌
    [police] 个人涉案或违法记录
    [key_person] “重点人员”标记
    [trust] 对个人是否可信的评价
    [national_id] 个人证件号码
   *[phone] 个人电话号码
 }，未读取即已舍弃：分房不以此为依据，系统既不保存也不显示。
MX1104-remedy = 无须处理。如要把文件转交他人，最好先删去这一列。

MX1105-title = 没有这个表头
MX1105-problem = 方案文件说“{ $header }”是“{ $column }”列，但文件中没有这个表头。
MX1105-remedy = 请在 [columns] 中按文件的写法填写。相近的有：{ $near }。

MX1106-title = 表头上方的行
MX1106-problem = 第 { $row } 行上方的 { $count } 行视为标题，未作数据读取。
MX1106-remedy = 无须处理。如表头是另一行，请在方案文件中用 header_row 写明。

## 行和单元格

MX1201-title = 本行单元格数不对
MX1201-problem = 本行有 { $found } 个单元格，表头有 { $expected } 个。
MX1201-remedy = 请检查是否多了或少了逗号。内容里带逗号的单元格要加引号。

MX1202-title = 空行
MX1202-problem = 本行全部为空，未使用。
MX1202-remedy = 如果这里本来就没有内容，无须处理。

MX1203-title = 此处不能为空
MX1203-problem = 本行的“{ $column }”没有填写。
MX1203-remedy = 请补填。

MX1204-title = 含有看不见的字符
MX1204-problem = “{ $column }”单元格里有看不见的字符 { $character }（如换行、制表符）。
MX1204-remedy = 请清空该单元格后重新录入。

MX1205-title = 不是整数，或超出范围
MX1205-problem = “{ $column }”填的是“{ $value }”，不是 { $lowest } 到 { $highest } 之间的整数。
MX1205-remedy = 请只用数字填写 { $lowest } 到 { $highest } 之间的整数。

MX1206-title = 看不出是还是否
MX1206-problem = “{ $column }”填的是“{ $value }”，看不出是“是”还是“否”。
MX1206-remedy = 请填“是”或“否”（yes/no、y/n、true/false、1/0、有/无、√/× 也能识别）。

MX1207-title = 名称中有保留符号
MX1207-problem = “{ $column }”中的名称“{ $value }”含有“{ $mark }”，而这个符号是志愿列表里的分隔符。
MX1207-remedy = 请去掉名称中的 >、=、*，并在各个文件里统一写法。

MX1208-title = 受损的长数字
MX1208-problem = “{ $column }”列的“{ $value }”是一个长数字，表格软件只保留了前几位。不能用作编号。
MX1208-remedy = 请把该列设为文本格式，从原始名册重新取得；或指明另一列作为编号。

MX1209-title = 单元格为错误值
MX1209-problem = “{ $column }”列的“{ $value }”是表格软件的错误值，按空白处理。
MX1209-remedy = 请修正表格中的公式，或直接填写内容。

MX1210-title = 需求或状态处为错误值
MX1210-problem = “{ $column }”列的“{ $value }”是表格软件的错误值。此处按空白处理会掩盖实际需求。
MX1210-remedy = 请修正表格中的公式，或直接填写内容。

MX1211-title = 合计行
MX1211-problem = 此行为合计，不是数据。
MX1211-remedy = 无须处理。

MX1212-title = 签字或备注行
MX1212-problem = 此行为名册的签字、日期或备注，不是数据。
MX1212-remedy = 无须处理。如确为数据，请填写各列。

MX1213-title = 重复的表头
MX1213-problem = 此行重复了表头。
MX1213-remedy = 无须处理。

MX1214-title = 编号变成了日期
MX1214-problem = “{ $column }”列的“{ $value }”看来原是编号（如 5-1），被表格软件变成了日期。
MX1214-remedy = 请把该列设为文本格式后重新填写。

MX1215-title = 两个相近的名称
MX1215-problem = “{ $first }”与“{ $second }”（{ $column }）只是写法不同，现按两个处理。
MX1215-remedy = 如为同一个，请在文件中统一写法；组别可在方案文件的 [groups] 中合并。

## plan.toml

MX1301-title = 方案文件无法读取
MX1301-problem = 此处不符合 TOML 格式。解析器提示：{ $detail }。
MX1301-remedy = 请修改此处。文字要加引号，每个键只有一个值，分节名写在方括号里。

MX1302-title = 不认识的键
MX1302-problem = 此处没有“{ $key }”这个键。
MX1302-remedy = 请检查拼写。最接近的有：{ $near }。

MX1303-title = 缺少一个键
MX1303-problem = 必须有“{ $key }”，但没有找到。
MX1303-remedy = 请在方案文件里补上。

MX1304-title = 值的类型不对
MX1304-problem = “{ $key }”应当是{ $wanted ->
    [string] 文字
    [integer] 整数
    [array] 列表
    [date] 日期
   *[table] 表
 }，现在写的是{ $found ->
    [string] 文字
    [integer] 整数
    [float] 小数
    [boolean] true 或 false
    [datetime] 日期或时间
    [array] 列表
   *[table] 表
 }。
MX1304-remedy = 请写成{ $wanted ->
    [string] 带引号的文字，例如 "文字"
    [integer] 不带引号的整数，例如 3
    [array] 方括号里的列表，例如 ["50", "40"]
    [date] 日期，例如 2027-06-30
   *[table] 表，例如用方括号写分节名，下面逐行写各个键
 }。

MX1305-title = 不在可选范围内
MX1305-problem = “{ $key }”不能填“{ $value }”。
MX1305-remedy = 请从以下选项中选一个：{ $allowed }。

MX1306-title = 文字为空
MX1306-problem = “{ $key }”的内容是空的。
MX1306-remedy = 请填写；如果不需要，请删去这一行。

MX1307-title = 数字超出范围
MX1307-problem = “{ $key }”不能填 { $value }。
MX1307-remedy = 请填 { $lowest } 到 { $highest } 之间的整数。

MX1308-title = 不是相对路径
MX1308-problem = “{ $key }”填的“{ $value }”是绝对路径或网址。
MX1308-remedy = 请把文件与方案文件放在一起，只写文件名，这样别人拿到整个文件夹就能核验。

MX1309-title = 不是日期
MX1309-problem = “{ $key }”填的“{ $value }”不是有效日期。
MX1309-remedy = 请按“年-月-日”填写，例如 2027-06-30。

MX1310-title = 种子必须是文字
MX1310-problem = 种子 { $value } 没有加引号，会被当成数字，开头的 0 会丢失。
MX1310-remedy = 请加上引号：seed = "{ $value }"。

MX1311-title = 含有看不见的字符
MX1311-problem = “{ $key }”的名称里有看不见的字符 { $character }（如换行、制表符）。
MX1311-remedy = 请删去该名称后重新录入。

## 户型对照表

MX1401-title = 不是家庭人数
MX1401-problem = “{ $key }”不是人数，也不是人数范围。
MX1401-remedy = 人数请写成 "3"、"1-2" 或 "4+"。

MX1402-title = 有的家庭人数没有对应户型
MX1402-problem = 对照表没有写 { $sizes } 人的家庭住什么户型。
MX1402-remedy = 请为 { $sizes } 人增加一行，或放宽已有的某一行。

MX1403-title = 家庭人数重复
MX1403-problem = “{ $first }”和“{ $second }”都写到了 { $sizes } 人的家庭。
MX1403-remedy = 请修改其中一行，使每种人数只出现一次。

MX1404-title = 缺少户型对照表
MX1404-problem = 有 { $households } 户没有写明可接受的户型，而方案文件里没有 [fit] 一节。
MX1404-remedy = 请增加 [fit] 一节，写明多少人的家庭适合哪些户型。

MX1405-title = 户型列表为空
MX1405-problem = “{ $key }”没有写任何户型。
MX1405-remedy = 请至少写一个户型，最合适的写在最前。

MX1406-title = 户型重复
MX1406-problem = “{ $key }”里户型“{ $value }”写了两次。
MX1406-remedy = 请保留靠前的一个，删去另一个。

MX1407-title = 房源中没有这种户型
MX1407-problem = “{ $key }”写了户型“{ $value }”，但房源表里没有这种户型的住房。
MX1407-remedy = 请检查写法。房源表里最接近的有：{ $near }。

MX1408-title = 户型名称中有保留符号
MX1408-problem = “{ $key }”写了户型“{ $value }”，其中含有“{ $mark }”。
MX1408-remedy = 请给每个户型分别加引号，用逗号隔开，例如 ["75", "50"]。

## 目标和组别

MX1501-title = 目标中的组别无人登记
MX1501-problem = 没有任何家庭或住户登记为“{ $group }”。
MX1501-remedy = 请检查写法，或从目标中删去。最接近的有：{ $near }。

MX1502-title = 各组比例之和不是 100
MX1502-problem = 目标中各组比例加起来是 { $sum }。
MX1502-remedy = 请调整，使总和为 100。

MX1503-title = 目标中同一组别出现两次
MX1503-problem = “{ $first }”和“{ $second }”都指“{ $group }”这一组。
MX1503-remedy = 请只给这一组写一个比例。

MX1504-title = 同一写法对应两个组别
MX1504-problem = “{ $alias }”既指“{ $first }”，又指“{ $second }”。
MX1504-remedy = 请确定归入哪一组。如果两者本是一组，请把各种写法放在同一个名称下。

## 读回分房结果

MX1601-title = 不是分房结果表
MX1601-problem = 此文件的表头与分房结果表不符，应为：{ $expected }。
MX1601-remedy = 请使用 plan 命令生成的原文件，不要增删或调换列。

MX1602-title = 不是核验证书
MX1602-problem = 此文件无法作为证书读取。解析器提示：{ $detail }。
MX1602-remedy = 请使用 plan 命令生成的原文件；如已被改动，请索取原件。

## 家庭

MX2001-title = 户编号重复
MX2001-problem = 户编号“{ $household }”在本行和第 { $other } 行都出现了。
MX2001-remedy = 请核实哪一行正确，删去另一行；如果确实是两户，请给其中一户另编号。

MX2002-title = 列表中缺少名称
MX2002-problem = “{ $column }”填的是“{ $value }”，其中有的符号前后没有名称。
MX2002-remedy = 每个 > 和 = 的两边都要有名称，例如：北苑>南苑=东苑。

MX2003-title = 星号只能单独放在最后
MX2003-problem = “{ $column }”填的是“{ $value }”，其中的 * 没有单独放在最后。
MX2003-remedy = 请先写小区，最后用 >* 表示“其他任何小区均可”。

MX2004-title = 没有这个小区
MX2004-problem = 该户选择了“{ $estate }”，但房源表里没有这个小区。
MX2004-remedy = 请核对两个文件中的写法。最接近的有：{ $near }。

MX2005-title = 同一小区选了两次
MX2005-problem = 该户的志愿里“{ $estate }”出现了两次。
MX2005-remedy = 请向该户问清排在第几位，删去另一处。

MX2006-title = 没有这种户型
MX2006-problem = 户型“{ $value }”在房源表和户型对照表里都没有。
MX2006-remedy = 请检查写法。最接近的有：{ $near }。

MX2007-title = 同一户型写了两次
MX2007-problem = 该户的户型列表里“{ $value }”出现了两次。
MX2007-remedy = 请保留靠前的一个，删去另一个。

MX2008-title = 家庭人数超出户型对照表
MX2008-problem = 该户有 { $persons } 人，户型对照表只写到 { $largest } 人。
MX2008-remedy = 请在 [fit] 中增加一行，例如 "{ $persons }+"，或为该户单独写明户型。

MX2009-title = 没有同意记录
MX2009-problem = 没有该户同意安置的记录，因此不参加抽签。
MX2009-remedy = 如果该户没有同意，无须处理；如果已经同意，请填写其本人同意的日期。

MX2010-title = 是否同意不明确
MX2010-problem = “{ $value }”不是明确的同意。不明确就不算同意，因此该户不参加抽签。
MX2010-remedy = 请向该户问清。如果同意，请填“是”或日期，例如 2026-03-05。

MX2011-title = 是否参与互换不明确
MX2011-problem = “{ $value }”看不出是“是”还是“否”。该户按不参与互换处理，保留摇到的住房。
MX2011-remedy = 请向该户问清，填“是”或“否”。

MX2012-title = 结伴意愿只有一户
MX2012-problem = 没有其他家庭填写“{ $bond }”，无法安排结伴。
MX2012-remedy = 请核对希望住在一起的各户所填的编号是否一致。

MX2013-title = 只有月份的日期
MX2013-problem = “{ $value }”只有月份，按该月第一天处理：{ $date }。
MX2013-remedy = 如知道日期请补全。表格软件可能把 2019.10 变成 2019.1。

MX2014-title = 同一家庭有两个人数
MX2014-problem = 家庭 { $household }：填报人数为 { $stated }，但有 { $counted } 行人员。
MX2014-remedy = 请更正文件；或在方案文件 [files] households 中写明以哪个为准：size = "stated"（填报）或 size = "counted"（计数）。

MX2015-title = 不止一个户主
MX2015-problem = 家庭 { $household } 有 { $heads } 个户主。
MX2015-remedy = 请更正其他成员的关系；如为两户，请给其中一户新的编号。

MX2016-title = 成员组别不同
MX2016-problem = 家庭 { $household } 的成员组别不同，且家庭未申报组别，按未申报处理。
MX2016-remedy = 无须处理。如家庭申报了组别，请增加“household_group”（户组别）列。

MX2017-title = 成员各行不一致
MX2017-problem = 家庭 { $household } 各行的“{ $column }”列不一致，而该项是全户共有的。
MX2017-remedy = 请在全户各行写成一致，或只填一行、其余留空。

MX2018-title = 所属家庭不参与分房
MX2018-problem = 此人属于家庭 { $household }，该户不参与分房；原因见第 { $other } 行。
MX2018-remedy = 此行无须处理。

MX2019-title = 两个人数取其一
MX2019-problem = 家庭 { $household }：填报人数为 { $stated }，有 { $counted } 行人员；按方案文件取 { $taken }。
MX2019-remedy = 无须处理。

MX2101-title = 全村无一例外地同意
MX2101-problem = 有 { $places } 个村（共 { $households } 户）全部同意，无一例外。在可以自由拒绝的地方，这很少见。
MX2101-remedy = 请在收集协议的人员不在场时，向其中一些家庭核实。

MX2102-title = 全村在同一天同意
MX2102-problem = 有 { $places } 个村（共 { $households } 户）全部同意，且都在同一天。这样收集的签字未必是真正的同意。
MX2102-remedy = 请在收集协议的人员不在场时，向其中一些家庭核实。

MX2103-title = 由拒绝变为同意
MX2103-problem = 有 { $households } 户曾经拒绝，现为同意。
MX2103-remedy = 请询问原因。拒绝过的家庭必须可以再次拒绝，且不受任何不利影响。

MX2104-title = 协议早于名册
MX2104-problem = 有 { $households } 份协议的日期早于名册的造册日期。
MX2104-remedy = 请核对日期，并确认这些家庭知道自己同意了什么。

## 住房

MX3001-title = 住房编号重复
MX3001-problem = 住房“{ $dwelling }”在本行和第 { $other } 行都出现了。
MX3001-remedy = 请核实哪一行正确，删去另一行；如果确实是两套房，请分别填写编号或房号。

MX3002-title = 地址重复
MX3002-problem = 地址 { $address } 在本行和第 { $other } 行都出现了。
MX3002-remedy = 请核实哪一行正确：同一套房不能分两次。

MX3003-title = 楼层不合理
MX3003-problem = “{ $value }”不是楼层。
MX3003-remedy = 请填 -9 到 200 之间的整数：底层为 1，地下为 -1 及以下，没有 0 层。最高楼层如不限，请留空。

MX3004-title = 住房状态不明
MX3004-problem = 从“{ $value }”看不出该住房是否空置。
MX3004-remedy = 请填空置、已入住或保留。

MX3005-title = 无人居住的住房填了住户
MX3005-problem = “{ $column }”有内容，但该住房的状态是{ $status ->
    [held] 保留
   *[vacant] 空置
 }。
MX3005-remedy = 如果有人居住，请把状态改为已入住；如果没有，请把该列留空。

MX3006-title = 地址有两种读法
MX3006-problem = “{ $value }”可以读作 { $first }，也可以读作 { $second }。
MX3006-remedy = 请写全楼栋、单元、楼层和房号，如 3栋2单元501，或分列填写。

MX3007-title = 地址无法识别
MX3007-problem = 地址“{ $value }”中找不到：{ $missing }。
MX3007-remedy = 请写全楼栋、单元、楼层和房号，如 3栋2单元501，或分列填写。

## 人数统计表

MX4001-title = 两列同名
MX4001-problem = 第 { $first } 列和第 { $second } 列都叫“{ $column }”。
MX4001-remedy = 请给每一列取不同的名称。

MX4002-title = 没有这一列
MX4002-problem = { $option } 指定了“{ $column }”列，但文件里没有这一列。
MX4002-remedy = 请照表头的写法填写。相近的名称：{ $near }。

MX4003-title = 一列既是层级又是组别
MX4003-problem = “{ $column }”不能既是地点的层级又是组别。
MX4003-remedy = 请只写在 --levels 或 --groups 其中之一。

MX4004-title = 没有组别
MX4004-problem = 文件中没有可作为组别数量的整数列。
MX4004-remedy = 请为每个组别设一列整数，或用 --groups 指定。

MX4005-title = 没有地点
MX4005-problem = 文件中没有地点名称列。
MX4005-remedy = 请加一列“unit”写明各地点的名称，或用 --levels 指定。

MX4006-title = 同一地点出现两次
MX4006-problem = “{ $place }”已在第 { $other } 行出现。
MX4006-remedy = 请把两行合并，或者改正其中一个地点的名称。

MX4007-title = 不是数量
MX4007-problem = { $column } 列的“{ $value }”不是数量。
MX4007-remedy = 请填 0 至 1000000000 的整数；没有该组住户的填 0。

MX4008-title = 既不是统计表也不是住房表
MX4008-problem = 这是家庭表：它说明谁想住在哪里，而不是谁住在哪里。
MX4008-remedy = 请检查人数统计表或 dwellings.csv；或给出方案文件，并用 --after 指明其方案。

MX4009-title = 没有可统计的住户
MX4009-problem = 表中没有任何一套已入住且组别已知的住房。
MX4009-remedy = 请填写已入住住房的 resident_group 列；如果还没有人入住，请用 --after 检查方案。

MX4011-title = 目标文件无法读取
MX4011-problem = 此处既不符合 TOML 也不符合 JSON 格式。解析器提示：{ $detail }。
MX4011-remedy = 请修改此处。目标文件有 [target] 一节，每个组别一行，例如 A = 40。

MX4012-title = 目标没有比例
MX4012-problem = 文件没有给任何组别写明比例。
MX4012-remedy = 请加上 [target] 一节，每个组别一行，例如 A = 40。方案文件里的 target = "estate" 没有可对照的比例。

MX4013-title = 不是比例、上限或容差
MX4013-problem = { $key } 写的是“{ $value }”，不是允许范围内的数。
MX4013-remedy = 请写 0 到 100 的数（百分数），或者比例和上限都写成小数；没有上限写 "none"。

MX4014-title = 各组比例之和不对
MX4014-problem = 目标中各组比例加起来是 { $sum }。
MX4014-remedy = 请调整，使总和为 100（百分数）或 1（小数）。

## 不予受理

MX9001-title = 不接受只针对部分组别的目标
MX9001-problem = 目标只写了部分组别，以下各组没有比例：{ $missing }。
MX9001-remedy = 请给每一组都写上比例，或写 target = "estate"。目标必须对各组一视同仁。

MX9002-title = 不接受按组别分别设定容差
MX9002-problem = “{ $key }”给各组分别设定了容差。
MX9002-remedy = 请写一个对各组都适用的整数，例如 tolerance = 7。

MX9003-title = 不接受对某一组设上限
MX9003-problem = “{ $key }”是上限或配额，会落到个别组别身上。
MX9003-remedy = 请删去。mixplan 只通过自愿互换来改善混合，不设针对组别的上限。

MX9004-title = 指明了拒收的列
MX9004-problem = 方案文件指明了“{ $header }”列，该列涉及{ $kind ->
    [religion] 个人宗教信仰
    [politics] 个人政治面貌
    [police] 个人涉案或违法记录
    [key_person] “重点人员”标记
    [trust] 对个人是否可信的评价
    [national_id] 个人证件号码
   *[phone] 个人电话号码
 }。无论当作什么，分房都不以此为依据。
MX9004-remedy = 请从 [columns] 中删去这一行。家庭需要有自己的编号。

MX9011-title = 拒绝不对等的目标
MX9011-problem = 目标只写了部分组别。没有比例的有：{ $missing }。
MX9011-remedy = 请给每个组别写明比例。目标必须对各组一视同仁。

MX9012-title = 拒绝只针对部分组别的上限
MX9012-problem = 上限只写了部分组别。没有提到的有：{ $missing }。
MX9012-remedy = 请给每个组别写明上限，没有上限的写 "none"；或者全部去掉。

MX9013-title = 拒绝为零的比例
MX9013-problem = 目标给“{ $group }”的比例是 0，而这里有该组别的住户：这等于说他们不该住在这里。
MX9013-remedy = 请给该组别写大于 0 的比例。

# verify 的用语。promise-*：每项承诺一句话。fault-*：错在哪里；涉及具体家庭的，句前会先写明是哪一户。

promise-signed = 只安置本户签过字、同意书有据可查的家庭。
promise-fits = 每户分到的住房都符合本户申报的需要、户型和志愿。
promise-one_home = 一户一套，一套一户，只分配空房。
promise-residents_stay = 现住户一户不动。
promise-everyone_first = 能安置多少户就安置多少户；安置不下时，按优先级和抽签顺序确定谁暂不安置。
promise-blind_base = 首次分配只看需要、优先级、志愿、结伴意愿和抽签结果，不看组别。
promise-no_worse = 互换之后，任何一户的志愿位次不低于首次分配，户型不变。
promise-opt_out_untouched = 没有报名参加互换的家庭，住房与首次分配完全一致。
promise-bonds_kept = 申请住在一起的家庭，不会因互换而分开。
promise-company = 互换之后，缺少同伴的家庭不比首次分配时多。
promise-nearer = 互换之后，小区之间的偏离和混合得分都不高于首次分配。
promise-symmetric = 目标要么写明所有组别的比例，要么一个也不写；容许偏差对所有组别一样。
promise-replayable = 任何人用同样的输入文件和公开的抽签种子，都能得出同一份方案。

fault-household-unknown = { $sheet } 第 { $row } 行：名册里没有这一户。
fault-household-unsigned = { $sheet }：没有同意记录却作了安置。
fault-home-type-unfit = { $sheet }：住房 { $dwelling } 的户型是 { $home_type }，不在该户接受的户型之内。
fault-estate-unaccepted = { $sheet }：住房 { $dwelling } 位于 { $estate }，不在该户的志愿之内。
fault-not-step-free = { $sheet }：该户需要无障碍住房，而住房 { $dwelling } 不是无障碍住房。
fault-floor-too-high = { $sheet }：住房 { $dwelling } 在 { $floor } 层，该户最高只能住 { $limit } 层。
fault-dwelling-unknown = { $sheet }：房源表里没有“{ $dwelling }”这套住房。
fault-dwelling-held = { $sheet }：住房 { $dwelling } 保留中，不能分配。
fault-dwelling-shared = { $sheet }：住房 { $dwelling } 同时分给了 { $other } 户。
fault-household-twice = { $sheet } 第 { $row } 行：该户在前面已经出现过。
fault-dwelling-occupied = { $sheet }：住房 { $dwelling } 现有住户居住。
fault-left-unhoused = 未获安置；其实不必让任何一户失去住房，就能安置该户。
fault-passed-over = 该户轮次为 { $turn }，未获安置；轮次在后（{ $other_turn }）的 { $other } 户却占了名额。
fault-missing-in-plan = first.csv 中已安置，plan.csv 中却没有。
fault-added-in-plan = plan.csv 中已安置，first.csv 中却没有。
fault-tier-worse = first.csv 中得到第 { $choice } 志愿、第 { $type } 户型；按轮次应得第 { $due_choice } 志愿、第 { $due_type } 户型。
fault-tier-better = first.csv 中得到第 { $choice } 志愿、第 { $type } 户型，优于按轮次应得的第 { $due_choice } 志愿、第 { $due_type } 户型。
fault-dwelling-order = 分到住房 { $dwelling }；同类住房中抽签顺序在前的 { $other_dwelling } 却分给了轮次在后的 { $other } 户。
fault-dwelling-skipped = 分到住房 { $dwelling }；同类住房中抽签顺序在前的 { $free } 却空着没有分配。
fault-other-home-type = 户型由 { $first } 变成了 { $plan }。
fault-lower-choice = 志愿位次由第 { $first } 志愿降到了第 { $plan } 志愿。
fault-moved-without-opt-in = 未报名参加互换，住房却由 { $from } 换成了 { $to }。
fault-moved-without-target = 本方案没有设定目标，不应有互换，该户住房却由 { $from } 换成了 { $to }。
fault-bond-parted = 结伴组 { $bond }：首次分配时与 { $other } 户同在一处（{ $level }），现在不在一处了。
fault-company-lost = 缺少同伴的家庭：首次分配 { $first } 户，方案中 { $plan } 户。
fault-estates-further = 小区之间的偏离：首次分配 { $first } 户，方案中 { $plan } 户。
fault-score-higher = 混合得分：首次分配 { $first }，方案中 { $plan }。
fault-shares-missing = 共有 { $groups } 个组别，目标却给出了 { $shares } 个比例；应每个组别各有一个比例。
fault-share-zero = 目标中组别“{ $group }”的比例为零。
fault-shares-total = 目标中各组别比例合计为 { $total }，应为 100。
fault-tolerance-range = { $level } 一级的容许偏差为 { $tolerance } 个百分点，应在 0 到 100 之间。
fault-turn-wrong = { $sheet }：轮次写的是“{ $found }”；按优先级和抽签应为 { $expected }。
fault-ticket-wrong = { $sheet }：签号写的是“{ $found }”；按抽签种子应为 { $expected }。
fault-address-wrong = { $sheet }：{ $column } 一栏写的是“{ $found }”；这套住房应为“{ $expected }”。
fault-rank-wrong = { $sheet }：{ $column } 一栏写的是“{ $found }”；按该户志愿应为 { $expected }。
fault-bond-level-wrong = { $sheet }：bond_level 一栏写的是“{ $found }”；按表中各户住址应为“{ $expected }”。
fault-row-order-wrong = { $sheet } 第 { $row } 行：排在了轮次更靠后的家庭后面。
fault-seed-differs = 证书所载抽签种子为“{ $stated }”，输入文件中为“{ $found }”。
fault-roll-digest-differs = 证书所载名册摘要为 { $stated }，按输入文件算出为 { $found }。
fault-version-missing = 证书没有写明制作方案的软件版本号。
fault-input-changed = 输入文件 { $file } 已变动：证书所载摘要为 { $stated }，现为 { $found }。
fault-input-missing = 找不到证书所列的输入文件 { $file }。
fault-input-unlisted = 输入文件 { $file } 没有列入证书。
fault-output-changed = { $file } 已变动：证书所载摘要为 { $stated }，现为 { $found }。
fault-output-missing = 找不到证书所列的 { $file }。
fault-output-unlisted = 证书没有载明 { $file } 的摘要。
fault-output-form = { $file } 各单元格内容正确，但字节与软件写出的不一致（引号、换行、空行或字节顺序标记不同）。
fault-unplaced-missing = 该户已签约而未分到住房，但 unplaced.csv 没有列出。
fault-unplaced-wrong = unplaced.csv 第 { $row } 行：不应列入，该户已有住房、未签约、不在名单中或前面已列出。
fault-unplaced-reason = unplaced.csv 第 { $row } 行：所列原因为“{ $stated }”；按房源与意愿应为“{ $found }”。
fault-count-wrong = 证书中“{ $count }”一项为 { $stated }，重新清点为 { $found }。
fault-figure-wrong = 证书中“{ $figure }”一项为 { $stated }，重新计算为 { $found }。
fault-bound-unproven = 下界所附的证明方式为“{ $proof }”，实际为“{ $found }”。
fault-estates-differ = 证书列出的小区为 { $stated }，实际为 { $found }。
fault-witness-foreign = 下界的见证属于另一份申请数据：{ $stated }，而不是 { $found }。
fault-witness-misfit = 下界的见证没有为 { $estate } 每处的每个可能户数各给出一个价格。
fault-effort-wrong = 证书所载搜索力度为“{ $stated }”；方案文件所定为“{ $found }”。
fault-promise-missing = 证书没有写明承诺 { $promise } 的结果。
fault-promise-not-kept = 证书自己写明承诺 { $promise } 的结果是“{ $stated }”。
fault-promise-unknown = 证书写了一项并不存在的承诺：{ $promise }。
fault-mandate-missing = 方案标为正式或方案文件载有授权，但证书没有写明授权。
fault-mandate-unknown = 证书写有授权，但方案文件没有。
fault-mandate-differs = 证书所载授权事项“{ $field }”为“{ $stated }”；方案文件为“{ $found }”。

## 情景模拟

help-whatif = 在一群人身上试各种情景，比较结果
help-whatif-scenarios = 情景文件（--template 可写出一份）；或 merge，把各分片的结果合在一起
help-whatif-dir = 与 merge 同用：存放结果的文件夹
help-whatif-out = 存放结果的文件夹；再次运行同一命令会接着做完
help-whatif-template = 输出一份带注释的情景文件
help-whatif-shard = 只做全部任务中的这一分片，如 3/7；每个任务的结果单独成文件
help-whatif-jobs = 只写出任务清单 jobs.ndjson
help-whatif-threads = 使用的线程数（默认为全部核心）
help-whatif-as_plan = 会被拒绝：模拟结果不能变成给具体家庭的方案
help-whatif-force = 不管文件夹里已有什么，重新开始
help-whatif-after =
    分片：凡能看到同一文件夹的机器，都可以分担一次模拟；停下之后再运行即可接着做。
      xargs       seq 8 | xargs -P 4 -I%% mixplan whatif scenarios.toml --out sweep --shard %%/8 --threads 1
      Slurm       #SBATCH --array=1-8 --requeue
                  mixplan whatif scenarios.toml --out sweep --shard "$SLURM_ARRAY_TASK_ID/8"
      Kubernetes  completionMode: Indexed，completions: 8，退出码 2 和 3 用 FailIndex，命令为
                  mixplan whatif /in/scenarios.toml --out /out --shard $((JOB_COMPLETION_INDEX + 1))/8
      最后合并    mixplan whatif merge sweep
    退出码 75 表示已停止或未完成，请再运行一次。完整的文件见 whatif 一节的文档。
doing-whatif = 正在试各种情景
whatif-usage = 请写明情景文件和文件夹：mixplan whatif scenarios.toml --out DIR。起步用的文件：mixplan whatif --template > scenarios.toml。合并分片：mixplan whatif merge DIR。
whatif-no-plan = 模拟结果不能写成给具体家庭的方案：其中没有任何姓名，规则也不是方案的规则，配额不能替任何人作决定。请用 mixplan plan。
whatif-stopped = 已停止：待做的 { $of } 次中完成了 { $done } 次，均已保存。再运行同一命令即可继续。
whatif-resumed = { $of } 次中已有 { $done } 次做过，接着做其余的。
whatif-done = 已写入 { $dir }：{ $scenarios } 个情景，各 { $seeds } 个种子。全部数字在 scenarios.csv、parts.csv、runs.csv、ranking.csv 和 comparison.json，图在 frontier.svg、spread.svg 和 ranking.svg。
whatif-shard-done = 本分片共 { $of } 次，这次做了 { $done } 次。全部分片做完后：mixplan whatif merge DIR。
whatif-other-inputs = { $path } 属于另一组输入的结果（不同之处：{ $changed }）。不同输入的结果不能混在一起：请换一个文件夹，或用 --force 重新开始。
whatif-other-jobs = { $path } 列的是另一批任务。请换一个文件夹，或用 --force 替换清单。
whatif-foreign-file = { $path } 不是本工具的结果文件。
whatif-newer-file = { $path } 由本工具更新的版本生成。
whatif-bad-file = { $path } 无法使用：{ $why }
whatif-not-an-outcome = 情景“{ $name }”保存的结果不完整。请用 --force 重新开始。
whatif-bad-shard = “{ $value }”不是分片。请写出第几片和共几片，如 3/7。
whatif-bad-jobs = { $path } 不是任务清单。
whatif-missing = 缺少：{ $id }（{ $name }；种子 { $seed }）
whatif-incomplete = { $of } 个结果中缺 { $missing } 个。请再运行相应的分片，然后合并。
whatif-scenario = 情景
whatif-base = 基准
whatif-nothing = 无
whatif-band = { $mean } [{ $low }, { $high }]
whatif-legend = 第一行为基准的数值，其余各行为与基准之差（逐个种子相比）；方括号内为各种子的 95 % 范围（少于 40 个种子时为最小至最大）。比例以百分点计。
whatif-frontier = 志愿与混合
whatif-frontier-note = 每点一个情景：各种子的平均值和 95 % 范围；每条线一种办法。模拟结果。
whatif-frontier-mix = 邻居混合度（1 为抽签的水平）
whatif-frontier-choice = 每户的志愿满足程度（1 为人人得到第一志愿，0 为无房）
whatif-no-points = 此处没有邻居混合度：只有一个组别，或无人入住。
whatif-spread = 有多少只是抽签的运气
whatif-spread-note = 点为各种子的平均值，条为 95 % 范围，线为基准。模拟结果。
whatif-ranking = 什么对混合影响最大
whatif-ranking-note = 邻居混合度：每次只改一项，与基准之差的最小至最大。模拟结果。
whatif-no-ranking = 没有逐项改动：情景文件里没有 one_at_a_time。
mechanism-draw = 只抽签
mechanism-choice_first = 志愿优先，再互换
mechanism-quota_lottery = 配额抽签
mechanism-quota_optimum = 配额最优（界限）
figure-housed = 分到住房
figure-first_choice_share = 第一志愿（%）
figure-without_company = 没有同组邻居
figure-score = 混合偏离
figure-neighbour_mix = 邻居混合度
figure-price_of_diversity = 混合的代价
figure-price_of_order = 抽签次序的代价
figure-left_out_for_cap = 因名额落空
axis-mechanism = 分房办法
axis-effort = 搜索的力度
axis-participation = 参加率
axis-target = 目标
axis-tolerance_estate = 小区容差
axis-tolerance_building = 楼栋容差
axis-tolerance_stairwell = 单元容差
axis-company = 同组邻居的户数
axis-slack = 志愿的余地
axis-bond_level = 结伴的远近
axis-bond_cost = 结伴的代价
axis-vacancies = 空房
axis-close = 关闭楼栋
axis-add = 增加楼栋
axis-step_free = 无障碍住房
axis-late = 晚到的家庭
axis-late_rule = 晚到的规则
axis-hold_back = 留出的住房
axis-refusals = 拒绝
axis-no_shows = 未到场
axis-offers = 给房次数
axis-cap_estate = 小区名额
axis-cap_building = 楼栋名额
axis-worth = 志愿的计法
MX1701-title = 情景文件要有一个起点
MX1701-problem = [base] 必须写明方案文件或虚构小镇，二者取一。
MX1701-remedy = 请写 plan = "plan.toml"，或 town = { "{" } households = 600 { "}" }。
MX1702-title = 没有这栋楼
MX1702-problem = 基准里没有楼栋“{ $value }”。
MX1702-remedy = 请写“小区/楼栋”。最接近的有：{ $near }。
MX1703-title = 比例写给了不认识的名称
MX1703-problem = “{ $key }”给“{ $value }”写了比例，但此处没有这个名称。
MX1703-remedy = 请检查写法。最接近的有：{ $near }。
MX1704-title = 只给部分组别写了名额
MX1704-problem = “{ $key }”没有写这些组的名额：{ $missing }。
MX1704-remedy = 请给每一组写上名额（100 为不限），或给所有组写同一个数。
MX1705-title = 情景太多
MX1705-problem = 网格共有 { $count } 种组合，最多 { $most } 种。
MX1705-remedy = 请减少取值，或分成几个情景文件。
MX1706-title = 两个情景同名
MX1706-problem = 有不止一个情景叫“{ $name }”。
MX1706-remedy = 请给其中一个换个名称，或删去重复的取值。
