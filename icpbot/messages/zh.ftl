# 机器人说的每一句话，中文。先给答案，再说原因，最后一个下一步。

## Errors

setting-wrong = { $name }的值不能用。可用的值见README的“Settings”一节。
traces-extra-missing = OTEL_EXPORTER_OTLP_ENDPOINT要求发送追踪数据，但缺少负责发送的组件。请安装{ $name }，或取消该变量。
presidio-extra-missing = ICPBOT_PRESIDIO要求隐藏人名和地名，但缺少负责识别的组件。请安装{ $name }，或取消该变量。
presidio-pipeline-missing = ICPBOT_PRESIDIO指定的模型{ $name }不在这里。请安装它，或填写它所在的文件夹。
setting-missing = 没有设置{ $name }，而{ $because }需要它。
store-disk-full = 磁盘满了。没有保存任何内容；腾出空间后再试一次。
store-not-writable = 我没有权限写入数据文件夹。检查它的所有者和权限，或把ICPBOT_HOME设为别的文件夹。
store-damaged = 数据库损坏了。请恢复ICPBOT_HOME文件夹最近一次的备份。
store-not-answering = 数据库没有响应。检查ICPBOT_DATABASE_URL，或确认磁盘还在，然后再试。
index-in-use = 这个文件夹里的索引正被另一个icpbot进程使用。停掉它，或者直接跟它说。
index-not-answering = 向量索引没有响应。检查ICPBOT_CHROMA_URL，然后再试。
embeddings-not-answering = 嵌入服务{ $name }没有响应。再试一次，或设置ICPBOT_EMBEDDINGS=local。
slack-not-answering = Slack没有响应，或拒绝了令牌。检查SLACK_BOT_TOKEN和SLACK_APP_TOKEN。
knowledge-missing = 知识文件夹里缺少{ $name }。把它复制进去，或取消ICPBOT_KNOWLEDGE的设置。
knowledge-broken = 知识文件夹里的{ $name }不是有效的YAML。改正它，或取消ICPBOT_KNOWLEDGE的设置。
prompt-broken = 提示词{ $name }不能用：{ $why }。改正它，或取消ICPBOT_PROMPTS的设置。
unexpected = 我这边出了问题，详情在日志里。你给我的内容都没有丢。请再试一次。

## Reading files

read-empty = 读不了“{ $name }”：文件是空的。没有保存任何内容。
read-encrypted = 读不了“{ $name }”：文件加密了。去掉密码再发，或直接粘贴文字。没有保存任何内容。
read-unsupported = 我读不了“{ $name }”这类文件。可以发文本、Markdown、VTT、SRT、Word、PDF、CSV、Excel、JSON、HTML、电子邮件、录音，或装着这些文件的ZIP。没有保存任何内容。
read-too-large = “{ $name }”太大了：上限是{ $limit } MB。请拆开分几次发。没有保存任何内容。
read-broken = 读不了“{ $name }”：文件损坏，或内容与文件名不符。重新导出后再发。没有保存任何内容。
read-no-text = “{ $name }”里只有页面图片，没有文字。先做文字识别，或直接粘贴文字。没有保存任何内容。
read-encoding = 认不出“{ $name }”里的字符。另存为UTF-8后再发。没有保存任何内容。
read-not-transcript = “{ $name }”是JSON，但不是访谈记录。我读的是发言列表，每条有“speaker”和“text”。没有保存任何内容。
read-no-rows = “{ $name }”的表头下面没有数据行。没有保存任何内容。
read-too-many-turns = “{ $name }”的发言超过{ $limit }条。请拆开分几次发。没有保存任何内容。
read-too-many-rows = “{ $name }”超过{ $limit }行。请拆开分几次发。没有保存任何内容。
read-too-many-pages = “{ $name }”超过{ $limit }页。请拆开分几次发。没有保存任何内容。
read-too-many-columns = “{ $name }”超过{ $limit }列。只留重要的列再发。没有保存任何内容。
read-too-many-files = “{ $name }”里的文件超过{ $limit }个。请拆开分几次发。没有保存任何内容。
read-too-deep = “{ $name }”里压缩包套压缩包，超过{ $limit }层。请解压后直接发文件。没有保存任何内容。
read-too-heavy = 读“{ $name }”要花的时间或内存超出了单个文件的上限。请拆开发，或直接粘贴文字。没有保存任何内容。
hear-not-set = 我暂时还听不了“{ $name }”。请发文字稿，或请管理我的人设置OPENAI_API_KEY。没有保存任何内容。
hear-down = 没能听“{ $name }”：转写服务没有正常应答。过几分钟再发，或直接发文字稿。没有保存任何内容。
hear-busy = 没能听“{ $name }”：转写服务繁忙，或额度已用完。稍后再发，或直接发文字稿。没有保存任何内容。
hear-key = 没能听“{ $name }”：转写服务不接受我们的密钥。请管理我的人检查OPENAI_API_KEY。没有保存任何内容。
hear-broken = 没能听“{ $name }”：录音损坏，或格式我不认识。导出为MP3后再发。没有保存任何内容。
hear-silent = “{ $name }”里听不到说话声。检查录音后再发。没有保存任何内容。
read-other-sheets = 我只读了第一张工作表。
read-attachments-skipped = 我只读了邮件正文，没读附件；附件请单独发。
read-cues-skipped = 有几条字幕的时间不合理，已略过。
read-not-found = 没有“{ $name }”这个文件。
read-not-allowed = 我没有权限打开“{ $name }”。检查一下它的权限。
file-not-fetched = 没能从Slack取到“{ $name }”。请再上传一次；没有保存任何内容。
file-not-trusted = “{ $name }”不是Slack里的文件，所以我没有打开。请上传到这里。
table-no-name = 没有找到写公司名称的列。现有的列：{ $columns }。把其中一列改名为“account”，或加上--map account=COLUMN。

## Wrong or missing things

source-unknown = 我这里没有叫“{ $name }”的来源。“icpbot sources”会列出我读过的内容。
column-unknown = 没有“{ $name }”这一列。
metric-unknown = 指标“{ $name }”没有数据。有数据的是：{ $known }。
customers-none = 我还没有客户表。发一份CSV或Excel，或运行“icpbot customers import FILE”。
fact-unclear = “{ $value }”不能作为“{ $name }”的值。
fact-form = 事实要写成“属性=值”，而不是“{ $name }”。
account-unknown = 我不认识{ $name }。
request-unknown = 没有请求{ $name }。“icpbot requests”会列出全部。
profile-none = 还没有画像。用“draft”开始写，或运行“icpbot profile import FILE”。
profile-unknown = 没有叫“{ $name }”的画像。“icpbot profile list”会列出现有的。
profile-changed = 刚才有人保存了“{ $name }”。先看看新版本，再改一次。
profile-superseded = “{ $name }”的这个版本已被取代；请改最新的版本。
profile-invalid = 画像不能用：{ $path }无效（{ $detail }）。
profile-unknown-key = 画像不能用：我不认识{ $path }这个键。
profile-not-readable = “{ $name }”里没有JSON或YAML格式的画像。
profile-twice = 画像不能用：{ $path }重复写了{ $attribute }。
profile-protected = 画像不能用：{ $path }涉及受保护特征（{ $attribute }），它不能决定谁是客户。
profile-unmeasurable = 画像不能用：{ $path }（{ $attribute }）没有任何区间。写上ideal、ok或avoid的值，或标为ignored。
profile-no-avoid = 画像不能用：{ $path }（{ $attribute }）要有avoid区间，才能作为一票否决项。
profile-empty-band = 画像不能用：{ $path }（{ $attribute }）是空区间。
profile-overlap = 画像不能用：{ $path }与{ $other }重叠（{ $attribute }）。
query-form = { $name }第{ $line }行不是带有"id"和"{ $field }"的JSON对象。

## Answers

answer-nothing = 我读过的内容里没有人提到（{ $sources }个来源，{ $interviews }场访谈）。我把它记为一个缺口。
answer-no-sources = 我还没读过任何内容。把访谈、笔记、问卷或客户表发到这里，再问我一次。
notice-budget = 今天的语言模型额度已用完，以下只有证据，没有总结。
notice-model-down = 语言模型没有响应，所以这里只有证据，没有总结。
notice-text-budget = 今天的语言模型额度已用完，这段文字只按规则读取。
notice-text-model-down = 语言模型没有响应，这段文字只按规则读取。
evidence = { $accounts }家企业的{ $quotes }条引语：
period-since = 仅限 { $since } 以来（{ $n } 份资料）。
period-until = 仅限 { $until } 及以前（{ $n } 份资料）。
period-between = 仅限 { $since } 至 { $until }（{ $n } 份资料）。
compare-headline = { $first }（{ $n } 家）对照 { $second }（{ $m } 家）：
compare-line = “{ $label }”：{ $b } 家中 { $a } 家 · { $d } 家中 { $c } 家
compare-differs = “{ $label }”：{ $b } 家中 { $a } 家 · { $d } 家中 { $c } 家（超出偶然）
compare-few = 有一方不足三家：只能当作个例，算不上差异。
compare-chance = 这些差异都没有超出偶然的范围。
side-before = { $day } 之前
side-since = { $day } 以来
side-won = 赢单
side-lost = 丢单
side-best = 最佳客户
side-rest = 其余客户
evidence-dated = { $accounts }家企业的{ $quotes }条引语，{ $first }至{ $last }：
count-theme = “{ $label }”：{ $of }家企业中有{ $accounts }家，问过{ $asked }家。
count-anecdote = “{ $label }”：{ $of }家企业中有{ $accounts }家，目前只是个案；问过{ $asked }家。
count-then = 其次：{ $more }。
count-against = 有{ $n }家企业说法相反。
left-out = 还有{ $n }个来源不能在这个频道里公开，没有算进来。可以私信问我。
answer-begun = 正在查看客户对此说过什么……
answer-growing = 还在写。以上每句话都已与来源核对。
quote-from-en = （译自英语：“{ $text }”）
quote-from-pl = （译自波兰语：“{ $text }”）
quote-from-cs = （译自捷克语：“{ $text }”）
quote-from-uk = （译自乌克兰语：“{ $text }”）
quote-from-zh = （译自中文：“{ $text }”）
quote-from-other = （译文：“{ $text }”）
answer-thanks = 不客气。
unsure = 我不确定你想要什么。是哪一个？
as-ask = 当作问题来回答
as-fit = 检查这家公司
as-best = 看看最好的客户
as-traits = 看看他们的不同之处
as-draft = 起草画像
as-profile = 看看画像
as-gaps = 看看还缺什么
as-sources = 列出来源
as-themes = 列出主题
as-playbook = 用客户的话来写
as-forget = 忘掉一个来源
as-help = 说说我会做什么
as-thanks = 没什么，只是道谢
answer-forgotten = 我的回答依据的来源刚刚被忘掉了。请再问一次。

## Receipts

receipt-title = { $name } · { $kind }
receipt-read = { $turns }条发言，{ $passages }个片段。
receipt-minutes = { $minutes }分钟
receipt-people = { $people }。
receipt-heard = 听到：{ $heard }。
receipt-heard-nothing = 里面没有听到痛点、待办任务或理由。
receipt-not-asked = 五个动机问题中没有问到：{ $kinds }。
receipt-unchanged = 这份我读过了，没有变化。
receipt-updated = 已替换之前的版本。
receipt-corrected = 与{ $name }几乎逐字相同：我把它当作修订版，已替换原来的文件。
receipt-alike = 内容与{ $name }几乎相同，两份我都先留着；如果是同一次访谈，请删掉旧的：{ $command }
receipt-customers = { $rows }个客户。可以问我哪些是最佳客户。
queue-next = 现在需要排队，下一个就是你。
queue-place = 现在需要排队，你排在第{ $place }位。
receipt-many = 已读取{ $n }个文件。
receipt-many-failed = { $n }个文件无法读取：
receipt-many-details = 每个文件的详细情况都在附件里。
receipt-reading = 正在读{ $name }…
kind-interview = 访谈
kind-notes = 笔记
kind-survey = 问卷
kind-customers = 客户表
kind-thread = Slack消息列
role-interviewer = 访谈者
role-customer = 客户
role-unknown = 角色不明
insight-pain = { $n }个痛点
insight-job = { $n }个待办任务
insight-trigger = { $n }个触发因素
insight-alternative = { $n }个替代方案
insight-reason_to_buy = { $n }个购买理由
insight-objection = { $n }个异议
insight-outcome = { $n }个成效
insight-decision_role = { $n }个决策角色
insight-buying_process = { $n }个采购步骤
insight-tool = { $n }个工具
asked-pain = 遇到什么问题
asked-job = 要完成什么任务
asked-trigger = 什么触发了寻找
asked-alternative = 还考虑过什么
asked-reason_to_buy = 为什么选我们
heading-pain = 痛点
heading-job = 待办任务
heading-trigger = 触发因素
heading-alternative = 考虑过的替代方案
heading-reason_to_buy = 购买理由
heading-objection = 异议
heading-outcome = 成效
heading-decision_role = 谁做决定
heading-buying_process = 如何采购
heading-tool = 在用的工具

## Fit

verdict-ideal = 理想
verdict-ok = 可接受
verdict-avoid = 应避开
verdict-undecided = 未定
fit-headline = { $account }：{ $verdict }，按{ $profile }得{ $score }分（满分100）
fit-disqualified = 一票否决项：{ $attributes }。
fit-unknown = 我不认识{ $account }。写“fit { $account }：”，后面贴上你知道的内容（官网的“关于我们”就够了），或添加事实。
fit-ambiguous = “{ $account }”可能是：{ $candidates }。是哪一家？
fit-did-you-mean = 我不认识“{ $account }”。你是指{ $candidates }吗？
fit-decides = 一个答案就能定下来：{ $question }
fit-helps = 最值得弄清的是：{ $question }
fit-outcome = { $band } → { $verdict }
fit-ask-attribute = { $account }的{ $attribute }是什么情况？
web-off = 这里没有开启上网查公司。运行我的人可以用 ICPBOT_WEB_SEARCH 开启。
web-one = 每次只查一家公司：只给一个名称，不要附带事实或文字。
web-looking = 正在上网查{ $account } …
web-down = 网络搜索没有响应，结论保持不变。请稍后再试。
web-budget = 今天的语言模型额度已用完，所以没有上网查。请明天再试。
web-nothing = 没有找到哪个网页写明我们还缺的{ $account }信息。可以直接问他们，或把你知道的补上。
web-known = 关于{ $account }，网上已经没有我们还缺的信息。
web-asked = { $day }查过{ $account }。仍然未知的信息当时没有找到；{ $next }起可以再查。
fit-whence = 未注明来源的信息：{ $whence }。
fit-closest = 最相似的客户：{ $name }。
fit-conflict = 关于“{ $attribute }”，来源说法不一：{ $said }。以第一个为准。
fit-list = { $n }个名称：{ $mix }
fit-list-cut = 文件过大，最后{ $left }行没有放进去。要得到全部结果，请运行“icpbot fit --csv … --out …”。
fit-list-duplicates = 有{ $n }行的企业前面已经出现过：{ $names }。每一行都单独给出了结论。
fit-list-unknown = 有{ $n }家企业我只知道表里写的内容：{ $names }。
fit-no-names = 是哪家公司？写“fit”，后面加一个或多个名称。
fit-column-account = 企业
fit-column-verdict = 结论
fit-column-range = 范围
fit-column-because = 原因
band-ideal = 理想
band-ok = 也可接受
band-neither = 都不是
band-avoid = 应避开
band-unknown = 未知
band-ignored = 忽略
origin-rep = 同事
origin-crm = CRM
origin-research = 访谈
origin-text = 粘贴的文字
origin-web = 网络
origin-web-page = 网络，{ $site }，未经人工核实
origin-model = 模型
criterion-ignored = { $attribute }：忽略
criterion-weight = 权重{ $weight }

## Customers

best-headline = { $of }个客户中最好的{ $n }个（指标：{ $metrics }）：
best-missing = { $n }个客户缺少部分数据；缺的没有计入，也没有估算。
traits-headline = 最好的{ $best }个客户与其余{ $rest }个的区别：
traits-none = 表里没有哪一项能把最好的{ $best }个客户与其余{ $rest }个区分开，差异都可能是巧合。
trait-line = { $what }：最佳客户{ $best_n }/{ $best_of }，其余{ $rest_n }/{ $rest_of }（提升度{ $lift }，{ $low }–{ $high }）

## Draft

draft-open = 我们来起草画像“{ $name }”。我读过{ $accounts }家企业的说法，所以带来一些建议；由你们决定。
draft-open-empty = 我们来起草画像“{ $name }”。我还没读过访谈，所以你说的先记为假设，等有人证实。
draft-resume = 继续起草“{ $name }”。
draft-place = { $section } · { $number }/{ $of }
draft-how = 选编号，写“全部”，改动其中一条，或用自己的话说。也可以说：跳过、返回、为什么、稍后、完成。
draft-how-open = 用自己的话说，或写“跳过”。
draft-ask-best-customer = 什么样的客户算你们的最佳客户？
draft-ask-who = 你们想要的企业有什么共同点？
draft-ask-trigger = 通常是什么让他们开始寻找？
draft-ask-pain = 哪些问题让他们痛到愿意花钱解决？
draft-ask-job = 他们想完成什么？
draft-ask-outcome = 用上之后，什么变好了？
draft-ask-alternative = 他们还考虑什么，包括什么都不做？
draft-ask-objection = 什么差点让他们放弃？
draft-ask-reason-to-buy = 他们为什么选你们？
draft-ask-decision-role = 谁决定、谁签字、谁影响、谁反对？
draft-ask-ignore = 有什么其实不重要，却总有人问？
draft-ask-avoid = 你们不想卖给谁？
draft-ask-weights = 每条标准占多大分量？我建议先这样：
draft-ask-review = “{ $name }”：{ $criteria ->
    [0] 还没有标准
   *[other] { $criteria }条标准
}，{ $claims ->
    [0] 还没有结论
   *[other] { $claims }条结论，{ $backed }%有引语
}；{ $gaps ->
    [0] 各部分都有内容
   *[other] { $gaps }个部分还空着
}。要保存吗？
draft-why-best-customer = 其他一切都拿它来衡量：我找的是你们所说的最佳客户有哪些特征。
draft-why-who = 销售需要在第一通电话之前就能查到的东西。
draft-why-why = 市场写文案、销售开场都靠它；用客户自己的话最能打动人。
draft-why-against = 输赢就看这些，而最常见的对手是“什么都不做”。
draft-why-deciders = 单子往往丢在没人去谈过的那个人手里。
draft-why-ignore = 把不重要的事说清楚，大家就不必再问。
draft-why-avoid = 不合适的客户，比没拿下的客户代价更大。
draft-why-weights = 有了权重，画像就能打分，两个人会得出同样的结论。
draft-why-review = 存成草稿后，可以先拿企业试试、讨论一番，再由人批准。
draft-taken = 记下了：{ $what }
draft-said-by-another = 这是别人说的。请把你的修改写在这里，由你们两位决定。
draft-is-finished = 这份草稿已经完成。“profile”可以看到结果。
draft-noted = 记下了{ $n }条标准。
draft-none = 那就都不选。
draft-assumption = 先记为假设，等客户证实：“{ $what }”
draft-read-back = 我是这样理解的，对吗？
draft-not-taken = 没有记下。换个说法再说一次，或写“跳过”。
draft-unclear = 我没听出可以衡量的内容。试试给一个范围、一份清单，或上面的编号。
draft-skipped = 跳过了；这里先留个缺口。
draft-undone = 已撤销。
draft-nothing-to-undo = 没有可以撤销的。
draft-later = 已保存。想继续时写“draft”，我们从这里接着来。
draft-restarted = 重新开始了；写“撤销”可以找回之前的草稿。
draft-changed = 我列出这些之后，依据有了变化，所以先不记录；这是现在的清单。
draft-like = 哪方面像？请说一个能衡量的特征，比如国家、人数或行业。
draft-about = 从多少到多少？给出上下限，我就能衡量。
draft-sized = 多小或多大？请给出人数或年营业额。
draft-dispute = 关于“{ $what }”，{ $first } 和 { $second } 说法不一；我没有改动。
draft-dispute-how = 请商量一下：1 保留 { $first } 的说法，2 采用 { $second } 的说法。
draft-kept = 保持原样：{ $what }
draft-aside = 回到草稿：
draft-finished = 已保存“{ $name }”：{ $criteria ->
    [0] 还没有标准
   *[other] { $criteria }条标准
}，{ $claims ->
    [0] 还没有结论
   *[other] { $claims }条结论，{ $backed }%有引语
}。接下来用“fit”加公司名称试一试，或提交审批。
proposal-count = （{ $of }家企业中有{ $accounts }家）
proposal-anecdote = （{ $of }家中有{ $accounts }家，只是个案）
proposal-trait = （最佳客户{ $best_n }/{ $best_of }，其余{ $rest_n }/{ $rest_of }）
section-best-customer = 最佳客户
section-who = 他们是谁
section-why = 为什么买
section-against = 和什么竞争
section-deciders = 谁做决定
section-ignore = 什么不重要
section-avoid = 该避开谁
section-weights = 权重
section-review = 检查
button-all = 全部
button-skip = 跳过
button-back = 返回
button-forget = 忘掉
button-none-of-these = 都不是
button-forget-older = 忘掉旧的{ $name }
button-submit = 提交批准
button-approve = 批准
button-reject = 退回
choose-criterion = 修改一项标准
button-source = 更正
button-fact = 信息不对
button-web = 上网查一下

## Profile

profile-headline = { $name } v{ $version } · { $status }
status-draft = 草稿
status-in-review = 审批中
status-approved = 已批准
status-superseded = 已被取代
profile-criteria = 标准
profile-roles = 采购委员会
profile-avoid-heading = 该避开谁
profile-gaps = 缺口
profile-evidence = { $of }家企业中有{ $accounts }家，问过{ $asked }家
profile-assumption = 假设
profile-flagged = 证据已被删除
profile-weight = 权重
profile-attribute = 标准
profile-deal-breaker = 一票否决项
profile-thresholds = 满分100：{ $ideal }分起为理想，{ $ok }分起为可接受。
profile-next = 试一试：“fit”加公司名称。
profile-glance = 概览
profile-best = 最佳客户
profile-past = 对照以往企业
profile-sources = 引用的来源
profile-history = 版本记录
profile-backed = 有证据的陈述：{ $claims }条中有{ $backed }条
profile-disagree = 不同意：{ $n }家
profile-quotes = { $n }条引语
profile-goals = 目标：{ $goals }
profile-concerns = 顾虑：{ $concerns }
part-economic-buyer = 预算决策人
part-decision-maker = 拍板人
part-champion = 内部支持者
part-influencer = 影响者
part-user = 使用者
part-blocker = 反对者
lint-protected = “{ $what }”属于个人特征，不能作为标准，请去掉。
lint-unmeasurable = “{ $what }”没有界限，没人能核对；请给出范围或清单。
lint-overlap = “{ $what }”的同一个值既可能想要又可能要避开；请说明两者的分界。
lint-contradiction = “{ $what }”已列为不重要，但“{ $claim }”正依赖它；请只留一个。
lint-disputed = 否认“{ $what }”的客户不比认同的少（否认：{ $n }）；建议先不写，多问几家再说。
lint-narrow = 你们的 { $of } 家客户里只有 { $n } 家符合；请放宽范围或去掉一条标准。
lint-wide = 你们的 { $of } 家客户全都符合，区分不出谁；请收窄范围或补充要避开的客户。
lint-unknowable = “{ $what }”在首次通话前很难知道；请到时再问，或降低权重。
lint-thin = “{ $what }”只来自一次访谈；下次访谈先问一问，再作为依据。
lint-vague = “{ $what }”只是文字上的排除条件；给出数字或清单才能核对。
gap-empty = { $section }：还没有内容
gap-assumption = 假设，还没有人证实：“{ $text }”
gap-thin = 只有一家企业支持：“{ $text }”
gaps-headline = { $n ->
    [0] 画像没有缺口。
   *[other] { $name }有{ $n }个缺口：
}
gaps-questions = { $n ->
    [0] 到目前为止，问题都有答案。
   *[other] { $n }个问题我没能回答：
}
guide-headline = 下次访谈可以问：
diff-none = 两个版本一样。

## Sources

sources-headline = { $n ->
    [0] 我还没读过任何内容。把文件发到这里。
   *[other] 我读过{ $n }个来源：
}
sources-more = 还有{ $n }个
second-hand = 二手转述
forget-which = 是哪一个？写“forget”，后面加文件名。
forgotten = 已忘掉：{ $sources }个来源，{ $passages }个片段，{ $insights }条洞察。{ $claims ->
    [0] 没有结论依据它。
   *[other] { $claims }条结论依据过它，已做标记。
}
forgotten-places = 各处数量：向量{ $vectors } · 词语索引{ $words } · 草稿{ $drafts } · 请求记录{ $requests } · 已完成的任务{ $jobs } · 企业{ $accounts }。
forgotten-clean = 我又查了一遍：这里已没有任何残留。
forgotten-left = 还有残留：{ $places }。请在没有其他程序使用数据库时再让我删一次。
forgotten-alike = 保留的来源里有几乎相同的内容：{ $names }。
forgotten-naming = 保留的来源里仍提到这个名字：{ $names }。
forget-not-yours = 只有上传来源的人、研究员或所有者可以让我忘掉它，/icp admin 会显示是谁。

## Help and welcome

help-headline = 我读你们的客户研究。可以问我问题，和我一起起草ICP，或粘贴公司名称。
help-ask = *提问*: “运营人员最头疼什么？”
help-fit = *核对*: “fit Acme”，或直接发一串名称
help-draft = *起草*: “draft”，我们一问一答写出画像
help-more = *更多*: best、traits、profile、gaps、themes、playbook、sources、forget
help-files = *文件*: 把访谈、笔记、问卷或客户表发到我在的地方
welcome = 大家好。我阅读客户说过的话，并据此回答，每次都附上来源。
welcome-private = 提到我时我才回答。你们放在这里的内容，只有能看到这个频道的人可以读到。
nudge-here = 我们的草稿“{ $name }”停在：{ $section }。继续吗？
nudge-thread = 我们的草稿“{ $name }”停在：{ $section }。在原来的消息列里回复，就能接着来。
button-go-on = 继续
feedback-good = 谢谢，记下了。
feedback-why = 记下了。哪里不对？
feedback-thanks = 谢谢。已和问题一起保存，下次改进。
bad-untrue = 不属实
bad-missing = 有遗漏
bad-unclear = 看不明白
bad-off-topic = 答非所问
button-good = 👍 有用
button-bad = 👎 没用
button-share = 分享到频道
button-share-now = 就分享这个
share-preview = 频道里的所有人会看到这些；可能比你看到的少。
share-not-here = 我不在这个频道里，无法在这里分享。请先邀请我，再按一次。
share-not-yours = 只有提问的人可以分享这个回答，而且只能在提问的地方分享。

## App Home

home-headline = 我读过你们的客户研究。可以在消息里问我，也可以从这里开始。
home-private = 只有你能看到这个页面。这里只显示你可以看的内容；私密频道里说的话留在那个频道里。
home-known = 我知道什么
home-figures = { $sources }个来源，{ $interviews }份访谈，{ $accounts }家企业。
home-nothing = 还什么都不知道。把访谈、笔记、问卷或客户表发到我们的消息里。
home-profile = 客户画像
home-no-profile = 还没有。我们可以一起起草，一次一个问题。
home-backing = { $criteria }条标准，{ $claims ->
    [0] 还没有论点
   *[other] { $claims }个论点，{ $backed }%有引语支持
}，{ $gaps }处空白。
home-saved = 最近保存于{ $date }。
home-review = 下次复核日期：{ $date }。
home-waits = 正在等待批准。
home-try = 可以试试这三件事
try-draft = 起草我们的ICP
try-what-icp = 什么是ICP？
try-help = 你会做什么？
try-pains = 我们的客户最头疼的是什么？
try-sources = 你读过哪些资料？
try-gaps = 我们还缺什么？
try-why = 客户为什么选择我们？
try-profile = 看看客户画像
home-recent = 你最近问过的
home-unanswered = 没有人说过
home-failed = 没有成功
home-language = 我用什么语言和你说话
home-language-why = 我用你提问的语言回答；看不出来时，就用这里选的语言。
home-language-own = 和我的Slack一样
panel-greeting = 可以问我客户说过什么，给我一家公司来检查，或从下面选一个开始。
working = 正在查看客户说过的话……

## Forms

form-criterion = 修改标准
form-fact = 更正信息
form-source = 更正来源
form-approve = 批准
form-reject = 退回修改
form-check = 检查公司
form-check-submit = 检查
form-waiting = 请稍等，正在查找……
form-submit = 保存
form-close = 取消
form-not-yours = 只有本工作区的同事可以修改。
field-ideal = 理想
field-ok = 也可以
field-avoid = 最好避免
field-band-hint = 可以是范围，如50–500或≥ 2；可以是用逗号分开的列表；也可以留空。
field-weight = 权重
field-deal-breaker = 最后一项是否一票否决？
field-reason = 理由
field-attribute = 哪一项不对？
field-value = 正确的是什么？
field-account = 公司
field-kind = 这是什么？
field-audience = 谁可以看？
field-names = 公司名称，每行一个
field-job = { $who }做什么工作？
audience-all = 工作区的所有人
audience-here = 只限它来自的对话
band-unclear = 这里我看不懂“{ $value }”。请写范围，如50–500，或写列表。
weight-unclear = 权重是0到100之间的数字。
approve-not-yours = 只有所有者可以批准或退回画像，/icp admin 会显示是谁。
source-not-yours = 只有提供这个来源的人、研究员或所有者可以更正它，/icp admin 会显示是谁。
profile-approved = 已批准：{ $name } v{ $version }。
profile-rejected = 已退回为草稿：{ $name } v{ $version }。
source-corrected = 已更正：{ $name } · { $kind }

## Playbooks, personas, back-test

playbook-headline = { $name }：{ $n }家客户的原话
playbook-which = 要哪个部门的打法手册？
playbook-nothing = { $name }：还没有人说过这里用得上的话。请把访谈或笔记发到我在的地方。
playbook-missing = 这里还缺：{ $parts }。`profile guide`会列出要问的问题。
playbook-few = 至少{ $n }家客户（目前{ $spoke }家）
playbook-worded = 措辞出自语言模型，每一句都以编号的引语为依据。
playbook-fit = 按“{ $profile }”判断的公司：{ $n }家（{ $mix }）。
playbook-best = 最符合：{ $names }。
playbook-misfits = 不符合画像、可能流失的客户：{ $n }家（{ $names }）。
playbook-left = 已流失的客户：{ $of }家中有{ $n }家（{ $names }）。
playbook-unknown = 没有打法手册“{ $name }”。现有：{ $known }。
personas-headline = { $n ->
    [0] 画像里还没有写到人，也没有客户发过言。
   *[other] { $n }个角色：
}
backtest-no-deals = 我还没有赢单和丢单的数据。用“icpbot customers import FILE --deals DEALS”导入。
backtest-headline = 过去{ $n }家企业中赢下{ $good }家。按结论分：
backtest-too-few = 有结果的过去企业只有{ $n }家，其中赢下{ $good }家：太少，看不出画像有没有预测力。
backtest-line = { $verdict }：{ $n }家中赢下{ $good }家（{ $low }–{ $high }%），提升度{ $lift }
backtest-auc = 每100对中，赢单企业得分更高的有{ $auc }对（95%区间{ $low }–{ $high }）；50就是碰运气。
backtest-signal-yes = 画像分得清赢单和丢单的企业。
backtest-signal-none = 没有信号：这些结果既不支持画像，也不否定它。先别依赖它。
backtest-signal-backwards = 画像正好反了：丢单的企业得分比赢单的高。
backtest-covers-won = { $n }家赢单企业中，符合画像的有{ $matched }家。
backtest-covers-lost = { $n }家丢单企业中，符合画像的有{ $matched }家。
backtest-covers-best = { $n }家最佳客户中，符合画像的有{ $matched }家。
backtest-covers-churned = { $n }家流失客户中，符合画像的有{ $matched }家。
backtest-value = 得分与客户终身价值的相关度为{ $value }（{ $low }到{ $high }）；0是碰运气，1是完全一致。
backtest-helps = 有帮助的：{ $names }。
backtest-hurts = 起反作用的：{ $names }。
backtest-later = 用了比结果更新的事实来判断的：{ $of }家中有{ $n }家，请谨慎看待。
drift-flip = { $account }：{ $then } → { $now }。{ $why }
drift-none = 记录过的结论，今天没有一个会变。
drift-profile = 画像变了：{ $attributes }。
drift-facts = 事实变了：{ $attributes }。
out-not-writable = 写不了{ $name }。用--out换个位置。
export-format = 不支持格式“{ $name }”。请用{ $option }选择其中一种：{ $formats }。
profile-saved = 已把{ $name }存为第{ $version }版。用“icpbot fit NAME”试一试。
reindexed = 索引建好了：{ $passages }个片段。

## Serving

serve-ready = icpbot 已就绪（{ $mode }）。
value-yes = 是
value-no = 否
receipt-customers-closed = 这张表只留在当前对话里，我不会用它做排名或匹配判断。需要的话，请发到公开频道。

## Playground

playground-kept = 所有内容都保存在 { $home }；除非你配置了模型，否则任何内容都不会离开这台电脑。
playground-ready = 试用环境已就绪：{ $address }（按 { $stop } 结束）
playground-missing = 试用环境还缺少组件（未安装 { $name }）：{ $command }
playground-taken = 地址 { $address } 已被占用。请用 { $option } 换一个，或不指定。

## 安装、链接、角色

secret-key-unknown = ICPBOT_SECRET_KEY 与已存的数据不符。请把存入时用的密钥加在逗号后面。
rekeyed = 已用第一把密钥加密：数据行{ $rows }条，安装{ $installations }个，CRM 令牌{ $tokens }个。
rekeyed-plain = 人们说的话已恢复为明文保存（数据行{ $rows }条）。现在请不带 ICPBOT_SECRET_KEY 启动我，否则我会再次加密。
workspace-unknown = 没有名为 { $name } 的工作区安装过我。请看 icpbot workspaces。
workspace-installed = { $name } 还装着我。请先让管理员在 Slack 里移除应用，然后再运行一次。
workspace-removed = { $n ->
   *[other] { $name } 已移除：删除了{ $n }条记录。
}
install-done = icpbot 已安装。请回到 Slack 给它写消息，它的主页会告诉您怎么开始。
install-cancelled = 安装已取消，什么都没有改变。您可以随时重新开始。
install-stale = 这个安装页面已失效。请在这个浏览器里重新开始安装。
install-failed = 安装没有成功，什么都没有保存。请重新开始；如果还不行，请告诉负责运行 icpbot 的人。
link-no-address = 我没有公开地址，所以给不了链接。负责运行我的人可以设置 ICPBOT_PUBLIC_URL，或者生成文件：icpbot profile export --format html
link-made = { $name }：这个链接在 { $until } UTC 之前有效，拿到它的人都能打开。
link-open = 页面只显示整个工作区都能读的内容，不含封闭频道的内容。用“profile unlink”可以提前结束它。
link-here = 页面也显示这个对话里说过的内容，转发时请留意。用“profile unlink”可以提前结束它。
link-ended = { $n ->
    [0] { $name } 没有仍然有效的链接。
   *[other] { $name } 的{ $n }个链接已失效。
}
link-unknown = 这个地址没有页面。请检查链接是否完整。
link-expired = 这个链接已过期。请向发给您的人要一个新的。
link-revoked = 这个链接已失效：团队结束了它。请问一下发给您的人。
rank-member = 成员
rank-researcher = 研究员
rank-owner = 所有者
upload-not-yours = 这里只有部分人可以添加研究资料，/icp admin 会显示是谁。请让其中一位来添加。
admin-not-yours = 只有所有者可以更改，/icp admin 会显示是谁。
admin-not-self = 谁都不能更改自己的角色，这样总会有所有者在。请找另一位所有者。
admin-unclear = 我不明白要设置什么。写 /icp admin 就能看到写法。
admin-headline = 这里谁可以做什么
admin-done = 好了。现在是这样：
admin-slack = 这个 Slack 的管理员是所有者，其他人都是成员，除非列在这里：
admin-rules = 成员可以添加资料和起草；研究员还可以更正和删除别人添加的资料；所有者还可以批准画像和更改这些设置。
admin-upload = 添加研究资料至少需要这个角色：{ $role }。
admin-language = 我的回复语言：{ $spoken }。
admin-language-own = 提问所用的语言
admin-retention = { $days ->
   *[other] 来源保留{ $days }天后我会忘掉。
}
admin-retention-none = 来源我会一直保留，直到有人让我忘掉。
admin-how = 这样更改：/icp admin @ana owner，/icp admin upload researcher，/icp admin language zh（或 auto），/icp admin retention 365（或 off）。

## 问卷统计、图表与客户表检查

survey-headline = { $name }：{ $n }位受访者
survey-question = *{ $name }*：{ $told }（回答{ $answered }，缺失{ $missing }）
survey-nps = NPS { $nps }（{ $low }至{ $high }）
survey-mean = 平均{ $mean }
survey-dates = { $first }至{ $last }
survey-open = 自由回答
survey-sampled = 在抽取的{ $n }条回答中
survey-more = 文件里还有{ $n }个封闭题。用“icpbot survey FILE”可统计全部。
survey-weighted = 按“{ $name }”加权；没有权重而未计入：{ $n }。
survey-groups = “{ $name }”有超过{ $limit }个不同的值。请选分组更少的列。
survey-differs = 按“{ $by }”有超出偶然的差异：*{ $name }*（P值{ $p }，克拉默系数{ $v }）
survey-same = 按“{ $by }”没有超出偶然的差异（检验的题目和选项：{ $n }）。
survey-rough = 有些组太小，P值只是近似，请谨慎看待。
chart-list = 条形：各结论所占的行数比例。
chart-survey = 受访者：{ $n }。条形：占回答者的比例；线：95%区间。
chart-question = { $name }（回答{ $answered }，缺失{ $missing }）
chart-answers = · 最常见的{ $shown }项，共{ $of }项
chart-questions = 图中为{ $of }个封闭题中的{ $shown }个。
chart-traits-title = 最佳客户有何不同
chart-traits = 各组中具有该特征的比例；线：95%区间。
chart-traits-shown = 图中为{ $of }个特征中的{ $shown }个。
chart-best = 最佳客户（{ $n }）
chart-rest = 其他客户（{ $n }）
chart-past-title = 画像能提前看出来吗？
chart-past = 过去的客户；线段为95%置信区间。
chart-past-won = 按判断分的赢单比例
chart-past-matched = 画像符合的比例
chart-group-won = 赢单
chart-group-lost = 丢单
chart-group-best = 最佳客户
chart-group-churned = 已流失
chart-nothing = 没有可画的内容：没有封闭题，或最佳客户没有明显不同。
table-mapping = 列的理解：{ $columns }。
table-correct = 有列理解错了吗？用 --map 指明，例如 --map satisfaction=NPS。
table-missing = 缺失：{ $columns }。
table-duplicates = 与前面的行是同一公司的行：{ $n }（{ $names }）。以最后一行为准。
table-alike = 可能是同一家公司：{ $pairs }。
table-typos = “{ $column }”里可能有笔误：{ $pairs }。
table-impossible = “{ $column }”里不可能的值：{ $values }。
table-unread = “{ $column }”里未能读成数字：{ $values }。
table-joined = { $name }：{ $rows }行中有{ $joined }行属于您的客户。
table-doubtful = 不确定指的是谁，因此未计入：{ $pairs }。用 --same 指明，例如 --same { $example }。
table-unknown = 不是客户的公司：{ $n }（{ $names }）。

## Profiles reviewed, watched and kept up to date

department-sales = 销售
department-marketing = 市场
department-customer-success = 客户成功
department-support = 支持
department-product = 产品
department-executives = 管理层
opinion-comment = 评论
opinion-object = 反对
review-agreed = 同意的部门：{ $n }/{ $of }
review-objects = ✗ { $department }反对“{ $section }”：“{ $text }”（{ $by }）
review-waits = ? { $department }尚未表态：{ $sections }
review-comments = { $department }对“{ $section }”的看法：“{ $text }”（{ $by }）
review-next = 您代表：{ $department }。请逐节表示同意，或说明应改什么。
review-who = 您代表哪个部门？
review-not-open = { $name }不在评审中；草稿下方的按钮会征求各部门意见。
review-no-words = 请用几句话说明应改什么、为什么。
review-no-section = 画像中没有“{ $name }”这一节。
review-no-department = 没有“{ $name }”这个部门。我征求意见的部门：{ $names }。
review-section-and-department = 评审需要 --department、--section、--by，以及 --agree、--comment 文字 或 --object 文字。
approve-objections = { $n ->
   *[other] { $name }仍有{ $n }条反对意见。请先解决，或附上理由再批准。
}
button-review = 评审
button-agree = 同意：{ $section }
button-agree-all = 全部同意
button-remark = 评论：{ $section }
button-other-department = 其他部门
form-remark = 评论
field-department = 代表哪个部门？
field-opinion = 这是？
field-words = 应改什么、为什么？能看到画像的人都会读到。
range-between = { $low }–{ $high }
range-least = ≥ { $low }
range-most = ≤ { $high }
evidence-moved = 客户 { $before } → { $now }
evidence-disagrees = { $n ->
   *[other] 现有{ $n }家不同意
}
evidence-since = 批准以来：{ $moved }
remind-heading = 值得再看一遍
remind-headline = { $name } v{ $version } 值得再看一遍：
remind-date = { $months ->
   *[other] 批准已有{ $months }个月。
}
remind-evidence = { $n ->
   *[other] 新证据与{ $n }条陈述相矛盾。
}
remind-wins = 赢单减少：批准以来{ $since }%（{ $n }单），此前{ $before }%。
remind-churn = 流失增加：批准以来{ $since }%（共{ $n }家），此前{ $before }%。
button-propose = 会有哪些变化
diff-evidence-grew = “{ $claim }”的证据从{ $before }家增至{ $now }家
diff-evidence-shrank = “{ $claim }”的证据从{ $before }家减至{ $now }家
diff-disagree = “{ $claim }”：不同意的客户 { $before } → { $now }
diff-more = { $n ->
   *[other] { $heading }：新增{ $n }条：{ $words }
}
diff-fewer = { $n ->
   *[other] { $heading }：移除{ $n }条：{ $words }
}
diff-thresholds = 理想分 / 可接受分
diff-parent = 隶属于
diff-disqualifiers = 应避开的客户
fit-standings = 在各画像中最匹配的是{ $first }；其次是{ $second }。
profile-parent-unknown = 画像无法使用：{ $path } 指向的“{ $name }”不存在。请先导入它。
profile-parent-cycle = 画像无法使用：{ $path } 从“{ $name }”又绕回自身。
gap-fact = 未知：{ $attribute }
gap-settles = { $n ->
   *[other] 可定下约{ $n }个未决结论
}
gap-asked = { $n ->
   *[other] 问过{ $n }次，无人能答
}
gaps-next = “profile guide”给出提问、邀请函和邀请名单。
guide-nothing = 画像中没有需要访谈补充的内容。
guide-questionnaire = 简短问卷
guide-candidates = 可邀请的客户（尚未访谈）
guide-invitation = 邀请函
guide-incentive = 一张50欧元的礼品卡
guide-best = 最佳客户之一
guide-tick = { $heading }：请勾选您在工作中遇到过的（没有可不选）。
guide-none = 以上都没有
guide-other = 其他：…
propose-headline = { $n ->
   *[other] 新研究会改变{ $name } v{ $version }中的{ $n }处：
}
propose-none = 新研究不改变{ $name }。
propose-how = 按编号选取；未选的保持不变。新版本需再批准。
propose-new = { $heading }，新增：“{ $claim }”（客户{ $now }/{ $of }）
propose-moved = { $heading }：“{ $claim }”，客户{ $before } → { $now }/{ $of }，反对{ $against }
propose-contradicted = { $heading }，移除：“{ $claim }”，支持{ $now }，反对{ $against }
propose-changed = 自提议以来证据已变化，未采纳任何内容。请重新查看变化。
propose-numbers = 请给出1到{ $most }的编号，例如 1,3，或 all。
rollback-which = 哪个版本？请写编号，例如“profile rollback 2”。
task-settle = 解决对“{ $section }”的反对意见：“{ $text }”
task-review = 逐节评审{ $name }
task-again = 再次查看{ $name }
export-which = 导出哪一种？“profile export”支持：{ $formats }。
export-here = { $name }（{ $format }）：

## 整个库：备份、恢复、迁移、完整性

backed-up-locked = 已加密备份到{ $name }（行数：{ $n }）。密钥请另存别处：没有它，谁也打不开这个文件。
backed-up-open = 已备份到{ $name }（行数：{ $n }）。文件没有加密，请像保管访谈一样保管它。
backup-good = { $name }是完整无损的备份（行数：{ $n }）。
backup-foreign = { $name }不是icpbot的备份。请给我“icpbot backup”写出的文件。
backup-damaged = { $name }已损坏，我没有从中恢复任何内容。请换一个备份。
backup-newer = { $name }是更新版本的icpbot（{ $version }）写的。请先升级到那个版本。
backup-locked = { $name }已加密，我没有能打开它的密钥。请用 --key-file 或 ICPBOT_SECRET_KEY 给出正确的密钥。
backup-not-written = 无法写入{ $name }。请确认文件夹存在、可写，而且磁盘没满。
restore-not-empty = 这个库里已经有内容。请恢复到空库，或者加 --replace 放弃现有内容。
restored = 已从{ $name }恢复并核对（行数：{ $n }）。索引也已更新。
moved = 已迁移，行数和校验和都一致（行数：{ $n }）。旧库没有改动。
moved-settings = 现在把 ICPBOT_DATABASE_URL 设为新地址，把 ICPBOT_CHROMA_URL 设为向量库服务器，然后启动。首次启动时会建好索引。
move-not-empty = 那个数据库里已经有别的内容。请指定一个空的。
move-changing = 库的变化太快，我跟不上。请停掉机器人再运行一次迁移：它会从停下的地方继续。
migrated = 库的结构版本是{ $version }。
deep-well = 一切正常。已检查：来源{ $sources }个，片段{ $passages }个，引语{ $quotes }条。
finding-store = 数据库报告有损坏（{ $n }）：{ $where }。请恢复最近的备份。
finding-orphans = 没有归属的行：{ $n }（{ $where }）。请恢复最近的备份。
finding-passages = 与来源原文不符的片段：{ $n }（{ $where }）。请重新读入这些来源。
finding-insights = 引语不在来源里的洞察：{ $n }（{ $where }）。请重新读入这些来源。
finding-profiles = 画像中找不到出处的引语：{ $n }（{ $where }）。请重新看看这些结论。
finding-index = 没有完整进入索引的来源：{ $n }（{ $where }）。请运行“icpbot reindex”。
finding-sealing = 没有按设置加密的数据行：{ $n }（{ $where }）。请运行“icpbot rotate-key”。
finding-requests = 超过一小时仍未结束的请求：{ $n }（{ $where }）。请确认有处理进程在运行。

## The CRM

crm-url-wrong = { $name } 不能作为 CRM 的地址。请给出以 https:// 开头、不含密码的地址。
crm-none = 还没有连接 CRM。请先运行“icpbot crm connect pipedrive”或“icpbot crm connect hubspot”。
crm-token-missing = 我没有 CRM 的令牌。请用 --token-file 指定文件，或设置 ICPBOT_CRM_TOKEN。
crm-token-form = { $name } 里不是单独一个令牌。文件里请只放令牌。
crm-token-refused = { $system } 拒绝了这个令牌。请在那里新建一个，再重新连接。
crm-not-allowed = { $system } 不允许这个令牌查看这些内容。请授予它读取公司、交易及其字段的权限。
crm-question-refused = { $system } 认为我的请求有误（状态 { $status }）。请用 --full 再试；如果仍不行，请告诉我们。
crm-busy = { $system } 要求等待的时间超出了我的上限。请稍后再运行“icpbot crm sync”，它会从中断处继续。
crm-not-answering = { $system } 没有应答。请稍后再运行“icpbot crm sync”，它会从中断处继续。
crm-elsewhere = { $system } 让我转到另一个地址，我不会跟过去。请用正确的 --url 重新连接。
crm-taken-over = 另一次 CRM 读取已经开始，由它接着进行。
crm-field-unknown = 没有任何组织填写字段 { $name }。已填写的有：{ $known }。
crm-connected = { $system } 已连接。令牌已加密保存。请用“icpbot crm sync”读取。
crm-connected-open = { $system } 已连接。令牌不会保存，每次运行请设置 ICPBOT_CRM_TOKEN。请用“icpbot crm sync”读取。
crm-disconnected = 已断开：令牌和读取的记录已删除，已了解到的公司信息仍保留。
crm-disconnected-forgotten = 已断开：令牌、读取的记录和公司信息（{ $n } 家）都已删除。
crm-read = 已读取记录：{ $read }；新增或变更：{ $changed }；已删除：{ $deleted }。
crm-became = 写入的公司：{ $accounts }，撤回：{ $removed }。目前来自 CRM 的客户 { $customers } 家，交易 { $deals } 笔。
crm-held = 我没有作任何改动：CRM 里一下子少了 { $of_accounts } 家公司中的 { $accounts } 家、{ $of_deals } 笔交易中的 { $deals } 笔。可能是令牌的权限变小了，请检查。如果确实已删除，请运行“icpbot crm sync --allow-removals”。
crm-skip-no-name = 没有名称、已略过的组织：{ $n }。
crm-skip-duplicate = 与另一个组织是同一家公司、已合并的组织：{ $n }。
crm-skip-no-organisation = 没有我已知的组织、已略过的交易：{ $n }。
crm-skip-unreadable = 无法读取、已略过的记录：{ $n }。
crm-correct = 字段理解错了吗？请用 --map 指明，例如 --map satisfaction=NPS。
crm-status = { $system } 已连接：{ $url }
crm-token-kept = 令牌已加密保存。
crm-token-given = 令牌在每次运行时提供。
crm-never = 还没有读取过。请运行“icpbot crm sync”。
crm-reading = 正在读取：{ $lane }，目前记录 { $read } 条。
crm-last = 上次读取：{ $when }。
crm-note-unknown = { $name } 不是来自 CRM，因此我没有地方写备注。
crm-note-which = { $name } 可能是几家公司：{ $candidates }。请写全名。
crm-note-ask = 要把这段写成 { $system } 里 { $name } 的备注吗？
crm-note-written = 已写为 { $name } 的备注。
crm-note-there = { $name } 已有同样的备注，所以没有再写。

## Themes in people's hands

themes-headline = { $n }个主题，按企业数排列：
themes-none = 还没有形成主题。把访谈发到我在的地方，我会统计里面说了什么。
themes-more = 还有{ $n }个主题；写上类别就能看到，例如“themes pain”。
themes-how = 按编号可以给主题改名、与另一个合并、拿出其中的原话，或说明它不算主题。
themes-rejected-headline = { $n ->
    [0] 没有被否定的主题。
   *[other] { $n }个被否定的主题，按编号可以恢复：
}
count-named = { $label }：{ $of }家企业中有{ $accounts }家，问过{ $asked }家。
count-named-anecdote = { $label }：{ $of }家企业中有{ $accounts }家，目前只是个案；问过{ $asked }家。
theme-merged = 现在是一个主题：{ $label }
theme-split = 现在单独成为主题：{ $label }
theme-renamed = 今后叫作：{ $label }
theme-rejected = 今后不再计入：{ $label }
theme-restored = 已撤销：{ $label }
theme-restored-gone = 已撤销，不过已经没有可统计的内容了。
theme-kept = 只有能读到全部来源的地方才会显示这个名称。
theme-unknown = 没有主题{ $name }。“icpbot themes”会列出全部主题。
theme-same = 这本来就是同一个主题。
theme-kinds = 只能合并同一类的主题，例如两个痛点。
theme-voices = 请选出主题中的一部分原话，并至少留下一条。
theme-label = 名称要有1到{ $most }个字符。
theme-untouched = 没有人改过这个主题，所以没有可撤销的。
theme-nothing = 没有任何改动。
decision-merge = { $by }合并了主题：{ $label }
decision-split = { $by }拆分了主题：{ $label }
decision-rename = { $by }给主题改了名：{ $label }
decision-reject = { $by }否定了主题：{ $label }
decision-undone = 已由{ $by }撤销
decisions-none = 还没有人改过主题。
form-theme = 更正主题
field-theme-name = 它叫什么？
field-theme-with = 它和另一个主题是一回事吗？
field-theme-apart = 哪些原话说的是别的事？
field-theme-counts = 它算一个主题吗？
field-theme-reason = 如果不算，为什么？
button-themes = 主题
button-rejected = 被否定的：{ $n }
button-undo = 撤销

## 画像的 Canvas
button-canvas = Canvas
canvas-here = “{ $name }”画像的 Canvas：
canvas-followed = 能看到这条消息的人都可以打开。新版本批准后会自动更新。
canvas-only-in-slack = Canvas 只在 Slack 里有。在这里用“icpbot profile export --format md”可以得到同样的文字。
canvas-not-in-group = Slack 只能把 Canvas 分享给频道或一个人，不能分享给群聊。请在频道里或私信里找我。
canvas-not-in-plan = 你们的 Slack 套餐没有独立的 Canvas。用“icpbot profile export --format md”可以得到同样的文字。
canvas-no-right = 我在这里还没有创建 Canvas 的权限。请管理员重新安装应用，并加上 canvases:write 权限。
canvas-refused = Slack 拒绝了这个 Canvas。用“icpbot profile export --format md”可以得到同样的文字。
