### mixplan 的全部中文文句。en.ftl 里有同样的键；缺少或多余的键会让测试失败。

## 未分到住房的原因

reason-no-such-home = 没有一套空房符合该户的需要、户型和志愿。
reason-shortage = 有 { $households } 户只能接受以下住房，而这样的住房只有 { $homes } 套：{ $kinds }。分到的各户轮次都在前。
reason-more-kinds = 以及另外 { $count } 类
reason-repair = 可行的补救：{ $repairs }。
list-comma = 、
list-or = ；或者
kind = { $estate } { $type } 户型{ $steps }{ $floors }
kind-step-free = （无障碍）
kind-with-steps = （非无障碍）
kind-floor = （{ $floor } 层）
kind-floors = （{ $from }—{ $to } 层）
repair-more-homes = 再增加 { $count } 套（{ $kind }）
repair-accepting = 这 { $households } 户中有 { $count } 户接受剩余的住房（{ $kind }，尚余 { $left } 套）

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
summary-promises = 承诺
of-share = { $part }（{ $percent } %）
of-bonds = { $bonds } 组中的 { $kept } 组
all-kept = { $count } 项全部兑现，已由独立代码复核

