### 读取文件时发现的问题。每个代码三句话：标题、问题、处理办法。

## 文件

MX1001-title = 文件是空的
MX1001-problem = 这个文件里没有任何内容。
MX1001-remedy = 请核对文件名是否写对，并用原来的软件重新保存一次。

MX1002-title = 文件不是 UTF-8 编码
MX1002-problem = 第 { $offset } 字节处的 { $byte } 不是 UTF-8 文字。
MX1002-remedy = 请在表格软件里另存为“CSV UTF-8（逗号分隔）”。

MX1003-title = 没有数据行
MX1003-problem = 文件只有表头，下面没有数据。
MX1003-remedy = 请补上数据，或改为填写正确的文件名。

MX1004-title = 引号没有收尾
MX1004-problem = 此处单元格以引号开头，却一直没有收尾的引号，后面的内容全被当成了一个单元格。
MX1004-remedy = 请在该单元格末尾补上引号，或删去开头的引号。

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
MX2009-problem = 没有该户同意安置的记录，因此不参加摇号。
MX2009-remedy = 如果该户没有同意，无须处理；如果已经同意，请填写其本人同意的日期。

MX2010-title = 是否同意不明确
MX2010-problem = “{ $value }”不是明确的同意。不明确就不算同意，因此该户不参加摇号。
MX2010-remedy = 请向该户问清。如果同意，请填“是”或日期，例如 2026-03-05。

MX2011-title = 是否参与调换不明确
MX2011-problem = “{ $value }”看不出是“是”还是“否”。该户按不参与调换处理，保留摇到的住房。
MX2011-remedy = 请向该户问清，填“是”或“否”。

MX2012-title = 相邻意愿只有一户
MX2012-problem = 没有其他家庭填写“{ $bond }”，无法安排相邻。
MX2012-remedy = 请核对希望住在一起的各户所填的编号是否一致。

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
MX3004-remedy = 请填空置、已入住或预留。

MX3005-title = 无人居住的住房填了住户
MX3005-problem = “{ $column }”有内容，但该住房的状态是{ $status ->
    [held] 预留
   *[vacant] 空置
 }。
MX3005-remedy = 如果有人居住，请把状态改为已入住；如果没有，请把该列留空。

## 不予受理

MX9001-title = 不接受只针对部分组别的目标
MX9001-problem = 目标只写了部分组别，以下各组没有比例：{ $missing }。
MX9001-remedy = 请给每一组都写上比例，或写 target = "estate"。目标必须对各组一视同仁。

MX9002-title = 不接受按组别分别设定容差
MX9002-problem = “{ $key }”给各组分别设定了容差。
MX9002-remedy = 请写一个对各组都适用的整数，例如 tolerance = 7。

MX9003-title = 不接受对某一组设上限
MX9003-problem = “{ $key }”是上限或配额，会落到个别组别身上。
MX9003-remedy = 请删去。mixplan 只通过自愿调换来改善混合；如要了解配额的影响，可在 whatif 中不记名地试算。
