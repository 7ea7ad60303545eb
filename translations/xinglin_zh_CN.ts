<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Severity</name>
    <message>
        <source>Stop</source>
        <translation>停</translation>
    </message>
    <message>
        <source>Caution</source>
        <translation>慎</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>知</translation>
    </message>
</context>
<context>
    <name>Theme</name>
    <message>
        <source>The colours of the program cannot be read.</source>
        <translation>无法读取程序的配色。</translation>
    </message>
</context>
<context>
    <name>Vocabulary</name>
    <message>
        <source>The reference data cannot be read.</source>
        <translation>无法读取参考数据。</translation>
    </message>
</context>
<context>
    <name>xinglin::AuditVerify</name>
    <message>
        <source>Use: xinglin-audit-verify TABLE.csv [MANIFEST.json]</source>
        <translation>用法：xinglin-audit-verify TABLE.csv [MANIFEST.json]</translation>
    </message>
    <message>
        <source>Recomputes the chain of an exported audit log and says whether it is whole. The manifest is looked for beside the table. Names of people are not part of the chain.</source>
        <translation>重算导出的审计记录链，说明是否完整。清单在表旁边查找。人名不在链内。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>%1 is no manifest of an audit log.</source>
        <translation>%1 不是审计记录的清单。</translation>
    </message>
    <message>
        <source>Not whole. First bad line: %1</source>
        <translation>不完整。首个出错的行：%1</translation>
    </message>
    <message>
        <source>Not whole.</source>
        <translation>不完整。</translation>
    </message>
    <message>
        <source>Whole: rows %1 to %2.</source>
        <translation>完整：第 %1 至 %2 行。</translation>
    </message>
    <message>
        <source>Head: %1</source>
        <translation>链头：%1</translation>
    </message>
    <message>
        <source>Fingerprint: %1</source>
        <translation>指纹：%1</translation>
    </message>
    <message>
        <source>Without a manifest the end may have been cut off: compare head and number of rows with a printed sheet or a backup.</source>
        <translation>没有清单，末尾可能被截：请用打印单或备份核对链头与行数。</translation>
    </message>
    <message>
        <source>The table does not begin with row 1: what stood before it is not known.</source>
        <translation>此表不从第 1 行开始，之前的内容不详。</translation>
    </message>
</context>
<context>
    <name>xinglin::Clinic</name>
    <message>
        <source>This is a preview: nothing can be changed in it.</source>
        <translation>这是预览，不能改动任何内容。</translation>
    </message>
</context>
<context>
    <name>xinglin::DayWords</name>
    <message>
        <source>d MMM yyyy</source>
        <comment>a day</comment>
        <translation>yyyy-MM-dd</translation>
    </message>
    <message>
        <source>d MMM yyyy HH:mm</source>
        <comment>a day and a time</comment>
        <translation>yyyy-MM-dd HH:mm</translation>
    </message>
</context>
<context>
    <name>xinglin::Desktop</name>
    <message>
        <source>Patients</source>
        <translation>患者</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>病历</translation>
    </message>
    <message>
        <source>Register a patient</source>
        <translation>登记患者</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>修改 %1</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>就诊</translation>
    </message>
    <message>
        <source>New visit for %1</source>
        <translation>为 %1 新建就诊</translation>
    </message>
    <message>
        <source>Unfinished</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>Open a record in an emergency</source>
        <translation>紧急打开病历</translation>
    </message>
    <message numerus="yes">
        <source>%n emergency accesses overdue</source>
        <translation>
            <numerusform>%n 次紧急查看逾期未复核</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n emergency accesses to review</source>
        <translation>
            <numerusform>%n 次紧急查看待复核</numerusform>
        </translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Is the date of this PC right?</source>
        <translation>本机的日期对吗？</translation>
    </message>
    <message>
        <source>It is right</source>
        <translation>日期正确</translation>
    </message>
    <message>
        <source>I set it first</source>
        <translation>我先去校准</translation>
    </message>
    <message>
        <source>Who opened the chart of %1</source>
        <translation>谁看过 %1 的病历</translation>
    </message>
    <message>
        <source>Formulas of %1</source>
        <translation>%1 的处方对比</translation>
    </message>
    <message>
        <source>Treatments of %1</source>
        <translation>%1 的治疗</translation>
    </message>
    <message>
        <source>Constitution of %1</source>
        <translation>%1 的体质</translation>
    </message>
    <message>
        <source>Tongue of %1</source>
        <translation>%1 的舌象</translation>
    </message>
    <message>
        <source>Possible duplicates</source>
        <translation>疑似重复</translation>
    </message>
    <message>
        <source>An import was interrupted</source>
        <translation>有一次导入中断了</translation>
    </message>
    <message>
        <source>Enquiries</source>
        <translation>咨询登记</translation>
    </message>
    <message>
        <source>Record an enquiry</source>
        <translation>登记咨询</translation>
    </message>
    <message>
        <source>Contacts with %1</source>
        <translation>与%1的联系记录</translation>
    </message>
    <message>
        <source>Kept: %1.</source>
        <translation>已保存：%1。</translation>
    </message>
    <message>
        <source>Retired: %1.</source>
        <translation>已停用：%1。</translation>
    </message>
    <message>
        <source>New segment of patients</source>
        <translation>新建患者分组</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>日程</translation>
    </message>
    <message>
        <source>Print today&apos;s appointments</source>
        <translation>打印今天的预约</translation>
    </message>
    <message>
        <source>Print tomorrow&apos;s calls</source>
        <translation>打印明天的提醒电话</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Waiting-room window</source>
        <translation>候诊大屏</translation>
    </message>
    <message>
        <source>Call the next patient</source>
        <translation>叫下一位患者</translation>
    </message>
    <message>
        <source>Queue a walk-in</source>
        <translation>现场挂号</translation>
    </message>
    <message>
        <source>Practitioner is absent …</source>
        <translation>医师停诊…</translation>
    </message>
    <message>
        <source>Call tomorrow&apos;s patients</source>
        <translation>给明天的患者打电话</translation>
    </message>
</context>
<context>
    <name>xinglin::DocumentFacts</name>
    <message numerus="yes">
        <source>An ID number has 18 characters; this one has %n.</source>
        <translation>
            <numerusform>身份证号为 18 位，现有 %n 位。</numerusform>
        </translation>
    </message>
    <message>
        <source>The first 17 characters of an ID number are digits.</source>
        <translation>身份证号前 17 位是数字。</translation>
    </message>
    <message>
        <source>Characters 7 to 14 of an ID number are the birth date; %1 is no date.</source>
        <translation>身份证号第 7 至 14 位是出生日期，%1 不是日期。</translation>
    </message>
    <message>
        <source>Characters 7 to 14 of an ID number are the birth date; %1 lies in the future.</source>
        <translation>身份证号第 7 至 14 位是出生日期，%1 还没到。</translation>
    </message>
    <message>
        <source>The last character of this ID number should be %1: a digit was mistyped.</source>
        <translation>此身份证号末位应为 %1，有一位输错了。</translation>
    </message>
    <message>
        <source>This is the old form with 15 digits; today it would be %1.</source>
        <translation>这是旧式 15 位号码，现为 %1。</translation>
    </message>
    <message>
        <source>No ID number begins with %1.</source>
        <translation>没有以 %1 开头的身份证号。</translation>
    </message>
    <message>
        <source>A residence card with 15 characters has three letters and twelve digits.</source>
        <translation>15 位的永久居留证号为 3 个字母加 12 位数字。</translation>
    </message>
    <message numerus="yes">
        <source>A foreigner&apos;s residence card has 15 or 18 characters; this one has %n.</source>
        <translation>
            <numerusform>外国人永久居留证号为 15 位或 18 位，现有 %n 位。</numerusform>
        </translation>
    </message>
    <message>
        <source>A foreigner&apos;s residence card with 18 characters begins with 9.</source>
        <translation>18 位的外国人永久居留证号以 9 开头。</translation>
    </message>
    <message>
        <source>The document number is empty.</source>
        <translation>证件号码未填。</translation>
    </message>
    <message>
        <source>A passport number has 6 to 12 letters and digits.</source>
        <translation>护照号码为 6 至 12 位字母和数字。</translation>
    </message>
    <message>
        <source>A Hong Kong or Macao permit has H or M and 8 or 10 digits.</source>
        <translation>港澳居民来往内地通行证号为 H 或 M 加 8 位或 10 位数字。</translation>
    </message>
    <message>
        <source>A Taiwan permit has 8 digits.</source>
        <translation>台湾居民来往大陆通行证号为 8 位数字。</translation>
    </message>
    <message>
        <source>A document number has at most 40 characters.</source>
        <translation>证件号码最多 40 个字符。</translation>
    </message>
</context>
<context>
    <name>xinglin::Drafts</name>
    <message>
        <source>What you had typed here cannot be read any more. It is kept as it is.</source>
        <translation>此处输入过的内容已无法读取，仍原样保留。</translation>
    </message>
    <message>
        <source>What you had typed here was kept by a newer Xinglin, which has to open it.</source>
        <translation>此处输入过的内容由更新版本的杏林保存，须用该版本打开。</translation>
    </message>
</context>
<context>
    <name>xinglin::Files</name>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>%1 is larger than such a file can be.</source>
        <translation>%1 过大，不会是这种文件。</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>%1 cannot be put in place: %2</source>
        <translation>%1 无法就位：%2</translation>
    </message>
    <message>
        <source>The folder of %1 cannot be written: %2</source>
        <translation>%1 所在的文件夹无法写入：%2</translation>
    </message>
    <message>
        <source>%1 cannot be removed: %2</source>
        <translation>无法删除 %1：%2</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>无法新建文件夹 %1。</translation>
    </message>
</context>
<context>
    <name>xinglin::Keyring</name>
    <message>
        <source>The login or the password is wrong.</source>
        <translation>登录名或密码错误。</translation>
    </message>
    <message numerus="yes">
        <source>Too many wrong passwords: wait %n seconds.</source>
        <translation>
            <numerusform>密码错误次数过多，请等 %n 秒。</numerusform>
        </translation>
    </message>
    <message>
        <source>The keyring %1 holds keys that do not belong together.</source>
        <translation>密钥文件 %1 里的密钥彼此不符。</translation>
    </message>
    <message>
        <source>%1 is not a keyring of Xinglin.</source>
        <translation>%1 不是杏林的密钥文件。</translation>
    </message>
    <message>
        <source>There is a keyring already: %1.</source>
        <translation>已有密钥文件：%1。</translation>
    </message>
    <message>
        <source>There is no keyring at %1.</source>
        <translation>%1 没有密钥文件。</translation>
    </message>
    <message>
        <source>The keyring %1 belongs to another clinic.</source>
        <translation>密钥文件 %1 属于另一家诊所。</translation>
    </message>
    <message>
        <source>The keyring %1 is damaged. Its copy %2 can be read and put in its place.</source>
        <translation>密钥文件 %1 已损坏。副本 %2 可读，可以换上。</translation>
    </message>
    <message>
        <source>The keyring %1 is missing. Its copy %2 can be read and put in its place.</source>
        <translation>密钥文件 %1 不见了。副本 %2 可读，可以换上。</translation>
    </message>
    <message>
        <source>The keyring %1 is not damaged.</source>
        <translation>密钥文件 %1 没有损坏。</translation>
    </message>
    <message>
        <source>A login name has 1 to %1 characters.</source>
        <translation>登录名为 1 至 %1 个字符。</translation>
    </message>
    <message>
        <source>The login %1 is taken.</source>
        <translation>登录名 %1 已有人用。</translation>
    </message>
    <message>
        <source>This user has a password on this PC already.</source>
        <translation>此用户在这台电脑上已有密码。</translation>
    </message>
    <message>
        <source>A keyring holds at most %1 users.</source>
        <translation>一个密钥文件最多容纳 %1 个用户。</translation>
    </message>
    <message>
        <source>This is not the database key of this keyring.</source>
        <translation>这不是此密钥文件的数据库密钥。</translation>
    </message>
    <message>
        <source>The keyring has no such user.</source>
        <translation>密钥文件里没有此用户。</translation>
    </message>
    <message>
        <source>The last user of a keyring cannot be removed.</source>
        <translation>密钥文件的最后一个用户不能删除。</translation>
    </message>
    <message>
        <source>This is the recovery sheet of another store.</source>
        <translation>这是另一个病历库的恢复单。</translation>
    </message>
    <message>
        <source>Nobody could open the records any more: this is the last account.</source>
        <translation>这是最后一个账号，停用后就没有人能打开病历了。</translation>
    </message>
    <message numerus="yes">
        <source>This is one of your last %n passwords; choose another.</source>
        <translation>
            <numerusform>这是您最近用过的 %n 个密码之一，请另选一个。</numerusform>
        </translation>
    </message>
    <message>
        <source>This account has been disabled.</source>
        <translation>此账号已停用。</translation>
    </message>
</context>
<context>
    <name>xinglin::Main</name>
    <message>
        <source>Xinglin, for clinics of Chinese medicine.</source>
        <translation>杏林，用于中医诊所。</translation>
    </message>
    <message>
        <source>Folder of the clinic.</source>
        <translation>诊所的文件夹。</translation>
    </message>
    <message>
        <source>zh_CN or en.</source>
        <translation>zh_CN 或 en。</translation>
    </message>
    <message>
        <source>paper or ink.</source>
        <translation>paper（浅色）或 ink（深色）。</translation>
    </message>
    <message>
        <source>Text size: 1.0, 1.15 or 1.3.</source>
        <translation>字号：1.0、1.15 或 1.3。</translation>
    </message>
    <message>
        <source>--lang is zh_CN or en.</source>
        <translation>--lang 只能是 zh_CN 或 en。</translation>
    </message>
    <message>
        <source>--theme is paper or ink.</source>
        <translation>--theme 只能是 paper 或 ink。</translation>
    </message>
    <message>
        <source>--scale is 1.0, 1.15 or 1.3.</source>
        <translation>--scale 只能是 1.0、1.15 或 1.3。</translation>
    </message>
    <message>
        <source>Practise: open the demo clinic, or make it where there is none.</source>
        <translation>练习：打开示范诊所；没有时先建立一个。</translation>
    </message>
    <message>
        <source>The training clinic could not be started.</source>
        <translation>练习诊所无法启动。</translation>
    </message>
</context>
<context>
    <name>xinglin::Phone</name>
    <message numerus="yes">
        <source>A mobile number has 11 digits; %n are missing.</source>
        <translation>
            <numerusform>手机号为 11 位，还差 %n 位。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A mobile number has 11 digits; this one has %n too many.</source>
        <translation>
            <numerusform>手机号为 11 位，多了 %n 位。</numerusform>
        </translation>
    </message>
    <message>
        <source>No area code begins with %1.</source>
        <translation>没有以 %1 开头的区号。</translation>
    </message>
    <message numerus="yes">
        <source>A landline number has %1 digits of area code and 7 or 8 more; %n are missing.</source>
        <translation>
            <numerusform>固定电话为 %1 位区号加 7 或 8 位号码，还差 %n 位。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A landline number has %1 digits of area code and 7 or 8 more; this one has %n too many.</source>
        <translation>
            <numerusform>固定电话为 %1 位区号加 7 或 8 位号码，多了 %n 位。</numerusform>
        </translation>
    </message>
    <message>
        <source>No country code begins with 0.</source>
        <translation>国家代码不以 0 开头。</translation>
    </message>
    <message numerus="yes">
        <source>A number with a country code has 7 to 15 digits; this one has %n.</source>
        <translation>
            <numerusform>带国家代码的号码为 7 至 15 位，现有 %n 位。</numerusform>
        </translation>
    </message>
    <message>
        <source>A phone number has digits only; &quot;%1&quot; is not one.</source>
        <translation>电话号码只含数字，“%1”不是数字。</translation>
    </message>
    <message>
        <source>The phone number is empty.</source>
        <translation>电话号码未填。</translation>
    </message>
    <message>
        <source>No mobile number begins with %1.</source>
        <translation>没有以 %1 开头的手机号。</translation>
    </message>
    <message>
        <source>A landline number begins with its area code, such as 010.</source>
        <translation>固定电话以区号开头，如 010。</translation>
    </message>
</context>
<context>
    <name>xinglin::Press</name>
    <message>
        <source>The printing system of this PC does not answer.</source>
        <translation>本机的打印系统没有响应。</translation>
    </message>
    <message>
        <source>%1 did not take the paper: %2</source>
        <translation>%1 没有接受这份文件：%2</translation>
    </message>
</context>
<context>
    <name>xinglin::RecoverySheet</name>
    <message numerus="yes">
        <source>Line %1 of the recovery sheet has 16 characters; %n were typed.</source>
        <translation>
            <numerusform>恢复单第 %1 行为 16 个字符，现输入了 %n 个。</numerusform>
        </translation>
    </message>
    <message>
        <source>&quot;%1&quot; in line %2 does not occur on a recovery sheet.</source>
        <translation>第 %2 行的“%1”不会出现在恢复单上。</translation>
    </message>
    <message>
        <source>Line %1 of the recovery sheet is mistyped or not in its place.</source>
        <translation>恢复单第 %1 行输错了，或不在原位。</translation>
    </message>
    <message>
        <source>A recovery sheet has 4 lines of 16 characters; more was typed.</source>
        <translation>恢复单共 4 行，每行 16 个字符，输入的多了。</translation>
    </message>
    <message>
        <source>This is line %1 of another recovery sheet.</source>
        <translation>这是另一张恢复单的第 %1 行。</translation>
    </message>
</context>
<context>
    <name>xinglin::Recurrence</name>
    <message>
        <source>What repeats more than once a day is not read.</source>
        <translation>暂不支持一天重复多次。</translation>
    </message>
    <message>
        <source>This is no rule of repetition.</source>
        <translation>这不是有效的重复规则。</translation>
    </message>
    <message>
        <source>Weeks are read by their number or with positions of their days, and nothing besides.</source>
        <translation>按周只读取周序号或周内日期的位次，不能再加其他条件。</translation>
    </message>
    <message>
        <source>Positions are read of days only, not of times of a day.</source>
        <translation>位次只适用于日期，不适用于一天内的时刻。</translation>
    </message>
</context>
<context>
    <name>xinglin::access</name>
    <message>
        <source>A sign-in name without spaces is needed.</source>
        <translation>请填登录名，不含空格。</translation>
    </message>
    <message>
        <source>The person&apos;s name is needed.</source>
        <translation>请填此人姓名。</translation>
    </message>
    <message>
        <source>At least one role is needed.</source>
        <translation>请至少选一个角色。</translation>
    </message>
    <message>
        <source>The clinic has been founded already.</source>
        <translation>诊所已经创建过了。</translation>
    </message>
    <message>
        <source>The clinic&apos;s name is needed.</source>
        <translation>请填诊所名称。</translation>
    </message>
    <message>
        <source>The sign-in name %1 is taken.</source>
        <translation>登录名 %1 已有人用。</translation>
    </message>
    <message>
        <source>There is no such person.</source>
        <translation>查无此人。</translation>
    </message>
    <message>
        <source>The clinic has not been founded.</source>
        <translation>诊所尚未创建。</translation>
    </message>
    <message>
        <source>Receptionist</source>
        <translation>前台</translation>
    </message>
    <message>
        <source>Practitioner</source>
        <translation>医师</translation>
    </message>
    <message>
        <source>Dispenser</source>
        <translation>调剂</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>管理员</translation>
    </message>
    <message>
        <source>Auditor</source>
        <translation>审计</translation>
    </message>
    <message>
        <source>Your role does not allow this.</source>
        <translation>你的角色不允许这样做。</translation>
    </message>
    <message>
        <source>The keyring is missing in %1, and without it nobody can open the records there.</source>
        <translation>%1 里缺少密钥文件；没有它，谁也打不开那里的病历。</translation>
    </message>
    <message>
        <source>There is a keyring in %1 but no store; restore a backup.</source>
        <translation>%1 里有密钥文件，但没有病历库；请从备份恢复。</translation>
    </message>
    <message>
        <source>There is a clinic in %1 already.</source>
        <translation>%1 里已有一家诊所。</translation>
    </message>
    <message>
        <source>The folder %1 is not empty.</source>
        <translation>文件夹 %1 不是空的。</translation>
    </message>
    <message>
        <source>The keyring and the store in %1 do not belong together.</source>
        <translation>%1 里的密钥文件与病历库不配套。</translation>
    </message>
    <message>
        <source>This account has been disabled.</source>
        <translation>此账号已停用。</translation>
    </message>
    <message>
        <source>The backup %1 was not made on this PC.</source>
        <translation>备份 %1 不是这台电脑做的。</translation>
    </message>
    <message>
        <source>Only an owner can give or take roles.</source>
        <translation>只有负责人能授予或收回角色。</translation>
    </message>
    <message>
        <source>Only an owner can change an owner.</source>
        <translation>只有负责人能修改负责人的账号。</translation>
    </message>
    <message>
        <source>The clinic needs an owner; this is the last one.</source>
        <translation>诊所须有负责人；这是最后一位。</translation>
    </message>
    <message>
        <source>Nobody can disable themselves.</source>
        <translation>不能停用自己的账号。</translation>
    </message>
    <message>
        <source>The end must lie ahead.</source>
        <translation>截止日须在今天之后。</translation>
    </message>
    <message>
        <source>%1 is administrator and auditor: nobody else checks what they do.</source>
        <translation>%1 兼任管理员与审计员：无人再核查其所为。</translation>
    </message>
    <message>
        <source>%1 is owner and auditor: nobody else checks what they do.</source>
        <translation>%1 兼任负责人与审计员：无人再核查其所为。</translation>
    </message>
    <message>
        <source>%1 is the only owner. A second one can help when a password is lost.</source>
        <translation>%1 是唯一的负责人。有第二位负责人，忘记密码时才有人帮得上。</translation>
    </message>
    <message>
        <source>There is no PIN any more; use the password.</source>
        <translation>解锁码已失效，请用密码。</translation>
    </message>
    <message>
        <source>A PIN has 6 to 9 digits.</source>
        <translation>解锁码为 6 至 9 位数字。</translation>
    </message>
    <message>
        <source>This PIN would be guessed at once; choose another.</source>
        <translation>这个解锁码一猜就中，请另选一个。</translation>
    </message>
    <message>
        <source>The PIN is wrong.</source>
        <translation>解锁码不对。</translation>
    </message>
    <message>
        <source>Only an owner, or the recovery sheet, can open this backup.</source>
        <translation>只有负责人或恢复单能打开此备份。</translation>
    </message>
    <message>
        <source>The backup is of another clinic or PC than what is in %1. Move that away first.</source>
        <translation>此备份与 %1 中的诊所或电脑不符，请先把那里的内容移走。</translation>
    </message>
    <message>
        <source>This backup does not hold; nothing was changed. Choose an older one.</source>
        <translation>此备份未通过核查，什么都没有改动。请选更早的一份。</translation>
    </message>
    <message>
        <source>The role&apos;s name is needed.</source>
        <translation>请填角色名称。</translation>
    </message>
    <message>
        <source>A role that allows nothing is of no use.</source>
        <translation>什么都不允许的角色没有用处。</translation>
    </message>
    <message>
        <source>A copy of this role cannot be given that permission.</source>
        <translation>由此角色复制出来的角色不能有这项权限。</translation>
    </message>
    <message>
        <source>There is a role of this name already.</source>
        <translation>已有同名的角色。</translation>
    </message>
    <message>
        <source>There is no such role.</source>
        <translation>没有这个角色。</translation>
    </message>
    <message>
        <source>A copy stays a copy of the role it was made from.</source>
        <translation>复制出来的角色不能改换它的原型。</translation>
    </message>
    <message>
        <source>This role is not in use any more.</source>
        <translation>此角色已不再使用。</translation>
    </message>
    <message>
        <source>The disk failed in the middle. Look whether this was done before you do it again.</source>
        <translation>磁盘中途出错。重做之前请先看看是否已经完成。</translation>
    </message>
    <message>
        <source>This is your own account: somebody else has to do it.</source>
        <translation>这是您自己的账号，须由他人来做。</translation>
    </message>
    <message>
        <source>Only an owner may do this to an owner.</source>
        <translation>只有负责人能对负责人这样做。</translation>
    </message>
    <message>
        <source>The keyring has another key for this person; set a new password instead.</source>
        <translation>钥匙环里此人的钥匙不同，请改为设置新密码。</translation>
    </message>
    <message>
        <source>%1 is no owner of this clinic.</source>
        <translation>%1 不是本诊所的负责人。</translation>
    </message>
    <message>
        <source>Only an owner can make a new recovery sheet.</source>
        <translation>只有负责人能制作新的恢复单。</translation>
    </message>
    <message>
        <source>You see the clinic as yourself already.</source>
        <translation>您看到的本来就是您自己的视图。</translation>
    </message>
    <message>
        <source>%1 is disabled and sees nothing.</source>
        <translation>%1 已停用，看不到任何内容。</translation>
    </message>
    <message>
        <source>This is the backup of a training clinic. It can only be brought back over that training clinic, never where a real one is or will be.</source>
        <translation>这是练习诊所的备份，只能恢复到该练习诊所，不能恢复到真实诊所或将建真实诊所的位置。</translation>
    </message>
    <message>
        <source>This is the backup of a real clinic. It cannot be brought back in the place of a training clinic.</source>
        <translation>这是真实诊所的备份，不能恢复到练习诊所的位置。</translation>
    </message>
    <message>
        <source>This is a training clinic: nothing is sent from it.</source>
        <translation>这是练习诊所：不向外发送任何内容。</translation>
    </message>
</context>
<context>
    <name>xinglin::access::Health</name>
    <message>
        <source>The clock says %1, but something was saved on %2 already. Set the date of this PC.</source>
        <translation>时钟显示 %1，但 %2 已有保存。请校正本机日期。</translation>
    </message>
    <message>
        <source>The clock says %1; before today something was last saved on %2. Make sure that the date is right.</source>
        <translation>时钟显示 %1；此前最后一次保存在 %2。请确认日期无误。</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>%1 in %2 pages, %3 of them free.</source>
        <translation>%1，共 %2 页，空闲 %3 页。</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>写前日志</translation>
    </message>
    <message>
        <source>Mode %1; %2 wait to be put into the store.</source>
        <translation>模式 %1；待写入数据 %2。</translation>
    </message>
    <message>
        <source>Restart Xinglin. If it stays so, restore from a backup.</source>
        <translation>请重启杏林；若仍如此，请从备份恢复。</translation>
    </message>
    <message>
        <source>Restart Xinglin when nobody works.</source>
        <translation>请在无人使用时重启杏林。</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>数据结构</translation>
    </message>
    <message>
        <source>Version %1.</source>
        <translation>版本 %1。</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>审计记录</translation>
    </message>
    <message>
        <source>Holds up to row %1 of %2.</source>
        <translation>前 %1 行完好，共 %2 行。</translation>
    </message>
    <message>
        <source>Not checked yet.</source>
        <translation>尚未核查。</translation>
    </message>
    <message>
        <source>It is checked at every start; check the whole store now if in doubt.</source>
        <translation>每次启动都会核查；如有疑问，现在核查全部数据。</translation>
    </message>
    <message>
        <source>Whole check</source>
        <translation>全面核查</translation>
    </message>
    <message>
        <source>The whole store has never been checked.</source>
        <translation>从未全面核查。</translation>
    </message>
    <message>
        <source>Check it once, when there is time.</source>
        <translation>有空时请核查一次。</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) found on %1.</source>
        <translation>
            <numerusform>%1 发现 %n 处问题。</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop, keep this PC as it is, and restore the last good backup on another one.</source>
        <translation>请停用并保持本机原样，在另一台电脑上恢复最近的完好备份。</translation>
    </message>
    <message>
        <source>Everything held on %1.</source>
        <translation>%1 全部完好。</translation>
    </message>
    <message>
        <source>More than a week ago: check the whole store again.</source>
        <translation>已过一周，请再全面核查。</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从未</translation>
    </message>
    <message>
        <source>Last backup</source>
        <translation>最近备份</translation>
    </message>
    <message>
        <source>Verified: %1.</source>
        <translation>已核查：%1。</translation>
    </message>
    <message>
        <source>Make a backup now.</source>
        <translation>请立即备份。</translation>
    </message>
    <message>
        <source>Backup refused</source>
        <translation>备份被拒</translation>
    </message>
    <message>
        <source>Look whether the place of the backups can be written to.</source>
        <translation>请看备份位置能否写入。</translation>
    </message>
    <message>
        <source>Copy elsewhere</source>
        <translation>异地副本</translation>
    </message>
    <message>
        <source>On another disk: %1.</source>
        <translation>另一磁盘：%1。</translation>
    </message>
    <message>
        <source>Choose a second place for backups: a USB stick or a share.</source>
        <translation>请为备份选第二处：U 盘或共享文件夹。</translation>
    </message>
    <message>
        <source>Proven restore</source>
        <translation>恢复已验证</translation>
    </message>
    <message>
        <source>The last drill failed: %1</source>
        <translation>最近一次演练失败：%1</translation>
    </message>
    <message>
        <source>Last: %1.</source>
        <translation>最近：%1。</translation>
    </message>
    <message>
        <source>Run a restore drill.</source>
        <translation>请做一次恢复演练。</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>The disk does not say how much is free.</source>
        <translation>磁盘未报告剩余空间。</translation>
    </message>
    <message>
        <source>%1 of %2 free.</source>
        <translation>剩余 %1，共 %2。</translation>
    </message>
    <message>
        <source>Make room: %1 are needed to go on safely.</source>
        <translation>请腾出空间：至少需要 %1 才安全。</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>时钟</translation>
    </message>
    <message>
        <source>%1; last saved %2.</source>
        <translation>%1；最后保存 %2。</translation>
    </message>
    <message>
        <source>Keys in memory</source>
        <translation>内存中的钥匙</translation>
    </message>
    <message>
        <source>The system does not say whether they can be swapped.</source>
        <translation>系统未说明是否会换出。</translation>
    </message>
    <message>
        <source>Locked: the system does not write them to its swap file.</source>
        <translation>已锁定：系统不会写入交换文件。</translation>
    </message>
    <message>
        <source>Not locked: the system may write them to its swap file.</source>
        <translation>未锁定：系统可能写入交换文件。</translation>
    </message>
    <message>
        <source>Raise the system&apos;s limit for locked memory, or encrypt the swap space.</source>
        <translation>请调高系统的锁定内存上限，或加密交换空间。</translation>
    </message>
    <message>
        <source>Core files</source>
        <translation>核心转储</translation>
    </message>
    <message>
        <source>Off: a crash leaves no memory on the disk.</source>
        <translation>已关：崩溃不会在磁盘留下内存内容。</translation>
    </message>
    <message>
        <source>On: a crash may leave memory on the disk.</source>
        <translation>已开：崩溃可能在磁盘留下内存内容。</translation>
    </message>
    <message>
        <source>Turn core files off in the system.</source>
        <translation>请在系统中关闭核心转储。</translation>
    </message>
    <message>
        <source>Recovery sheet</source>
        <translation>恢复单</translation>
    </message>
    <message>
        <source>Restore the keyring from the last backup.</source>
        <translation>请从最近备份恢复钥匙环。</translation>
    </message>
    <message>
        <source>Never confirmed.</source>
        <translation>从未确认。</translation>
    </message>
    <message>
        <source>Type one line of the printed sheet: without it nobody helps when passwords are lost.</source>
        <translation>请输入打印单中的一行：没有它，密码丢失时谁也帮不了。</translation>
    </message>
    <message>
        <source>Confirmed on %1.</source>
        <translation>%1 已确认。</translation>
    </message>
    <message>
        <source>Confirmed.</source>
        <translation>已确认。</translation>
    </message>
    <message>
        <source>More than a year ago: look whether the paper is still there, and confirm it again.</source>
        <translation>已过一年：请看纸还在不在，并再次确认。</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Xinglin %1, SQLite %2, cipher %3, Qt %4.</source>
        <translation>杏林 %1，SQLite %2，加密 %3，Qt %4。</translation>
    </message>
    <message>
        <source>of a test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>One PC alone cannot notice that its whole store was replaced by an older copy of itself.</source>
        <translation>单机无法察觉全部数据被换成自己的旧副本。</translation>
    </message>
    <message>
        <source>Nor that the newest entries were cut off, if no backup was made and no closing sheet was printed since.</source>
        <translation>若此后没有备份也没有打印日结单，也无法察觉最新内容被截去。</translation>
    </message>
    <message>
        <source>Backups kept elsewhere and printed closing sheets are the only witnesses of that: compare them now and then.</source>
        <translation>只有存放在别处的备份和打印的日结单能作证，请不时核对。</translation>
    </message>
</context>
<context>
    <name>xinglin::assessment</name>
    <message>
        <source>There is no such assessment.</source>
        <translation>没有这份体质测评。</translation>
    </message>
    <message>
        <source>The items of the other sex were asked.</source>
        <translation>问的是另一性别的题目。</translation>
    </message>
    <message>
        <source>An assessment cannot lie in the future.</source>
        <translation>测评日期不能在将来。</translation>
    </message>
    <message>
        <source>The day of the assessment is too long ago.</source>
        <translation>测评日期太早。</translation>
    </message>
    <message>
        <source>Say why the entry was wrong.</source>
        <translation>请写明为何有误。</translation>
    </message>
</context>
<context>
    <name>xinglin::attachments</name>
    <message>
        <source>There is no such file in this record.</source>
        <translation>此病历中没有这个文件。</translation>
    </message>
    <message>
        <source>The picture has no size.</source>
        <translation>图片没有尺寸。</translation>
    </message>
    <message>
        <source>This picture has %1 megapixels; more than %2 cannot be attached.</source>
        <translation>此图片有 %1 百万像素；超过 %2 百万像素的不能添加。</translation>
    </message>
    <message>
        <source>This file is no picture that can be shown here.</source>
        <translation>此文件不是这里能显示的图片。</translation>
    </message>
    <message>
        <source>It is not known what kind of file this is.</source>
        <translation>不知道这是哪一类文件。</translation>
    </message>
    <message>
        <source>The title is longer than %1 characters.</source>
        <translation>标题超过 %1 个字符。</translation>
    </message>
    <message>
        <source>The small picture is too large.</source>
        <translation>缩略图过大。</translation>
    </message>
    <message>
        <source>There is no such visit.</source>
        <translation>没有这次就诊。</translation>
    </message>
    <message>
        <source>The file was not written; nothing was attached.</source>
        <translation>文件未能写入，什么也没有添加。</translation>
    </message>
    <message>
        <source>This file is empty.</source>
        <translation>此文件是空的。</translation>
    </message>
    <message>
        <source>Say why the entry was wrong.</source>
        <translation>请说明为何误录。</translation>
    </message>
</context>
<context>
    <name>xinglin::attestation</name>
    <message>
        <source>Only a signed note can be countersigned.</source>
        <translation>只有已签的记录才能会签。</translation>
    </message>
    <message>
        <source>This note was amended meanwhile. Read it again before you countersign it.</source>
        <translation>这份记录已被更正，请重读后再会签。</translation>
    </message>
    <message>
        <source>Your own note is countersigned by somebody else.</source>
        <translation>自己的记录由他人会签。</translation>
    </message>
    <message>
        <source>You have countersigned this note already.</source>
        <translation>您已会签过这份记录。</translation>
    </message>
    <message>
        <source>Only a signed prescription can be checked.</source>
        <translation>只有已签的处方才能审核。</translation>
    </message>
    <message>
        <source>This prescription was amended meanwhile. Read it again before you check it.</source>
        <translation>这张处方已被更正，请重读后再审核。</translation>
    </message>
    <message>
        <source>Your own prescription is checked by somebody else.</source>
        <translation>自己的处方由他人审核。</translation>
    </message>
</context>
<context>
    <name>xinglin::auditlog</name>
    <message>
        <source>A file name is needed.</source>
        <translation>请填文件名。</translation>
    </message>
    <message>
        <source>The audit log has no row of that time.</source>
        <translation>那段时间没有审计记录。</translation>
    </message>
    <message>
        <source>The audit log has gaps; check the store.</source>
        <translation>审计记录有缺失，请核查数据。</translation>
    </message>
    <message>
        <source>Your role shows you only what you have done yourself.</source>
        <translation>您的角色只能看自己做过的事。</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Was refused at sign-in</source>
        <translation>登录被拒</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>Locked the screen</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Unlocked the screen</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Set a PIN</source>
        <translation>设置解锁码</translation>
    </message>
    <message>
        <source>Changed the password</source>
        <translation>更改密码</translation>
    </message>
    <message>
        <source>Used the recovery sheet</source>
        <translation>使用恢复单</translation>
    </message>
    <message>
        <source>Made a new recovery sheet</source>
        <translation>制作新恢复单</translation>
    </message>
    <message>
        <source>Confirmed the recovery sheet</source>
        <translation>确认恢复单</translation>
    </message>
    <message>
        <source>Searched patients</source>
        <translation>查找患者</translation>
    </message>
    <message>
        <source>Opened the chart</source>
        <translation>打开病历</translation>
    </message>
    <message>
        <source>Read the history of changes</source>
        <translation>查看修改记录</translation>
    </message>
    <message>
        <source>Had a masked field shown</source>
        <translation>查看隐藏字段</translation>
    </message>
    <message>
        <source>Opened a visit</source>
        <translation>打开就诊记录</translation>
    </message>
    <message>
        <source>Opened a prescription</source>
        <translation>打开处方</translation>
    </message>
    <message>
        <source>Read the list of the last acts</source>
        <translation>查看近期操作</translation>
    </message>
    <message>
        <source>Read the change log</source>
        <translation>查看变更日志</translation>
    </message>
    <message>
        <source>Looked for a patient in an emergency</source>
        <translation>紧急查找患者</translation>
    </message>
    <message>
        <source>Printed a prescription</source>
        <translation>打印处方</translation>
    </message>
    <message>
        <source>Exported the audit log</source>
        <translation>导出审计记录</translation>
    </message>
    <message>
        <source>Registered a patient</source>
        <translation>登记患者</translation>
    </message>
    <message>
        <source>Changed personal data</source>
        <translation>修改个人资料</translation>
    </message>
    <message>
        <source>Changed the restriction of a record</source>
        <translation>更改病历限制</translation>
    </message>
    <message>
        <source>Recorded an allergy</source>
        <translation>记录过敏</translation>
    </message>
    <message>
        <source>Marked an allergy as entered in error</source>
        <translation>将过敏标为误录</translation>
    </message>
    <message>
        <source>Recorded medicines or pregnancy</source>
        <translation>记录在服药或妊娠</translation>
    </message>
    <message>
        <source>Saved a visit</source>
        <translation>保存就诊记录</translation>
    </message>
    <message>
        <source>Signed a visit</source>
        <translation>签署就诊记录</translation>
    </message>
    <message>
        <source>Took an act back</source>
        <translation>撤回操作</translation>
    </message>
    <message>
        <source>Founded the clinic</source>
        <translation>创建诊所</translation>
    </message>
    <message>
        <source>Changed the clinic&apos;s data</source>
        <translation>修改诊所资料</translation>
    </message>
    <message>
        <source>Added a person</source>
        <translation>新增人员</translation>
    </message>
    <message>
        <source>Changed a person&apos;s data or roles</source>
        <translation>修改人员资料或角色</translation>
    </message>
    <message>
        <source>Disabled a person</source>
        <translation>停用人员</translation>
    </message>
    <message>
        <source>Enabled a person</source>
        <translation>启用人员</translation>
    </message>
    <message>
        <source>Gave a person a new first password</source>
        <translation>为人员重设初始密码</translation>
    </message>
    <message>
        <source>Brought keyring and people in line</source>
        <translation>对齐钥匙环与人员</translation>
    </message>
    <message>
        <source>Gave or took a role</source>
        <translation>授予或收回角色</translation>
    </message>
    <message>
        <source>Changed a role of the clinic</source>
        <translation>修改诊所角色</translation>
    </message>
    <message>
        <source>Changed a setting</source>
        <translation>更改设置</translation>
    </message>
    <message>
        <source>Opened a record in an emergency</source>
        <translation>紧急打开病历</translation>
    </message>
    <message>
        <source>Ended an emergency access</source>
        <translation>结束紧急查看</translation>
    </message>
    <message>
        <source>Reviewed an emergency access</source>
        <translation>复核紧急查看</translation>
    </message>
    <message>
        <source>Made a backup</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Checked a backup</source>
        <translation>核查备份</translation>
    </message>
    <message>
        <source>Restored a backup as a drill</source>
        <translation>恢复演练</translation>
    </message>
    <message>
        <source>Restored a backup</source>
        <translation>恢复备份</translation>
    </message>
    <message>
        <source>Read the audit log</source>
        <translation>查看审计记录</translation>
    </message>
    <message>
        <source>Found the clock set back</source>
        <translation>发现时钟被拨回</translation>
    </message>
    <message>
        <source>Checked the whole store</source>
        <translation>核查全部数据</translation>
    </message>
    <message>
        <source>done</source>
        <comment>outcome of an act</comment>
        <translation>完成</translation>
    </message>
    <message>
        <source>refused</source>
        <comment>outcome of an act</comment>
        <translation>被拒</translation>
    </message>
    <message>
        <source>failed</source>
        <comment>outcome of an act</comment>
        <translation>失败</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Sign-ins</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Looks</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Prints and exports</source>
        <translation>打印与导出</translation>
    </message>
    <message>
        <source>Oversight</source>
        <translation>监督</translation>
    </message>
    <message>
        <source>Looked at the clinic as a person sees it</source>
        <translation>以某人身份预览诊所</translation>
    </message>
    <message>
        <source>Took back: %1</source>
        <translation>撤回：%1</translation>
    </message>
    <message>
        <source>Did again: %1</source>
        <translation>重做：%1</translation>
    </message>
    <message>
        <source>Looked at the formulas side by side</source>
        <translation>查看处方对比</translation>
    </message>
    <message>
        <source>Kept a phrase</source>
        <translation>存了短语</translation>
    </message>
    <message>
        <source>Retired a phrase</source>
        <translation>停用短语</translation>
    </message>
    <message>
        <source>Opened a constitution assessment</source>
        <translation>打开体质测评</translation>
    </message>
    <message>
        <source>Opened the treatments</source>
        <translation>查看治疗</translation>
    </message>
    <message>
        <source>Printed a constitution report</source>
        <translation>打印体质报告</translation>
    </message>
    <message>
        <source>Printed a treatment sheet</source>
        <translation>打印治疗单</translation>
    </message>
    <message>
        <source>Recorded a constitution assessment</source>
        <translation>记录体质测评</translation>
    </message>
    <message>
        <source>Marked a constitution assessment as entered in error</source>
        <translation>把体质测评标为误录</translation>
    </message>
    <message>
        <source>Began a treatment</source>
        <translation>开始治疗</translation>
    </message>
    <message>
        <source>Ended a treatment</source>
        <translation>结束治疗</translation>
    </message>
    <message>
        <source>Marked a treatment as entered in error</source>
        <translation>将治疗标为误录</translation>
    </message>
    <message>
        <source>Saved a group of points</source>
        <translation>保存穴位组</translation>
    </message>
    <message>
        <source>Retired a group of points</source>
        <translation>停用穴位组</translation>
    </message>
    <message>
        <source>Searched the chart</source>
        <translation>查找病历内容</translation>
    </message>
    <message>
        <source>Opened a picture or file of the chart</source>
        <translation>打开了病历中的图片或文件</translation>
    </message>
    <message>
        <source>Took a picture or file out of the program</source>
        <translation>把图片或文件另存到程序外</translation>
    </message>
    <message>
        <source>Printed the summary of a visit</source>
        <translation>打印了诊疗小结</translation>
    </message>
    <message>
        <source>Printed a sick note</source>
        <translation>打印了病情证明</translation>
    </message>
    <message>
        <source>Issued a sick note</source>
        <translation>开具了病情证明</translation>
    </message>
    <message>
        <source>Printed a paper that had been left over</source>
        <translation>补打了未打印的文件</translation>
    </message>
    <message>
        <source>Threw a paper away unprinted</source>
        <translation>放弃了一份未打印的文件</translation>
    </message>
    <message>
        <source>Attached a picture or file</source>
        <translation>添加了图片或文件</translation>
    </message>
    <message>
        <source>Marked an attachment as entered in error</source>
        <translation>把附件标记为误录</translation>
    </message>
    <message>
        <source>Looked at the overridden warnings</source>
        <translation>查看越过的警告</translation>
    </message>
    <message>
        <source>Countersigned a visit</source>
        <translation>会签就诊记录</translation>
    </message>
    <message>
        <source>Recorded a problem</source>
        <translation>记录问题</translation>
    </message>
    <message>
        <source>Marked a problem as resolved or active</source>
        <translation>将问题标为已解决或现有</translation>
    </message>
    <message>
        <source>Marked a problem as entered in error</source>
        <translation>将问题标为误录</translation>
    </message>
    <message>
        <source>Kept an own formula</source>
        <translation>保存自拟方</translation>
    </message>
    <message>
        <source>Retired an own formula</source>
        <translation>停用自拟方</translation>
    </message>
    <message>
        <source>Settled prices of herbs</source>
        <translation>设定药材价格</translation>
    </message>
    <message>
        <source>Kept a template of a note</source>
        <translation>保存病历模板</translation>
    </message>
    <message>
        <source>Retired a template of a note</source>
        <translation>停用病历模板</translation>
    </message>
    <message>
        <source>Recorded an illness in the family</source>
        <translation>记录家族病史</translation>
    </message>
    <message>
        <source>Marked an illness in the family as entered in error</source>
        <translation>将家族病史标为误录</translation>
    </message>
    <message>
        <source>Checked a prescription</source>
        <translation>审核处方</translation>
    </message>
    <message>
        <source>Merged two records of one person</source>
        <translation>合并了同一人的两份档案</translation>
    </message>
    <message>
        <source>Took a merge of records apart</source>
        <translation>拆分了已合并的档案</translation>
    </message>
    <message>
        <source>Said whether two records are of one person</source>
        <translation>判定两份档案是否为同一人</translation>
    </message>
    <message>
        <source>Read the list of possible duplicates</source>
        <translation>查看了疑似重复名单</translation>
    </message>
    <message>
        <source>Began to bring a table in</source>
        <translation>开始导入表格</translation>
    </message>
    <message>
        <source>Brought in with a table</source>
        <translation>随表格导入</translation>
    </message>
    <message>
        <source>Brought a table in</source>
        <translation>导入了表格</translation>
    </message>
    <message>
        <source>the table that was brought in</source>
        <translation>导入的表格</translation>
    </message>
    <message>
        <source>Kept what the columns of a table are</source>
        <translation>记下了表格各列</translation>
    </message>
    <message>
        <source>Listed the patients of a segment</source>
        <translation>查看了一个分组的患者</translation>
    </message>
    <message>
        <source>Began to export the clinic&apos;s data</source>
        <translation>开始导出诊所数据</translation>
    </message>
    <message>
        <source>Exported the clinic&apos;s data</source>
        <translation>导出诊所数据</translation>
    </message>
    <message>
        <source>Recorded a relative</source>
        <translation>登记了一位家属</translation>
    </message>
    <message>
        <source>Ended a relation</source>
        <translation>解除了一段亲属关系</translation>
    </message>
    <message>
        <source>Marked a relative as entered in error</source>
        <translation>将一位家属标为误录</translation>
    </message>
    <message>
        <source>Gave a patient a tag</source>
        <translation>给患者加了标签</translation>
    </message>
    <message>
        <source>Took a tag from a patient</source>
        <translation>去掉了患者的标签</translation>
    </message>
    <message>
        <source>Made a tag</source>
        <translation>新建了标签</translation>
    </message>
    <message>
        <source>Renamed a tag</source>
        <translation>改了标签的名称</translation>
    </message>
    <message>
        <source>Took a tag out of use or back into it</source>
        <translation>停用或恢复了标签</translation>
    </message>
    <message>
        <source>Recorded an enquiry</source>
        <translation>登记咨询</translation>
    </message>
    <message>
        <source>Changed an enquiry</source>
        <translation>修改咨询</translation>
    </message>
    <message>
        <source>Closed an enquiry</source>
        <translation>关闭咨询</translation>
    </message>
    <message>
        <source>Opened an enquiry again</source>
        <translation>重新打开咨询</translation>
    </message>
    <message>
        <source>Registered a patient from an enquiry</source>
        <translation>由咨询登记患者</translation>
    </message>
    <message>
        <source>Said which patient an enquiry is of</source>
        <translation>将咨询归到患者</translation>
    </message>
    <message>
        <source>Read the list of enquiries</source>
        <translation>查看咨询列表</translation>
    </message>
    <message>
        <source>Searched enquiries</source>
        <translation>搜索咨询</translation>
    </message>
    <message>
        <source>Logged a contact</source>
        <translation>记录联系</translation>
    </message>
    <message>
        <source>Marked a contact as entered in error</source>
        <translation>将联系记录标为误记</translation>
    </message>
    <message>
        <source>Read the contacts</source>
        <translation>查看联系记录</translation>
    </message>
    <message>
        <source>Kept a segment of patients</source>
        <translation>保存了患者分组</translation>
    </message>
    <message>
        <source>Retired a segment of patients</source>
        <translation>停用了患者分组</translation>
    </message>
    <message>
        <source>Counted patients by what the chart says</source>
        <translation>按病历内容统计了患者人数</translation>
    </message>
    <message>
        <source>%1 is there already.</source>
        <translation>%1 已存在。</translation>
    </message>
    <message>
        <source>Added what can be booked</source>
        <translation>新增可预约的人员或资源</translation>
    </message>
    <message>
        <source>Changed what can be booked</source>
        <translation>修改可预约的人员或资源</translation>
    </message>
    <message>
        <source>Took what can be booked out of use or back</source>
        <translation>停用或恢复可预约的人员或资源</translation>
    </message>
    <message>
        <source>Added a service</source>
        <translation>新增服务项目</translation>
    </message>
    <message>
        <source>Changed a service</source>
        <translation>修改服务项目</translation>
    </message>
    <message>
        <source>Took a service out of use or back into it</source>
        <translation>停用或恢复服务项目</translation>
    </message>
    <message>
        <source>Settled working hours</source>
        <translation>设定工作时间</translation>
    </message>
    <message>
        <source>Copied the working hours of a week</source>
        <translation>复制一周的工作时间</translation>
    </message>
    <message>
        <source>Entered leave or hours besides</source>
        <translation>登记请假或加班</translation>
    </message>
    <message>
        <source>Took back leave or hours besides</source>
        <translation>撤销请假或加班</translation>
    </message>
    <message>
        <source>Took in a file of holidays</source>
        <translation>导入节假日文件</translation>
    </message>
    <message>
        <source>Said what a day is</source>
        <translation>设定某日为节假日或工作日</translation>
    </message>
    <message>
        <source>Booked an appointment</source>
        <translation>新建预约</translation>
    </message>
    <message>
        <source>Moved an appointment</source>
        <translation>改约</translation>
    </message>
    <message>
        <source>Cancelled an appointment</source>
        <translation>取消预约</translation>
    </message>
    <message>
        <source>Printed a day of the calendar</source>
        <translation>打印了一天的日程</translation>
    </message>
    <message>
        <source>Booked a course of appointments</source>
        <translation>预约了一个疗程</translation>
    </message>
    <message>
        <source>Moved or cancelled several appointments</source>
        <translation>调整了多个预约</translation>
    </message>
    <message>
        <source>Entered whom a patient wishes to be booked with</source>
        <translation>登记了患者的预约偏好</translation>
    </message>
    <message>
        <source>Entered an absence and moved appointments</source>
        <translation>登记缺勤并调整了预约</translation>
    </message>
    <message>
        <source>Put somebody on the waitlist</source>
        <translation>登记了候补</translation>
    </message>
    <message>
        <source>Changed an entry of the waitlist</source>
        <translation>修改了候补</translation>
    </message>
    <message>
        <source>Took somebody off the waitlist</source>
        <translation>移出了候补</translation>
    </message>
    <message>
        <source>Offered a free time from the waitlist</source>
        <translation>向候补者通知了空档</translation>
    </message>
    <message>
        <source>Noted the answer to an offer</source>
        <translation>记录了候补答复</translation>
    </message>
    <message>
        <source>Booked from the waitlist</source>
        <translation>为候补者补上了预约</translation>
    </message>
    <message>
        <source>Checked somebody in</source>
        <translation>签到</translation>
    </message>
    <message>
        <source>Queued somebody without an appointment</source>
        <translation>现场挂号</translation>
    </message>
    <message>
        <source>Noted that somebody did not come</source>
        <translation>标记爽约</translation>
    </message>
    <message>
        <source>Noted that what was booked is done</source>
        <translation>标记预约已完成</translation>
    </message>
    <message>
        <source>Noted whether somebody will come</source>
        <translation>标记是否确认到诊</translation>
    </message>
    <message>
        <source>Called the next</source>
        <translation>叫下一位</translation>
    </message>
    <message>
        <source>Called somebody from the queue</source>
        <translation>叫号</translation>
    </message>
    <message>
        <source>Passed over somebody who was not there</source>
        <translation>过号</translation>
    </message>
    <message>
        <source>Called somebody once more</source>
        <translation>重新叫号</translation>
    </message>
    <message>
        <source>Ended a consultation</source>
        <translation>结束接诊</translation>
    </message>
    <message>
        <source>Noted that somebody left unseen</source>
        <translation>标记未就诊离开</translation>
    </message>
    <message>
        <source>Set a priority in the queue</source>
        <translation>调整候诊优先</translation>
    </message>
</context>
<context>
    <name>xinglin::batch</name>
    <message>
        <source>There is no such import.</source>
        <translation>没有这次导入。</translation>
    </message>
    <message>
        <source>The import of &quot;%1&quot; is not finished. Go on with it or take it back first.</source>
        <translation>“%1”的导入尚未完成，请先继续导入或撤回。</translation>
    </message>
    <message>
        <source>This import is over.</source>
        <translation>这次导入已经结束。</translation>
    </message>
    <message>
        <source>This import is taken back already.</source>
        <translation>这次导入已经撤回。</translation>
    </message>
    <message numerus="yes">
        <source>%n visits of this import were amended since. They would be lost; mark them as entered in error first.</source>
        <translation>
            <numerusform>这次导入的 %n 次就诊之后被修订过，撤回会丢失修订；请先将它们标为误录。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody like this is known here.</source>
        <translation>这里没有这个人。</translation>
    </message>
    <message>
        <source>Several people are called so here.</source>
        <translation>这里有多人符合。</translation>
    </message>
</context>
<context>
    <name>xinglin::bench::Demo</name>
    <message>
        <source>The baseline holds other rows: %1</source>
        <translation>对照库中的行不同：%1</translation>
    </message>
    <message>
        <source>There are other visits than were reported.</source>
        <translation>就诊数与报告不符。</translation>
    </message>
    <message>
        <source>The clinic: %1 patients, %2 years, %3 visits, %4 prescriptions; %5 rows in %6 commits; %7 fills.</source>
        <translation>诊所：患者 %1 名，%2 年，就诊 %3 次，处方 %4 张；%5 行，%6 次提交；共填充 %7 次。</translation>
    </message>
    <message>
        <source>The baseline: the same rows under the same ids, read and prepared beforehand, inserted in as many plain transactions into a copy of the clinic as it was founded (same tables, indexes, foreign keys, encryption, cache and durability), past the store; without gate, check, capture, change log, search keys and audit.</source>
        <translation>对照：把相同的行（相同编号，事先读出并准备好）以同样多的普通事务写入刚建立时的诊所副本（表、索引、外键、加密、缓存和持久性都相同），不经过存储层；没有权限检查、安全检查、变更捕获、变更日志、检索键和审计。</translation>
    </message>
    <message>
        <source>Filling the demo clinic</source>
        <translation>填充示范诊所</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>不低于 %1</translation>
    </message>
    <message>
        <source>Bare rows</source>
        <translation>仅写入数据行</translation>
    </message>
    <message>
        <source>Fill %1 of %2</source>
        <translation>第 %1 次填充，共 %2 次</translation>
    </message>
</context>
<context>
    <name>xinglin::bench::GrownClinic</name>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>无法建立文件夹 %1。</translation>
    </message>
    <message>
        <source>Copying with and without a key</source>
        <translation>正在复制（加密与不加密各一份）</translation>
    </message>
    <message>
        <source>%1 of %2 patients</source>
        <translation>患者 %1 / %2</translation>
    </message>
    <message>
        <source>Writing search keys</source>
        <translation>正在写入检索键</translation>
    </message>
    <message>
        <source>%1 of %2 patients with their visits</source>
        <translation>患者及其就诊 %1 / %2</translation>
    </message>
</context>
<context>
    <name>xinglin::bench::Import</name>
    <message>
        <source>The dry run said something else than the import did.</source>
        <translation>试运行的结果与实际导入不一致。</translation>
    </message>
    <message>
        <source>The file: %1 lines, into %2 patients; %3 were new, %4 known.</source>
        <translation>文件：%1 行，导入已有 %2 名患者的诊所；新增 %3 名，已知 %4 名。</translation>
    </message>
    <message>
        <source>The baseline: the same %1 rows in %2 plain transactions past the store; no file is read, no duplicates are looked for, no search keys and no change log are written.</source>
        <translation>对照：相同的 %1 行以 %2 个普通事务写入，不经过存储层；不读文件，不查重，不写检索键和变更日志。</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>不低于 %1</translation>
    </message>
    <message>
        <source>Dry run</source>
        <translation>试运行</translation>
    </message>
    <message>
        <source>Bare rows</source>
        <translation>仅写入数据行</translation>
    </message>
</context>
<context>
    <name>xinglin::bench::Report</name>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>What</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Ratio, target</source>
        <translation>倍数，目标</translation>
    </message>
    <message>
        <source>wanted: %1</source>
        <translation>目标：%1</translation>
    </message>
    <message>
        <source>optimised</source>
        <translation>已优化</translation>
    </message>
    <message>
        <source>not optimised: only the ratio means anything</source>
        <translation>未优化：只有倍数有意义</translation>
    </message>
    <message>
        <source>Machine: %1, %2 threads, memory %3, %4</source>
        <translation>电脑：%1，%2 线程，内存 %3，%4</translation>
    </message>
    <message>
        <source>Build: %1, %2</source>
        <translation>版本：%1，%2</translation>
    </message>
    <message>
        <source>Load before: %1</source>
        <translation>测量前负载：%1</translation>
    </message>
</context>
<context>
    <name>xinglin::bench::Search</name>
    <message>
        <source>“%1” does not find the patient %2.</source>
        <translation>“%1”找不到患者 %2。</translation>
    </message>
    <message>
        <source>The replay on %1 failed.</source>
        <translation>在 %1 上重放失败。</translation>
    </message>
    <message>
        <source>“%1” finds other rows without encryption.</source>
        <translation>“%1”在未加密时找到的行不同。</translation>
    </message>
    <message>
        <source>The file %1 cannot be written.</source>
        <translation>无法写入文件 %1。</translation>
    </message>
    <message>
        <source>%1 patients, %2 visits: up to %3 GB in %4 (%5 GB free)</source>
        <translation>患者 %1 名，就诊 %2 次：最多占用 %4 的 %3 GB（可用 %5 GB）</translation>
    </message>
    <message>
        <source>There is not enough room for the databases.</source>
        <translation>磁盘空间不足，放不下这些数据库。</translation>
    </message>
    <message>
        <source>The clinic: %1 patients with %2 visits, names by frequency, seed %3; %4 keystrokes, at most 50 rows each.</source>
        <translation>诊所：患者 %1 名，就诊 %2 次，姓名按频率生成，种子 %3；按键 %4 次，每次最多 50 行。</translation>
    </message>
    <message>
        <source>“Search” is the whole of a keystroke on a reader: view, permission, statements, rows, masking. Cold: the first %1 after opening, the file in the system&apos;s cache.</source>
        <translation>“检索”指一次按键的全部工作：快照、权限、语句、取行、遮蔽。冷启动：打开后最初的 %1 次，文件在系统缓存中。</translation>
    </message>
    <message>
        <source>“Statements” are those that the searches ran, recorded and run again with the same values, prepared once; their times are processor time.</source>
        <translation>“语句”指检索时执行的语句，记录后以相同的值重新执行，只准备一次；时间为处理器时间。</translation>
    </message>
    <message>
        <source>The baseline: the same library, schema, rows, page layout, cache and statements in a database without a key; both copies written from the store, each replayed in a process of its own in turns; memory security only with the key.</source>
        <translation>对照：相同的程序库、结构、数据行、页面布局、缓存和语句，但数据库不加密；两份副本都由存储写出，各在自己的进程中轮流重放；只有加密的一份启用内存保护。</translation>
    </message>
    <message>
        <source>  by name</source>
        <translation>  按姓名</translation>
    </message>
    <message>
        <source>  by pinyin</source>
        <translation>  按拼音</translation>
    </message>
    <message>
        <source>  by initials</source>
        <translation>  按首字母</translation>
    </message>
    <message>
        <source>  by given name</source>
        <translation>  按名</translation>
    </message>
    <message>
        <source>  by phone</source>
        <translation>  按电话</translation>
    </message>
    <message>
        <source>  by ID number</source>
        <translation>  按证件号</translation>
    </message>
    <message>
        <source>  by number</source>
        <translation>  按病历号</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>检索</translation>
    </message>
    <message>
        <source>Search, processor time</source>
        <translation>检索，处理器时间</translation>
    </message>
    <message>
        <source>Search, cold</source>
        <translation>检索，冷启动</translation>
    </message>
    <message>
        <source>p99 at most %1 ms</source>
        <translation>p99 不超过 %1 毫秒</translation>
    </message>
    <message>
        <source>%1, no key</source>
        <translation>%1，不加密</translation>
    </message>
    <message>
        <source>Statements</source>
        <translation>语句</translation>
    </message>
    <message>
        <source>ratio at most 2</source>
        <translation>倍数不超过 2</translation>
    </message>
    <message>
        <source>Statements, cold</source>
        <translation>语句，冷启动</translation>
    </message>
    <message>
        <source>LIKE &apos;%…%&apos; over name, phone, number, ID number</source>
        <translation>LIKE &apos;%…%&apos; 查姓名、电话、病历号、证件号</translation>
    </message>
</context>
<context>
    <name>xinglin::certificate</name>
    <message>
        <source>Sign the visit first; a sick note belongs to a signed visit.</source>
        <translation>请先签名：病情证明须依据已签名的就诊。</translation>
    </message>
    <message>
        <source>The first day is missing or far from the day of the visit.</source>
        <translation>起始日期未填，或离就诊日太远。</translation>
    </message>
    <message>
        <source>The last day lies before the first.</source>
        <translation>结束日期早于起始日期。</translation>
    </message>
    <message numerus="yes">
        <source>A sick note covers at most %n days.</source>
        <translation>
            <numerusform>一份病情证明最多 %n 天。</numerusform>
        </translation>
    </message>
    <message>
        <source>No sick note was issued about this visit.</source>
        <translation>本次就诊没有开具病情证明。</translation>
    </message>
</context>
<context>
    <name>xinglin::changes</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1 registered under the number %2.</source>
        <translation>登记 %1，病历号 %2。</translation>
    </message>
    <message>
        <source>The record was restricted.</source>
        <translation>病历已设限制。</translation>
    </message>
    <message>
        <source>The restriction of the record was lifted.</source>
        <translation>病历限制已解除。</translation>
    </message>
    <message>
        <source>The merge with another record was undone.</source>
        <translation>与另一病历的合并已撤销。</translation>
    </message>
    <message>
        <source>The record was merged into another one.</source>
        <translation>病历已并入另一病历。</translation>
    </message>
    <message>
        <source>Further telephone added: %1.</source>
        <translation>新增其他电话：%1。</translation>
    </message>
    <message>
        <source>Further telephone removed: %1.</source>
        <translation>去掉其他电话：%1。</translation>
    </message>
    <message>
        <source>Further telephone brought back: %1.</source>
        <translation>恢复其他电话：%1。</translation>
    </message>
    <message>
        <source>Allergy recorded: %1.</source>
        <translation>记录过敏：%1。</translation>
    </message>
    <message>
        <source>Allergy marked as entered in error: %1.</source>
        <translation>过敏标为误录：%1。</translation>
    </message>
    <message>
        <source>Allergy stands again: %1.</source>
        <translation>过敏恢复有效：%1。</translation>
    </message>
    <message>
        <source>Medicine recorded: %1.</source>
        <translation>记录在服药：%1。</translation>
    </message>
    <message>
        <source>Medicine marked as entered in error: %1.</source>
        <translation>在服药标为误录：%1。</translation>
    </message>
    <message>
        <source>Medicine stopped: %1.</source>
        <translation>停服：%1。</translation>
    </message>
    <message>
        <source>Medicine taken again: %1.</source>
        <translation>恢复服用：%1。</translation>
    </message>
    <message>
        <source>Pregnancy set to &quot;not asked&quot;.</source>
        <translation>妊娠改为“未问”。</translation>
    </message>
    <message>
        <source>Recorded as pregnant.</source>
        <translation>记录为妊娠。</translation>
    </message>
    <message>
        <source>Recorded as breast-feeding.</source>
        <translation>记录为哺乳。</translation>
    </message>
    <message>
        <source>Recorded as not pregnant.</source>
        <translation>记录为未孕。</translation>
    </message>
    <message>
        <source>Visit of %1 begun.</source>
        <translation>%1 的就诊开始。</translation>
    </message>
    <message>
        <source>Visit of %1 marked as entered in error.</source>
        <translation>%1 的就诊标为误录。</translation>
    </message>
    <message>
        <source>%1 g</source>
        <translation>%1 g</translation>
    </message>
    <message>
        <source>Herb added: %1 %2.</source>
        <translation>加药：%1 %2。</translation>
    </message>
    <message>
        <source>Herb removed: %1 %2.</source>
        <translation>去药：%1 %2。</translation>
    </message>
    <message>
        <source>Visit of %1 signed.</source>
        <translation>%1 的就诊已签署。</translation>
    </message>
    <message>
        <source>Visit of %1 amended and signed again.</source>
        <translation>%1 的就诊已修订并重新签署。</translation>
    </message>
    <message>
        <source>Visit of %1 saved again, not signed.</source>
        <translation>%1 的就诊再次保存，未签署。</translation>
    </message>
    <message>
        <source>Visit of %1 saved, not signed.</source>
        <translation>%1 的就诊已保存，未签署。</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>病历号</translation>
    </message>
    <message>
        <source>Old number</source>
        <translation>旧病历号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Birth date</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>Birth date by the lunar calendar</source>
        <translation>农历生日</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Kind of document</source>
        <translation>证件类型</translation>
    </message>
    <message>
        <source>Document number</source>
        <translation>证件号码</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Insurance</source>
        <translation>医保</translation>
    </message>
    <message>
        <source>Occupation</source>
        <translation>职业</translation>
    </message>
    <message>
        <source>Marital status</source>
        <translation>婚姻状况</translation>
    </message>
    <message>
        <source>Guardian</source>
        <translation>监护人</translation>
    </message>
    <message>
        <source>Guardian&apos;s relation</source>
        <translation>监护人关系</translation>
    </message>
    <message>
        <source>Guardian&apos;s telephone</source>
        <translation>监护人电话</translation>
    </message>
    <message>
        <source>Emergency contact</source>
        <translation>紧急联系人</translation>
    </message>
    <message>
        <source>Emergency telephone</source>
        <translation>紧急联系电话</translation>
    </message>
    <message>
        <source>How they came</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Desk alert</source>
        <translation>前台提醒</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Restricted</source>
        <translation>限制</translation>
    </message>
    <message>
        <source>Deceased</source>
        <translation>已故</translation>
    </message>
    <message>
        <source>Further telephone</source>
        <translation>其他电话</translation>
    </message>
    <message>
        <source>Whose telephone</source>
        <translation>机主</translation>
    </message>
    <message>
        <source>Allergy</source>
        <translation>过敏</translation>
    </message>
    <message>
        <source>Reaction</source>
        <translation>反应</translation>
    </message>
    <message>
        <source>Medicine</source>
        <translation>在服药</translation>
    </message>
    <message>
        <source>Dosage</source>
        <translation>用法用量</translation>
    </message>
    <message>
        <source>Day of the visit</source>
        <translation>就诊日期</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>主诉</translation>
    </message>
    <message>
        <source>History</source>
        <translation>现病史</translation>
    </message>
    <message>
        <source>Inspection</source>
        <translation>望诊</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation>闻诊</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>医嘱</translation>
    </message>
    <message>
        <source>Note on the visit</source>
        <translation>就诊备注</translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation>辨证</translation>
    </message>
    <message>
        <source>Clinic&apos;s name</source>
        <translation>诊所名称</translation>
    </message>
    <message>
        <source>Clinic&apos;s address</source>
        <translation>诊所地址</translation>
    </message>
    <message>
        <source>Clinic&apos;s telephone</source>
        <translation>诊所电话</translation>
    </message>
    <message>
        <source>Clinic&apos;s licence</source>
        <translation>诊所证号</translation>
    </message>
    <message>
        <source>Sign-in name</source>
        <translation>登录名</translation>
    </message>
    <message>
        <source>Person&apos;s name</source>
        <translation>人员姓名</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>职称</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>执业证号</translation>
    </message>
    <message>
        <source>May sign in</source>
        <translation>可登录</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>female</source>
        <translation>女</translation>
    </message>
    <message>
        <source>male</source>
        <translation>男</translation>
    </message>
    <message>
        <source>other</source>
        <comment>sex</comment>
        <translation>其他</translation>
    </message>
    <message>
        <source>ID card</source>
        <translation>身份证</translation>
    </message>
    <message>
        <source>Passport</source>
        <translation>护照</translation>
    </message>
    <message>
        <source>Hong Kong and Macao permit</source>
        <translation>港澳居民通行证</translation>
    </message>
    <message>
        <source>Taiwan permit</source>
        <translation>台湾居民通行证</translation>
    </message>
    <message>
        <source>Foreigner&apos;s residence permit</source>
        <translation>外国人居留证</translation>
    </message>
    <message>
        <source>Other document</source>
        <translation>其他证件</translation>
    </message>
    <message>
        <source>Took back: %1</source>
        <translation>撤回：%1</translation>
    </message>
    <message>
        <source>Did again: %1</source>
        <translation>重做：%1</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>%1 set to &quot;%2&quot;.</source>
        <translation>%1填为“%2”。</translation>
    </message>
    <message>
        <source>%1 &quot;%2&quot; removed.</source>
        <translation>%1“%2”已去掉。</translation>
    </message>
    <message>
        <source>%1 changed from &quot;%2&quot; to &quot;%3&quot;.</source>
        <translation>%1由“%2”改为“%3”。</translation>
    </message>
    <message>
        <source>Constitution assessed on %1 marked as entered in error.</source>
        <translation>%1 的体质测评标为误录。</translation>
    </message>
    <message>
        <source>Constitution assessed on %1 stands again.</source>
        <translation>%1 的体质测评恢复有效。</translation>
    </message>
    <message>
        <source>Constitution assessed on %1: %2.</source>
        <translation>%1 体质测评：%2。</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1；%2</translation>
    </message>
    <message>
        <source>Treatment ordered: %1.</source>
        <translation>新开治疗：%1。</translation>
    </message>
    <message>
        <source>Treatment</source>
        <translation>治疗</translation>
    </message>
    <message>
        <source>Treatment taken out: %1.</source>
        <translation>去掉治疗：%1。</translation>
    </message>
    <message numerus="yes">
        <source>%1: session begun, %n needle(s) in.</source>
        <translation>
            <numerusform>%1：开始一次治疗，进针 %n 针。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: session marked as entered in error.</source>
        <translation>%1：一次治疗标为误录。</translation>
    </message>
    <message numerus="yes">
        <source>%1: session broken off, %n needle(s) out.</source>
        <translation>
            <numerusform>%1：中途停止，起针 %n 针。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: session ended, %n needle(s) out.</source>
        <translation>
            <numerusform>%1：结束一次治疗，起针 %n 针。</numerusform>
        </translation>
    </message>
    <message>
        <source>Needles did not agree: %1.</source>
        <translation>针数不符：%1。</translation>
    </message>
    <message>
        <source>Group of points saved: %1.</source>
        <translation>保存穴位组：%1。</translation>
    </message>
    <message>
        <source>Name of the group of points</source>
        <translation>穴位组名称</translation>
    </message>
    <message>
        <source>Code of the group of points</source>
        <translation>穴位组代码</translation>
    </message>
    <message>
        <source>Group of points in use</source>
        <translation>穴位组使用中</translation>
    </message>
    <message>
        <source>Sick note issued from %1 to %2.</source>
        <translation>开具病情证明：%1 至 %2。</translation>
    </message>
    <message>
        <source>Attached: %1.</source>
        <translation>已添加：%1。</translation>
    </message>
    <message>
        <source>Attached in error: %1.</source>
        <translation>误录：%1。</translation>
    </message>
    <message>
        <source>Attachment stands again: %1.</source>
        <translation>附件恢复有效：%1。</translation>
    </message>
    <message>
        <source>picture of the tongue</source>
        <translation>舌象照片</translation>
    </message>
    <message>
        <source>picture of the face</source>
        <translation>面部照片</translation>
    </message>
    <message>
        <source>report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>letter</source>
        <translation>信函</translation>
    </message>
    <message>
        <source>file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Countersigned by %1.</source>
        <translation>%1 会签。</translation>
    </message>
    <message>
        <source>Countersigned by %1: %2.</source>
        <translation>%1 会签：%2。</translation>
    </message>
    <message>
        <source>Problem recorded: %1.</source>
        <translation>已记录问题：%1。</translation>
    </message>
    <message>
        <source>Problem marked as entered in error: %1.</source>
        <translation>问题标为误录：%1。</translation>
    </message>
    <message>
        <source>Problem resolved: %1.</source>
        <translation>问题已解决：%1。</translation>
    </message>
    <message>
        <source>Problem active again: %1.</source>
        <translation>问题重新列为现有：%1。</translation>
    </message>
    <message>
        <source>Own formula kept: %1.</source>
        <translation>保存自拟方：%1。</translation>
    </message>
    <message>
        <source>Name of the own formula</source>
        <translation>自拟方名称</translation>
    </message>
    <message>
        <source>Code of the own formula</source>
        <translation>自拟方代码</translation>
    </message>
    <message>
        <source>What the own formula is for</source>
        <translation>自拟方主治</translation>
    </message>
    <message>
        <source>Own formula in use</source>
        <translation>自拟方是否在用</translation>
    </message>
    <message>
        <source>Ready-made medicines</source>
        <translation>成药与颗粒</translation>
    </message>
    <message>
        <source>Template of a note kept: %1.</source>
        <translation>已保存病历模板：%1。</translation>
    </message>
    <message>
        <source>Name of the template</source>
        <translation>模板名称</translation>
    </message>
    <message>
        <source>Code of the template</source>
        <translation>模板代码</translation>
    </message>
    <message>
        <source>Template in use</source>
        <translation>模板启用</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>%1 岁</translation>
    </message>
    <message>
        <source>Family history recorded: %1: %2.</source>
        <translation>记录家族史：%1：%2。</translation>
    </message>
    <message>
        <source>Family history marked as entered in error: %1: %2.</source>
        <translation>家族史标为误录：%1：%2。</translation>
    </message>
    <message>
        <source>Family history stands again: %1: %2.</source>
        <translation>家族史恢复：%1：%2。</translation>
    </message>
    <message>
        <source>Prescription checked by %1.</source>
        <translation>处方由 %1 审核。</translation>
    </message>
    <message>
        <source>Tag made: %1.</source>
        <translation>新建标签：%1。</translation>
    </message>
    <message>
        <source>Segment kept: %1.</source>
        <translation>已保存分组：%1。</translation>
    </message>
    <message>
        <source>Segment asks something else now.</source>
        <translation>分组的条件已更改。</translation>
    </message>
    <message>
        <source>%1, who had asked, is a patient.</source>
        <translation>曾来咨询的%1已是患者。</translation>
    </message>
    <message>
        <source>Enquiry of %1 closed.</source>
        <translation>%1的咨询已关闭。</translation>
    </message>
    <message>
        <source>Enquiry of %1 opened again.</source>
        <translation>%1的咨询已重新打开。</translation>
    </message>
    <message>
        <source>Enquiry of %1 recorded.</source>
        <translation>登记了%1的咨询。</translation>
    </message>
    <message>
        <source>Enquiry of %1 recorded: %2.</source>
        <translation>登记了%1的咨询：%2。</translation>
    </message>
    <message>
        <source>Contact logged (%1): %2.</source>
        <translation>记录了联系（%1）：%2。</translation>
    </message>
    <message>
        <source>Contact marked as entered in error: %1.</source>
        <translation>联系记录标为误记：%1。</translation>
    </message>
    <message>
        <source>Contact stands again: %1.</source>
        <translation>联系记录恢复：%1。</translation>
    </message>
    <message>
        <source>Family of %1: %2 recorded as %3 and guardian.</source>
        <translation>%1 的家属：登记 %2 为%3，并为监护人。</translation>
    </message>
    <message>
        <source>Family of %1: %2 recorded as %3.</source>
        <translation>%1 的家属：登记 %2 为%3。</translation>
    </message>
    <message>
        <source>Family of %1: %2 (%3) marked as entered in error.</source>
        <translation>%1 的家属：%2（%3）标为误录。</translation>
    </message>
    <message>
        <source>Family of %1: %2 (%3) is related no more.</source>
        <translation>%1 的家属：%2（%3）已解除关系。</translation>
    </message>
    <message>
        <source>Family of %1: %2 (%3) is related again.</source>
        <translation>%1 的家属：%2（%3）恢复关系。</translation>
    </message>
    <message>
        <source>Tag &quot;%1&quot; taken away.</source>
        <translation>去掉标签“%1”。</translation>
    </message>
    <message>
        <source>Tag &quot;%1&quot; given.</source>
        <translation>加上标签“%1”。</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Referred by</source>
        <translation>介绍人</translation>
    </message>
    <message>
        <source>Name of the tag</source>
        <translation>标签名称</translation>
    </message>
    <message>
        <source>Tag retired</source>
        <translation>标签停用</translation>
    </message>
    <message>
        <source>Name in the enquiry</source>
        <translation>咨询人姓名</translation>
    </message>
    <message>
        <source>Telephone in the enquiry</source>
        <translation>咨询人电话</translation>
    </message>
    <message>
        <source>Wish</source>
        <translation>咨询意向</translation>
    </message>
    <message>
        <source>How the enquirer came</source>
        <translation>咨询来源</translation>
    </message>
    <message>
        <source>Campaign of the enquiry</source>
        <translation>咨询的活动</translation>
    </message>
    <message>
        <source>Name of the segment</source>
        <translation>分组名称</translation>
    </message>
    <message>
        <source>Segment retired</source>
        <translation>分组停用</translation>
    </message>
    <message>
        <source>Number %1 called in.</source>
        <translation>%1 号进诊。</translation>
    </message>
    <message>
        <source>Number %1 called in to %2.</source>
        <translation>%1 号由%2接诊。</translation>
    </message>
    <message>
        <source>Consultation of number %1 ended.</source>
        <translation>%1 号就诊结束。</translation>
    </message>
    <message>
        <source>Number %1 left without having been seen.</source>
        <translation>%1 号未就诊离开。</translation>
    </message>
    <message>
        <source>Number %1 taken out of the queue.</source>
        <translation>%1 号已撤出候诊。</translation>
    </message>
    <message>
        <source>Number %1 is in the queue again.</source>
        <translation>%1 号恢复候诊。</translation>
    </message>
    <message>
        <source>Number %1 waits again.</source>
        <translation>%1 号重新候诊。</translation>
    </message>
    <message>
        <source>urgent</source>
        <translation>急</translation>
    </message>
    <message>
        <source>priority</source>
        <translation>优先</translation>
    </message>
    <message>
        <source>in turn</source>
        <translation>按序</translation>
    </message>
    <message>
        <source>Came and waits under number %1: %2.</source>
        <translation>到诊，候诊号 %1：%2。</translation>
    </message>
    <message>
        <source>Number %1 was called and not there.</source>
        <translation>%1 号过号。</translation>
    </message>
    <message>
        <source>Number %1 called once more.</source>
        <translation>重叫 %1 号。</translation>
    </message>
    <message>
        <source>Priority of number %1</source>
        <translation>%1 号的优先</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>%1: with %2 instead of %3.</source>
        <translation>%1：改约%2（原%3）。</translation>
    </message>
    <message>
        <source>With %1 instead of %2.</source>
        <translation>改约%1（原%2）。</translation>
    </message>
    <message>
        <source>Appointment cancelled by the clinic (%1): %2.</source>
        <translation>诊所取消预约（%1）：%2。</translation>
    </message>
    <message>
        <source>Appointment cancelled by the patient (%1): %2.</source>
        <translation>患者取消预约（%1）：%2。</translation>
    </message>
    <message>
        <source>Came to the appointment (%1).</source>
        <translation>已到诊（%1）。</translation>
    </message>
    <message>
        <source>The appointment is done (%1).</source>
        <translation>预约已完成（%1）。</translation>
    </message>
    <message>
        <source>Did not come to the appointment (%1).</source>
        <translation>爽约（%1）。</translation>
    </message>
    <message>
        <source>Booking taken back (%1).</source>
        <translation>撤回预约（%1）。</translation>
    </message>
    <message>
        <source>The appointment stands again (%1).</source>
        <translation>预约恢复（%1）。</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1&#x3000;%2</translation>
    </message>
    <message>
        <source>Appointment booked: %1.</source>
        <translation>预约：%1。</translation>
    </message>
    <message>
        <source>Appointment booked: %1, %2.</source>
        <translation>预约：%1，%2。</translation>
    </message>
    <message>
        <source>Appointment moved (%1): from %2 to %3.</source>
        <translation>改约（%1）：%2 改为 %3。</translation>
    </message>
    <message>
        <source>Appointment of another length (%1): until %2.</source>
        <translation>改时长（%1）：至 %2。</translation>
    </message>
    <message>
        <source>Said that they will come (%1).</source>
        <translation>已确认会来（%1）。</translation>
    </message>
    <message>
        <source>Not confirmed any more (%1).</source>
        <translation>不再确认（%1）。</translation>
    </message>
    <message>
        <source>Put on the waitlist: %1.</source>
        <translation>登记候补：%1。</translation>
    </message>
    <message>
        <source>Entry of the waitlist changed: %1.</source>
        <translation>修改候补：%1。</translation>
    </message>
    <message>
        <source>Got a time from the waitlist: %1.</source>
        <translation>候补补上：%1。</translation>
    </message>
    <message>
        <source>Back on the waitlist: %1.</source>
        <translation>回到候补：%1。</translation>
    </message>
    <message>
        <source>Taken off the waitlist: %1.</source>
        <translation>移出候补：%1。</translation>
    </message>
    <message>
        <source>Is content with any practitioner.</source>
        <translation>医师不限。</translation>
    </message>
    <message>
        <source>Wishes for a woman as practitioner.</source>
        <translation>希望女医师接诊。</translation>
    </message>
    <message>
        <source>Wishes for a man as practitioner.</source>
        <translation>希望男医师接诊。</translation>
    </message>
    <message>
        <source>The clinic</source>
        <translation>诊所</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>Works as usual again (%1): %2.</source>
        <translation>恢复正常上班（%1）：%2。</translation>
    </message>
    <message>
        <source>Does not work (%1): %2.</source>
        <translation>不上班（%1）：%2。</translation>
    </message>
    <message>
        <source>Works besides (%1): %2.</source>
        <translation>加班（%1）：%2。</translation>
    </message>
    <message>
        <source>Note on the appointment</source>
        <translation>预约备注</translation>
    </message>
    <message>
        <source>Beginning of the appointment</source>
        <translation>预约开始</translation>
    </message>
    <message>
        <source>End of the appointment</source>
        <translation>预约结束</translation>
    </message>
</context>
<context>
    <name>xinglin::checksign</name>
    <message>
        <source>There is no such prescription.</source>
        <translation>没有这张处方。</translation>
    </message>
    <message>
        <source>This visit prescribes nothing that could be checked.</source>
        <translation>这次就诊没有可审核的处方。</translation>
    </message>
    <message>
        <source>Your signature stands under this prescription already.</source>
        <translation>您已在这张处方上签过名。</translation>
    </message>
    <message>
        <source>There is no such visit.</source>
        <translation>没有这次就诊。</translation>
    </message>
</context>
<context>
    <name>xinglin::cli::Appointment</name>
    <message>
        <source>Several are called “%1”; give the id: %2.</source>
        <translation>有几个都叫“%1”，请改用标识：%2。</translation>
    </message>
    <message>
        <source>%1 There are: %2.</source>
        <translation>%1现有：%2。</translation>
    </message>
    <message>
        <source>There is no service “%1”.</source>
        <translation>没有名为“%1”的项目。</translation>
    </message>
    <message>
        <source>There is no practitioner “%1”.</source>
        <translation>没有名为“%1”的医师。</translation>
    </message>
    <message>
        <source>“%1” needs no practitioner.</source>
        <translation>“%1”不需要医师。</translation>
    </message>
    <message>
        <source>%1 does not give “%2”; it is given by: %3.</source>
        <translation>%1不做“%2”；可以做的有：%3。</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>患者</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>With</source>
        <translation>安排</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>诊室</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>标识</translation>
    </message>
    <message>
        <source>not at work</source>
        <translation>不出诊</translation>
    </message>
    <message>
        <source>taken</source>
        <translation>已占用</translation>
    </message>
    <message>
        <source>The nearest that are free:</source>
        <translation>最近的空闲时间：</translation>
    </message>
    <message>
        <source>booked</source>
        <translation>已预约</translation>
    </message>
    <message>
        <source>arrived</source>
        <translation>已到</translation>
    </message>
    <message>
        <source>seen</source>
        <translation>已就诊</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>did not come</source>
        <translation>未到</translation>
    </message>
    <message>
        <source>entered by mistake</source>
        <translation>误录</translation>
    </message>
    <message>
        <source>--%1 wants a day such as 2026-03-12, not “%2”.</source>
        <translation>--%1 后面应是日期，如 2026-03-12，而不是“%2”。</translation>
    </message>
</context>
<context>
    <name>xinglin::cli::AppointmentBook</name>
    <message>
        <source>This time has passed.</source>
        <translation>这个时间已经过去。</translation>
    </message>
    <message>
        <source>--%1 is missing: the day and the time.</source>
        <translation>缺少 --%1：日期和时间。</translation>
    </message>
    <message>
        <source>--%1 wants a day and a time such as “2026-03-12 10:30”, not “%2”.</source>
        <translation>--%1 后面应是日期和时间，如“2026-03-12 10:30”，而不是“%2”。</translation>
    </message>
    <message>
        <source>There is no appointment “%1”.</source>
        <translation>没有“%1”这个预约。</translation>
    </message>
    <message>
        <source>--patient is missing: for whom.</source>
        <translation>缺少 --patient：为谁预约。</translation>
    </message>
    <message>
        <source>--service is missing: what to book.</source>
        <translation>缺少 --service：预约什么项目。</translation>
    </message>
    <message>
        <source>--reason is missing: why it is cancelled.</source>
        <translation>缺少 --reason：为什么取消。</translation>
    </message>
    <message>
        <source>--by is patient or clinic.</source>
        <translation>--by 是 patient 或 clinic。</translation>
    </message>
    <message>
        <source>Id of the appointment, as “appointment list” prints it.</source>
        <translation>预约的标识，见“appointment list”。</translation>
    </message>
    <message>
        <source>With this one; name or id.</source>
        <translation>由这位来做；名称或标识。</translation>
    </message>
    <message>
        <source>Also above what can be taken at once.</source>
        <translation>超出可同时接待的数量也约（加号）。</translation>
    </message>
    <message>
        <source>What is refused ends with 1 and says who or what is in the way, and the nearest times that are free; with --json as {&quot;refused&quot;: …}.</source>
        <translation>约不成时退出码为 1，并说明被谁或什么占用以及最近的空闲时间；有 --json 时输出 {&quot;refused&quot;: …}。</translation>
    </message>
    <message>
        <source>Book an appointment for a patient.</source>
        <translation>为患者预约。</translation>
    </message>
    <message>
        <source>Number, old number or id.</source>
        <translation>病历号、旧号或标识。</translation>
    </message>
    <message>
        <source>Name or id of the service.</source>
        <translation>项目的名称或标识。</translation>
    </message>
    <message>
        <source>By the clinic&apos;s clock: &quot;2026-03-12 10:30&quot;.</source>
        <translation>诊所当地时间：&quot;2026-03-12 10:30&quot;。</translation>
    </message>
    <message>
        <source>How long (default: as the service is).</source>
        <translation>时长，分钟（不写按项目）。</translation>
    </message>
    <message>
        <source>A note for who reads the calendar.</source>
        <translation>给看日程的人的备注。</translation>
    </message>
    <message>
        <source>Move an appointment; what is not said stays as it is.</source>
        <translation>改约；没有写的照旧。</translation>
    </message>
    <message>
        <source>How long (default: as it was).</source>
        <translation>时长，分钟（不写为原时长）。</translation>
    </message>
    <message>
        <source>Cancel an appointment; its time is free again.</source>
        <translation>取消预约，时间重新空出。</translation>
    </message>
    <message>
        <source>Why.</source>
        <translation>原因。</translation>
    </message>
    <message>
        <source>Who does not want it (default: patient).</source>
        <translation>谁提出的（不写为 patient，即患者）。</translation>
    </message>
</context>
<context>
    <name>xinglin::cli::AppointmentFree</name>
    <message>
        <source>--%1 wants a time of day such as 14:30, not “%2”.</source>
        <translation>--%1 后面应是钟点，如 14:30，而不是“%2”。</translation>
    </message>
    <message>
        <source>--service is missing: what to look for.</source>
        <translation>缺少 --service：要找哪个项目。</translation>
    </message>
    <message>
        <source>From one day to another, at most %1 days.</source>
        <translation>起止日期应先后相接，最多 %1 天。</translation>
    </message>
    <message>
        <source>--after is not before --before.</source>
        <translation>--after 应早于 --before。</translation>
    </message>
    <message>
        <source>--sex is male or female.</source>
        <translation>--sex 是 male 或 female。</translation>
    </message>
    <message>
        <source>usual practitioner</source>
        <translation>常看的医师</translation>
    </message>
    <message>
        <source>as wished</source>
        <translation>合患者要求</translation>
    </message>
    <message>
        <source>usual time</source>
        <translation>惯常的钟点</translation>
    </message>
    <message>
        <source>usual day</source>
        <translation>惯常的星期</translation>
    </message>
    <message>
        <source>soonest</source>
        <translation>最早</translation>
    </message>
    <message>
        <source>leaves no gap</source>
        <translation>不留空当</translation>
    </message>
    <message>
        <source>Nothing is free then.</source>
        <translation>这段时间没有空闲。</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Practitioner</source>
        <translation>医师</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>诊室</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>When somebody could come.</source>
        <translation>查空闲时间。</translation>
    </message>
    <message>
        <source>Name or id of the service.</source>
        <translation>项目的名称或标识。</translation>
    </message>
    <message>
        <source>First day (default: today).</source>
        <translation>第一天（不写为今天）。</translation>
    </message>
    <message>
        <source>Last day (default: the first).</source>
        <translation>最后一天（不写为第一天）。</translation>
    </message>
    <message>
        <source>Only with this one; name or id.</source>
        <translation>只看这位；名称或标识。</translation>
    </message>
    <message>
        <source>Only with a practitioner of this sex.</source>
        <translation>只看该性别的医师。</translation>
    </message>
    <message>
        <source>Beginning no earlier.</source>
        <translation>开始不早于。</translation>
    </message>
    <message>
        <source>Ending no later.</source>
        <translation>结束不晚于。</translation>
    </message>
    <message>
        <source>Number, old number or id: what suits their habits first, and when they are nowhere else.</source>
        <translation>病历号、旧号或标识：合其习惯的在前，并避开其已有的预约。</translation>
    </message>
    <message>
        <source>Only so many, the best first (with --patient always; at most 12).</source>
        <translation>只列这么多，最合适的在前（有 --patient 时总是如此；最多 12 个）。</translation>
    </message>
    <message>
        <source>Without --patient and --best all times, by the clock; at one time each practitioner once.</source>
        <translation>不写 --patient 和 --best 时按先后列出全部时间；同一时间每位医师一次。</translation>
    </message>
</context>
<context>
    <name>xinglin::cli::AppointmentList</name>
    <message>
        <source>--day goes without --from and --to.</source>
        <translation>--day 不与 --from、--to 同用。</translation>
    </message>
    <message>
        <source>--to wants --from as well.</source>
        <translation>有 --to 时也要写 --from。</translation>
    </message>
    <message>
        <source>From one day to another, at most %1 days.</source>
        <translation>起止日期应先后相接，最多 %1 天。</translation>
    </message>
    <message>
        <source>Nothing is booked then.</source>
        <translation>这段时间没有预约。</translation>
    </message>
    <message>
        <source>taken</source>
        <translation>已占用</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>病历号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>With</source>
        <translation>安排</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>标识</translation>
    </message>
    <message>
        <source>What is booked, by its beginning, without what was cancelled.</source>
        <translation>按开始时间列出预约，不含已取消的。</translation>
    </message>
    <message>
        <source>On this day (default: today).</source>
        <translation>这一天的（不写为今天）。</translation>
    </message>
    <message>
        <source>From this day on.</source>
        <translation>从这一天起。</translation>
    </message>
    <message>
        <source>To this day, included (default: the first).</source>
        <translation>到这一天为止，含当天（不写为第一天）。</translation>
    </message>
    <message>
        <source>Only with this one; name or id.</source>
        <translation>只看这位；名称或标识。</translation>
    </message>
    <message>
        <source>Only of this patient: number, old number or id; without days a year from today on.</source>
        <translation>只看这位患者：病历号、旧号或标识；不写日期时为从今天起一年。</translation>
    </message>
</context>
<context>
    <name>xinglin::cli::Arguments</name>
    <message>
        <source>Folder of the clinic (default: the desktop&apos;s).</source>
        <translation>诊所的文件夹（默认与桌面程序相同）。</translation>
    </message>
    <message>
        <source>Who acts (default: the only user).</source>
        <translation>由谁操作（默认为唯一的用户）。</translation>
    </message>
    <message>
        <source>Read the password from this file descriptor; else from the file that XINGLIN_PASSWORD_FILE names; else ask on the terminal.</source>
        <translation>从此文件描述符读取密码；否则从 XINGLIN_PASSWORD_FILE 所指的文件读取；再否则在终端询问。</translation>
    </message>
    <message>
        <source>Language of words (default: that of the locale).</source>
        <translation>文字的语言（默认随系统）。</translation>
    </message>
    <message>
        <source>Print one JSON document.</source>
        <translation>输出一个 JSON 文档。</translation>
    </message>
    <message>
        <source>Print lists as one JSON object a line.</source>
        <translation>列表每行输出一个 JSON 对象。</translation>
    </message>
    <message>
        <source>Show this text.</source>
        <translation>显示本说明。</translation>
    </message>
    <message>
        <source>Unknown option: %1</source>
        <translation>不认识的选项：%1</translation>
    </message>
    <message>
        <source>--%1 takes no value.</source>
        <translation>--%1 不带值。</translation>
    </message>
    <message>
        <source>--%1 is given twice.</source>
        <translation>--%1 给了两次。</translation>
    </message>
    <message>
        <source>--%1 wants %2 after it.</source>
        <translation>--%1 后面要有 %2。</translation>
    </message>
    <message>
        <source>--%1 wants a whole number from %2 to %3, not “%4”.</source>
        <translation>--%1 要 %2 到 %3 的整数，不能是“%4”。</translation>
    </message>
</context>
<context>
    <name>xinglin::cli::Audit</name>
    <message>
        <source>There is nobody called %1.</source>
        <translation>没有叫 %1 的人。</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>谁</translation>
    </message>
    <message>
        <source>What</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>%1 is there already.</source>
        <translation>%1 已存在。</translation>
    </message>
    <message>
        <source>%1 of %2 rows</source>
        <translation>%1／%2 行</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation>清单</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>链头</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>指纹</translation>
    </message>
    <message>
        <source>Rows of the audit log, the newest first; your own where you may not read all.</source>
        <translation>审计记录，新的在前；无权看全部时只列自己的。</translation>
    </message>
    <message>
        <source>Only what concerns this patient.</source>
        <translation>只列与此患者有关的。</translation>
    </message>
    <message>
        <source>Only what this person did.</source>
        <translation>只列此人所为。</translation>
    </message>
    <message>
        <source>From then on: 2026-03-12 or 2026-03-12T10:30.</source>
        <translation>从此时起：2026-03-12 或 2026-03-12T10:30。</translation>
    </message>
    <message>
        <source>At most so many.</source>
        <translation>最多这么多条。</translation>
    </message>
    <message>
        <source>Reading the log is itself noted in it.</source>
        <translation>查看审计记录本身也会被记下。</translation>
    </message>
    <message>
        <source>Write the audit log as a table that xinglin-audit-verify can check without the store.</source>
        <translation>将审计记录写成表，xinglin-audit-verify 无须数据即可核查。</translation>
    </message>
    <message>
        <source>The table (CSV); its manifest is written beside it.</source>
        <translation>表（CSV），清单写在旁边。</translation>
    </message>
    <message>
        <source>The export is noted in the log first.</source>
        <translation>导出会先记入审计。</translation>
    </message>
</context>
<context>
    <name>xinglin::cli::Backup</name>
    <message>
        <source>Reading the store …</source>
        <translation>正在读取数据…</translation>
    </message>
    <message>
        <source>Copying …</source>
        <translation>正在复制…</translation>
    </message>
    <message>
        <source>Copying the files …</source>
        <translation>正在复制文件…</translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation>正在核查…</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Newest record</source>
        <translation>最新记录</translation>
    </message>
    <message>
        <source>Audit rows</source>
        <translation>审计行</translation>
    </message>
    <message>
        <source>Newest audit row</source>
        <translation>最新审计行</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>The backup was opened again from disk and holds.</source>
        <translation>备份已从磁盘重新打开，完好。</translation>
    </message>
    <message>
        <source>Make a backup of the clinic, encrypted, and check it.</source>
        <translation>为诊所做加密备份并核查。</translation>
    </message>
    <message>
        <source>Folder that the backup is made in, under a name of its own.</source>
        <translation>备份所在的文件夹，名称自动生成。</translation>
    </message>
    <message>
        <source>For owners and administrators. Backups of this clinic that retention lets go are removed from DIR.</source>
        <translation>限负责人与管理员。按留存规则到期的本诊所备份会从 DIR 删除。</translation>
    </message>
</context>
<context>
    <name>xinglin::cli::Bench</name>
    <message>
        <source>Unknown measurement: %1 (%2)</source>
        <translation>未知的测量项目：%1（%2）</translation>
    </message>
    <message>
        <source>--into belongs to “import”.</source>
        <translation>--into 只用于 import。</translation>
    </message>
    <message>
        <source>Measure how fast this PC runs Xinglin, on clinics of made-up people that are thrown away.</source>
        <translation>用虚构人物组成、用后即删的诊所，测量这台电脑运行杏林的速度。</translation>
    </message>
    <message>
        <source>What to measure: %1.</source>
        <translation>测量项目：%1。</translation>
    </message>
    <message>
        <source>How many: in the clinic that is searched (default 20000), in the file that is imported (20000), in the clinic that is filled (300).</source>
        <translation>人数：被检索的诊所（默认 20000）、被导入的文件（20000）、被填充的诊所（300）。</translation>
    </message>
    <message>
        <source>How many patients are there before the import (default 0).</source>
        <translation>导入前已有多少患者（默认 0）。</translation>
    </message>
    <message>
        <source>Where the made-up clinics lie; one that was grown for a search or an import is kept there.</source>
        <translation>虚构诊所所在的文件夹；为检索或导入而生成的诊所会保留在那里。</translation>
    </message>
    <message>
        <source>Each time stands beside that of a baseline that does only the least; the ratio says what the rest costs. Other programs at work on the PC make every time longer. The clinic of this PC is not opened.</source>
        <translation>每个时间旁边是只做最少工作的对照；倍数说明其余工作的代价。电脑上其他正在运行的程序会使所有时间变长。不会打开这台电脑上的诊所。</translation>
    </message>
    <message>
        <source>Part of “bench search”, in a process of its own.</source>
        <translation>“bench search”的一部分，在单独的进程中运行。</translation>
    </message>
    <message>
        <source>The statements.</source>
        <translation>要执行的语句。</translation>
    </message>
    <message>
        <source>Where they are run; the key comes on standard input.</source>
        <translation>在哪个数据库上执行；密钥由标准输入给出。</translation>
    </message>
</context>
<context>
    <name>xinglin::cli::Calendar</name>
    <message>
        <source>Nothing and nobody that can be booked is called &quot;%1&quot;.</source>
        <translation>没有名为“%1”的可预约资源。</translation>
    </message>
    <message>
        <source>Several are called &quot;%1&quot;; give the id.</source>
        <translation>有多个名为“%1”，请给出编号（id）。</translation>
    </message>
    <message>
        <source>--as is away or appointments.</source>
        <translation>--as 应为 away 或 appointments。</translation>
    </message>
    <message>
        <source>--for and --closed are of blocked time; appointments have --practitioner.</source>
        <translation>--for 与 --closed 用于占用时间；预约请用 --practitioner。</translation>
    </message>
    <message>
        <source>--service is missing: which service the appointments are of.</source>
        <translation>缺少 --service：预约属于哪项服务。</translation>
    </message>
    <message>
        <source>--service, --practitioner and --out-of-hours go with --as appointments.</source>
        <translation>--service、--practitioner 与 --out-of-hours 只与 --as appointments 同用。</translation>
    </message>
    <message>
        <source>Say whose time is blocked: --for NAME, or --closed for the whole clinic.</source>
        <translation>请说明占用谁的时间：--for 名称，或 --closed 表示全诊所。</translation>
    </message>
    <message>
        <source>%1 %, %2 times</source>
        <translation>%1 %，%2 个时间</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>%1 events: %2 times brought in, %3 here already, %4 rejected, in %5 s.</source>
        <translation>%1 个事件：导入 %2 个时间，已有 %3 个，拒绝 %4 个，用时 %5 秒。</translation>
    </message>
    <message>
        <source>%1 events. They are not encrypted.</source>
        <translation>%1 个事件。未加密。</translation>
    </message>
    <message>
        <source>Events written: %1, to %2, not encrypted.</source>
        <translation>%1 个事件已写入 %2。未加密。</translation>
    </message>
    <message>
        <source>Bring in a calendar of another program (iCalendar) as blocked time or appointments.</source>
        <translation>导入其他程序的日历（iCalendar），作为占用时间或预约。</translation>
    </message>
    <message>
        <source>An .ics file.</source>
        <translation>.ics 文件。</translation>
    </message>
    <message>
        <source>Whose time is blocked: a practitioner, room, bed or device.</source>
        <translation>占用谁的时间：医师、诊室、床位或设备。</translation>
    </message>
    <message>
        <source>The whole clinic is closed then.</source>
        <translation>届时全诊所停诊。</translation>
    </message>
    <message>
        <source>What the events become (default away).</source>
        <translation>事件成为什么（默认 away）。</translation>
    </message>
    <message>
        <source>Of appointments: their service.</source>
        <translation>预约：其服务。</translation>
    </message>
    <message>
        <source>Of appointments: with whom; otherwise whoever is free.</source>
        <translation>预约：由谁接诊；不写则由有空者接诊。</translation>
    </message>
    <message>
        <source>Of appointments: although it is not worked then.</source>
        <translation>预约：即使在出诊时间之外。</translation>
    </message>
    <message>
        <source>Only say what would become of each event.</source>
        <translation>只说明每个事件会怎样，不写入。</translation>
    </message>
    <message>
        <source>Series are brought in as single times, two years ahead. An appointment needs a patient who is known for certain: by the number that stands in the event, or by a name that only one patient has. What is here already is left out. The events come in as one import that can be taken back; each of those that do not is named with its line and the reason.</source>
        <translation>重复事件按两年内的各次时间导入。预约须能确定患者：事件中写有病历号，或姓名只有一位患者。已有的不再导入。全部事件为一次导入，可整体撤回；未导入的逐条列出行号与原因。</translation>
    </message>
    <message>
        <source>Write the appointments as a calendar for other programs (iCalendar).</source>
        <translation>将预约写成其他程序可读的日历（iCalendar）。</translation>
    </message>
    <message>
        <source>What is made; nothing may be there yet. Without it: standard output.</source>
        <translation>要生成的文件，该处不得已有文件。不写则输出到标准输出。</translation>
    </message>
    <message>
        <source>From then on (default today).</source>
        <translation>从此时起（默认今天）。</translation>
    </message>
    <message>
        <source>Until then (default a year later).</source>
        <translation>到此时止（默认一年后）。</translation>
    </message>
    <message>
        <source>Only theirs; also a room, bed or device.</source>
        <translation>只含其预约；也可为诊室、床位或设备。</translation>
    </message>
    <message>
        <source>With names and numbers of patients, and reasons of leave.</source>
        <translation>含患者姓名与病历号以及请假原因。</translation>
    </message>
    <message>
        <source>With leave and closed days as times that are taken.</source>
        <translation>将请假与停诊日作为占用时间写入。</translation>
    </message>
    <message>
        <source>For owners. Without --names nothing says whom an appointment is with. The file is not encrypted. The export is noted in the audit log first.</source>
        <translation>仅限所有者。不加 --names 时看不出预约是谁的。文件未加密。导出前先记入审计日志。</translation>
    </message>
</context>
<context>
    <name>xinglin::cli::ConstitutionScore</name>
    <message>
        <source>This must be standard or elderly.</source>
        <translation>此处须为 standard 或 elderly。</translation>
    </message>
    <message>
        <source>This must be female, male, other or unknown.</source>
        <translation>此处须为 female、male、other 或 unknown。</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>basically yes</source>
        <translation>基本是</translation>
    </message>
    <message>
        <source>tendency</source>
        <translation>倾向是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>体质</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>原始分</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>转化分</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Score the answers of a constitution questionnaire. Needs no clinic.</source>
        <translation>为体质问卷的答案计分。不需要诊所。</translation>
    </message>
    <message>
        <source>The answers as JSON; - for standard input.</source>
        <translation>答案的 JSON；- 表示标准输入。</translation>
    </message>
    <message>
        <source>As JSON: {&quot;form&quot;: &quot;standard&quot; or &quot;elderly&quot;, &quot;sex&quot;: &quot;female&quot; or &quot;male&quot;, &quot;answers&quot;: {&quot;item id&quot;: 1 to 5}}. All items of the form must be answered: 60 of the standard form (ZYYXH/T 157-2009), the last of them by sex, or 33 of the form for elderly people, where the sex may be left out. Scores are compared unrounded; the form for elderly people has sums only.</source>
        <translation>JSON 格式：{&quot;form&quot;: &quot;standard&quot; 或 &quot;elderly&quot;, &quot;sex&quot;: &quot;female&quot; 或 &quot;male&quot;, &quot;answers&quot;: {&quot;题号&quot;: 1 到 5}}。量表各题都须作答：标准版（ZYYXH/T 157-2009）60 题，末题按性别；老年版 33 题，可不写性别。按未取整的分数判定；老年版只有条目得分之和。</translation>
    </message>
    <message>
        <source>This must be an object with an answer for each item.</source>
        <translation>此处须为对象，每题一个答案。</translation>
    </message>
    <message>
        <source>This must be a whole number from 1 to 5.</source>
        <translation>此处须为 1 到 5 的整数。</translation>
    </message>
</context>
<context>
    <name>xinglin::cli::Demo</name>
    <message>
        <source>Login</source>
        <translation>登录名</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>%1 patients, %2 visits and %3 prescriptions in %4 s.</source>
        <translation>%4 秒内写入患者 %1 人、就诊 %2 次、处方 %3 张。</translation>
    </message>
    <message>
        <source>Day %1 of %2</source>
        <translation>第 %1 天，共 %2 天</translation>
    </message>
    <message>
        <source>Fill a new training clinic with made-up patients, visits and users, and print the users.</source>
        <translation>给新的练习诊所填入虚构的患者、就诊和用户，并列出用户。</translation>
    </message>
    <message>
        <source>How many patients (default 300).</source>
        <translation>患者人数（默认 300）。</translation>
    </message>
    <message>
        <source>How many years of visits (default 2).</source>
        <translation>就诊年数（默认 2）。</translation>
    </message>
    <message>
        <source>The same number gives the same clinic (default 1).</source>
        <translation>同一个数得到同一家诊所（默认 1）。</translation>
    </message>
    <message>
        <source>The users&apos; passwords are public; never enter a real person in such a clinic.</source>
        <translation>这些用户的密码是公开的；切勿在这种诊所里登记真实的人。</translation>
    </message>
</context>
<context>
    <name>xinglin::cli::Doctor</name>
    <message>
        <source>good</source>
        <translation>良好</translation>
    </message>
    <message>
        <source>soon</source>
        <translation>近期</translation>
    </message>
    <message>
        <source>now</source>
        <translation>立即</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>不详</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>What</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Fact</source>
        <translation>事实</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>怎么办</translation>
    </message>
    <message>
        <source>Say how the store and this PC are doing, and what to do about it.</source>
        <translation>说明数据与本机的状况，以及该怎么办。</translation>
    </message>
    <message>
        <source>Ends with 1 where something is to be done now.</source>
        <translation>有须立即处理的事时以 1 结束。</translation>
    </message>
</context>
<context>
    <name>xinglin::cli::Export</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>未导出</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>%1 rows in %2 files are in %3, in %4 s. They are not encrypted.</source>
        <translation>%1 行、%2 个文件已写入 %3，用时 %4 秒。文件未加密。</translation>
    </message>
    <message>
        <source>All %1 files are as they were written.</source>
        <translation>全部 %1 个文件与写出时一致。</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>was changed</source>
        <translation>已被改动</translation>
    </message>
    <message>
        <source>is not of this export</source>
        <translation>不属于此次导出</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>%1 %, %2 rows</source>
        <translation>%1 %，%2 行</translation>
    </message>
    <message>
        <source>--format is csv, xlsx or json.</source>
        <translation>--format 只能是 csv、xlsx 或 json。</translation>
    </message>
    <message>
        <source>There is no table &quot;%1&quot; to export.</source>
        <translation>没有可导出的表“%1”。</translation>
    </message>
    <message>
        <source>Write everything the clinic keeps in open formats, with a manifest.</source>
        <translation>把诊所的全部数据以开放格式写出，并附清单。</translation>
    </message>
    <message>
        <source>What is made; nothing may be there yet.</source>
        <translation>要建立的文件夹或 ZIP 文件，不能已存在。</translation>
    </message>
    <message>
        <source>CSV where it is not said.</source>
        <translation>不指定则为 CSV。</translation>
    </message>
    <message>
        <source>Only these, named as their files.</source>
        <translation>只导出这些，名称同文件名。</translation>
    </message>
    <message>
        <source>Only compare the files of an export in DIR with its manifest.</source>
        <translation>只按清单核对 DIR 中已导出的文件。</translation>
    </message>
    <message>
        <source>For owners. Notes are in it where the person may read them as well. The files are not encrypted. The export is noted in the audit log first.</source>
        <translation>限所有者使用。有权阅读病历的人导出时才含病历内容。文件未加密。导出前先记入审计日志。</translation>
    </message>
    <message>
        <source>The folder %1 could not be removed; remove it yourself. Its files are not encrypted.</source>
        <translation>文件夹 %1 无法删除，其中的文件未加密，请自行删除。</translation>
    </message>
</context>
<context>
    <name>xinglin::cli::Help</name>
    <message>
        <source>Show the version.</source>
        <translation>显示版本。</translation>
    </message>
    <message>
        <source>Usage: xinglin-cli [OPTION…] NOUN VERB [OPTION…] [WORD…]</source>
        <translation>用法：xinglin-cli [OPTION…] NOUN VERB [OPTION…] [WORD…]</translation>
    </message>
    <message>
        <source>Options of every verb:</source>
        <translation>通用选项：</translation>
    </message>
    <message>
        <source>Exit: 0 done, 1 refused or findings asked for with --fail-on, 2 wrong use, 3 wrong password or no permission, 4 store damaged or in use, 5 input rejected and nothing written.</source>
        <translation>退出码：0 完成；1 被拒绝，或有 --fail-on 所指的提示；2 用法错误；3 密码错误或没有权限；4 病历库损坏或正被占用；5 输入不合格，什么也没写入。</translation>
    </message>
    <message>
        <source>[OPTION…]</source>
        <translation>[OPTION…]</translation>
    </message>
    <message>
        <source>Usage: %1</source>
        <translation>用法：%1</translation>
    </message>
</context>
<context>
    <name>xinglin::cli::HerbResolve</name>
    <message>
        <source>Written</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Herb</source>
        <translation>药材</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>药名</translation>
    </message>
    <message>
        <source>Processed</source>
        <translation>炮制</translation>
    </message>
    <message>
        <source>Preparation</source>
        <translation>煎法</translation>
    </message>
    <message>
        <source>How</source>
        <translation>识别方式</translation>
    </message>
    <message>
        <source>--fail-on wants unknown, not “%1”.</source>
        <translation>--fail-on 要 unknown，不能是“%1”。</translation>
    </message>
    <message>
        <source>%1 of %2 names are not known.</source>
        <translation>%2 个药名中有 %1 个不识。</translation>
    </message>
    <message>
        <source>Say which herb each written name means. Needs no clinic.</source>
        <translation>说明每个药名指的是哪味药。不需要诊所。</translation>
    </message>
    <message>
        <source>A name a line; - for standard input.</source>
        <translation>每行一个药名；- 表示标准输入。</translation>
    </message>
    <message>
        <source>Exit 1 where a name is not known.</source>
        <translation>有不识的药名时，退出码为 1。</translation>
    </message>
    <message>
        <source>With --json each name is one JSON object on a line of its own.</source>
        <translation>加 --json 时，每个药名一行，各为一个 JSON 对象。</translation>
    </message>
</context>
<context>
    <name>xinglin::cli::Import</name>
    <message>
        <source>%1 %, line %2</source>
        <translation>%1 %，第 %2 行</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>%1 rows: %2 new, %3 known already, %4 rejected, in %5 s.</source>
        <translation>共 %1 行：新增 %2，已有 %3，拒绝 %4，用时 %5 秒。</translation>
    </message>
    <message>
        <source>Only say what would become of each row.</source>
        <translation>只说明每一行会怎样，不写入。</translation>
    </message>
    <message>
        <source>Bring in those as well who are only likely known.</source>
        <translation>可能已有的人也一并导入。</translation>
    </message>
    <message>
        <source>CSV or XLSX, with a row of headers.</source>
        <translation>CSV 或 XLSX，含一行表头。</translation>
    </message>
    <message>
        <source>Without a map file the columns are known by their headers in Chinese or English. The rows come in as one batch: all of them or, where it fails on the way, none.</source>
        <translation>没有对应文件时，按中文或英文表头识别各列。所有行作为一批导入：要么全部导入，中途失败则一行不留。</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>开始于</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>&quot;%1&quot; names no import; see import list.</source>
        <translation>“%1”不是导入的编号，见 import list。</translation>
    </message>
    <message>
        <source>changed since</source>
        <translation>之后有改动</translation>
    </message>
    <message>
        <source>something was written since</source>
        <translation>之后有新的记录</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Stays because</source>
        <translation>保留原因</translation>
    </message>
    <message numerus="yes">
        <source>The import is taken back; %n patients stay.</source>
        <translation>
            <numerusform>导入已撤回，保留 %n 名患者。</numerusform>
        </translation>
    </message>
    <message>
        <source>Its id, as import list shows it.</source>
        <translation>import list 显示的编号。</translation>
    </message>
    <message>
        <source>List the imports, the latest first.</source>
        <translation>列出历次导入，最近的在前。</translation>
    </message>
    <message>
        <source>Take an import back as one.</source>
        <translation>整批撤回一次导入。</translation>
    </message>
    <message>
        <source>Patients whose data were changed since, or for whom something was written, stay and are named.</source>
        <translation>之后资料有改动或有新记录的患者会保留，并列出姓名。</translation>
    </message>
    <message>
        <source>Go on with an import that was interrupted.</source>
        <translation>继续一次中断的导入。</translation>
    </message>
    <message>
        <source>The same file as before.</source>
        <translation>与之前相同的文件。</translation>
    </message>
    <message>
        <source>Bring in patients from a table of another program.</source>
        <translation>从其他软件的表格导入患者。</translation>
    </message>
    <message>
        <source>Bring in allergies of patients who are known.</source>
        <translation>为已有患者导入过敏史。</translation>
    </message>
    <message>
        <source>Bring in visits of patients who are known.</source>
        <translation>为已有患者导入就诊记录。</translation>
    </message>
    <message>
        <source>Bring in prescriptions of patients who are known.</source>
        <translation>为已有患者导入处方。</translation>
    </message>
    <message>
        <source>--encoding takes one of: %1.</source>
        <translation>--encoding 可取：%1。</translation>
    </message>
    <message>
        <source>--delimiter takes one character, or tab.</source>
        <translation>--delimiter 取一个字符，或 tab。</translation>
    </message>
    <message>
        <source>Which column is what, as JSON.</source>
        <translation>各列对应关系，JSON 格式。</translation>
    </message>
    <message>
        <source>Which sheet of a workbook (default 1).</source>
        <translation>工作簿的第几张工作表（默认 1）。</translation>
    </message>
    <message>
        <source>Of a CSV file: %1; found by itself where it can be.</source>
        <translation>CSV 文件的编码：%1；能自动识别时可省略。</translation>
    </message>
    <message>
        <source>Of a CSV file: a character, or tab.</source>
        <translation>CSV 文件的分隔符：一个字符，或 tab。</translation>
    </message>
    <message>
        <source>Read bytes that fit no character as a replacement sign.</source>
        <translation>把无法识别的字节读作替换符号。</translation>
    </message>
</context>
<context>
    <name>xinglin::cli::Init</name>
    <message>
        <source>Recovery sheet of %1</source>
        <translation>%1的恢复单</translation>
    </message>
    <message>
        <source>Whoever holds these lines can open every record of the clinic. Print them and lock them away.</source>
        <translation>谁有这几行字，谁就能打开诊所的全部病历。请打印并锁好。</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>缺少 %1。</translation>
    </message>
    <message>
        <source>--roles wants letters of R P D O A U.</source>
        <translation>--roles 只能由字母 R P D O A U 组成。</translation>
    </message>
    <message>
        <source>%1 exists already; nothing was made.</source>
        <translation>%1 已存在，什么也没做。</translation>
    </message>
    <message>
        <source>%1 cannot be written; nothing was made.</source>
        <translation>%1 无法写入，什么也没做。</translation>
    </message>
    <message>
        <source>There is a clinic in %1 already.</source>
        <translation>%1 里已有一家诊所。</translation>
    </message>
    <message>
        <source>The clinic %1 was made in %2; its owner is %3.</source>
        <translation>已在 %2 创建诊所“%1”，负责人是 %3。</translation>
    </message>
    <message>
        <source>Make a new, empty clinic and its owner.</source>
        <translation>创建一家空的新诊所及其负责人。</translation>
    </message>
    <message>
        <source>Name of the clinic, as on its papers.</source>
        <translation>诊所名称，与单据上的一致。</translation>
    </message>
    <message>
        <source>The owner&apos;s name (default: the login).</source>
        <translation>负责人的姓名（默认用登录名）。</translation>
    </message>
    <message>
        <source>Further roles of the owner: R receptionist, P practitioner, D dispenser, A administrator, U auditor.</source>
        <translation>负责人的其他角色：R 前台，P 医师，D 调剂，A 管理员，U 审计。</translation>
    </message>
    <message>
        <source>A clinic for practice: a banner says so in every window.</source>
        <translation>练习诊所：每个窗口都有横幅提示。</translation>
    </message>
    <message>
        <source>Write the recovery sheet there (default: show it once).</source>
        <translation>把恢复单写入此文件（默认只显示一次）。</translation>
    </message>
    <message>
        <source>The owner&apos;s login is given with --user.</source>
        <translation>负责人的登录名由 --user 给出。</translation>
    </message>
</context>
<context>
    <name>xinglin::cli::Input</name>
    <message>
        <source>%1 cannot be read.</source>
        <translation>无法读取 %1。</translation>
    </message>
    <message>
        <source>%1 is longer than %2 bytes.</source>
        <translation>%1 超过 %2 字节。</translation>
    </message>
    <message>
        <source>The text is not UTF-8 (line %1).</source>
        <translation>文本不是 UTF-8（第 %1 行）。</translation>
    </message>
    <message>
        <source>The JSON is broken at byte %1: %2.</source>
        <translation>JSON 在第 %1 字节处有误：%2。</translation>
    </message>
    <message>
        <source>The JSON must be one object in braces.</source>
        <translation>JSON 应为花括号里的一个对象。</translation>
    </message>
    <message>
        <source>This must be text.</source>
        <translation>此处应为文本。</translation>
    </message>
    <message>
        <source>This holds a character that no text has.</source>
        <translation>此处含有文本中不会有的字符。</translation>
    </message>
    <message>
        <source>This must be true or false.</source>
        <translation>此处应为 true 或 false。</translation>
    </message>
    <message>
        <source>This must be an object in braces.</source>
        <translation>此处应为花括号里的对象。</translation>
    </message>
    <message>
        <source>There is no such member.</source>
        <translation>没有这个成员。</translation>
    </message>
</context>
<context>
    <name>xinglin::cli::Log</name>
    <message>
        <source>There is no table %1.</source>
        <translation>没有表 %1。</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Records of the change log, the oldest first.</source>
        <translation>变更日志的记录，最早的在前。</translation>
    </message>
    <message>
        <source>From then on: 2026-03-12 or 2026-03-12T10:30.</source>
        <translation>从此时起：2026-03-12 或 2026-03-12T10:30。</translation>
    </message>
    <message>
        <source>Only records that touch this table.</source>
        <translation>只看涉及此表的记录。</translation>
    </message>
    <message>
        <source>At most so many.</source>
        <translation>最多这么多条。</translation>
    </message>
</context>
<context>
    <name>xinglin::cli::Main</name>
    <message>
        <source>Try “%1 --help”.</source>
        <translation>请看“%1 --help”。</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>缺少 %1。</translation>
    </message>
    <message>
        <source>Too many words: %1</source>
        <translation>多余的词：%1</translation>
    </message>
    <message>
        <source>Unknown language: %1 (zh_CN or en)</source>
        <translation>不认识的语言：%1（zh_CN 或 en）</translation>
    </message>
    <message>
        <source>A noun and a verb are missing, such as “patient search”.</source>
        <translation>缺少名词和动词，如“patient search”。</translation>
    </message>
    <message>
        <source>Unknown word: %1</source>
        <translation>不认识的词：%1</translation>
    </message>
    <message>
        <source>A verb is missing after “%1”.</source>
        <translation>“%1”后面缺少动词。</translation>
    </message>
</context>
<context>
    <name>xinglin::cli::Opening</name>
    <message>
        <source>The password is not UTF-8 text.</source>
        <translation>密码不是 UTF-8 文本。</translation>
    </message>
    <message>
        <source>--password-fd wants a number, not “%1”.</source>
        <translation>--password-fd 要一个数，不能是“%1”。</translation>
    </message>
    <message>
        <source>The password file %1 cannot be read.</source>
        <translation>无法读取密码文件 %1。</translation>
    </message>
    <message>
        <source>Password of %1: </source>
        <translation>%1 的密码： </translation>
    </message>
    <message>
        <source>The same once more: </source>
        <translation>再输一遍： </translation>
    </message>
    <message>
        <source>The two passwords differ.</source>
        <translation>两次密码不一致。</translation>
    </message>
    <message>
        <source>There is no clinic in %1; “xinglin-cli init” makes one.</source>
        <translation>%1 里没有诊所；用“xinglin-cli init”创建。</translation>
    </message>
    <message>
        <source>Say who you are with --user.</source>
        <translation>请用 --user 说明你是谁。</translation>
    </message>
</context>
<context>
    <name>xinglin::cli::Patient</name>
    <message>
        <source>This must be a list in brackets.</source>
        <translation>此处应为方括号里的列表。</translation>
    </message>
    <message>
        <source>This must be a telephone number as text.</source>
        <translation>此处应为文本形式的电话号码。</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>病历号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>出生</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Old number</source>
        <translation>旧病历号</translation>
    </message>
    <message>
        <source>ID number</source>
        <translation>身份证号</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Insurance</source>
        <translation>医保</translation>
    </message>
    <message>
        <source>Occupation</source>
        <translation>职业</translation>
    </message>
    <message>
        <source>Marital status</source>
        <translation>婚姻状况</translation>
    </message>
    <message>
        <source>Guardian</source>
        <translation>监护人</translation>
    </message>
    <message>
        <source>Emergency contact</source>
        <translation>紧急联系人</translation>
    </message>
    <message>
        <source>Desk alert</source>
        <translation>前台提醒</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>登记时间</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>标识</translation>
    </message>
    <message>
        <source>male</source>
        <translation>男</translation>
    </message>
    <message>
        <source>female</source>
        <translation>女</translation>
    </message>
    <message>
        <source>other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>不详</translation>
    </message>
    <message>
        <source>This must be male, female, other or unknown.</source>
        <translation>此处应为 male、female、other 或 unknown。</translation>
    </message>
    <message>
        <source>There is no such kind of document.</source>
        <translation>没有这种证件。</translation>
    </message>
    <message>
        <source>This must be the id of a patient.</source>
        <translation>这里须是患者的编码。</translation>
    </message>
</context>
<context>
    <name>xinglin::cli::PatientAdd</name>
    <message>
        <source>Full name.</source>
        <translation>姓名全称。</translation>
    </message>
    <message>
        <source>male, female, other or unknown.</source>
        <translation>male、female、other 或 unknown。</translation>
    </message>
    <message>
        <source>A year, a month or a day: 1979, 1979-08, 1979-08-21.</source>
        <translation>年、年月或年月日：1979、1979-08、1979-08-21。</translation>
    </message>
    <message>
        <source>Telephone; can be given several times.</source>
        <translation>电话，可给多次。</translation>
    </message>
    <message>
        <source>Number of the identity card.</source>
        <translation>身份证号码。</translation>
    </message>
    <message>
        <source>Address.</source>
        <translation>地址。</translation>
    </message>
    <message>
        <source>What the reception desk must see.</source>
        <translation>前台必须看到的提醒。</translation>
    </message>
    <message>
        <source>Note.</source>
        <translation>备注。</translation>
    </message>
    <message>
        <source>Number in another system.</source>
        <translation>在其他系统里的号码。</translation>
    </message>
    <message>
        <source>Give the patient either with options or as a file.</source>
        <translation>患者用选项给出，或用文件给出，二者选一。</translation>
    </message>
    <message>
        <source>Register a patient.</source>
        <translation>登记患者。</translation>
    </message>
    <message>
        <source>The patient as JSON; - or nothing: standard input.</source>
        <translation>患者的 JSON；- 或不写：标准输入。</translation>
    </message>
    <message>
        <source>As JSON: {&quot;name&quot;, &quot;sex&quot;?, &quot;birth_date&quot;?, &quot;phones&quot;?: […], &quot;id_number&quot;?, &quot;id_kind&quot;?, &quot;address&quot;?, &quot;insurance&quot;?, &quot;occupation&quot;?, &quot;marital_status&quot;?, &quot;guardian&quot;?: {&quot;name&quot;, &quot;relation&quot;, &quot;phone&quot;}, &quot;emergency&quot;?: {&quot;name&quot;, &quot;phone&quot;}, &quot;source&quot;?, &quot;desk_alert&quot;?, &quot;note&quot;?, &quot;old_number&quot;?}. An empty list of phones says that there is none.</source>
        <translation>JSON 形式：{&quot;name&quot;, &quot;sex&quot;?, &quot;birth_date&quot;?, &quot;phones&quot;?: […], &quot;id_number&quot;?, &quot;id_kind&quot;?, &quot;address&quot;?, &quot;insurance&quot;?, &quot;occupation&quot;?, &quot;marital_status&quot;?, &quot;guardian&quot;?: {&quot;name&quot;, &quot;relation&quot;, &quot;phone&quot;}, &quot;emergency&quot;?: {&quot;name&quot;, &quot;phone&quot;}, &quot;source&quot;?, &quot;desk_alert&quot;?, &quot;note&quot;?, &quot;old_number&quot;?}。phones 为空列表表示没有电话。</translation>
    </message>
</context>
<context>
    <name>xinglin::cli::PatientDuplicates</name>
    <message>
        <source>--level takes possible, likely or certain.</source>
        <translation>--level 可取 possible、likely 或 certain。</translation>
    </message>
    <message>
        <source>Row %1 of %2</source>
        <translation>第 %1 行，共 %2 行</translation>
    </message>
    <message>
        <source>One</source>
        <translation>甲</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>乙</translation>
    </message>
    <message>
        <source>Bits</source>
        <translation>比特</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>把握</translation>
    </message>
    <message numerus="yes">
        <source>%n pairs in %1 rows.</source>
        <translation>
            <numerusform>%1 行中有 %n 对。</numerusform>
        </translation>
    </message>
    <message>
        <source>How sure at least: possible, likely (default) or certain.</source>
        <translation>至少多大把握：possible（可能）、likely（很可能，默认）或 certain（确定）。</translation>
    </message>
    <message>
        <source>Find rows of one person in a table of another program. Needs no clinic.</source>
        <translation>在其他软件的表格中找出同一人的多行，无需诊所数据。</translation>
    </message>
    <message>
        <source>CSV or XLSX.</source>
        <translation>CSV 或 XLSX。</translation>
    </message>
    <message>
        <source>Rows are named by the column that the map file calls &quot;key&quot;, else by their lines. The score is in bits: each one more doubles the odds that two rows are of one person.</source>
        <translation>各行以对应文件中“key”所指的列命名，没有则用行号。得分以比特计：每多 1 比特，两行为同一人的可能性加倍。</translation>
    </message>
</context>
<context>
    <name>xinglin::cli::PatientHistory</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>改前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>改后</translation>
    </message>
    <message>
        <source>Every change of a patient&apos;s data that you may see, the oldest first.</source>
        <translation>患者资料的每次改动（限你可看的），最早的在前。</translation>
    </message>
    <message>
        <source>Number, old number or id.</source>
        <translation>病历号、旧病历号或标识。</translation>
    </message>
</context>
<context>
    <name>xinglin::cli::PatientSearch</name>
    <message>
        <source>Number</source>
        <translation>病历号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>出生</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Last visit</source>
        <translation>末次就诊</translation>
    </message>
    <message>
        <source>Nobody was found.</source>
        <translation>没有找到人。</translation>
    </message>
    <message>
        <source>Find patients, the best first.</source>
        <translation>查找患者，最相符的在前。</translation>
    </message>
    <message>
        <source>Part of a name, pinyin, initials, part of a telephone, tail of an ID number, or a number.</source>
        <translation>姓名的一部分、拼音、首字母、电话的一部分、证件尾号或病历号。</translation>
    </message>
    <message>
        <source>At most so many (default 50).</source>
        <translation>最多这么多人（默认 50）。</translation>
    </message>
</context>
<context>
    <name>xinglin::cli::PatientShow</name>
    <message>
        <source>Allergies</source>
        <translation>过敏</translation>
    </message>
    <message>
        <source>Medicines</source>
        <translation>在服药</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>就诊</translation>
    </message>
    <message>
        <source>Last visit</source>
        <translation>末次就诊</translation>
    </message>
    <message>
        <source>Show a patient as far as you may see them.</source>
        <translation>显示患者资料，限你可看的部分。</translation>
    </message>
    <message>
        <source>Number, old number or id.</source>
        <translation>病历号、旧病历号或标识。</translation>
    </message>
    <message>
        <source>As recorded then: 2026-03-12 or 2026-03-12T10:30.</source>
        <translation>当时的记载：2026-03-12 或 2026-03-12T10:30。</translation>
    </message>
</context>
<context>
    <name>xinglin::cli::PrescriptionCheck</name>
    <message>
        <source>severe</source>
        <translation>停</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>慎</translation>
    </message>
    <message>
        <source>note</source>
        <translation>知</translation>
    </message>
    <message>
        <source>No findings.</source>
        <translation>没有提示。</translation>
    </message>
    <message>
        <source>Checked: %1 of %2 lines.</source>
        <translation>已核：%2 味中的 %1 味。</translation>
    </message>
    <message>
        <source>Not known and not checked: %1</source>
        <translation>不识、未核：%1</translation>
    </message>
    <message>
        <source>Without a dose: %1</source>
        <translation>没有剂量：%1</translation>
    </message>
    <message>
        <source>Allergies not compared: %1</source>
        <translation>过敏未比对：%1</translation>
    </message>
    <message>
        <source>Medicines not checked: %1</source>
        <translation>在服药未核：%1</translation>
    </message>
    <message>
        <source>Whether the patient is pregnant is not known.</source>
        <translation>是否妊娠不详。</translation>
    </message>
    <message>
        <source>The limits are those of adults.</source>
        <translation>限量按成人。</translation>
    </message>
    <message>
        <source>There are no data on breast-feeding.</source>
        <translation>没有哺乳期的资料。</translation>
    </message>
    <message>
        <source>--fail-on wants severe, warning, note or unknown, not “%1”.</source>
        <translation>--fail-on 要 severe、warning、note 或 unknown，不能是“%1”。</translation>
    </message>
    <message>
        <source>Ignored, for nobody knows it: %1</source>
        <translation>不认识，已略过：%1</translation>
    </message>
    <message>
        <source>Check a prescription for pairs, doses, pregnancy, toxicity and allergies. Needs no clinic.</source>
        <translation>核对处方的配伍、剂量、妊娠、毒性和过敏。不需要诊所。</translation>
    </message>
    <message>
        <source>The prescription as JSON; - for standard input.</source>
        <translation>处方的 JSON；- 表示标准输入。</translation>
    </message>
    <message>
        <source>Exit 1 where there is a finding so severe, or a name not known: severe, warning, note, unknown.</source>
        <translation>有这一级别的提示或有不识的药名时，退出码为 1：severe、warning、note、unknown。</translation>
    </message>
    <message>
        <source>As JSON: {&quot;herbs&quot;: [{&quot;name&quot;, &quot;dose_g&quot;, &quot;preparation&quot;?}], &quot;packets_per_day&quot;?: 1, &quot;route&quot;: &quot;decoction&quot;, &quot;patient&quot;?: {&quot;sex&quot;?, &quot;age&quot;?, &quot;pregnant&quot;?, &quot;lactating&quot;?, &quot;allergies&quot;?: […]}}. dose_g is grams for each packet.</source>
        <translation>JSON 形式：{&quot;herbs&quot;: [{&quot;name&quot;, &quot;dose_g&quot;, &quot;preparation&quot;?}], &quot;packets_per_day&quot;?: 1, &quot;route&quot;: &quot;decoction&quot;, &quot;patient&quot;?: {&quot;sex&quot;?, &quot;age&quot;?, &quot;pregnant&quot;?, &quot;lactating&quot;?, &quot;allergies&quot;?: […]}}。dose_g 是每剂的克数。</translation>
    </message>
</context>
<context>
    <name>xinglin::cli::Queue</name>
    <message>
        <source>There is no practitioner or room “%1”.</source>
        <translation>没有名为“%1”的医师或诊室。</translation>
    </message>
    <message>
        <source>There is no service “%1”.</source>
        <translation>没有项目“%1”。</translation>
    </message>
    <message>
        <source>Nobody has the number %1 today.</source>
        <translation>今天没有 %1 号。</translation>
    </message>
    <message>
        <source>Nobody came.</source>
        <translation>没有人到诊。</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>For</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>With</source>
        <translation>由</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>到达</translation>
    </message>
    <message>
        <source>Minutes left</source>
        <translation>预计还等（分）</translation>
    </message>
    <message>
        <source>%1 is no id.</source>
        <translation>%1 不是编号。</translation>
    </message>
    <message>
        <source>Say for whom with --practitioner.</source>
        <translation>请用 --practitioner 指定医师。</translation>
    </message>
    <message>
        <source>did not come</source>
        <translation>爽约</translation>
    </message>
    <message>
        <source>Its id.</source>
        <translation>预约编号。</translation>
    </message>
    <message>
        <source>The number of today, or the ticket&apos;s id.</source>
        <translation>今天的号，或候诊编号。</translation>
    </message>
    <message>
        <source>Practitioner, by name or id.</source>
        <translation>医师的姓名或编号。</translation>
    </message>
    <message>
        <source>What for, by name or id.</source>
        <translation>项目的名称或编号。</translation>
    </message>
    <message>
        <source>Somebody who is booked has come.</source>
        <translation>预约患者签到。</translation>
    </message>
    <message>
        <source>Queue somebody without an appointment.</source>
        <translation>现场挂号。</translation>
    </message>
    <message>
        <source>Number or id.</source>
        <translation>病历号或编号。</translation>
    </message>
    <message>
        <source>Call whose turn it is; the present consultation ends.</source>
        <translation>叫下一位；当前就诊随之结束。</translation>
    </message>
    <message>
        <source>Call this one, whoever&apos;s turn it is.</source>
        <translation>叫指定的人，不论次序。</translation>
    </message>
    <message>
        <source>Called and not there: waits again.</source>
        <translation>过号：重新候诊。</translation>
    </message>
    <message>
        <source>The consultation is over.</source>
        <translation>就诊结束。</translation>
    </message>
    <message>
        <source>Left without having been seen.</source>
        <translation>未就诊离开。</translation>
    </message>
    <message>
        <source>Somebody who was booked did not come.</source>
        <translation>标记爽约。</translation>
    </message>
    <message>
        <source>Who came, whose turn it is and how long they still wait.</source>
        <translation>谁已到、轮到谁、还要等多久。</translation>
    </message>
    <message>
        <source>Another day than today: 2026-03-12.</source>
        <translation>今天以外的日期：2026-03-12。</translation>
    </message>
    <message>
        <source>Those who wait stand in the order of their turn. How long they wait is reckoned from the consultations of the last %1 days; nothing is said where there were too few.</source>
        <translation>候诊者按叫号次序排列。等候时间按最近 %1 天的就诊时长估算；次数太少时不作估计。</translation>
    </message>
</context>
<context>
    <name>xinglin::cli::Restore</name>
    <message>
        <source>Say who you are with --user, or give --recovery-file.</source>
        <translation>请用 --user 说明身份，或给出 --recovery-file。</translation>
    </message>
    <message>
        <source>Restoring … %1 %</source>
        <translation>正在恢复… %1 %</translation>
    </message>
    <message>
        <source>Clinic</source>
        <translation>诊所</translation>
    </message>
    <message>
        <source>As it was at</source>
        <translation>恢复到</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Audit rows</source>
        <translation>审计行</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>The old store is kept in</source>
        <translation>旧数据保存在</translation>
    </message>
    <message>
        <source>The backup was restored and holds. Passwords are those of today.</source>
        <translation>备份已恢复，完好。密码为今天的密码。</translation>
    </message>
    <message>
        <source>The backup was restored and holds. Passwords are those of the day the backup was made.</source>
        <translation>备份已恢复，完好。密码为备份当日的密码。</translation>
    </message>
    <message>
        <source>Bring the clinic back from a backup.</source>
        <translation>从备份恢复诊所。</translation>
    </message>
    <message>
        <source>Folder of the backup.</source>
        <translation>备份文件夹。</translation>
    </message>
    <message>
        <source>Open it with the recovery sheet in FILE (“-”: standard input) instead of an owner&apos;s password.</source>
        <translation>用 FILE 中的恢复单（“-”为标准输入）代替负责人密码打开。</translation>
    </message>
    <message>
        <source>The store that is there is kept beside it, under a name of its own.</source>
        <translation>原有数据保存在旁边，名称自动生成。</translation>
    </message>
</context>
<context>
    <name>xinglin::cli::Times</name>
    <message>
        <source>“%1” is no time such as 2026-03-12 or 2026-03-12T10:30.</source>
        <translation>“%1”不是 2026-03-12 或 2026-03-12T10:30 这样的时间。</translation>
    </message>
</context>
<context>
    <name>xinglin::cli::Verify</name>
    <message>
        <source>Pages</source>
        <translation>页</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Streams</source>
        <translation>记录流</translation>
    </message>
    <message>
        <source>Newest record</source>
        <translation>最新记录</translation>
    </message>
    <message>
        <source>Audit rows</source>
        <translation>审计行</translation>
    </message>
    <message>
        <source>Newest audit row</source>
        <translation>最新审计行</translation>
    </message>
    <message>
        <source>Everything holds.</source>
        <translation>全部无误。</translation>
    </message>
    <message>
        <source>Check every page, record and audit row of the store.</source>
        <translation>核对病历库的每一页、每条记录和每行审计。</translation>
    </message>
    <message>
        <source>%1 is a backup of another store.</source>
        <translation>%1 是另一份数据的备份。</translation>
    </message>
    <message>
        <source>Also check that everything this backup has seen is still there.</source>
        <translation>并核查此备份所见的内容是否都还在。</translation>
    </message>
    <message>
        <source>Without a backup to compare with, it cannot notice a store that was put back whole to an earlier day, nor a tail that was cut off.</source>
        <translation>没有备份可比对时，无法察觉数据被整体换回旧日，也无法察觉末尾被截。</translation>
    </message>
    <message>
        <source>Attached files</source>
        <translation>附件文件</translation>
    </message>
</context>
<context>
    <name>xinglin::cli::terminal</name>
    <message>
        <source>There is no terminal to ask for the password on.</source>
        <translation>没有可以询问密码的终端。</translation>
    </message>
    <message>
        <source>No password was typed.</source>
        <translation>没有输入密码。</translation>
    </message>
    <message>
        <source>File descriptor %1 cannot be read.</source>
        <translation>无法读取文件描述符 %1。</translation>
    </message>
    <message>
        <source>The input is longer than %1 bytes.</source>
        <translation>输入超过 %1 字节。</translation>
    </message>
</context>
<context>
    <name>xinglin::condition</name>
    <message>
        <source>There is no such problem.</source>
        <translation>没有这条问题。</translation>
    </message>
    <message>
        <source>This problem stands in the list already.</source>
        <translation>这个问题已在列表中。</translation>
    </message>
    <message>
        <source>This problem is active already.</source>
        <translation>这个问题已是现有问题。</translation>
    </message>
    <message>
        <source>This problem is resolved already.</source>
        <translation>这个问题已标为解决。</translation>
    </message>
    <message>
        <source>Say what the problem is.</source>
        <translation>请写明是什么问题。</translation>
    </message>
    <message>
        <source>The name of the problem is too long.</source>
        <translation>问题名称太长。</translation>
    </message>
    <message>
        <source>A problem cannot begin in the future.</source>
        <translation>问题的开始时间不能在将来。</translation>
    </message>
    <message>
        <source>Say why the entry was wrong.</source>
        <translation>请说明为何误录。</translation>
    </message>
</context>
<context>
    <name>xinglin::constitution::Definition</name>
    <message>
        <source>The questionnaires cannot be read.</source>
        <translation>问卷数据无法读取。</translation>
    </message>
</context>
<context>
    <name>xinglin::constitution::Scoring</name>
    <message>
        <source>The form does not ask this.</source>
        <translation>表单里没有这一问。</translation>
    </message>
    <message>
        <source>This is asked of the other sex only.</source>
        <translation>此题只问另一性别。</translation>
    </message>
    <message>
        <source>The form needs to know the sex: female or male.</source>
        <translation>此量表需要知道性别：女或男。</translation>
    </message>
    <message>
        <source>An answer is a whole number from 1 to 5.</source>
        <translation>答案是 1 到 5 的整数。</translation>
    </message>
    <message>
        <source>Not answered: %1.</source>
        <translation>未答：%1。</translation>
    </message>
</context>
<context>
    <name>xinglin::consultation</name>
    <message>
        <source>Packets are between 1 and 999.</source>
        <translation>剂数为 1 至 999。</translation>
    </message>
    <message>
        <source>Packets a day are between 1 and 9.</source>
        <translation>每日剂数为 1 至 9。</translation>
    </message>
    <message>
        <source>Times a day are between 1 and 24.</source>
        <translation>分服次数为 1 至 24。</translation>
    </message>
    <message>
        <source>A herb has no name.</source>
        <translation>有一味药没有药名。</translation>
    </message>
    <message>
        <source>%1 has no dose.</source>
        <translation>%1没有剂量。</translation>
    </message>
    <message>
        <source>%1: more than 5 kg in a packet cannot be meant.</source>
        <translation>%1：一剂不会超过 5 kg。</translation>
    </message>
    <message>
        <source>The prescription has no herbs.</source>
        <translation>处方里没有药。</translation>
    </message>
    <message>
        <source>%1: change it, or say why it stays.</source>
        <translation>%1：请修改，或写明保留的理由。</translation>
    </message>
    <message>
        <source>Own formula</source>
        <translation>自拟方</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n herb(s) × %2</source>
        <translation>
            <numerusform>%1 %n 味 × %2 剂</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no such prescription.</source>
        <translation>没有这张处方。</translation>
    </message>
    <message>
        <source>Only a signed prescription is printed.</source>
        <translation>已签的处方才能打印。</translation>
    </message>
    <message>
        <source>This prescription was replaced by an amended one; print that.</source>
        <translation>此处方已由修订的处方代替，请打印那一张。</translation>
    </message>
    <message>
        <source>Nothing had been written about this visit then.</source>
        <translation>那时这次就诊还没有写任何内容。</translation>
    </message>
    <message>
        <source>This visit orders treatments, which your role does not allow.</source>
        <translation>本次就诊开有治疗，您的角色不能开。</translation>
    </message>
    <message>
        <source>Sign first; only a signed visit is printed.</source>
        <translation>请先签名：只打印已签名的就诊。</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between what was prescribed</comment>
        <translation>；</translation>
    </message>
    <message>
        <source>This visit orders no ready-made medicine.</source>
        <translation>这次就诊没有开成药或颗粒。</translation>
    </message>
    <message>
        <source>This prescription is printed once a second person has checked it or countersigned its note.</source>
        <translation>本诊所要求处方经他人审核或记录经他人会签后才打印。</translation>
    </message>
    <message>
        <source>A visit cannot lie in the future.</source>
        <translation>就诊日期不能在将来。</translation>
    </message>
</context>
<context>
    <name>xinglin::contact</name>
    <message>
        <source>There is no such contact.</source>
        <translation>没有这条联系记录。</translation>
    </message>
    <message>
        <source>call</source>
        <comment>a telephone call</comment>
        <translation>电话</translation>
    </message>
    <message>
        <source>message</source>
        <comment>written to or by a patient</comment>
        <translation>消息</translation>
    </message>
    <message>
        <source>at the desk</source>
        <comment>said in person</comment>
        <translation>前台</translation>
    </message>
    <message>
        <source>Say with whom.</source>
        <translation>请说明与谁联系。</translation>
    </message>
    <message>
        <source>Say what it was about.</source>
        <translation>请写明说了什么。</translation>
    </message>
    <message>
        <source>This is too long; at most %1 characters.</source>
        <translation>太长了，最多 %1 个字。</translation>
    </message>
    <message>
        <source>This time lies ahead.</source>
        <translation>这个时间还没到。</translation>
    </message>
    <message>
        <source>Say why.</source>
        <translation>请写明原因。</translation>
    </message>
</context>
<context>
    <name>xinglin::crypto</name>
    <message>
        <source>Sealed data cannot be opened: it is damaged or the key is another one.</source>
        <translation>密封的数据打不开：已损坏，或密钥不对。</translation>
    </message>
    <message>
        <source>The cost of the password key is out of range.</source>
        <translation>密码密钥的运算强度超出范围。</translation>
    </message>
    <message>
        <source>There is not enough free memory to check the password (%1 MiB are needed).</source>
        <translation>空闲内存不足，无法核对密码（需要 %1 MiB）。</translation>
    </message>
    <message>
        <source>An encrypted file cannot be opened: it is damaged or the key is another one.</source>
        <translation>加密文件打不开：文件已损坏，或密钥不对。</translation>
    </message>
</context>
<context>
    <name>xinglin::demo</name>
    <message>
        <source>A demo clinic has 1 to 100000 patients and 1 to 30 years.</source>
        <translation>演示诊所为 1 至 100000 名患者、1 至 30 年。</translation>
    </message>
    <message>
        <source>Demo patients go into a training clinic only.</source>
        <translation>演示患者只能放进练习诊所。</translation>
    </message>
    <message>
        <source>The clinic has patients already.</source>
        <translation>诊所里已有患者。</translation>
    </message>
    <message>
        <source>Stopped; the days written so far stay.</source>
        <translation>已停止；写好的日子保留。</translation>
    </message>
    <message>
        <source>The demo patients cannot be found.</source>
        <translation>找不到演示患者。</translation>
    </message>
    <message>
        <source>It is not certain that the clinic in %1 is for practice, so nothing was removed. If it is, move the folder away yourself.</source>
        <translation>无法确认 %1 中的诊所是练习用的，未删除任何内容。如确为练习用，请自行移走该文件夹。</translation>
    </message>
    <message>
        <source>Apricot Grove Practice Clinic</source>
        <translation>杏林练习诊所</translation>
    </message>
    <message>
        <source>The folder %1 is not empty.</source>
        <translation>文件夹 %1 不是空的。</translation>
    </message>
    <message>
        <source>%1 holds a clinic; a clinic for practice never stands inside another one.</source>
        <translation>%1 中已有诊所；练习诊所不能放在另一诊所的文件夹内。</translation>
    </message>
    <message>
        <source>Cancelled. No clinic was made.</source>
        <translation>已取消，未建立诊所。</translation>
    </message>
</context>
<context>
    <name>xinglin::demo::Case</name>
    <message>
        <source>The cases of the demo clinic are damaged at %1.</source>
        <translation>演示诊所的病例在 %1 处损坏。</translation>
    </message>
</context>
<context>
    <name>xinglin::demo::Names</name>
    <message>
        <source>The list of names of the demo clinic is damaged at %1.</source>
        <translation>演示诊所的姓名表在 %1 处损坏。</translation>
    </message>
</context>
<context>
    <name>xinglin::drafts</name>
    <message>
        <source>What you had typed here cannot be read any more. It is kept as it is.</source>
        <translation>此处输入过的内容已无法读取，仍原样保留。</translation>
    </message>
    <message>
        <source>This is too long to be kept while it is being written; save it.</source>
        <translation>内容太长，无法边写边留存，请先保存。</translation>
    </message>
    <message>
        <source>What you had typed here was kept by a newer Xinglin, which has to open it.</source>
        <translation>此处输入过的内容由更新版本的杏林保存，须用该版本打开。</translation>
    </message>
</context>
<context>
    <name>xinglin::duplicates</name>
    <message>
        <source>This is one and the same record.</source>
        <translation>这是同一份档案。</translation>
    </message>
</context>
<context>
    <name>xinglin::enquiry</name>
    <message>
        <source>They are a patient already.</source>
        <translation>此人已是患者。</translation>
    </message>
    <message>
        <source>This enquiry is closed. Open it again first.</source>
        <translation>这条咨询已关闭，请先重新打开。</translation>
    </message>
    <message>
        <source>There is no such enquiry.</source>
        <translation>没有这条咨询。</translation>
    </message>
    <message>
        <source>The name is needed.</source>
        <translation>需要姓名。</translation>
    </message>
    <message>
        <source>A name has at most %1 characters.</source>
        <translation>姓名最多 %1 个字。</translation>
    </message>
    <message>
        <source>The wish is too long; at most %1 characters.</source>
        <translation>意向太长，最多 %1 个字。</translation>
    </message>
    <message>
        <source>They are a patient already; change what is known of the patient.</source>
        <translation>此人已是患者，请修改患者资料。</translation>
    </message>
    <message>
        <source>Somebody changed this enquiry since you opened it.</source>
        <translation>您打开之后，有人改过这条咨询。</translation>
    </message>
    <message>
        <source>Say why.</source>
        <translation>请写明原因。</translation>
    </message>
    <message>
        <source>This enquiry is open.</source>
        <translation>这条咨询没有关闭。</translation>
    </message>
</context>
<context>
    <name>xinglin::familyhistory</name>
    <message>
        <source>father</source>
        <translation>父亲</translation>
    </message>
    <message>
        <source>mother</source>
        <translation>母亲</translation>
    </message>
    <message>
        <source>brother</source>
        <translation>兄弟</translation>
    </message>
    <message>
        <source>sister</source>
        <translation>姐妹</translation>
    </message>
    <message>
        <source>son</source>
        <translation>儿子</translation>
    </message>
    <message>
        <source>daughter</source>
        <translation>女儿</translation>
    </message>
    <message>
        <source>paternal grandfather</source>
        <translation>祖父</translation>
    </message>
    <message>
        <source>paternal grandmother</source>
        <translation>祖母</translation>
    </message>
    <message>
        <source>maternal grandfather</source>
        <translation>外祖父</translation>
    </message>
    <message>
        <source>maternal grandmother</source>
        <translation>外祖母</translation>
    </message>
    <message>
        <source>uncle</source>
        <translation>叔伯舅</translation>
    </message>
    <message>
        <source>aunt</source>
        <translation>姑姨</translation>
    </message>
    <message>
        <source>other relative</source>
        <translation>其他亲属</translation>
    </message>
    <message>
        <source>There is no such entry in the family&apos;s history.</source>
        <translation>家族史中没有这一条。</translation>
    </message>
    <message>
        <source>Say what the relative had.</source>
        <translation>请填写亲属所患的病。</translation>
    </message>
    <message>
        <source>The name of the illness is too long.</source>
        <translation>病名过长。</translation>
    </message>
    <message>
        <source>An age is a number of years from 0 to %1.</source>
        <translation>年龄须为 0 至 %1 的整数。</translation>
    </message>
    <message>
        <source>This stands in the family&apos;s history already.</source>
        <translation>家族史中已有这一条。</translation>
    </message>
    <message>
        <source>Say why the entry was wrong.</source>
        <translation>请说明为何录错。</translation>
    </message>
    <message>
        <source>husband</source>
        <translation>丈夫</translation>
    </message>
    <message>
        <source>wife</source>
        <translation>妻子</translation>
    </message>
    <message>
        <source>grandfather</source>
        <translation>祖父或外祖父</translation>
    </message>
    <message>
        <source>grandmother</source>
        <translation>祖母或外祖母</translation>
    </message>
    <message>
        <source>grandson</source>
        <translation>孙子或外孙</translation>
    </message>
    <message>
        <source>granddaughter</source>
        <translation>孙女或外孙女</translation>
    </message>
    <message>
        <source>father-in-law</source>
        <translation>公公或岳父</translation>
    </message>
    <message>
        <source>mother-in-law</source>
        <translation>婆婆或岳母</translation>
    </message>
    <message>
        <source>son-in-law</source>
        <translation>女婿</translation>
    </message>
    <message>
        <source>daughter-in-law</source>
        <translation>儿媳</translation>
    </message>
    <message>
        <source>nephew</source>
        <translation>侄子或外甥</translation>
    </message>
    <message>
        <source>niece</source>
        <translation>侄女或外甥女</translation>
    </message>
    <message>
        <source>cousin</source>
        <translation>堂亲或表亲</translation>
    </message>
    <message>
        <source>parent</source>
        <translation>父母</translation>
    </message>
    <message>
        <source>spouse</source>
        <translation>配偶</translation>
    </message>
    <message>
        <source>child</source>
        <translation>子女</translation>
    </message>
    <message>
        <source>sibling</source>
        <translation>兄弟姐妹</translation>
    </message>
    <message>
        <source>grandparent</source>
        <translation>祖辈</translation>
    </message>
    <message>
        <source>grandchild</source>
        <translation>孙辈</translation>
    </message>
    <message>
        <source>parent-in-law</source>
        <translation>公婆或岳父母</translation>
    </message>
    <message>
        <source>child-in-law</source>
        <translation>儿媳或女婿</translation>
    </message>
    <message>
        <source>nephew or niece</source>
        <translation>侄辈或甥辈</translation>
    </message>
    <message>
        <source>friend</source>
        <translation>朋友</translation>
    </message>
</context>
<context>
    <name>xinglin::forms::Form</name>
    <message>
        <source>The form cannot be read.</source>
        <translation>无法读取表单。</translation>
    </message>
    <message>
        <source>The form does not ask this.</source>
        <translation>表单里没有这一问。</translation>
    </message>
    <message>
        <source>The form does not ask this there.</source>
        <translation>表单在这里没有这一问。</translation>
    </message>
    <message>
        <source>Nothing was chosen.</source>
        <translation>没有选。</translation>
    </message>
    <message>
        <source>The list does not hold this choice.</source>
        <translation>列表里没有这一选项。</translation>
    </message>
    <message>
        <source>Only one choice is possible here.</source>
        <translation>这里只能选一项。</translation>
    </message>
    <message>
        <source>A number belongs here.</source>
        <translation>这里应填数字。</translation>
    </message>
    <message>
        <source>The number is outside what is possible.</source>
        <translation>数字超出可能的范围。</translation>
    </message>
    <message>
        <source>Words belong here.</source>
        <translation>这里应填文字。</translation>
    </message>
    <message>
        <source>This must be filled in.</source>
        <translation>此项必填。</translation>
    </message>
    <message>
        <source>So many decimals are not measured.</source>
        <translation>测不到这么多位小数。</translation>
    </message>
</context>
<context>
    <name>xinglin::interop</name>
    <message>
        <source>The file %1 cannot be read.</source>
        <translation>无法读取文件 %1。</translation>
    </message>
    <message>
        <source>The import was stopped; nothing of it stays.</source>
        <translation>导入已停止，没有留下任何内容。</translation>
    </message>
    <message>
        <source>How this import was begun is not known any more.</source>
        <translation>这次导入当初的设置已无法得知。</translation>
    </message>
    <message>
        <source>The dry run was stopped.</source>
        <translation>试运行已停止。</translation>
    </message>
    <message>
        <source>This is not the file the import was begun with, or it was changed since.</source>
        <translation>这不是开始导入时的文件，或者文件之后有改动。</translation>
    </message>
    <message>
        <source>Nothing stands in this file.</source>
        <translation>这个文件里没有内容。</translation>
    </message>
    <message>
        <source>Imported from %1.</source>
        <translation>导入自 %1。</translation>
    </message>
    <message>
        <source>Practitioner there: %1.</source>
        <translation>原接诊医师：%1。</translation>
    </message>
    <message>
        <source>The map file has &quot;%1&quot;, which is nothing that is imported here.</source>
        <translation>对应文件中的“%1”不是这里可以导入的项目。</translation>
    </message>
    <message>
        <source>The map file names no column for &quot;%1&quot;.</source>
        <translation>对应文件没有为“%1”指定列。</translation>
    </message>
    <message>
        <source>The map file names several columns for &quot;%1&quot;.</source>
        <translation>对应文件为“%1”指定了多列。</translation>
    </message>
    <message>
        <source>The map file has the format &quot;%1&quot; for &quot;%2&quot;, which is no order of year, month and day.</source>
        <translation>对应文件中“%2”的格式“%1”不是年月日的顺序。</translation>
    </message>
    <message>
        <source>The file has no column &quot;%1&quot;.</source>
        <translation>文件中没有“%1”列。</translation>
    </message>
    <message>
        <source>The map file uses the column &quot;%1&quot; twice.</source>
        <translation>对应文件两次用到“%1”列。</translation>
    </message>
    <message>
        <source>The map file is no JSON object (at byte %1: %2).</source>
        <translation>对应文件不是 JSON 对象（第 %1 字节：%2）。</translation>
    </message>
    <message>
        <source>No column holds the name of the patient.</source>
        <translation>没有患者姓名列。</translation>
    </message>
    <message>
        <source>No column says whose the line is: a number, a name or an ID number.</source>
        <translation>没有说明是谁的列：病历号、姓名或证件号。</translation>
    </message>
    <message>
        <source>No column holds what the person is allergic to.</source>
        <translation>没有过敏原列。</translation>
    </message>
    <message>
        <source>No column holds the day of the visit.</source>
        <translation>没有就诊日期列。</translation>
    </message>
    <message>
        <source>No column holds herbs.</source>
        <translation>没有药物列。</translation>
    </message>
    <message>
        <source>No column holds the day of the prescription.</source>
        <translation>没有处方日期列。</translation>
    </message>
    <message>
        <source>%1 comes from a training clinic: nobody in it is real. It is not brought into a clinic with patients.</source>
        <translation>%1 来自练习诊所，其中的人都是虚构的，不能导入真实诊所。</translation>
    </message>
</context>
<context>
    <name>xinglin::interop::Calendar</name>
    <message>
        <source>Taken</source>
        <translation>已占用</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>不在</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>停诊</translation>
    </message>
    <message>
        <source>The export was stopped; nothing of it stays.</source>
        <translation>导出已停止，没有留下任何内容。</translation>
    </message>
    <message>
        <source>In a preview nothing is exported.</source>
        <translation>预览时不能导出。</translation>
    </message>
    <message>
        <source>It ends after it begins, at most twenty years later.</source>
        <translation>结束须在开始之后，且最长二十年。</translation>
    </message>
    <message>
        <source>%1 is there already; choose another name.</source>
        <translation>%1 已存在，请换一个名称。</translation>
    </message>
    <message>
        <source>The import was stopped; nothing of it stays.</source>
        <translation>导入已停止，没有留下任何内容。</translation>
    </message>
    <message>
        <source>Say of which service the appointments are.</source>
        <translation>请说明预约属于哪项服务。</translation>
    </message>
    <message>
        <source>The service is not given by them.</source>
        <translation>其不提供该服务。</translation>
    </message>
    <message>
        <source>It is here already.</source>
        <translation>已经有了。</translation>
    </message>
    <message>
        <source>It is here already at another time; change it there.</source>
        <translation>已有，但时间不同；请在系统内修改。</translation>
    </message>
    <message>
        <source>It is longer than two years.</source>
        <translation>超过两年。</translation>
    </message>
    <message>
        <source>It has no length.</source>
        <translation>没有时长。</translation>
    </message>
    <message>
        <source>It takes whole days; an appointment has a time.</source>
        <translation>这是全天事件；预约须有时刻。</translation>
    </message>
    <message>
        <source>It is over.</source>
        <translation>已经过去。</translation>
    </message>
    <message>
        <source>It begins or ends within a minute.</source>
        <translation>开始或结束不在整分钟。</translation>
    </message>
    <message>
        <source>The dry run was stopped.</source>
        <translation>试运行已停止。</translation>
    </message>
    <message>
        <source>It is cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>It takes up no time (TRANSP:TRANSPARENT).</source>
        <translation>不占用时间（TRANSP:TRANSPARENT）。</translation>
    </message>
    <message>
        <source>It is more than two years ahead.</source>
        <translation>在两年之后。</translation>
    </message>
    <message>
        <source>All of its times were changed or left out.</source>
        <translation>其各次时间均已改动或略去。</translation>
    </message>
    <message>
        <source>What is over by now was left out of the series.</source>
        <translation>重复事件中已过去的各次已略去。</translation>
    </message>
    <message>
        <source>The series goes on; it is brought in up to %1, two years ahead.</source>
        <translation>重复事件仍在继续；只导入到 %1（两年内）。</translation>
    </message>
    <message>
        <source>Numbers of several patients stand in it: %1.</source>
        <translation>其中有多位患者的病历号：%1。</translation>
    </message>
    <message>
        <source>Nobody here has the number %1.</source>
        <translation>没有病历号为 %1 的患者。</translation>
    </message>
    <message>
        <source>It names no patient who is known here.</source>
        <translation>其中没有本诊所患者的姓名。</translation>
    </message>
    <message>
        <source>Whoever is called so here has another telephone.</source>
        <translation>同名患者的电话与此不同。</translation>
    </message>
    <message>
        <source>Several people are called so here.</source>
        <translation>本诊所有多人同名。</translation>
    </message>
    <message numerus="yes">
        <source>%n appointments are booked then and stay until somebody moves them: %1.</source>
        <translation>
            <numerusform>届时已有 %n 个预约，需另行改期：%1。</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>xinglin::interop::Csv</name>
    <message>
        <source>The file cannot be read: %1</source>
        <translation>无法读取文件：%1</translation>
    </message>
    <message>
        <source>Line %1 has a byte of value zero, which no text has. The file is damaged or is not a table of text.</source>
        <translation>第 %1 行含有值为零的字节，文本中不会有这种字节。文件已损坏，或者不是文本表格。</translation>
    </message>
    <message>
        <source>The cell that begins in line %1 has more than %2 characters. Perhaps a quotation mark there is not closed.</source>
        <translation>从第 %1 行开始的单元格超过 %2 个字符，可能是那里的引号没有闭合。</translation>
    </message>
    <message>
        <source>The row that ends after line %1 has more than %2 characters.</source>
        <translation>在第 %1 行之后结束的这一行记录超过 %2 个字符。</translation>
    </message>
    <message>
        <source>The row that begins in line %1 has more than %2 columns.</source>
        <translation>从第 %1 行开始的记录超过 %2 列。</translation>
    </message>
    <message>
        <source>The quotation mark that opens a cell in line %1 is not closed before the file ends.</source>
        <translation>第 %1 行单元格开头的引号直到文件结束都没有闭合。</translation>
    </message>
    <message>
        <source>This is a web page or an XML file, whatever its name says. Open it in Excel or WPS and save it as an Excel workbook (.xlsx).</source>
        <translation>无论文件名如何，这实际上是网页或 XML 文件。请用 Excel 或 WPS 打开，另存为 Excel 工作簿（.xlsx）。</translation>
    </message>
    <message>
        <source>Line %1 has a byte that does not fit the encoding %2: number %3 of the file. Choose another encoding, or let such bytes be replaced by a mark.</source>
        <translation>第 %1 行有一个字节不符合 %2 编码（文件的第 %3 个字节）。请选择其他编码，或允许把这类字节替换为标记。</translation>
    </message>
    <message>
        <source>A table of more than %1 columns cannot be written.</source>
        <translation>无法写出超过 %1 列的表格。</translation>
    </message>
    <message>
        <source>The table could not be written.</source>
        <translation>表格未能写出。</translation>
    </message>
</context>
<context>
    <name>xinglin::interop::Export</name>
    <message>
        <source>The file %1 cannot be read.</source>
        <translation>无法读取文件 %1。</translation>
    </message>
    <message>
        <source>The export was stopped; nothing of it stays.</source>
        <translation>导出已停止，没有留下任何文件。</translation>
    </message>
    <message>
        <source>%1 is there already; choose another name.</source>
        <translation>%1 已存在，请换一个名称。</translation>
    </message>
    <message>
        <source>The export could not be written, and nothing of it stays. %1</source>
        <translation>导出未能写完，没有留下任何文件。%1</translation>
    </message>
    <message>
        <source>In a preview nothing is exported.</source>
        <translation>预览他人界面时不能导出。</translation>
    </message>
    <message>
        <source>There is nothing called &quot;%1&quot; to export.</source>
        <translation>没有名为“%1”的可导出内容。</translation>
    </message>
    <message>
        <source>The manifest of this export cannot be read.</source>
        <translation>无法读取此次导出的清单。</translation>
    </message>
    <message>
        <source>Unpack the export first; then its folder can be checked.</source>
        <translation>请先解压，再核对文件夹。</translation>
    </message>
    <message>
        <source>There is no export in %1.</source>
        <translation>%1 中没有导出的数据。</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>The export was not finished, and what was written could not be removed: it is in %1, not encrypted. Remove it yourself. %2</source>
        <translation>导出没有完成，已写出的内容无法删除，仍在 %1，未加密，请自行删除。%2</translation>
    </message>
</context>
<context>
    <name>xinglin::interop::Ical</name>
    <message>
        <source>This is no line of a calendar.</source>
        <translation>这不是日历的一行。</translation>
    </message>
    <message>
        <source>This is longer than anything that is read.</source>
        <translation>过长，无法读取。</translation>
    </message>
    <message>
        <source>There is more in this calendar than is read at once; divide it.</source>
        <translation>日历内容过多，无法一次读取；请拆分。</translation>
    </message>
    <message>
        <source>This calendar is nested too deep to be one, from line %1 on.</source>
        <translation>自第 %1 行起嵌套过深，不是正常的日历。</translation>
    </message>
    <message>
        <source>This calendar is larger than %1 MiB; divide it.</source>
        <translation>日历超过 %1 MiB；请拆分。</translation>
    </message>
    <message>
        <source>The text is not UTF-8; it was read as GB 18030.</source>
        <translation>文字不是 UTF-8，已按 GB 18030 读取。</translation>
    </message>
    <message>
        <source>Some bytes of the text fit no character and were replaced.</source>
        <translation>部分字节无法识别，已替换。</translation>
    </message>
    <message>
        <source>a task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>a journal entry</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>a list of free and busy times</source>
        <translation>忙闲列表</translation>
    </message>
    <message>
        <source>hours of availability</source>
        <translation>可预约时段</translation>
    </message>
    <message>
        <source>This is no event but %1.</source>
        <translation>这不是事件，而是%1。</translation>
    </message>
    <message>
        <source>It says this more than once.</source>
        <translation>此项出现不止一次。</translation>
    </message>
    <message>
        <source>The event is cut off: its end is not there.</source>
        <translation>事件不完整：缺少结尾。</translation>
    </message>
    <message>
        <source>There are more times in this calendar than are read at once; divide it.</source>
        <translation>日历中的时间过多，无法一次读取；请拆分。</translation>
    </message>
    <message>
        <source>The file %1 cannot be read.</source>
        <translation>无法读取文件 %1。</translation>
    </message>
    <message>
        <source>These are contacts (vCard), and no calendar.</source>
        <translation>这是联系人（vCard），不是日历。</translation>
    </message>
    <message>
        <source>This is no calendar (iCalendar).</source>
        <translation>这不是日历（iCalendar）。</translation>
    </message>
    <message>
        <source>Reading was stopped.</source>
        <translation>读取已停止。</translation>
    </message>
    <message>
        <source>This is no day and no time.</source>
        <translation>这不是日期或时间。</translation>
    </message>
    <message>
        <source>The time zone %1 is not known here, and the calendar does not describe it.</source>
        <translation>不认识时区 %1，日历中也没有说明。</translation>
    </message>
    <message>
        <source>It begins with a day and ends with a time, or the other way round.</source>
        <translation>开始与结束一个是日期、一个是时刻。</translation>
    </message>
    <message>
        <source>It ends before it begins.</source>
        <translation>结束早于开始。</translation>
    </message>
    <message>
        <source>This is no length of an event.</source>
        <translation>这不是事件的时长。</translation>
    </message>
    <message>
        <source>It is longer than three years.</source>
        <translation>超过三年。</translation>
    </message>
    <message>
        <source>The rules of this calendar take too long to be reckoned; divide it.</source>
        <translation>日历中的重复规则计算过久；请拆分。</translation>
    </message>
    <message>
        <source>This is no rule of repetition.</source>
        <translation>这不是重复规则。</translation>
    </message>
    <message>
        <source>It began more than a hundred years ago.</source>
        <translation>开始于一百多年前。</translation>
    </message>
    <message>
        <source>It takes place more than %1 times.</source>
        <translation>超过 %1 次。</translation>
    </message>
    <message>
        <source>A day stands here where the event has times, or the other way round.</source>
        <translation>事件有时刻而此处是日期，或相反。</translation>
    </message>
    <message>
        <source>It has no beginning.</source>
        <translation>没有开始时间。</translation>
    </message>
    <message>
        <source>It changes one of a series and all that follow; this is not read, and those that follow are left out.</source>
        <translation>它改动某一次及其后各次；不支持，其后各次已略去。</translation>
    </message>
    <message>
        <source>This file is empty.</source>
        <translation>这个文件是空的。</translation>
    </message>
</context>
<context>
    <name>xinglin::interop::Table</name>
    <message>
        <source>The file cannot be read: %1</source>
        <translation>无法读取文件：%1</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>文件是空的。</translation>
    </message>
    <message>
        <source>The workbook is protected by a password. Open it in Excel or WPS, take the password off and save it again.</source>
        <translation>工作簿设有密码。请用 Excel 或 WPS 打开，取消密码后重新保存。</translation>
    </message>
    <message>
        <source>This is a workbook of the older kind (.xls). Open it in Excel or WPS and save it as an Excel workbook (.xlsx).</source>
        <translation>这是旧格式的工作簿（.xls）。请用 Excel 或 WPS 打开，另存为 Excel 工作簿（.xlsx）。</translation>
    </message>
    <message>
        <source>This is a PDF file and not a table.</source>
        <translation>这是 PDF 文件，不是表格。</translation>
    </message>
    <message>
        <source>This character cannot separate cells.</source>
        <translation>该字符不能用作分隔符。</translation>
    </message>
    <message>
        <source>The workbook has no such sheet.</source>
        <translation>工作簿中没有这张工作表。</translation>
    </message>
</context>
<context>
    <name>xinglin::interop::Xlsx</name>
    <message>
        <source>This is a workbook of another kind (.xlsb or .ods). Open it in its program and save it as an Excel workbook (.xlsx).</source>
        <translation>这是其他格式的工作簿（.xlsb 或 .ods）。请用相应程序打开，另存为 Excel 工作簿（.xlsx）。</translation>
    </message>
    <message>
        <source>This is a compressed file, but no Excel workbook (.xlsx).</source>
        <translation>这是压缩文件，不是 Excel 工作簿（.xlsx）。</translation>
    </message>
    <message>
        <source>The workbook is damaged or was not copied completely. Copy it again, or open it in Excel or WPS and save it again.</source>
        <translation>工作簿已损坏或没有复制完整。请重新复制，或用 Excel 或 WPS 打开后重新保存。</translation>
    </message>
    <message>
        <source>The workbook unpacks to far more than a table of its size holds; it is not read.</source>
        <translation>工作簿解压后远远超过同样大小的表格应有的内容，不予读取。</translation>
    </message>
    <message>
        <source>The file holds more than %1 parts, which no workbook does; it is not read.</source>
        <translation>文件包含超过 %1 个部件，正常工作簿不会如此，不予读取。</translation>
    </message>
    <message>
        <source>The file holds a part whose name no workbook has; it is not read.</source>
        <translation>文件中有部件的名称是工作簿不会使用的，不予读取。</translation>
    </message>
    <message>
        <source>The workbook is protected by a password. Open it in Excel or WPS, take the password off and save it again.</source>
        <translation>工作簿设有密码。请用 Excel 或 WPS 打开，取消密码后重新保存。</translation>
    </message>
    <message>
        <source>A cell in row %1 of the sheet has more than %2 bytes of text; it is not read.</source>
        <translation>工作表第 %1 行有单元格的文字超过 %2 字节，不予读取。</translation>
    </message>
    <message>
        <source>Row %1 of the sheet has something in column %2; tables of more than %3 columns are not read.</source>
        <translation>工作表第 %1 行的第 %2 列有内容；超过 %3 列的表格不予读取。</translation>
    </message>
    <message>
        <source>Row %1 of the sheet has more than %2 characters; it is not read.</source>
        <translation>工作表第 %1 行超过 %2 个字符，不予读取。</translation>
    </message>
    <message>
        <source>The sheet has too much text to be read.</source>
        <translation>工作表的文字太多，无法读取。</translation>
    </message>
    <message>
        <source>A cell of the workbook has more than %1 bytes of text; it is not read.</source>
        <translation>工作簿中有单元格的文字超过 %1 字节，不予读取。</translation>
    </message>
    <message>
        <source>The workbook has too much text to be read at once. Save the sheet as CSV (UTF-8) and take that file, or divide the workbook.</source>
        <translation>工作簿的文字太多，无法一次读取。请把工作表另存为 CSV（UTF-8）再读取该文件，或拆分工作簿。</translation>
    </message>
    <message>
        <source>The workbook %1 could not be written; perhaps the disk is full.</source>
        <translation>工作簿 %1 未能写出，可能是磁盘已满。</translation>
    </message>
    <message>
        <source>A sheet holds %1 rows and no more. Export fewer, or as CSV.</source>
        <translation>一张工作表最多 %1 行。请减少导出的行数，或导出为 CSV。</translation>
    </message>
    <message>
        <source>A table of more than %1 columns cannot be written.</source>
        <translation>无法写出超过 %1 列的表格。</translation>
    </message>
    <message>
        <source>Row %1 has a text of %2 characters, and a cell of a workbook holds %3. Export as CSV instead.</source>
        <translation>第 %1 行有一段 %2 个字符的文字，而工作簿的单元格最多容纳 %3 个。请改为导出 CSV。</translation>
    </message>
    <message>
        <source>The workbook is damaged: a part of it cannot be read. Open it in Excel or WPS and save it again.</source>
        <translation>工作簿已损坏：其中有部件无法读取。请用 Excel 或 WPS 打开后重新保存。</translation>
    </message>
    <message>
        <source>The workbook holds a declaration that no spreadsheet writes; it is not read.</source>
        <translation>工作簿中含有电子表格程序不会写入的声明，不予读取。</translation>
    </message>
</context>
<context>
    <name>xinglin::journal</name>
    <message>
        <source>What is signed is not taken back. Amend the visit, and say why.</source>
        <translation>已签署的不能撤回。请修订就诊记录并写明原因。</translation>
    </message>
    <message>
        <source>The visit is not signed yet. Open it and go on writing.</source>
        <translation>这次就诊还没有签署，打开接着写即可。</translation>
    </message>
    <message>
        <source>A registration stays. Edit the patient, or leave the record unused.</source>
        <translation>登记不能撤回。可修改患者资料，或不再使用该病历。</translation>
    </message>
    <message>
        <source>This is not taken back here. Change it where it was done.</source>
        <translation>此处不能撤回，请到原处修改。</translation>
    </message>
    <message>
        <source>More than a day has passed. Change it where it was done.</source>
        <translation>已过一天，请到原处修改。</translation>
    </message>
    <message>
        <source>It changed something that you may not see. Ask somebody who may.</source>
        <translation>它改动了您无权查看的内容，请有权限的人来做。</translation>
    </message>
    <message>
        <source>It has been taken back already.</source>
        <translation>已经撤回过了。</translation>
    </message>
    <message>
        <source>There is no such act.</source>
        <translation>没有这项操作。</translation>
    </message>
    <message>
        <source>An assessment is not taken back. Mark it as entered in error, and say why.</source>
        <translation>测评不撤销。请标为误录，并说明原因。</translation>
    </message>
    <message>
        <source>A session that was given stays. Mark it as entered in error where it stands.</source>
        <translation>做过的治疗不撤销；如系误录，请在该处标为误录。</translation>
    </message>
    <message>
        <source>What was attached stays. Mark it as entered in error where it is shown.</source>
        <translation>已添加的会保留。请在显示它的地方标记为误录。</translation>
    </message>
    <message>
        <source>What is signed is not taken back.</source>
        <translation>已签的不能撤回。</translation>
    </message>
</context>
<context>
    <name>xinglin::keptfile</name>
    <message>
        <source>%1 could not be read back as it was written.</source>
        <translation>%1 读回来与写入的不同。</translation>
    </message>
    <message>
        <source>The disk failed at the last moment. Look whether this was saved before you do it again.</source>
        <translation>磁盘在最后一刻出错。重做之前请先看看是否已经保存。</translation>
    </message>
</context>
<context>
    <name>xinglin::keyring</name>
    <message>
        <source>%1 is not a keyring of Xinglin.</source>
        <translation>%1 不是杏林的密钥文件。</translation>
    </message>
    <message>
        <source>The keyring %1 is damaged.</source>
        <translation>密钥文件 %1 已损坏。</translation>
    </message>
    <message>
        <source>The keyring %1 was written by a newer version of Xinglin.</source>
        <translation>密钥文件 %1 由更新版的杏林写成。</translation>
    </message>
</context>
<context>
    <name>xinglin::medicineorder</name>
    <message>
        <source>A medicine has no name.</source>
        <translation>有一种药没有名称。</translation>
    </message>
    <message>
        <source>%1: this is too long.</source>
        <translation>%1：内容过长。</translation>
    </message>
    <message>
        <source>%1: say how much is taken at a time.</source>
        <translation>%1：请写明每次用量。</translation>
    </message>
    <message>
        <source>%1: times a day are between 1 and 24.</source>
        <translation>%1：每日次数应为 1 至 24。</translation>
    </message>
    <message>
        <source>%1: days are between 1 and 180.</source>
        <translation>%1：天数应为 1 至 180。</translation>
    </message>
    <message numerus="yes">
        <source>A prescription names at most %n patent medicine(s).</source>
        <translation>
            <numerusform>一张处方最多 %n 种中成药。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) a day</source>
        <translation>
            <numerusform>每日 %n 次</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of an order</comment>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>xinglin::notetemplate</name>
    <message>
        <source>The template needs a name.</source>
        <translation>请填写模板名称。</translation>
    </message>
    <message>
        <source>This name is too long.</source>
        <translation>名称过长。</translation>
    </message>
    <message>
        <source>A code has 2 to %1 letters or digits and begins with a letter.</source>
        <translation>代码为 2 至 %1 个字母或数字，以字母开头。</translation>
    </message>
    <message>
        <source>The template says nothing.</source>
        <translation>模板没有内容。</translation>
    </message>
    <message>
        <source>There is a template of this name already.</source>
        <translation>已有同名模板。</translation>
    </message>
    <message>
        <source>%1 is typed by the same code.</source>
        <translation>%1 用的是同一个代码。</translation>
    </message>
    <message>
        <source>There is no such template.</source>
        <translation>没有这个模板。</translation>
    </message>
</context>
<context>
    <name>xinglin::ownformula</name>
    <message>
        <source>The formula needs a name.</source>
        <translation>请填写方名。</translation>
    </message>
    <message>
        <source>This name is too long or holds a plus sign.</source>
        <translation>方名过长，或含有加号。</translation>
    </message>
    <message>
        <source>A code has 2 to %1 letters or digits and begins with a letter.</source>
        <translation>代码为 2 至 %1 个字母或数字，以字母开头。</translation>
    </message>
    <message>
        <source>The indication is too long.</source>
        <translation>主治过长。</translation>
    </message>
    <message>
        <source>The formula has no herbs.</source>
        <translation>此方没有药味。</translation>
    </message>
    <message>
        <source>So many herbs cannot be meant.</source>
        <translation>药味过多，请核对。</translation>
    </message>
    <message>
        <source>A herb has no name.</source>
        <translation>有一味药没有名称。</translation>
    </message>
    <message>
        <source>There is a formula of this name already.</source>
        <translation>已有同名的方。</translation>
    </message>
    <message>
        <source>%1 is typed by the same code.</source>
        <translation>%1 用的是同一个代码。</translation>
    </message>
    <message>
        <source>There is no such formula.</source>
        <translation>没有这个方。</translation>
    </message>
</context>
<context>
    <name>xinglin::passwords</name>
    <message numerus="yes">
        <source>A password has at least 10 characters; %n are missing.</source>
        <translation>
            <numerusform>密码至少 10 个字符，还差 %n 个。</numerusform>
        </translation>
    </message>
    <message>
        <source>A password has at most 256 characters.</source>
        <translation>密码最多 256 个字符。</translation>
    </message>
    <message>
        <source>The password contains the login name.</source>
        <translation>密码里含有登录名。</translation>
    </message>
    <message>
        <source>The password is a plain row of characters; it would be guessed at once.</source>
        <translation>密码是一串有规律的字符，一猜就中。</translation>
    </message>
    <message>
        <source>This is one of the passwords that are tried first; choose another.</source>
        <translation>这是最先被人试的密码之一，请另选一个。</translation>
    </message>
</context>
<context>
    <name>xinglin::patient</name>
    <message>
        <source>Say what the person is allergic to.</source>
        <translation>请写明对什么过敏。</translation>
    </message>
    <message>
        <source>Say why the entry was wrong.</source>
        <translation>请写明为何有误。</translation>
    </message>
    <message>
        <source>There is no such allergy.</source>
        <translation>没有这条过敏记录。</translation>
    </message>
    <message>
        <source>The medicine&apos;s name is needed.</source>
        <translation>请填药名。</translation>
    </message>
    <message>
        <source>There is no such patient.</source>
        <translation>没有这位患者。</translation>
    </message>
    <message>
        <source>There was no such patient then.</source>
        <translation>当时还没有这位患者。</translation>
    </message>
    <message>
        <source>The name is needed.</source>
        <translation>请填姓名。</translation>
    </message>
    <message>
        <source>A name has at most 100 characters.</source>
        <translation>姓名最多 100 个字符。</translation>
    </message>
    <message>
        <source>A telephone number is needed.</source>
        <translation>请填电话号码。</translation>
    </message>
    <message>
        <source>A birth date is a year, a month or a day, such as 1979-08-21.</source>
        <translation>出生日期为年、年月或年月日，如 1979-08-21。</translation>
    </message>
    <message>
        <source>The birth date lies in the future.</source>
        <translation>出生日期还没到。</translation>
    </message>
    <message>
        <source>Nobody is that old; check the birth year.</source>
        <translation>没有人这么大年纪，请核对出生年份。</translation>
    </message>
    <message>
        <source>The ID number says %1.</source>
        <translation>身份证号上是 %1。</translation>
    </message>
    <message>
        <source>The ID number says male.</source>
        <translation>身份证号上是男性。</translation>
    </message>
    <message>
        <source>The ID number says female.</source>
        <translation>身份证号上是女性。</translation>
    </message>
    <message>
        <source>There is no patient %1.</source>
        <translation>没有患者 %1。</translation>
    </message>
    <message>
        <source>This patient&apos;s merges run in a circle.</source>
        <translation>这位患者的合并记录成了环。</translation>
    </message>
    <message>
        <source>Emergency</source>
        <translation>紧急情况</translation>
    </message>
    <message>
        <source>Standing in for the practitioner</source>
        <translation>代诊</translation>
    </message>
    <message>
        <source>The patient asks for it</source>
        <translation>患者要求</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>其他原因</translation>
    </message>
    <message>
        <source>Choose a reason.</source>
        <translation>请选择原因。</translation>
    </message>
    <message>
        <source>Say in your own words why.</source>
        <translation>请用自己的话写明原因。</translation>
    </message>
    <message>
        <source>There is no such access of yours.</source>
        <translation>您没有这次紧急查看。</translation>
    </message>
    <message>
        <source>There is no such access.</source>
        <translation>没有这次紧急查看。</translation>
    </message>
    <message>
        <source>This has been reviewed already.</source>
        <translation>已经复核过了。</translation>
    </message>
    <message>
        <source>Say what was wrong with it.</source>
        <translation>请写明不妥之处。</translation>
    </message>
    <message>
        <source>Another owner has to review what you did yourself.</source>
        <translation>您自己所为须由另一位负责人复核。</translation>
    </message>
    <message>
        <source>Another practitioner treats this patient, and records are not shared here.</source>
        <translation>此患者由其他医师接诊，本诊所病历不互通。</translation>
    </message>
    <message>
        <source>Say why.</source>
        <translation>请写明原因。</translation>
    </message>
    <message>
        <source>Type the whole of it anew, or leave it as it was.</source>
        <translation>请完整重填，或保持原样。</translation>
    </message>
    <message>
        <source>Your role does not allow changing the alert for the desk.</source>
        <translation>您的角色不能修改前台提醒。</translation>
    </message>
    <message>
        <source>Your role does not allow changing the note.</source>
        <translation>您的角色不能修改备注。</translation>
    </message>
    <message>
        <source>Somebody changed this patient since you opened them. Yours is kept; compare both.</source>
        <translation>您打开之后有人改过此患者。您的改动还在，请对照两边。</translation>
    </message>
    <message>
        <source>This is one and the same record.</source>
        <translation>这是同一份档案。</translation>
    </message>
    <message>
        <source>These records are merged already.</source>
        <translation>这两份档案已经合并。</translation>
    </message>
    <message>
        <source>One of the two is hidden from others and the other is not. Hide both, or lift it, before you merge them.</source>
        <translation>两份档案中一份已限制查看，另一份没有。请先都限制或都解除，再合并。</translation>
    </message>
    <message>
        <source>Somebody changed one of the two since you compared them. Compare them again.</source>
        <translation>比较之后有人改动了其中一份，请重新比较。</translation>
    </message>
    <message>
        <source>This record is not merged into another.</source>
        <translation>这份档案没有并入其他档案。</translation>
    </message>
    <message>
        <source>Nobody is sent by themselves.</source>
        <translation>介绍人不能是本人。</translation>
    </message>
</context>
<context>
    <name>xinglin::phrases</name>
    <message>
        <source>There is no such phrase.</source>
        <translation>没有这条短语。</translation>
    </message>
    <message>
        <source>The phrase says nothing.</source>
        <translation>短语是空的。</translation>
    </message>
    <message>
        <source>The phrase is too long.</source>
        <translation>短语太长。</translation>
    </message>
    <message>
        <source>A phrase is called by 1 to %1 letters or digits.</source>
        <translation>短语的缩写是 1 到 %1 个字母或数字。</translation>
    </message>
    <message>
        <source>These letters call another phrase: %1</source>
        <translation>这个缩写已用于另一条：%1</translation>
    </message>
</context>
<context>
    <name>xinglin::pointgroup</name>
    <message>
        <source>The group needs a name.</source>
        <translation>穴位组需要名称。</translation>
    </message>
    <message>
        <source>A code has two letters or more, then perhaps digits.</source>
        <translation>代码至少两个字母，后面可加数字。</translation>
    </message>
    <message>
        <source>The group has no points.</source>
        <translation>穴位组没有穴位。</translation>
    </message>
    <message>
        <source>So many points cannot be meant.</source>
        <translation>穴位不可能这么多。</translation>
    </message>
    <message>
        <source>Minutes are between 1 and 600.</source>
        <translation>分钟数在 1 到 600 之间。</translation>
    </message>
    <message>
        <source>There is a group of this name already.</source>
        <translation>已有同名的穴位组。</translation>
    </message>
    <message>
        <source>%1 is typed by the same code.</source>
        <translation>%1 用的是同一个代码。</translation>
    </message>
    <message>
        <source>There is no such group.</source>
        <translation>没有这个穴位组。</translation>
    </message>
</context>
<context>
    <name>xinglin::prices</name>
    <message>
        <source>Line %1, &quot;%2&quot;: %3</source>
        <translation>第 %1 行“%2”：%3</translation>
    </message>
    <message>
        <source>a name and a price are needed.</source>
        <translation>须有药名和价格。</translation>
    </message>
    <message>
        <source>this herb is not in the catalogue.</source>
        <translation>药库中没有此药。</translation>
    </message>
    <message>
        <source>this is no price.</source>
        <translation>价格无效。</translation>
    </message>
    <message>
        <source>%1 stands above already.</source>
        <translation>上面已有%1。</translation>
    </message>
    <message>
        <source>The price belongs to no herb.</source>
        <translation>没有指明药材。</translation>
    </message>
    <message>
        <source>This is no price.</source>
        <translation>价格无效。</translation>
    </message>
</context>
<context>
    <name>xinglin::queue</name>
    <message>
        <source>This is the queue of another day.</source>
        <translation>这不是今天的候诊。</translation>
    </message>
    <message>
        <source>Nobody waits for %1.</source>
        <translation>没有人在等%1。</translation>
    </message>
    <message>
        <source>They do not wait.</source>
        <translation>此人不在候诊。</translation>
    </message>
    <message>
        <source>Say who calls them.</source>
        <translation>请选择由谁接诊。</translation>
    </message>
    <message>
        <source>They have not been called.</source>
        <translation>还没有叫过此人。</translation>
    </message>
    <message>
        <source>Their consultation is over.</source>
        <translation>此人的就诊已经结束。</translation>
    </message>
    <message>
        <source>They are not in consultation.</source>
        <translation>此人不在就诊。</translation>
    </message>
    <message>
        <source>%1 is with %2 since then.</source>
        <translation>此后 %1 已在%2处就诊。</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>候诊</translation>
    </message>
    <message>
        <source>in consultation</source>
        <translation>就诊中</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>left</source>
        <translation>已离开</translation>
    </message>
    <message>
        <source>Nobody in the queue is meant by this.</source>
        <translation>候诊中没有此人。</translation>
    </message>
</context>
<context>
    <name>xinglin::record</name>
    <message>
        <source>A visit cannot lie in the future.</source>
        <translation>就诊不能在将来。</translation>
    </message>
    <message>
        <source>The day of the visit is too long ago.</source>
        <translation>就诊日期太早。</translation>
    </message>
    <message>
        <source>There is no such visit.</source>
        <translation>没有这次就诊。</translation>
    </message>
    <message>
        <source>Only its author can change this visit.</source>
        <translation>只有书写者本人能改这次就诊。</translation>
    </message>
    <message>
        <source>This visit was saved elsewhere since you opened it. Yours is kept; compare both.</source>
        <translation>你打开后，这次就诊已在别处保存过。你写的仍保留，请对照两份。</translation>
    </message>
    <message>
        <source>A signed visit can only be amended and signed again.</source>
        <translation>已签的就诊只能修订并再签。</translation>
    </message>
    <message>
        <source>Say why the signed note is amended.</source>
        <translation>请写明修订已签病历的理由。</translation>
    </message>
    <message>
        <source>A signed visit needs a complaint.</source>
        <translation>签名前须写主诉。</translation>
    </message>
    <message>
        <source>There is no such state of a visit.</source>
        <translation>没有这一版就诊记录。</translation>
    </message>
    <message>
        <source>A place {} of a phrase or template is still to be filled in.</source>
        <translation>短语或模板中的 {} 尚未填写。</translation>
    </message>
</context>
<context>
    <name>xinglin::relation</name>
    <message>
        <source>There is no such relative.</source>
        <translation>没有这位家属。</translation>
    </message>
    <message>
        <source>Say what they are to the patient: mother, husband, son …</source>
        <translation>请写明与患者的关系：母亲、丈夫、儿子……</translation>
    </message>
    <message>
        <source>Choose a patient, or write the relative&apos;s name.</source>
        <translation>请选择一位患者，或填写家属姓名。</translation>
    </message>
    <message>
        <source>A name has at most %1 characters.</source>
        <translation>姓名最多 %1 个字。</translation>
    </message>
    <message>
        <source>This is the same person.</source>
        <translation>这是同一个人。</translation>
    </message>
    <message>
        <source>%1 is recorded as female.</source>
        <translation>%1 登记的性别为女。</translation>
    </message>
    <message>
        <source>%1 is recorded as male.</source>
        <translation>%1 登记的性别为男。</translation>
    </message>
    <message>
        <source>%1 is in the family already: %2.</source>
        <translation>%1 已在家属中：%2。</translation>
    </message>
    <message>
        <source>Say why the entry was wrong.</source>
        <translation>请写明为何录错。</translation>
    </message>
</context>
<context>
    <name>xinglin::safety::CheckRequest</name>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation>%1 到 %2 的整数</translation>
    </message>
    <message>
        <source>an amount in grams</source>
        <translation>克数</translation>
    </message>
</context>
<context>
    <name>xinglin::safety::HerbCatalog</name>
    <message>
        <source>a dose range</source>
        <translation>剂量范围</translation>
    </message>
    <message>
        <source>The id %1 stands here twice.</source>
        <translation>标识 %1 在这里出现了两次。</translation>
    </message>
    <message>
        <source>The name %1 already belongs to another herb.</source>
        <translation>名称“%1”已属于另一味药。</translation>
    </message>
    <message>
        <source>%1 is not a pair of characters.</source>
        <translation>“%1”不是一对字符。</translation>
    </message>
    <message>
        <source>There is no herb with this id.</source>
        <translation>没有标识为此的药。</translation>
    </message>
    <message>
        <source>%1 is also the name of a herb.</source>
        <translation>“%1”也是一味药的名称。</translation>
    </message>
</context>
<context>
    <name>xinglin::safety::JsonTrouble</name>
    <message>
        <source>It is not valid JSON (byte %1).</source>
        <translation>不是有效的 JSON（第 %1 字节）。</translation>
    </message>
    <message>
        <source>Here must stand %1.</source>
        <translation>此处应为%1。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>对象</translation>
    </message>
</context>
<context>
    <name>xinglin::safety::SafetyTables</name>
    <message>
        <source>There is no herb with the id %1.</source>
        <translation>没有标识为 %1 的药。</translation>
    </message>
    <message>
        <source>The rule %1 is unknown or stands here twice.</source>
        <translation>规则 %1 不认识，或在这里出现了两次。</translation>
    </message>
    <message>
        <source>The rule %1 is missing.</source>
        <translation>缺少规则 %1。</translation>
    </message>
    <message>
        <source>The name %1 already belongs to another allergen.</source>
        <translation>名称“%1”已属于另一个过敏原。</translation>
    </message>
</context>
<context>
    <name>xinglin::schedule</name>
    <message>
        <source>This is no day of that year.</source>
        <translation>不是该年的日期。</translation>
    </message>
    <message>
        <source>It does not end within a month after it begins.</source>
        <translation>结束日期应在开始后一个月之内。</translation>
    </message>
    <message>
        <source>This is neither “holiday” nor “workday”.</source>
        <translation>应为“holiday”或“workday”。</translation>
    </message>
    <message>
        <source>The name is needed in Chinese and English.</source>
        <translation>需填写中文和英文名称。</translation>
    </message>
    <message>
        <source>A day is named twice.</source>
        <translation>同一天出现了两次。</translation>
    </message>
    <message>
        <source>The file is too large.</source>
        <translation>文件过大。</translation>
    </message>
    <message>
        <source>This is no file of holidays.</source>
        <translation>这不是节假日文件。</translation>
    </message>
    <message>
        <source>This program does not know this version of the file.</source>
        <translation>本程序不认识这个文件版本。</translation>
    </message>
    <message>
        <source>This is no year.</source>
        <translation>不是有效的年份。</translation>
    </message>
    <message>
        <source>There is no day in it.</source>
        <translation>文件中没有日期。</translation>
    </message>
    <message>
        <source>This is no day.</source>
        <translation>日期无效。</translation>
    </message>
    <message>
        <source>The name is needed.</source>
        <translation>请填写名称。</translation>
    </message>
    <message>
        <source>“%1” is there already.</source>
        <translation>“%1”已存在。</translation>
    </message>
    <message>
        <source>They are “%1” already.</source>
        <translation>此人已是“%1”。</translation>
    </message>
    <message>
        <source>A name has at most %1 characters.</source>
        <translation>名称最多 %1 个字符。</translation>
    </message>
    <message>
        <source>At once there can be 1 to %1.</source>
        <translation>同时可容纳 1 至 %1。</translation>
    </message>
    <message>
        <source>This is no weekday.</source>
        <translation>不是有效的星期。</translation>
    </message>
    <message>
        <source>Only a practitioner signs in, has a sex and a room.</source>
        <translation>只有医师才有登录人、性别和常驻房间。</translation>
    </message>
    <message>
        <source>This cannot be asked for.</source>
        <translation>不能按此选择。</translation>
    </message>
    <message>
        <source>There is no such room.</source>
        <translation>没有这个房间。</translation>
    </message>
    <message>
        <source>There is nobody of this name.</source>
        <translation>没有这位人员。</translation>
    </message>
    <message>
        <source>There is no such person, room or device to book.</source>
        <translation>没有这个可预约的人员、房间或设备。</translation>
    </message>
    <message>
        <source>practitioner</source>
        <translation>医师</translation>
    </message>
    <message>
        <source>room</source>
        <translation>房间</translation>
    </message>
    <message>
        <source>bed</source>
        <translation>床位</translation>
    </message>
    <message>
        <source>device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>What it is stays; take it out of use and make another.</source>
        <translation>类别不能更改；请停用后另建。</translation>
    </message>
    <message>
        <source>A week begins on a Monday.</source>
        <translation>一周从周一开始。</translation>
    </message>
    <message>
        <source>The hours of a day follow one another and end after they begin.</source>
        <translation>一天的各段时间应依次排列，且结束晚于开始。</translation>
    </message>
    <message>
        <source>The last day does not come before the first.</source>
        <translation>末日不能早于首日。</translation>
    </message>
    <message>
        <source>At most two years at once.</source>
        <translation>一次最多两年。</translation>
    </message>
    <message>
        <source>It ends after it begins.</source>
        <translation>结束应晚于开始。</translation>
    </message>
    <message>
        <source>Say from when to when.</source>
        <translation>请填写起止时间。</translation>
    </message>
    <message>
        <source>At most %1 characters.</source>
        <translation>最多 %1 个字符。</translation>
    </message>
    <message>
        <source>This does not hold any more.</source>
        <translation>此项已不再有效。</translation>
    </message>
    <message>
        <source>There is no such service.</source>
        <translation>没有这个服务项目。</translation>
    </message>
    <message>
        <source>Say with whom or where it can be booked.</source>
        <translation>请选择可由谁、在哪里提供。</translation>
    </message>
    <message>
        <source>At most %1 people, rooms or devices at once.</source>
        <translation>同时最多占用 %1 种人员、房间或设备。</translation>
    </message>
    <message>
        <source>“%1” has %2 at once.</source>
        <translation>“%1”同时只有 %2 个。</translation>
    </message>
    <message>
        <source>“%1” is named twice.</source>
        <translation>“%1”出现了两次。</translation>
    </message>
    <message>
        <source>It lasts %1 to %2 minutes.</source>
        <translation>时长为 %1 至 %2 分钟。</translation>
    </message>
    <message>
        <source>At most %1 minutes.</source>
        <translation>最多 %1 分钟。</translation>
    </message>
    <message>
        <source>At most a year ahead.</source>
        <translation>最多提前一年。</translation>
    </message>
    <message>
        <source>At least one a day.</source>
        <translation>每天至少一个。</translation>
    </message>
    <message>
        <source>None or more.</source>
        <translation>不能为负数。</translation>
    </message>
    <message>
        <source>A price is not negative.</source>
        <translation>价格不能为负。</translation>
    </message>
    <message>
        <source>There is no such appointment.</source>
        <translation>没有这个预约。</translation>
    </message>
    <message>
        <source>This service cannot be booked now.</source>
        <translation>此服务目前不能预约。</translation>
    </message>
    <message>
        <source>The service needs something else.</source>
        <translation>所选人员或资源不适用于此服务。</translation>
    </message>
    <message>
        <source>%1 is taken from %2 to %3.</source>
        <translation>%1 %2–%3 已被占用。</translation>
    </message>
    <message>
        <source>%1 is taken from %2 to %3: %4.</source>
        <translation>%1 %2–%3 已约：%4。</translation>
    </message>
    <message>
        <source>%1 does not take anybody then.</source>
        <translation>%1 这个时间不接诊。</translation>
    </message>
    <message>
        <source>Nothing is free then.</source>
        <translation>这个时间没有空位。</translation>
    </message>
    <message>
        <source>They have %1 from %2 to %3.</source>
        <translation>该患者 %2–%3 已约%1。</translation>
    </message>
    <message>
        <source>Say for whom.</source>
        <translation>请选择预约人。</translation>
    </message>
    <message>
        <source>Only what is booked and has not begun can be moved.</source>
        <translation>只有已约且未开始的才能改约。</translation>
    </message>
    <message>
        <source>Only what is booked and has not begun can be cancelled.</source>
        <translation>只有已约且未开始的才能取消。</translation>
    </message>
    <message>
        <source>Say why.</source>
        <translation>请填写原因。</translation>
    </message>
    <message>
        <source>It is no longer booked.</source>
        <translation>该预约已不是待到状态。</translation>
    </message>
    <message>
        <source>It is booked for another day.</source>
        <translation>该预约不在今天。</translation>
    </message>
    <message>
        <source>Register them first.</source>
        <translation>请先建档。</translation>
    </message>
    <message>
        <source>The service is given by others.</source>
        <translation>该项目由其他人提供。</translation>
    </message>
    <message>
        <source>They are in the queue already.</source>
        <translation>此人已在候诊。</translation>
    </message>
    <message>
        <source>Its time has not come yet.</source>
        <translation>还没到预约时间。</translation>
    </message>
    <message>
        <source>They have not come.</source>
        <translation>患者还没有到。</translation>
    </message>
    <message>
        <source>The same import has something else for them then.</source>
        <translation>同一次导入中该患者届时已有其他预约。</translation>
    </message>
    <message>
        <source>Six weeks can be seen at once.</source>
        <translation>一次最多看六周。</translation>
    </message>
    <message>
        <source>From one day to another, at most %1 days.</source>
        <translation>起止日期须有效，至多 %1 天。</translation>
    </message>
    <message>
        <source>These are no times of a day.</source>
        <translation>时间段无效。</translation>
    </message>
    <message>
        <source>Steps have 5 minutes or more.</source>
        <translation>间隔不少于 5 分钟。</translation>
    </message>
    <message>
        <source>A practitioner is a man or a woman.</source>
        <translation>医师性别只能选男或女。</translation>
    </message>
    <message>
        <source>“%1” is no time; write 8:30-12.</source>
        <translation>“%1”不是时间，请写作 8:30-12。</translation>
    </message>
    <message>
        <source>%1 ends before it begins.</source>
        <translation>%1 结束早于开始。</translation>
    </message>
    <message>
        <source>%1 begins before %2 ends.</source>
        <translation>%1 开始时 %2 还没有结束。</translation>
    </message>
    <message>
        <source>This appointment has been cancelled meanwhile.</source>
        <translation>这个预约刚才已被取消。</translation>
    </message>
    <message>
        <source>This appointment has gone on meanwhile and is not moved.</source>
        <translation>这个预约刚才已有进展，没有改动。</translation>
    </message>
    <message>
        <source>Somebody has moved this appointment meanwhile: it stands on %1 at %2 now.</source>
        <translation>刚才有人改了这个预约：现在是 %1 %2。</translation>
    </message>
    <message>
        <source>That is over.</source>
        <translation>时间已过。</translation>
    </message>
    <message>
        <source>A course has 2 to %1 appointments.</source>
        <translation>疗程须为 2 至 %1 次。</translation>
    </message>
    <message>
        <source>Say on which weekdays.</source>
        <translation>请选星期几。</translation>
    </message>
    <message>
        <source>Say from which day on, and at what time.</source>
        <translation>请填开始日期和时间。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Absent</source>
        <translation>缺勤</translation>
    </message>
    <message>
        <source>This is not on the waitlist.</source>
        <translation>候补名单中没有此项。</translation>
    </message>
    <message>
        <source>This time is being offered to %1 until %2.</source>
        <translation>此空档正在通知%1，保留至 %2。</translation>
    </message>
    <message>
        <source>somebody else</source>
        <translation>其他人</translation>
    </message>
    <message>
        <source>%1 does not wait any more.</source>
        <translation>%1已不在候补。</translation>
    </message>
    <message>
        <source>%1 waits for this already.</source>
        <translation>%1已在候补同一项目。</translation>
    </message>
    <message>
        <source>%1 is being offered %2 until %3.</source>
        <translation>正在通知%1 %2 的空档，保留至 %3。</translation>
    </message>
    <message>
        <source>This offer has been answered.</source>
        <translation>此通知已有答复。</translation>
    </message>
    <message>
        <source>That time is over.</source>
        <translation>这个时间已经过去了。</translation>
    </message>
</context>
<context>
    <name>xinglin::segment</name>
    <message>
        <source>There is no such segment.</source>
        <translation>没有这个分组。</translation>
    </message>
    <message>
        <source>You may not ask by &quot;%1&quot;.</source>
        <translation>您无权按“%1”查询。</translation>
    </message>
    <message>
        <source>The segment needs a name.</source>
        <translation>请给分组起名。</translation>
    </message>
    <message>
        <source>The name is too long.</source>
        <translation>名称太长。</translation>
    </message>
    <message>
        <source>The segment has too many conditions.</source>
        <translation>分组的条件太多。</translation>
    </message>
    <message>
        <source>Another segment has this name.</source>
        <translation>已有同名的分组。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not one of the choices.</source>
        <translation>“%1”不在可选项中。</translation>
    </message>
    <message>
        <source>Somebody changed this segment since you opened it.</source>
        <translation>您打开之后，此分组已被他人更改。</translation>
    </message>
</context>
<context>
    <name>xinglin::segments</name>
    <message>
        <source>Nothing of this name is known here.</source>
        <translation>此处没有这个名称。</translation>
    </message>
    <message>
        <source>Here must stand a condition.</source>
        <translation>此处应为一个条件。</translation>
    </message>
    <message>
        <source>This field is not known.</source>
        <translation>未知的项目。</translation>
    </message>
    <message>
        <source>This cannot be asked of a field.</source>
        <translation>不能这样比较。</translation>
    </message>
    <message>
        <source>This value is not of the kind that is asked for.</source>
        <translation>值的类型不对。</translation>
    </message>
    <message>
        <source>Here must stand a group of conditions.</source>
        <translation>此处应为一组条件。</translation>
    </message>
    <message>
        <source>Groups stand too deep in one another.</source>
        <translation>条件组嵌套太深。</translation>
    </message>
    <message>
        <source>A group asks for all or for any.</source>
        <translation>一组条件须为全部或任一。</translation>
    </message>
    <message>
        <source>Here must stand a list.</source>
        <translation>此处应为列表。</translation>
    </message>
    <message>
        <source>Nothing is compared here.</source>
        <translation>此处不需要值。</translation>
    </message>
    <message>
        <source>Say with what it is compared.</source>
        <translation>请填写比较的内容。</translation>
    </message>
    <message>
        <source>The text is too long.</source>
        <translation>文字太长。</translation>
    </message>
    <message>
        <source>A number from %1 to %2 is needed.</source>
        <translation>请填 %1 到 %2 之间的数。</translation>
    </message>
    <message>
        <source>A day is needed.</source>
        <translation>请填日期。</translation>
    </message>
    <message>
        <source>Choose at least one.</source>
        <translation>请至少选一项。</translation>
    </message>
    <message>
        <source>Not more than %1 can be chosen.</source>
        <translation>最多选 %1 项。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not one of the choices.</source>
        <translation>“%1”不在可选项中。</translation>
    </message>
    <message>
        <source>There is no condition here.</source>
        <translation>此处没有条件。</translation>
    </message>
    <message>
        <source>Not more than %1 conditions are possible.</source>
        <translation>最多 %1 个条件。</translation>
    </message>
    <message>
        <source>This cannot be asked of &quot;%1&quot;.</source>
        <translation>“%1”不能这样比较。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>field, problem</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>The definition is too long.</source>
        <translation>定义太长。</translation>
    </message>
    <message>
        <source>This is no definition of a segment.</source>
        <translation>这不是分组的定义。</translation>
    </message>
    <message>
        <source>The version is missing.</source>
        <translation>缺少版本号。</translation>
    </message>
    <message>
        <source>A newer Xinglin wrote this segment.</source>
        <translation>此分组由更新版本的杏林保存。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Pinyin or initials</source>
        <translation>拼音或首字母</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>年龄</translation>
    </message>
    <message>
        <source>Month of birth</source>
        <translation>出生月份</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>生日</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>How they came</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Referred by a patient</source>
        <translation>患者介绍</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Number of visits</source>
        <translation>就诊次数</translation>
    </message>
    <message>
        <source>Last visit</source>
        <translation>末次就诊</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>建档时间</translation>
    </message>
    <message>
        <source>Deceased</source>
        <translation>已故</translation>
    </message>
    <message>
        <source>Seen by</source>
        <translation>接诊医师</translation>
    </message>
    <message>
        <source>Allergy</source>
        <translation>过敏</translation>
    </message>
    <message>
        <source>Takes a medicine</source>
        <translation>正在用药</translation>
    </message>
    <message>
        <source>Pregnant</source>
        <translation>妊娠</translation>
    </message>
    <message>
        <source>Breastfeeding</source>
        <translation>哺乳</translation>
    </message>
    <message>
        <source>Constitution</source>
        <translation>体质</translation>
    </message>
    <message>
        <source>Diagnosis or pattern</source>
        <translation>诊断或证候</translation>
    </message>
    <message>
        <source>Herb prescribed</source>
        <translation>用过的中药</translation>
    </message>
    <message>
        <source>Formula prescribed</source>
        <translation>用过的方剂</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Insurance</source>
        <translation>医保</translation>
    </message>
    <message>
        <source>Occupation</source>
        <translation>职业</translation>
    </message>
    <message>
        <source>is</source>
        <comment>condition</comment>
        <translation>等于</translation>
    </message>
    <message>
        <source>is not</source>
        <comment>condition</comment>
        <translation>不等于</translation>
    </message>
    <message>
        <source>contains</source>
        <comment>condition</comment>
        <translation>包含</translation>
    </message>
    <message>
        <source>begins with</source>
        <comment>condition</comment>
        <translation>开头是</translation>
    </message>
    <message>
        <source>is one of</source>
        <comment>condition</comment>
        <translation>是其中之一</translation>
    </message>
    <message>
        <source>is none of</source>
        <comment>condition</comment>
        <translation>都不是</translation>
    </message>
    <message>
        <source>at least</source>
        <comment>condition</comment>
        <translation>不少于</translation>
    </message>
    <message>
        <source>at most</source>
        <comment>condition</comment>
        <translation>不多于</translation>
    </message>
    <message>
        <source>on or after</source>
        <comment>condition</comment>
        <translation>不早于</translation>
    </message>
    <message>
        <source>on or before</source>
        <comment>condition</comment>
        <translation>不晚于</translation>
    </message>
    <message>
        <source>in the last days</source>
        <comment>condition</comment>
        <translation>最近几天内</translation>
    </message>
    <message>
        <source>longer ago than days</source>
        <comment>condition</comment>
        <translation>早于几天前</translation>
    </message>
    <message>
        <source>in the next days</source>
        <comment>condition</comment>
        <translation>今后几天内</translation>
    </message>
    <message>
        <source>ever</source>
        <comment>condition</comment>
        <translation>曾就诊</translation>
    </message>
    <message>
        <source>there is one</source>
        <comment>condition</comment>
        <translation>有</translation>
    </message>
    <message>
        <source>never</source>
        <comment>condition</comment>
        <translation>从未</translation>
    </message>
    <message>
        <source>there is none</source>
        <comment>condition</comment>
        <translation>无</translation>
    </message>
    <message>
        <source>yes</source>
        <comment>condition</comment>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <comment>condition</comment>
        <translation>否</translation>
    </message>
    <message>
        <source>Enquiry</source>
        <comment>stage of a patient</comment>
        <translation>咨询</translation>
    </message>
    <message>
        <source>Booked</source>
        <comment>stage of a patient</comment>
        <translation>已预约</translation>
    </message>
    <message>
        <source>First visit</source>
        <comment>stage of a patient</comment>
        <translation>初诊</translation>
    </message>
    <message>
        <source>Active</source>
        <comment>stage of a patient</comment>
        <translation>活跃</translation>
    </message>
    <message>
        <source>Dormant</source>
        <comment>stage of a patient</comment>
        <translation>沉睡</translation>
    </message>
    <message>
        <source>Lost</source>
        <comment>stage of a patient</comment>
        <translation>流失</translation>
    </message>
    <message>
        <source>Registered and never seen.</source>
        <translation>已建档，从未就诊。</translation>
    </message>
    <message>
        <source>Never seen, and expected.</source>
        <translation>从未就诊，已预约。</translation>
    </message>
    <message numerus="yes">
        <source>One visit, in the last %n day(s).</source>
        <translation>
            <numerusform>最近 %n 天内就诊一次。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Two visits or more, the last one in the last %n day(s).</source>
        <translation>
            <numerusform>就诊两次以上，末次在最近 %n 天内。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last seen more than %1 and up to %n day(s) ago.</source>
        <translation>
            <numerusform>末次就诊在 %1 天以前、%n 天以内。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last seen more than %n day(s) ago.</source>
        <translation>
            <numerusform>末次就诊在 %n 天以前。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::settings</name>
    <message>
        <source>There is no such setting.</source>
        <translation>没有这项设置。</translation>
    </message>
    <message>
        <source>A number from %1 to %2 is needed.</source>
        <translation>请填 %1 到 %2 之间的数。</translation>
    </message>
    <message>
        <source>This is not one of the choices.</source>
        <translation>不在可选项之中。</translation>
    </message>
    <message>
        <source>The text is too long.</source>
        <translation>文字太长。</translation>
    </message>
    <message>
        <source>This is not a picture.</source>
        <translation>这不是图片。</translation>
    </message>
    <message>
        <source>The picture is too large.</source>
        <translation>图片太大。</translation>
    </message>
</context>
<context>
    <name>xinglin::store</name>
    <message>
        <source>The store cannot be opened: it is damaged, or the keyring beside it is another one&apos;s.</source>
        <translation>病历库打不开：它已损坏，或旁边的密钥文件不是它的。</translation>
    </message>
    <message>
        <source>The store is damaged. Restore the last backup.</source>
        <translation>病历库已损坏。请恢复最近的备份。</translation>
    </message>
    <message>
        <source>The disk is full. Nothing was saved.</source>
        <translation>磁盘已满。什么也没保存。</translation>
    </message>
    <message>
        <source>The disk cannot be read or written. Nothing was saved.</source>
        <translation>磁盘无法读写。什么也没保存。</translation>
    </message>
    <message>
        <source>The store&apos;s folder is read-only.</source>
        <translation>病历库的文件夹是只读的。</translation>
    </message>
    <message>
        <source>The store is in use by another program.</source>
        <translation>病历库正被另一个程序使用。</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>The program made a mistake; nothing was saved.</source>
        <translation>程序出错，什么也没保存。</translation>
    </message>
    <message>
        <source>This build has no encryption and cannot open a store.</source>
        <translation>此程序没有加密功能，打不开病历库。</translation>
    </message>
    <message>
        <source>This is not open to you.</source>
        <translation>此项不对你开放。</translation>
    </message>
    <message>
        <source>The store&apos;s folder %1 cannot be written: %2</source>
        <translation>病历库的文件夹 %1 无法写入：%2</translation>
    </message>
    <message>
        <source>The store is in use by another program (process %1).</source>
        <translation>病历库正被另一个程序使用（进程 %1）。</translation>
    </message>
    <message>
        <source>The store %1 cannot be read: %2</source>
        <translation>无法读取病历库 %1：%2</translation>
    </message>
    <message>
        <source>The store %1 is cut short.</source>
        <translation>病历库 %1 不完整。</translation>
    </message>
    <message>
        <source>%1 is not an encrypted Xinglin store.</source>
        <translation>%1 不是加密的杏林病历库。</translation>
    </message>
    <message>
        <source>%1 is not a Xinglin store.</source>
        <translation>%1 不是杏林病历库。</translation>
    </message>
    <message>
        <source>This store was made by a newer Xinglin. Update the program; nothing was changed.</source>
        <translation>此病历库由更新版的杏林建立。请更新程序；什么也没改动。</translation>
    </message>
    <message>
        <source>The store does not say whose it is.</source>
        <translation>病历库没有写明属于谁。</translation>
    </message>
    <message>
        <source>There is a store in %1 already.</source>
        <translation>%1 里已有病历库。</translation>
    </message>
    <message>
        <source>There is no store in %1.</source>
        <translation>%1 里没有病历库。</translation>
    </message>
    <message>
        <source>The store in %1 belongs to another PC.</source>
        <translation>%1 里的病历库属于另一台电脑。</translation>
    </message>
    <message>
        <source>The new backup did not pass its check and was not kept.</source>
        <translation>新备份未通过核查，没有保留。</translation>
    </message>
    <message>
        <source>There is no backup in %1.</source>
        <translation>%1 中没有备份。</translation>
    </message>
    <message>
        <source>The manifest of this backup was changed.</source>
        <translation>此备份的清单被改过。</translation>
    </message>
    <message>
        <source>This backup is not sealed to you.</source>
        <translation>此备份没有为您加封。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>There is not enough room in %1: %2 are needed, %3 are free.</source>
        <translation>%1 空间不足：需要 %2，剩余 %3。</translation>
    </message>
    <message>
        <source>The folder %1 cannot be removed.</source>
        <translation>无法删除文件夹 %1。</translation>
    </message>
    <message>
        <source>%1 is not a backup of Xinglin.</source>
        <translation>%1 不是杏林的备份。</translation>
    </message>
    <message>
        <source>The backup %1 is damaged.</source>
        <translation>备份 %1 已损坏。</translation>
    </message>
    <message>
        <source>The backup %1 was made by a newer Xinglin. Update the program to use it.</source>
        <translation>备份 %1 由更新版本的杏林制作，请先升级程序。</translation>
    </message>
    <message>
        <source>The disk cannot be read, or there is not enough memory.</source>
        <translation>磁盘无法读取，或内存不足。</translation>
    </message>
    <message>
        <source>The store does not hold after the update; it was left as it was.</source>
        <translation>升级后的数据未通过核查，已保持原样。</translation>
    </message>
    <message>
        <source>The store could not be copied whole before the update.</source>
        <translation>升级前未能完整复制数据。</translation>
    </message>
    <message>
        <source>The disk failed at the last moment. Look whether this was saved before you do it again.</source>
        <translation>磁盘在最后一刻出错。重做之前请先看看是否已经保存。</translation>
    </message>
    <message>
        <source>This file has %1; more than %2 cannot be attached.</source>
        <translation>此文件有 %1；超过 %2 的文件不能添加。</translation>
    </message>
    <message>
        <source>The file of this entry is not on this PC any more. A backup may still have it.</source>
        <translation>此条目的文件已不在本机。备份中可能还有。</translation>
    </message>
    <message>
        <source>The file of this entry was changed from outside or is damaged. A backup may still have it whole.</source>
        <translation>此条目的文件被外部改动或已损坏。备份中可能还有完好的一份。</translation>
    </message>
</context>
<context>
    <name>xinglin::store::Verify</name>
    <message>
        <source>A page of the store was changed from outside or is damaged.</source>
        <translation>数据中有一页被外部改动或已损坏。</translation>
    </message>
    <message>
        <source>A part of the store cannot be read.</source>
        <translation>部分数据无法读取。</translation>
    </message>
    <message>
        <source>The store&apos;s inner structure is damaged.</source>
        <translation>数据内部结构已损坏。</translation>
    </message>
    <message>
        <source>A row refers to another one that is not there.</source>
        <translation>有一行指向了不存在的行。</translation>
    </message>
    <message>
        <source>The store&apos;s tables, indexes or triggers are not as this program makes them.</source>
        <translation>数据的表、索引或触发器与本程序所建不符。</translation>
    </message>
    <message>
        <source>The store names another clinic than its own.</source>
        <translation>数据里写的是另一家诊所。</translation>
    </message>
    <message>
        <source>Changes were made of which the audit log says nothing.</source>
        <translation>有些改动在审计记录里没有。</translation>
    </message>
    <message>
        <source>Changes were taken out of the change log or put into it.</source>
        <translation>变更日志中有改动被抽走或塞入。</translation>
    </message>
    <message>
        <source>A change in the change log was altered.</source>
        <translation>变更日志中有一条被改过。</translation>
    </message>
    <message>
        <source>A row that was entered here is gone.</source>
        <translation>曾在此录入的一行不见了。</translation>
    </message>
    <message>
        <source>There is a row that nobody entered through this program.</source>
        <translation>有一行不是经本程序录入的。</translation>
    </message>
    <message>
        <source>A row was changed past this program.</source>
        <translation>有一行被绕过本程序改动。</translation>
    </message>
    <message>
        <source>The index of the change log is not what the log says.</source>
        <translation>变更日志的索引与日志不符。</translation>
    </message>
    <message>
        <source>Rows of the audit log are missing.</source>
        <translation>审计记录有缺行。</translation>
    </message>
    <message>
        <source>The chain of the audit log is broken.</source>
        <translation>审计记录链已断。</translation>
    </message>
    <message>
        <source>A row of the audit log was altered.</source>
        <translation>审计记录有一行被改过。</translation>
    </message>
    <message>
        <source>The audit log speaks of a change that the change log does not have.</source>
        <translation>审计记录提到的改动在变更日志里没有。</translation>
    </message>
    <message>
        <source>The audit log is not the one that was checked before.</source>
        <translation>审计记录与上次核查的不是同一份。</translation>
    </message>
    <message>
        <source>What a backup or a printed sheet has witnessed was cut off.</source>
        <translation>备份或打印单见证过的内容被截掉了。</translation>
    </message>
    <message>
        <source>What a backup or a printed sheet has witnessed was written anew.</source>
        <translation>备份或打印单见证过的内容被重写了。</translation>
    </message>
    <message>
        <source>The search does not find what it should; its keys were changed.</source>
        <translation>查找结果不全，索引键被改过。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>what is wrong, and the place in the store</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>A file that was attached is gone.</source>
        <translation>有一个附件文件不见了。</translation>
    </message>
    <message>
        <source>An attached file was changed past this program or is damaged.</source>
        <translation>有一个附件文件被本程序以外的途径改动，或已损坏。</translation>
    </message>
    <message>
        <source>An attached file cannot be read.</source>
        <translation>有一个附件文件无法读取。</translation>
    </message>
</context>
<context>
    <name>xinglin::tags</name>
    <message>
        <source>There is no such tag.</source>
        <translation>没有这个标签。</translation>
    </message>
    <message>
        <source>The tag needs a name.</source>
        <translation>标签要有名称。</translation>
    </message>
    <message>
        <source>A tag has at most %1 characters.</source>
        <translation>标签最多 %1 个字。</translation>
    </message>
    <message>
        <source>There is a retired tag &quot;%1&quot;; it can be taken back into use.</source>
        <translation>已有停用的标签“%1”，可在设置中恢复。</translation>
    </message>
    <message>
        <source>There is a tag &quot;%1&quot; already.</source>
        <translation>已有标签“%1”。</translation>
    </message>
    <message>
        <source>The tag &quot;%1&quot; is retired.</source>
        <translation>标签“%1”已停用。</translation>
    </message>
    <message>
        <source>They carry the tag &quot;%1&quot; already.</source>
        <translation>已有标签“%1”。</translation>
    </message>
</context>
<context>
    <name>xinglin::takeback</name>
    <message>
        <source>Somebody</source>
        <translation>有人</translation>
    </message>
    <message>
        <source>%1 has changed it again since (%2).</source>
        <translation>%1 此后又改过（%2）。</translation>
    </message>
    <message>
        <source>%1 has changed &quot;%2&quot; again since (%3).</source>
        <translation>%1 此后又改过“%2”（%3）。</translation>
    </message>
    <message>
        <source>A prescription has been signed since (%1), and was checked with it. Correct the entry instead.</source>
        <translation>此后已有处方据此核查并签署（%1），请改为更正该项。</translation>
    </message>
    <message>
        <source>It concerns nobody&apos;s record.</source>
        <translation>它不涉及任何人的病历。</translation>
    </message>
    <message>
        <source>%1 has come since.</source>
        <translation>%1已到诊。</translation>
    </message>
    <message>
        <source>The appointment of %1 has been changed since.</source>
        <translation>%1的预约之后又改过。</translation>
    </message>
</context>
<context>
    <name>xinglin::treatment</name>
    <message>
        <source>This visit orders no treatments.</source>
        <translation>本次就诊没有开治疗。</translation>
    </message>
    <message>
        <source>Sign first; only what is signed is printed.</source>
        <translation>请先签名；签名后才能打印。</translation>
    </message>
    <message>
        <source>Needles are between 0 and 200.</source>
        <translation>针数在 0 到 200 之间。</translation>
    </message>
    <message>
        <source>There is no such order.</source>
        <translation>没有这条治疗。</translation>
    </message>
    <message>
        <source>There is no such session.</source>
        <translation>没有这次治疗记录。</translation>
    </message>
    <message>
        <source>The order is not signed yet.</source>
        <translation>这条治疗还没有签名。</translation>
    </message>
    <message>
        <source>This order was amended since. Look at the list again.</source>
        <translation>这条治疗已被修正，请重新查看列表。</translation>
    </message>
    <message>
        <source>A session of this order is still running. End it first.</source>
        <translation>这条治疗有一次还在进行，请先结束。</translation>
    </message>
    <message numerus="yes">
        <source>All %n session(s) of this order were given.</source>
        <translation>
            <numerusform>这条治疗的 %n 次已全部做完。</numerusform>
        </translation>
    </message>
    <message>
        <source>This session has been ended already.</source>
        <translation>这次治疗已经结束。</translation>
    </message>
    <message>
        <source>%1 needles went in and %2 came out. Count again and look; where it stays so, write why.</source>
        <translation>进针 %1 针，起针 %2 针。请再数一遍并查找；如仍不符，请写明原因。</translation>
    </message>
    <message>
        <source>Say why the entry was wrong.</source>
        <translation>请写明为何有误。</translation>
    </message>
    <message>
        <source>Minutes are between 1 and 600.</source>
        <translation>分钟数在 1 到 600 之间。</translation>
    </message>
    <message>
        <source>Sessions are between 1 and 100.</source>
        <translation>次数在 1 到 100 之间。</translation>
    </message>
    <message>
        <source>Sessions a week are between 1 and 21.</source>
        <translation>每周次数在 1 到 21 之间。</translation>
    </message>
    <message>
        <source>A point has no name.</source>
        <translation>有穴位没有名称。</translation>
    </message>
    <message>
        <source>%1: so many needles cannot be meant.</source>
        <translation>%1：针数不可能这么多。</translation>
    </message>
    <message>
        <source>%1: a depth is more than 0 and not above 5 cun.</source>
        <translation>%1：深度应大于 0，不超过 5 寸。</translation>
    </message>
    <message>
        <source>%1: a number of it cannot be meant.</source>
        <translation>%1：有参数超出可能的范围。</translation>
    </message>
    <message>
        <source>A treatment has no name.</source>
        <translation>有治疗没有名称。</translation>
    </message>
    <message>
        <source>The acupuncture has no points.</source>
        <translation>针刺没有写穴位。</translation>
    </message>
    <message>
        <source>%1: take it out, or treat it without a needle.</source>
        <translation>%1：请去掉，或改为不用针。</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between treatments</comment>
        <translation>；</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>both sides</source>
        <translation>双侧</translation>
    </message>
    <message>
        <source>left</source>
        <translation>左</translation>
    </message>
    <message>
        <source>right</source>
        <translation>右</translation>
    </message>
    <message>
        <source>even</source>
        <comment>needling technique</comment>
        <translation>平补平泻</translation>
    </message>
    <message>
        <source>reinforcing</source>
        <translation>补</translation>
    </message>
    <message>
        <source>reducing</source>
        <translation>泻</translation>
    </message>
    <message>
        <source>warm needle</source>
        <translation>温针</translation>
    </message>
    <message>
        <source>electro</source>
        <translation>电针</translation>
    </message>
    <message>
        <source>prick</source>
        <translation>点刺</translation>
    </message>
    <message>
        <source>moxa</source>
        <translation>灸</translation>
    </message>
    <message>
        <source>%1 cun</source>
        <translation>%1 寸</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n 分</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>number and unit</comment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n needle(s)</source>
        <translation>
            <numerusform>共 %n 针</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <comment>points, then how</comment>
        <translation>%1；%2</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 a week</source>
        <translation>%1，每周 %2 次</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n point(s)</source>
        <translation>
            <numerusform>%1 %n 穴</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <comment>treatment and its sessions</comment>
        <translation>%1 × %2</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::AbsenceDialog</name>
    <message>
        <source>Who is absent?</source>
        <translation>谁不上班？</translation>
    </message>
    <message>
        <source>The absence and all that it moves are entered at once and can be taken back at once.</source>
        <translation>停诊和由此改动的预约一次登记，也可一次撤销。</translation>
    </message>
    <message>
        <source>%1 is absent.</source>
        <translation>%1 停诊已登记。</translation>
    </message>
    <message>
        <source>Part of the day</source>
        <translation>时段</translation>
    </message>
    <message>
        <source>Whole day</source>
        <translation>全天</translation>
    </message>
    <message>
        <source>Morning</source>
        <translation>上午</translation>
    </message>
    <message>
        <source>Afternoon</source>
        <translation>下午</translation>
    </message>
    <message>
        <source>ill, training</source>
        <translation>生病、培训</translation>
    </message>
    <message>
        <source>From</source>
        <translation>自</translation>
    </message>
    <message>
        <source>To, included</source>
        <translation>至（含）</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>[Alt 1] [2] [3] say which part of the day, [Tab] goes to the fields, [Alt L] to the list.</source>
        <translation>[Alt 1] [2] [3] 选时段，[Tab] 到各栏，[Alt L] 回列表。</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Copy what to say</source>
        <translation>复制说辞</translation>
    </message>
    <message>
        <source>Print the calls</source>
        <translation>打印电话单</translation>
    </message>
    <message>
        <source>[Y] agrees  [N] not reached  [W] message left  [M] wants another time</source>
        <translation>[Y] 同意  [N] 未接通  [W] 已留言  [M] 要改时间</translation>
    </message>
    <message>
        <source>A day, such as 3-12 or +7.</source>
        <translation>填日期，如 3-12 或 +7。</translation>
    </message>
    <message>
        <source>There is nobody who can be booked yet.</source>
        <translation>还没有可预约的人员。</translation>
    </message>
    <message>
        <source>Nobody is booked then.</source>
        <translation>这段时间没有预约。</translation>
    </message>
    <message>
        <source>%1: %2 moved, %3 cancelled, %4 as they are</source>
        <translation>%1：改期 %2，取消 %3，不变 %4</translation>
    </message>
    <message numerus="yes">
        <source>%n appointment(s)</source>
        <translation>
            <numerusform>%n 个预约</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter the absence</source>
        <translation>登记停诊</translation>
    </message>
    <message>
        <source>This is %1. %2 is absent, and we have to cancel your appointment of %3. May we look for another day together?</source>
        <translation>您好，这里是%1。%2临时停诊，您 %3 的预约只能取消，我们另约一天好吗？</translation>
    </message>
    <message>
        <source>This is %1. %2 is absent at the time of your appointment, %3. When else could you come?</source>
        <translation>您好，这里是%1。您 %3 预约时%2停诊，您什么时候方便另来？</translation>
    </message>
    <message>
        <source>This is %1. %2 is absent. Instead of %3 we have kept %4 with %5 for you. Does that suit you?</source>
        <translation>您好，这里是%1。%2临时停诊，您 %3 的预约给您改到 %4（%5），可以吗？</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>The absence of %1 is entered. These are to be told:</source>
        <translation>%1 停诊已登记，请通知以下患者：</translation>
    </message>
    <message>
        <source>What to say</source>
        <translation>怎么说</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>who, what was refused</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Copied what to say to %1.</source>
        <translation>已复制对 %1 的说辞。</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::AlikeList</name>
    <message>
        <source>Registered already</source>
        <translation>已经登记过</translation>
    </message>
    <message>
        <source>Probably the same person</source>
        <translation>很可能是同一人</translation>
    </message>
    <message>
        <source>Perhaps the same person</source>
        <translation>可能是同一人</translation>
    </message>
    <message>
        <source>Same phone: the family</source>
        <translation>同一电话：家人</translation>
    </message>
    <message>
        <source>People alike</source>
        <translation>相似的人</translation>
    </message>
    <message>
        <source>last visit %1</source>
        <translation>末次就诊%1</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::AllergyEditor</name>
    <message>
        <source>Allergic to</source>
        <translation>过敏原</translation>
    </message>
    <message>
        <source>Reaction</source>
        <translation>反应</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add the allergy</source>
        <translation>添加过敏</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>allergy and reaction</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>verb and what it is done to</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Wrong entry</source>
        <translation>有误</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>去掉</translation>
    </message>
    <message>
        <source>Why is %1 not true?</source>
        <translation>“%1”为何有误？</translation>
    </message>
    <message>
        <source>Saved with your name; an empty line changes nothing.</source>
        <translation>连同你的姓名一起保存；留空则不改。</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::Announcer</name>
    <message>
        <source>Number %1, please come in</source>
        <extracomment>Read aloud by a voice.</extracomment>
        <translation>请 %1 号就诊</translation>
    </message>
    <message>
        <source>Number %1, please come to %2</source>
        <translation>请 %1 号到 %2</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::AppointmentPanel</name>
    <message>
        <source>Nothing selected</source>
        <translation>没有选中预约</translation>
    </message>
    <message>
        <source>[Tab] goes from one appointment to the next, the arrows to a free time.</source>
        <translation>[Tab] 走到下一个预约，方向键走到空闲时间。</translation>
    </message>
    <message>
        <source>Open the chart</source>
        <translation>打开病历</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>改约</translation>
    </message>
    <message>
        <source>The patient cancels</source>
        <translation>患者取消</translation>
    </message>
    <message>
        <source>We cancel</source>
        <translation>诊所取消</translation>
    </message>
    <message>
        <source>[Ctrl V] or [⏎] puts it here, [Esc] back.</source>
        <translation>[Ctrl V] 或 [⏎] 放在这里，[Esc] 放回。</translation>
    </message>
    <message>
        <source>%1, overbooked</source>
        <comment>state of an appointment</comment>
        <translation>%1，加号</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务项目</translation>
    </message>
    <message>
        <source>With</source>
        <translation>由</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Moving %1</source>
        <translation>正在移动 %1</translation>
    </message>
    <message>
        <source>Book a course</source>
        <translation>预约疗程</translation>
    </message>
    <message>
        <source>[Ctrl V] or [⏎] puts it here, [Ctrl Shift V] with all that follow in the course, [Esc] back.</source>
        <translation>[Ctrl V] 或 [⏎] 放在这里，[Ctrl Shift V] 连同疗程中以后各次一起移动，[Esc] 放回。</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::AppointmentWords</name>
    <message>
        <source>L</source>
        <comment>letter of: late</comment>
        <translation>迟</translation>
    </message>
    <message>
        <source>late</source>
        <translation>迟到</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>B</source>
        <comment>letter of: booked</comment>
        <translation>约</translation>
    </message>
    <message>
        <source>booked</source>
        <translation>已约</translation>
    </message>
    <message>
        <source>A</source>
        <comment>letter of: arrived</comment>
        <translation>到</translation>
    </message>
    <message>
        <source>arrived</source>
        <translation>已到</translation>
    </message>
    <message>
        <source>D</source>
        <comment>letter of: done</comment>
        <translation>毕</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>N</source>
        <comment>letter of: did not come</comment>
        <translation>爽</translation>
    </message>
    <message>
        <source>did not come</source>
        <translation>爽约</translation>
    </message>
    <message>
        <source>X</source>
        <comment>letter of: cancelled</comment>
        <translation>消</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>entered in error</source>
        <translation>录错</translation>
    </message>
    <message>
        <source>Taken</source>
        <comment>an appointment of somebody who may not be seen</comment>
        <translation>已占用</translation>
    </message>
    <message>
        <source>overbooked</source>
        <translation>加号</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between what is said of an appointment</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>+</source>
        <comment>mark of an overbooked appointment</comment>
        <translation>加</translation>
    </message>
    <message>
        <source>Y</source>
        <comment>letter of: booked and confirmed</comment>
        <translation>确</translation>
    </message>
    <message>
        <source>C</source>
        <comment>letter of: in consultation</comment>
        <translation>诊</translation>
    </message>
    <message>
        <source>in consultation</source>
        <translation>就诊中</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::AskDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::AssessmentModel</name>
    <message>
        <source>%1: %2</source>
        <comment>day of an assessment, what came out</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::AttachmentList</name>
    <message>
        <source>Kept encrypted. What you chose is still where it was on this PC.</source>
        <translation>已加密保存。您所选的文件仍在本机原处。</translation>
    </message>
    <message>
        <source>Pictures and papers</source>
        <translation>图片和文件</translation>
    </message>
    <message>
        <source>What is added</source>
        <translation>添加的类别</translation>
    </message>
    <message>
        <source>Add a file</source>
        <translation>添加文件</translation>
    </message>
    <message>
        <source>Drop files here, or paste a picture with Ctrl V.</source>
        <translation>可将文件拖到这里，或按 Ctrl V 粘贴图片。</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>无。</translation>
    </message>
    <message>
        <source>Pictures and papers, the latest first</source>
        <translation>图片和文件，最新的在前</translation>
    </message>
    <message>
        <source>%1 and more</source>
        <translation>%1 份以上</translation>
    </message>
    <message>
        <source>Choose pictures and papers</source>
        <translation>选择图片和文件</translation>
    </message>
    <message>
        <source>There is no picture in the clipboard.</source>
        <translation>剪贴板中没有图片。</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::AuditModel</name>
    <message>
        <source>The program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>not shown to you</source>
        <translation>不对您显示</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>谁</translation>
    </message>
    <message>
        <source>What</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Whose record</source>
        <translation>谁的病历</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>as of %1</source>
        <comment>day and time</comment>
        <translation>%1 时的记录</translation>
    </message>
    <message>
        <source>, from %1</source>
        <comment>day and time</comment>
        <translation>，自 %1 起</translation>
    </message>
    <message>
        <source>, until %1</source>
        <comment>day and time</comment>
        <translation>，至 %1 止</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::AuditPanel</name>
    <message>
        <source>QR code of the log&apos;s head</source>
        <translation>链头二维码</translation>
    </message>
    <message>
        <source>State of the log</source>
        <translation>审计状态</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>立即核查</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>For the day&apos;s papers</source>
        <translation>日结用</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>存为 PDF</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <comment>of the audit log</comment>
        <translation>%1 行</translation>
    </message>
    <message>
        <source>The whole store was never checked.</source>
        <translation>从未全面核查。</translation>
    </message>
    <message>
        <source>Last whole check: %1</source>
        <translation>最近全面核查：%1</translation>
    </message>
    <message>
        <source>A check is due.</source>
        <translation>该核查了。</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) were found, first: %1</source>
        <translation>
            <numerusform>发现 %n 处问题，首项：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>The store is being checked.</source>
        <translation>正在核查数据。</translation>
    </message>
    <message>
        <source>The check was cancelled.</source>
        <translation>核查已取消。</translation>
    </message>
    <message>
        <source>Checking the pages</source>
        <translation>核查页</translation>
    </message>
    <message>
        <source>Checking the structure</source>
        <translation>核查结构</translation>
    </message>
    <message>
        <source>Checking the change log</source>
        <translation>核查变更日志</translation>
    </message>
    <message>
        <source>Checking the audit log</source>
        <translation>核查审计记录</translation>
    </message>
    <message>
        <source>Checking the search</source>
        <translation>核查查找索引</translation>
    </message>
    <message>
        <source>%1: %2 %</source>
        <comment>what is checked, and how far</comment>
        <translation>%1：%2 %</translation>
    </message>
    <message>
        <source>Everything holds: %1 records and %2 audit rows.</source>
        <translation>全部完好：%1 条变更，%2 行审计。</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s): %1</source>
        <translation>
            <numerusform>%n 处问题：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>Export the audit log</source>
        <translation>导出审计记录</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>The log is being exported.</source>
        <translation>正在导出审计记录。</translation>
    </message>
    <message>
        <source>The export was cancelled.</source>
        <translation>导出已取消。</translation>
    </message>
    <message>
        <source>%1 rows are in %2, and their manifest beside it.</source>
        <translation>%1 行已写入 %2，清单在旁边。</translation>
    </message>
    <message>
        <source>Save the state of the log</source>
        <translation>保存审计状态</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>已存为 %1。</translation>
    </message>
    <message>
        <source>Fingerprint of the log&apos;s head</source>
        <translation>审计链头指纹</translation>
    </message>
    <message>
        <source>Checking the attached files</source>
        <translation>正在检查附件文件</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::AuditPaper</name>
    <message>
        <source>State of the audit log</source>
        <translation>审计记录状态</translation>
    </message>
    <message>
        <source>Rows: %1</source>
        <translation>行数：%1</translation>
    </message>
    <message>
        <source>Keep this sheet with the day&apos;s papers. As long as it exists, nobody can cut off or rewrite what the log held on this day without its being noticed.</source>
        <translation>请与当日单据一同保存。此单在，当日审计内容被截或被改都能察觉。</translation>
    </message>
    <message>
        <source>Signature: ____________________</source>
        <translation>签名：____________________</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::AuditSection</name>
    <message>
        <source>Audit log</source>
        <translation>审计记录</translation>
    </message>
    <message>
        <source>Who did what</source>
        <translation>谁做了什么</translation>
    </message>
    <message>
        <source>What you have done</source>
        <translation>您做过什么</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>基本信息</translation>
    </message>
    <message>
        <source>Kind of act</source>
        <translation>操作类别</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>患者</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>All the time</source>
        <translation>全部时间</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message numerus="yes">
        <source>The last %n days</source>
        <translation>
            <numerusform>最近 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Patient: name, number or initials, then ⏎</source>
        <translation>患者：姓名、病历号或首字母，然后 ⏎</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>审计</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the newest %n row(s)</source>
        <translation>
            <numerusform>最新 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>check now</source>
        <translation>立即核查</translation>
    </message>
    <message>
        <source>export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>read anew</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>Nobody is found by &quot;%1&quot;.</source>
        <translation>没有找到“%1”。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; fits several people; type the number.</source>
        <translation>“%1”对应多人，请输入病历号。</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::BackupKeeper</name>
    <message>
        <source>The backup was cancelled; nothing of it is left.</source>
        <translation>备份已取消，没有留下任何内容。</translation>
    </message>
    <message>
        <source>The backup was made and holds, but not its copy: %1</source>
        <translation>备份已完成且完好，但副本未成：%1</translation>
    </message>
    <message>
        <source>The backup was made, opened again from disk, and holds.</source>
        <translation>备份已完成，从磁盘重新打开核查，完好。</translation>
    </message>
    <message numerus="yes">
        <source>Everything in this backup holds: %n file(s) checked.</source>
        <translation>
            <numerusform>此备份完好：核查 %n 个文件。</numerusform>
        </translation>
    </message>
    <message>
        <source>This backup does not hold (%1). Make a new one.</source>
        <translation>此备份不完好（%1），请重做。</translation>
    </message>
    <message>
        <source>The drill was cancelled; nothing of it is left.</source>
        <translation>演练已取消，没有留下任何内容。</translation>
    </message>
    <message>
        <source>Restored to a scratch place in %1 s, checked there, and removed again. It holds.</source>
        <translation>已用 %1 秒恢复到临时位置核查并清除，完好。</translation>
    </message>
    <message>
        <source>The restore drill failed: %1</source>
        <translation>恢复演练失败：%1</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::BackupSection</name>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>核查</translation>
    </message>
    <message>
        <source>Restore drill</source>
        <translation>恢复演练</translation>
    </message>
    <message>
        <source>Choose folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Restore proven</source>
        <translation>恢复已验证</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Last good backup</source>
        <translation>最近完好备份</translation>
    </message>
    <message>
        <source>Last proven restore</source>
        <translation>最近验证恢复</translation>
    </message>
    <message>
        <source>Last copy that left this disk</source>
        <translation>最近离开本盘的副本</translation>
    </message>
    <message>
        <source>Recovery sheet</source>
        <translation>恢复单</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>back up</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>check</source>
        <translation>核查</translation>
    </message>
    <message>
        <source>drill</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>never confirmed</source>
        <translation>从未确认</translation>
    </message>
    <message>
        <source>confirmed on %1</source>
        <translation>%1 已确认</translation>
    </message>
    <message>
        <source>holds</source>
        <translation>完好</translation>
    </message>
    <message>
        <source>does not hold</source>
        <translation>不完好</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1. The last attempt failed: %2</source>
        <translation>%1。最近一次失败：%2</translation>
    </message>
    <message>
        <source>%1. The last drill failed: %2</source>
        <translation>%1。最近演练失败：%2</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从未</translation>
    </message>
    <message>
        <source>%1. Put a copy on a USB stick or another PC: if this disk fails, everything on it is gone.</source>
        <translation>%1。请在 U 盘或另一台电脑存一份：本盘若坏，其上一切尽失。</translation>
    </message>
    <message>
        <source>Backups go to %1</source>
        <translation>备份存到 %1</translation>
    </message>
    <message>
        <source>Folder for backups</source>
        <translation>备份文件夹</translation>
    </message>
    <message>
        <source>Backups go there from now on.</source>
        <translation>以后备份存到该处。</translation>
    </message>
    <message>
        <source>No backup yet</source>
        <translation>尚无备份</translation>
    </message>
    <message>
        <source>The first one is made by itself in a minute, or now with [F8].</source>
        <translation>首个备份会在一分钟内自动生成，也可按 [F8] 立即备份。</translation>
    </message>
    <message>
        <source>Choose a second</source>
        <translation>选择第二处</translation>
    </message>
    <message>
        <source>None</source>
        <translation>不用</translation>
    </message>
    <message>
        <source>Folder for a second copy</source>
        <translation>第二份备份的文件夹</translation>
    </message>
    <message>
        <source>No second copy yet: a USB stick or a share keeps one away from this disk.</source>
        <translation>尚无第二份备份：U 盘或共享文件夹上的一份不怕本盘损坏。</translation>
    </message>
    <message>
        <source>A second copy goes to %1</source>
        <translation>第二份存到 %1</translation>
    </message>
    <message>
        <source>No second copy is made from now on.</source>
        <translation>以后不再存第二份。</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::BackupWords</name>
    <message>
        <source>yesterday %1</source>
        <translation>昨天 %1</translation>
    </message>
    <message>
        <source>Backup %1</source>
        <translation>备份 %1</translation>
    </message>
    <message>
        <source>No backup yet</source>
        <translation>尚无备份</translation>
    </message>
    <message>
        <source>%1, restore not proven</source>
        <translation>%1，恢复未验证</translation>
    </message>
    <message>
        <source>%1, restore proven %2</source>
        <translation>%1，%2 验证恢复</translation>
    </message>
    <message>
        <source>No good backup for a day</source>
        <translation>一天没有完好备份</translation>
    </message>
    <message>
        <source>The restore drill failed</source>
        <translation>恢复演练失败</translation>
    </message>
    <message>
        <source>The restore drill is overdue</source>
        <translation>恢复演练逾期</translation>
    </message>
    <message>
        <source>by schedule</source>
        <translation>定时</translation>
    </message>
    <message>
        <source>at closing</source>
        <translation>关闭时</translation>
    </message>
    <message>
        <source>before an update</source>
        <translation>升级前</translation>
    </message>
    <message>
        <source>asked for</source>
        <translation>手动</translation>
    </message>
    <message>
        <source>Reading the records …</source>
        <translation>正在读取病历…</translation>
    </message>
    <message>
        <source>Copying the records …</source>
        <translation>正在复制病历…</translation>
    </message>
    <message>
        <source>Copying the files …</source>
        <translation>正在复制文件…</translation>
    </message>
    <message>
        <source>Opening it again and checking …</source>
        <translation>正在重新打开并核查…</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::BookingPanel</name>
    <message>
        <source>No service has been settled yet. The owner does that in Settings.</source>
        <translation>还没有服务项目，请负责人在设置中添加。</translation>
    </message>
    <message>
        <source>Whoever is free</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>A time, or a day and a time.</source>
        <translation>填时间，或日期加时间。</translation>
    </message>
    <message>
        <source>No time is free like that. Say a time, or ask for less.</source>
        <translation>没有符合条件的空档。请填时间，或放宽条件。</translation>
    </message>
    <message>
        <source>%1 is booked: %2.</source>
        <comment>who, when</comment>
        <translation>已为%1预约：%2。</translation>
    </message>
    <message>
        <source>%1 is on the waitlist.</source>
        <translation>已将%1列入候补。</translation>
    </message>
    <message>
        <source>Book above the capacity</source>
        <translation>加号</translation>
    </message>
    <message>
        <source>Book all the same</source>
        <translation>仍然预约</translation>
    </message>
    <message>
        <source>Waitlist</source>
        <translation>候补</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>预约</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>急</translation>
    </message>
    <message>
        <source>Woman</source>
        <comment>practitioner</comment>
        <translation>女医师</translation>
    </message>
    <message>
        <source>Man</source>
        <comment>practitioner</comment>
        <translation>男医师</translation>
    </message>
    <message>
        <source>Morning</source>
        <translation>上午</translation>
    </message>
    <message>
        <source>Afternoon</source>
        <translation>下午</translation>
    </message>
    <message>
        <source>From 17:00</source>
        <translation>17:00 后</translation>
    </message>
    <message>
        <source>[⏎] puts them on the list for two weeks, [Esc] back.</source>
        <translation>[⏎] 列入两周候补，[Esc] 返回。</translation>
    </message>
    <message>
        <source>[1] [2] [3] choose a time, [⏎] books, [Esc] back.</source>
        <translation>[1] [2] [3] 选空档，[⏎] 预约，[Esc] 返回。</translation>
    </message>
    <message>
        <source>Put on the waitlist</source>
        <translation>列入候补</translation>
    </message>
    <message>
        <source>Book %1</source>
        <translation>预约 %1</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>患者</translation>
    </message>
    <message>
        <source>What</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>With</source>
        <translation>约谁</translation>
    </message>
    <message>
        <source>1530, 3-14 9:00, +7 1530</source>
        <translation>1530、3-14 9:00、+7 1530</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Book</source>
        <comment>instead of the waitlist</comment>
        <translation>改为预约</translation>
    </message>
    <message>
        <source>Waitlist</source>
        <comment>instead of booking</comment>
        <translation>改为候补</translation>
    </message>
    <message>
        <source>Name, phone or number</source>
        <translation>姓名、拼音、电话或编号</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::BookingTimes</name>
    <message>
        <source>Times that can be taken</source>
        <translation>可约时间</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <comment>digit, time</comment>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>above the capacity</source>
        <translation>加号</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::BookingWords</name>
    <message>
        <source>%1 %2</source>
        <comment>weekday, day</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>day and month of a booking</comment>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>明天</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>day, time</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>soonest</source>
        <translation>最早</translation>
    </message>
    <message>
        <source>as usual with</source>
        <translation>常约医师</translation>
    </message>
    <message>
        <source>usual time</source>
        <translation>常约时段</translation>
    </message>
    <message>
        <source>usual day</source>
        <translation>常约星期</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::CalendarDialog</name>
    <message>
        <source>please choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>Which calendar is to be brought in?</source>
        <translation>导入哪个日历？</translation>
    </message>
    <message>
        <source>Its events become blocked time or appointments, series up to two years ahead. All of it can be taken back as a whole.</source>
        <translation>其中的事件成为不可约的时间或预约，重复事件导入今后两年的；可以整批撤回。</translation>
    </message>
    <message>
        <source>What the events become</source>
        <translation>事件导入成什么</translation>
    </message>
    <message>
        <source>Although it is not worked then</source>
        <translation>不上班的时间也导入</translation>
    </message>
    <message>
        <source>Nobody and nothing can be booked then; who is booked already has to be moved.</source>
        <translation>这段时间什么都不能预约；已经约好的须另行改期。</translation>
    </message>
    <message>
        <source>Calendar (.ics)</source>
        <translation>日历文件（.ics）</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Blocked time of one</source>
        <translation>某一位不可约的时间</translation>
    </message>
    <message>
        <source>Days the clinic is closed</source>
        <translation>全诊所停诊</translation>
    </message>
    <message>
        <source>Appointments</source>
        <translation>预约</translation>
    </message>
    <message>
        <source>Whose time</source>
        <translation>谁的时间</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>With</source>
        <translation>医师、房间</translation>
    </message>
    <message>
        <source>Times there is something to tell of</source>
        <translation>有说明的时间</translation>
    </message>
    <message>
        <source>whoever is free</source>
        <translation>谁有空都行</translation>
    </message>
    <message>
        <source>Calendars (*.ics *.ical *.ifb *.vcs)</source>
        <translation>日历 (*.ics *.ical *.ifb *.vcs)</translation>
    </message>
    <message numerus="yes">
        <source>Bring in %n times</source>
        <translation>
            <numerusform>导入 %n 个时间</numerusform>
        </translation>
    </message>
    <message>
        <source>Bring in</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name of a file, what is wrong with it</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试</translation>
    </message>
    <message>
        <source>Nothing to tell</source>
        <translation>没有要说的</translation>
    </message>
    <message>
        <source>Each of these times comes in as it stands.</source>
        <translation>这些时间都照原样导入。</translation>
    </message>
    <message>
        <source>The calendar is empty</source>
        <translation>日历是空的</translation>
    </message>
    <message>
        <source>No event stands in this file.</source>
        <translation>这个文件里没有事件。</translation>
    </message>
    <message>
        <source>Nothing to show</source>
        <translation>没有可看的</translation>
    </message>
    <message>
        <source>Choose another file with [Ctrl O], or try again with [F5].</source>
        <translation>按 [Ctrl O] 另选文件，或按 [F5] 再试。</translation>
    </message>
    <message>
        <source>No file yet</source>
        <translation>还没有选文件</translation>
    </message>
    <message>
        <source>Choose a calendar with [Ctrl O], drop it here, or write where it is and press [⏎].</source>
        <translation>按 [Ctrl O] 选日历，或拖到这里，或写下路径后按 [⏎]。</translation>
    </message>
    <message>
        <source>Another file</source>
        <translation>另一个文件</translation>
    </message>
    <message>
        <source>Press [⏎] to see what would come of it.</source>
        <translation>按 [⏎] 看看会导入什么。</translation>
    </message>
    <message>
        <source>Which service?</source>
        <translation>哪个项目？</translation>
    </message>
    <message>
        <source>Choose of which service the appointments are.</source>
        <translation>请选择这些预约是什么项目。</translation>
    </message>
    <message>
        <source>Whose time is it?</source>
        <translation>是谁的时间？</translation>
    </message>
    <message>
        <source>Choose whose time the events block.</source>
        <translation>请选择这些事件占用谁的时间。</translation>
    </message>
    <message>
        <source>Another import is going on.</source>
        <translation>另一次导入正在进行。</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::CalendarExportDialog</name>
    <message>
        <source>What is booked, as a calendar</source>
        <translation>把预约导出成日历</translation>
    </message>
    <message>
        <source>A file (.ics) that other programs and phones read. It is not encrypted, and the export is noted in the audit log.</source>
        <translation>别的软件和手机都能读的文件（.ics）。文件不加密，这次导出会记入审计日志。</translation>
    </message>
    <message>
        <source>With patients&apos; names and numbers</source>
        <translation>带患者姓名和病历号</translation>
    </message>
    <message>
        <source>With leave and days the clinic is closed</source>
        <translation>带请假和停诊</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>From</source>
        <translation>自</translation>
    </message>
    <message>
        <source>To, included</source>
        <translation>至（含）</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>谁的</translation>
    </message>
    <message>
        <source>Calendar %1</source>
        <comment>name of a file, with a day</comment>
        <translation>日程 %1</translation>
    </message>
    <message>
        <source>File that is made</source>
        <translation>要建立的文件</translation>
    </message>
    <message>
        <source>Whoever opens the file reads who comes to the clinic, when and for what. Give it only to who may know.</source>
        <translation>打开文件的人都能看到谁在什么时候来做什么。只交给可以知道的人。</translation>
    </message>
    <message>
        <source>Without them nothing in the file says who comes: calendars are often shared, and kept on other companies&apos; servers.</source>
        <translation>不带时，文件里看不出是谁来：日历常与别人共享，也常存在别家公司的服务器上。</translation>
    </message>
    <message>
        <source>Where is the calendar to stand?</source>
        <translation>日历存到哪里？</translation>
    </message>
    <message>
        <source>Calendars (*.ics)</source>
        <translation>日历 (*.ics)</translation>
    </message>
    <message>
        <source>A day, such as 2026-3-12 or +7.</source>
        <translation>填日期，如 2026-3-12 或 +7。</translation>
    </message>
    <message>
        <source>It ends before it begins.</source>
        <translation>结束早于开始。</translation>
    </message>
    <message>
        <source>Say where, as a whole path.</source>
        <translation>请写完整的路径。</translation>
    </message>
    <message>
        <source>Another export is being written.</source>
        <translation>另一次导出正在进行。</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::CalendarPage</name>
    <message>
        <source>%1 moved to %2 %3.</source>
        <comment>who, day, time</comment>
        <translation>%1 已改到 %2 %3。</translation>
    </message>
    <message>
        <source>Do we cancel the appointment of %1?</source>
        <translation>由诊所取消 %1 的预约？</translation>
    </message>
    <message>
        <source>Does %1 cancel the appointment?</source>
        <translation>%1 取消预约？</translation>
    </message>
    <message>
        <source>The time becomes free for others.</source>
        <translation>这个时间会空出来给别人。</translation>
    </message>
    <message>
        <source>Cancel it</source>
        <comment>an appointment</comment>
        <translation>取消预约</translation>
    </message>
    <message>
        <source>Practitioner is absent</source>
        <translation>医师缺勤</translation>
    </message>
    <message>
        <source>Clinic is closed</source>
        <translation>诊所停诊</translation>
    </message>
    <message>
        <source>Booked by mistake</source>
        <translation>误约</translation>
    </message>
    <message>
        <source>Has no time</source>
        <translation>没有时间</translation>
    </message>
    <message>
        <source>Is ill</source>
        <translation>身体不适</translation>
    </message>
    <message>
        <source>Is better</source>
        <translation>已好转</translation>
    </message>
    <message>
        <source>Goes elsewhere</source>
        <translation>去别处就诊</translation>
    </message>
    <message>
        <source>The appointment of %1 is cancelled.</source>
        <translation>%1 的预约已取消。</translation>
    </message>
    <message>
        <source>Which day?</source>
        <translation>去哪一天？</translation>
    </message>
    <message>
        <source>2026-3-12, 3-12, or +7 for a week from the day that is shown.</source>
        <translation>2026-3-12、3-12，或 +7：从显示的这天起一周后。</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>转到</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>日程</translation>
    </message>
    <message>
        <source>%1, week %2</source>
        <comment>month, number of the week</comment>
        <translation>%1·第 %2 周</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>week, whose</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>day</source>
        <translation>前后一天</translation>
    </message>
    <message>
        <source>week</source>
        <translation>换周</translation>
    </message>
    <message>
        <source>month</source>
        <translation>前后一月</translation>
    </message>
    <message>
        <source>go to a date</source>
        <translation>转到日期</translation>
    </message>
    <message>
        <source>one alone</source>
        <translation>只看一位</translation>
    </message>
    <message>
        <source>book</source>
        <translation>预约</translation>
    </message>
    <message>
        <source>move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>print the day</source>
        <translation>打印当天</translation>
    </message>
    <message>
        <source>Appointments</source>
        <translation>预约</translation>
    </message>
    <message>
        <source>Nobody can be booked yet</source>
        <translation>还没有可约的人和房间</translation>
    </message>
    <message>
        <source>People, rooms and devices, their hours and services are set up in the settings.</source>
        <translation>医师、房间、设备、出诊时间和项目在“设置”里登记。</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>显示什么</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>周</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>往前</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>往后</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>预约</translation>
    </message>
    <message>
        <source>People and rooms</source>
        <translation>人与房</translation>
    </message>
    <message>
        <source>Print the day</source>
        <translation>打印当天</translation>
    </message>
    <message>
        <source>Print this column</source>
        <translation>打印这一列</translation>
    </message>
    <message>
        <source>Somebody is absent</source>
        <translation>有人停诊</translation>
    </message>
    <message>
        <source>Tomorrow&apos;s calls</source>
        <translation>明日电话</translation>
    </message>
    <message>
        <source>Print the calls</source>
        <translation>打印电话单</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::CallList</name>
    <message>
        <source>Calls about the next working day</source>
        <translation>下一工作日预约电话</translation>
    </message>
    <message>
        <source>Each answer is stored at once. Whoever has confirmed is not called.</source>
        <translation>每个答复立即保存；已确认的不用再打。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>[Y] comes  [N] not reached  [W] message left  [M] wants another time  [C] cancels</source>
        <translation>[Y] 会来  [N] 未接通  [W] 已留言  [M] 要改时间  [C] 取消</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Why? Enter cancels the appointment, Esc goes back.</source>
        <translation>原因？回车取消预约，Esc 返回。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between what a call is about</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>when, what was said</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>About</source>
        <translation>内容</translation>
    </message>
    <message numerus="yes">
        <source>%n to call</source>
        <translation>
            <numerusform>%n 个待打</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 come</source>
        <translation>会来 %1</translation>
    </message>
    <message>
        <source>%1 not reached</source>
        <translation>未接通 %1</translation>
    </message>
    <message>
        <source>%1 with a message</source>
        <translation>已留言 %1</translation>
    </message>
    <message>
        <source>%1 want another time</source>
        <translation>要改时间 %1</translation>
    </message>
    <message>
        <source>%1 cancelled</source>
        <translation>取消 %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>day, how many of which</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>nobody is booked</source>
        <translation>没有预约</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between how many of which</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>%1 cancels:</source>
        <translation>%1 取消，原因：</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>who, what was refused</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::CallModel</name>
    <message>
        <source>comes</source>
        <translation>会来</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>未接通</translation>
    </message>
    <message>
        <source>message left</source>
        <translation>已留言</translation>
    </message>
    <message>
        <source>wants another time</source>
        <translation>要改时间</translation>
    </message>
    <message>
        <source>cancels</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>About the appointment: %1</source>
        <translation>关于预约：%1</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Answer, or what was last said</source>
        <translation>答复，或上次联系</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::Camera</name>
    <message>
        <source>The camera took no picture: %1</source>
        <translation>摄像头没有拍到照片：%1</translation>
    </message>
    <message>
        <source>The camera cannot be used: %1</source>
        <translation>摄像头不能使用：%1</translation>
    </message>
    <message>
        <source>The camera is not ready yet; try again in a moment.</source>
        <translation>摄像头尚未就绪，请稍后再试。</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::CarePanel</name>
    <message>
        <source>Save allergies</source>
        <translation>保存过敏</translation>
    </message>
    <message>
        <source>Allergies</source>
        <translation>过敏</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>在服</translation>
    </message>
    <message>
        <source>Dosage</source>
        <translation>用法用量</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add the medicine</source>
        <translation>添加在服药</translation>
    </message>
    <message>
        <source>Medicines</source>
        <translation>在服药</translation>
    </message>
    <message>
        <source>Pregnancy</source>
        <translation>妊娠</translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation>未问</translation>
    </message>
    <message>
        <source>No</source>
        <comment>not pregnant</comment>
        <translation>未孕</translation>
    </message>
    <message>
        <source>Pregnant</source>
        <translation>妊娠</translation>
    </message>
    <message>
        <source>Nursing</source>
        <translation>哺乳</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>出生</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>就诊</translation>
    </message>
    <message numerus="yes">
        <source>%n, last %1</source>
        <comment>visits</comment>
        <translation>
            <numerusform>%n 次，末次 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>nothing that is known</source>
        <translation>没有已知的</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::ChainWatch</name>
    <message>
        <source>The audit log does not hold</source>
        <translation>审计记录不完好</translation>
    </message>
    <message>
        <source>The store did not pass its check</source>
        <translation>数据未通过核查</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::ChangeForm</name>
    <message>
        <source>Set and go on</source>
        <translation>设置并继续</translation>
    </message>
    <message>
        <source>A new password, please</source>
        <translation>请设置新密码</translation>
    </message>
    <message>
        <source>Your password was set by somebody else, or it is older than the clinic allows. Choose one that only you know.</source>
        <translation>您的密码由他人设置，或已超过诊所规定的期限。请选一个只有您知道的密码。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::ChartPage</name>
    <message>
        <source>No chart is open</source>
        <translation>没有打开病历</translation>
    </message>
    <message>
        <source>Find somebody with [Ctrl K], or choose from the patients.</source>
        <translation>按 [Ctrl K] 找人，或从患者里选。</translation>
    </message>
    <message>
        <source>Choose a patient</source>
        <translation>选患者</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Start visit</source>
        <translation>开始就诊</translation>
    </message>
    <message>
        <source>No visits yet. Start the first one with Ctrl Enter.</source>
        <translation>还没有就诊。按 Ctrl Enter 开始首诊。</translation>
    </message>
    <message>
        <source>No visits yet.</source>
        <translation>还没有就诊。</translation>
    </message>
    <message>
        <source>What is written about a visit stands here.</source>
        <translation>就诊所写的内容显示在这里。</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>病历</translation>
    </message>
    <message>
        <source>another patient</source>
        <translation>换患者</translation>
    </message>
    <message>
        <source>start visit</source>
        <translation>开始就诊</translation>
    </message>
    <message>
        <source>open the visit</source>
        <translation>打开就诊</translation>
    </message>
    <message>
        <source>edit</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Open in an emergency</source>
        <translation>紧急打开</translation>
    </message>
    <message>
        <source>Pregnancy and medicines are hidden from your role.</source>
        <translation>您的角色看不到妊娠与在服药。</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>往日</translation>
    </message>
    <message>
        <source>The record as it stood before</source>
        <translation>看病历在过去某天的样子</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>变更记录</translation>
    </message>
    <message>
        <source>Formulas</source>
        <translation>处方对比</translation>
    </message>
    <message>
        <source>Treatments</source>
        <translation>治疗</translation>
    </message>
    <message>
        <source>What is shown of the record</source>
        <translation>显示病历的哪一部分</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Trends</source>
        <translation>趋势</translation>
    </message>
    <message>
        <source>Show the patient</source>
        <translation>给患者看</translation>
    </message>
    <message>
        <source>find words</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>trends</source>
        <translation>趋势</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对照</translation>
    </message>
    <message>
        <source>Tongue</source>
        <translation>舌象</translation>
    </message>
    <message>
        <source>Print summary</source>
        <translation>打印小结</translation>
    </message>
    <message>
        <source>Sick note</source>
        <translation>病情证明</translation>
    </message>
    <message>
        <source>Files %1</source>
        <comment>how many pictures and papers</comment>
        <translation>文件 %1</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Countersign</source>
        <translation>会签</translation>
    </message>
    <message>
        <source>Countersign this note?</source>
        <translation>会签这份记录？</translation>
    </message>
    <message>
        <source>Your name stands under it then, beside its author&apos;s; that cannot be taken back.</source>
        <translation>您的名字会列在作者之后，不能撤回。</translation>
    </message>
    <message>
        <source>Countersigned.</source>
        <translation>已会签。</translation>
    </message>
    <message>
        <source>What a visit prescribes stands here.</source>
        <translation>就诊所开的处方显示在这里。</translation>
    </message>
    <message>
        <source>check prescription</source>
        <translation>审核处方</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::CheckPanel</name>
    <message>
        <source>Herbs checked</source>
        <translation>药味核对</translation>
    </message>
    <message>
        <source>checked</source>
        <comment>herbs, under the figure in the ring</comment>
        <translation>味已核</translation>
    </message>
    <message>
        <source>Pregnant</source>
        <translation>妊娠</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>不详</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Nothing to check yet</source>
        <translation>还没有可核的</translation>
    </message>
    <message>
        <source>Each herb is checked as it is written.</source>
        <translation>每写一味，随即核对。</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n herb(s) checked</source>
        <translation>
            <numerusform>%n 味已核 %1 味</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop %1, caution %2, note %3</source>
        <translation>停 %1，慎 %2，知 %3</translation>
    </message>
    <message>
        <source>Rules %1</source>
        <translation>规则包 %1</translation>
    </message>
    <message>
        <source>Signed again: %1</source>
        <translation>已双签：%1</translation>
    </message>
    <message>
        <source>Is the patient pregnant? Please ask.</source>
        <translation>患者是否怀孕？请问一声。</translation>
    </message>
    <message>
        <source>Not checked, kept apart: %1</source>
        <comment>ready-made medicines</comment>
        <translation>未核查（另列）：%1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between medicines</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Nothing was checked</source>
        <translation>没有核查任何药味</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::ChipBar</name>
    <message>
        <source>%1; last time %2</source>
        <translation>%1；上次 %2</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::ClinicSection</name>
    <message>
        <source>Name of the clinic</source>
        <translation>诊所名称</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Licence number of the clinic</source>
        <translation>诊所许可证或备案号</translation>
    </message>
    <message>
        <source>Notes and prescriptions</source>
        <translation>病历与处方</translation>
    </message>
    <message>
        <source>This PC stands at the front desk</source>
        <translation>本机位于前台</translation>
    </message>
    <message>
        <source>Minutes until an idle PC locks</source>
        <translation>闲置多少分钟后锁定</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>As on the clinic&apos;s papers</source>
        <translation>同诊所证照</translation>
    </message>
    <message>
        <source>All practitioners read all</source>
        <translation>医师互通全部</translation>
    </message>
    <message>
        <source>Each reads their own patients&apos;</source>
        <translation>各看自己的患者</translation>
    </message>
    <message>
        <source>It never shows notes of visits, whoever is signed in.</source>
        <translation>无论谁登录，都不显示病历正文。</translation>
    </message>
    <message>
        <source>Notes are kept from other roles by this program and by the audit, not by a key of their own: whoever has the database key of this PC could read them.</source>
        <translation>病历正文靠本程序与审计对其他角色保密，没有单独的钥匙：拿到本机数据库钥匙的人可以读到。</translation>
    </message>
    <message>
        <source>Rules of the clinic</source>
        <translation>诊所规则</translation>
    </message>
    <message>
        <source>Clinic</source>
        <translation>诊所</translation>
    </message>
    <message>
        <source>next field</source>
        <translation>下一项</translation>
    </message>
    <message>
        <source>save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Saved. It counts from now on.</source>
        <translation>已保存，立即生效。</translation>
    </message>
    <message>
        <source>Print a prescription only once a second person has checked or countersigned it</source>
        <translation>处方经第二人审核或会签后才打印</translation>
    </message>
    <message>
        <source>Days a patient counts as active</source>
        <translation>活跃天数</translation>
    </message>
    <message>
        <source>Days until a patient counts as lost</source>
        <translation>流失前天数</translation>
    </message>
    <message>
        <source>Active: days since the last visit</source>
        <translation>活跃：末次就诊后天数</translation>
    </message>
    <message>
        <source>Dormant: days since the last visit, then lost</source>
        <translation>沉睡：末次就诊后天数，此后为流失</translation>
    </message>
    <message>
        <source>Stages of patients</source>
        <translation>患者阶段</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::ClosingBackup</name>
    <message>
        <source>Looking what has changed since the last backup.</source>
        <translation>正在核对上次备份之后的改动。</translation>
    </message>
    <message>
        <source>Close without a backup</source>
        <translation>不备份，直接关闭</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Closing the records</source>
        <translation>正在关闭病历库</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::CodesEdit</name>
    <message>
        <source>initials or name</source>
        <translation>首字母或名称</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::ColourCardPaper</name>
    <message>
        <source>Colour card for pictures of the tongue</source>
        <translation>舌象照片用色卡</translation>
    </message>
    <message>
        <source>1. Print at 100 % on plain white paper with a colour printer, and cut along the dashed line.</source>
        <translation>1. 用彩色打印机按 100% 打印在普通白纸上，沿虚线剪下。</translation>
    </message>
    <message>
        <source>2. Hold it beside the chin, flat and in the same light as the tongue, whole in the picture, without fingers on it and without glare.</source>
        <translation>2. 平举在下巴旁，与舌同一光线，整张入镜，手指不要遮挡，不要反光。</translation>
    </message>
    <message>
        <source>3. Use the same card always. What makes pictures comparable is that the card stays the same; a new one from another printer begins a new row of pictures.</source>
        <translation>3. 始终用同一张色卡。照片能够对比，全靠色卡不变；换用另一台打印机的新卡，就要重新开始一组照片。</translation>
    </message>
    <message>
        <source>4. Keep it dry and in the dark, and print a new one when it has yellowed or is stained.</source>
        <translation>4. 避光、干燥保存；发黄或弄脏后请重新打印。</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::ColumnStep</name>
    <message>
        <source>Columns of the file</source>
        <translation>文件的各列</translation>
    </message>
    <message>
        <source>Country code of telephones without one</source>
        <translation>没写国家码的电话，国家码为</translation>
    </message>
    <message>
        <source>Column of the file</source>
        <translation>文件里的列</translation>
    </message>
    <message>
        <source>For example</source>
        <translation>例如</translation>
    </message>
    <message>
        <source>is</source>
        <translation>是</translation>
    </message>
    <message>
        <source>Order of the dates</source>
        <translation>日期顺序</translation>
    </message>
    <message>
        <source>A file with these columns came before: they are understood as then.</source>
        <translation>这样的文件以前导入过，各列照上次的理解。</translation>
    </message>
    <message>
        <source>What a column is was guessed by its name and by what stands in it. It is kept for the next time.</source>
        <translation>各列是什么，是按列名和内容猜的；改好后下次记得。</translation>
    </message>
    <message>
        <source>%1 is</source>
        <comment>a column of a file</comment>
        <translation>%1 是</translation>
    </message>
    <message>
        <source>not brought in</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>Order of the dates in %1</source>
        <translation>%1 的日期顺序</translation>
    </message>
    <message>
        <source>please choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>Only one column can be &quot;%1&quot;: &quot;%2&quot; or &quot;%3&quot;.</source>
        <translation>「%1」只能有一列：「%2」或「%3」。</translation>
    </message>
    <message>
        <source>The dates in &quot;%1&quot; can be read in more than one way: choose their order.</source>
        <translation>「%1」里的日期有不止一种读法，请选年月日的顺序。</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::ComparePage</name>
    <message>
        <source>Only what differs  V</source>
        <translation>只看不同  V</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>不同之处</translation>
    </message>
    <message>
        <source>This</source>
        <comment>the older state, compared with another</comment>
        <translation>此</translation>
    </message>
    <message>
        <source>with that</source>
        <comment>the newer state</comment>
        <translation>与彼</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>对照</translation>
    </message>
    <message>
        <source>this, that</source>
        <translation>此、彼</translation>
    </message>
    <message>
        <source>another state</source>
        <translation>换一份</translation>
    </message>
    <message>
        <source>only what differs</source>
        <translation>只看不同</translation>
    </message>
    <message>
        <source>chart</source>
        <translation>病历</translation>
    </message>
    <message>
        <source>saved</source>
        <comment>state of a note</comment>
        <translation>已存</translation>
    </message>
    <message>
        <source>amended</source>
        <comment>state of a note</comment>
        <translation>已更正</translation>
    </message>
    <message>
        <source>signed</source>
        <comment>state of a note</comment>
        <translation>已签</translation>
    </message>
    <message>
        <source>There is nothing to compare with yet.</source>
        <translation>还没有可以对照的。</translation>
    </message>
    <message>
        <source>Both say the same.</source>
        <translation>两份相同。</translation>
    </message>
    <message>
        <source>Visit %1, %2, %3 (%4), %5</source>
        <comment>ordinal, day, saved or signed, which state, by whom</comment>
        <translation>第 %1 诊，%2，%3（第 %4 版），%5</translation>
    </message>
    <message>
        <source>written %1</source>
        <comment>day and time</comment>
        <translation>写于 %1</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::Comparison</name>
    <message>
        <source>Own formula</source>
        <translation>自拟方</translation>
    </message>
    <message>
        <source>%1 packets, %2 a day, taken %3 times a day</source>
        <translation>%1 剂，每日 %2 剂，分 %3 次服</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>处方</translation>
    </message>
    <message>
        <source>Treatments</source>
        <translation>治疗</translation>
    </message>
    <message>
        <source>Medicines</source>
        <translation>成药</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::ConstitutionCard</name>
    <message>
        <source>Constitution</source>
        <translation>体质</translation>
    </message>
    <message>
        <source>Not assessed yet.</source>
        <translation>尚未测评。</translation>
    </message>
    <message>
        <source>Assessments</source>
        <translation>历次测评</translation>
    </message>
    <message>
        <source>Assess</source>
        <translation>测评</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::ConstitutionPage</name>
    <message>
        <source>No constitution is known</source>
        <translation>还没有体质测评</translation>
    </message>
    <message>
        <source>A practitioner can assess it by a questionnaire.</source>
        <translation>医师可用问卷测评。</translation>
    </message>
    <message>
        <source>Entered in error</source>
        <translation>误录</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Assess</source>
        <translation>测评</translation>
    </message>
    <message>
        <source>Choose whose last question is asked.</source>
        <translation>请选择末题按谁问。</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) are not answered yet.</source>
        <translation>
            <numerusform>还有 %n 题未答。</numerusform>
        </translation>
    </message>
    <message>
        <source>Was this assessment entered in error?</source>
        <translation>这份测评是误录吗？</translation>
    </message>
    <message>
        <source>It stays in the history only, with your reason.</source>
        <translation>它只留在修改记录中，并附上原因。</translation>
    </message>
    <message>
        <source>Mark as entered in error</source>
        <translation>标为误录</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Why it was wrong</source>
        <translation>为何有误</translation>
    </message>
    <message>
        <source>It could not be done. Nothing you answered is lost.</source>
        <translation>没有完成。已答的内容没有丢。</translation>
    </message>
    <message>
        <source>Constitution</source>
        <translation>体质</translation>
    </message>
    <message>
        <source>answer and go on</source>
        <translation>作答并下一题</translation>
    </message>
    <message>
        <source>question before</source>
        <translation>上一题</translation>
    </message>
    <message>
        <source>next not answered</source>
        <translation>下一未答题</translation>
    </message>
    <message>
        <source>show to the patient</source>
        <translation>给患者看</translation>
    </message>
    <message>
        <source>score and save</source>
        <translation>计分并保存</translation>
    </message>
    <message>
        <source>assess</source>
        <translation>测评</translation>
    </message>
    <message>
        <source>compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>chart</source>
        <translation>病历</translation>
    </message>
    <message>
        <source>The patient has answered everything. Look it over, then save.</source>
        <translation>患者已全部答完。请核对后保存。</translation>
    </message>
    <message>
        <source>The patient has not answered everything yet.</source>
        <translation>患者还没有全部答完。</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::ConstitutionWords</name>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>basically yes</source>
        <translation>基本是</translation>
    </message>
    <message>
        <source>tendency</source>
        <translation>倾向是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message numerus="yes">
        <source>Standard form, %n questions</source>
        <translation>
            <numerusform>标准版 %n 题</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Elderly form, %n questions</source>
        <translation>
            <numerusform>老年版 %n 题</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::ContactDialog</name>
    <message>
        <source>What was said with %1?</source>
        <translation>与%1说了什么？</translation>
    </message>
    <message>
        <source>It goes into the log of contacts, not into the notes of a visit.</source>
        <translation>记入联系记录，不进入病历。</translation>
    </message>
    <message>
        <source>By which way</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Who began</source>
        <translation>由谁发起</translation>
    </message>
    <message>
        <source>About</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>[Alt 1] [2] [3] say how, [Alt 4] [5] [6] who began.</source>
        <translation>[Alt 1] [2] [3] 选方式，[Alt 4] [5] [6] 选由谁发起。</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>They wrote</source>
        <translation>对方发来</translation>
    </message>
    <message>
        <source>We wrote</source>
        <translation>我方发出</translation>
    </message>
    <message>
        <source>We wrote, no reply</source>
        <translation>发出未回</translation>
    </message>
    <message>
        <source>They called</source>
        <translation>对方来电</translation>
    </message>
    <message>
        <source>We called</source>
        <translation>我方去电</translation>
    </message>
    <message>
        <source>We called, no answer</source>
        <translation>去电未接</translation>
    </message>
    <message>
        <source>They came</source>
        <translation>对方来问</translation>
    </message>
    <message>
        <source>We told them</source>
        <translation>我方告知</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>未接听</translation>
    </message>
    <message>
        <source>No reply</source>
        <translation>未回复</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::ContactModel</name>
    <message>
        <source>as an enquiry</source>
        <translation>咨询时</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>About</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Logged by</source>
        <translation>记录人</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::ContactWords</name>
    <message>
        <source>Call</source>
        <comment>a telephone call</comment>
        <translation>电话</translation>
    </message>
    <message>
        <source>Message</source>
        <comment>written</comment>
        <translation>消息</translation>
    </message>
    <message>
        <source>At the desk</source>
        <translation>前台</translation>
    </message>
    <message>
        <source>They called</source>
        <translation>来电</translation>
    </message>
    <message>
        <source>We called, no answer</source>
        <translation>去电未接</translation>
    </message>
    <message>
        <source>We called</source>
        <translation>去电</translation>
    </message>
    <message>
        <source>They wrote</source>
        <translation>来消息</translation>
    </message>
    <message>
        <source>We wrote, no reply</source>
        <translation>发消息未回</translation>
    </message>
    <message>
        <source>We wrote</source>
        <translation>发消息</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>day, time</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::ContactsCard</name>
    <message>
        <source>Nothing was said outside of visits yet.</source>
        <translation>就诊之外还没有联系记录。</translation>
    </message>
    <message>
        <source>All contacts</source>
        <translation>全部联系</translation>
    </message>
    <message>
        <source>Log a contact</source>
        <translation>记录联系</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>联系记录</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>when, how</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Asked on %1</source>
        <comment>a day</comment>
        <translation>%1 咨询</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::ContactsPage</name>
    <message>
        <source>Entered in error</source>
        <translation>误记</translation>
    </message>
    <message>
        <source>Log a contact</source>
        <translation>记录联系</translation>
    </message>
    <message>
        <source>No contacts yet</source>
        <translation>还没有联系记录</translation>
    </message>
    <message>
        <source>Calls, messages and visits to the desk stand here.</source>
        <translation>电话、消息和到前台的询问都记在这里。</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>联系记录</translation>
    </message>
    <message>
        <source>Was this entered in error?</source>
        <translation>这条是误记吗？</translation>
    </message>
    <message>
        <source>It leaves the list; the history of the record keeps it with the reason.</source>
        <translation>它会离开列表，变更历史里保留它和原因。</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>移出</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>log a contact</source>
        <translation>记录联系</translation>
    </message>
    <message>
        <source>entered in error</source>
        <translation>误记</translation>
    </message>
    <message>
        <source>chart</source>
        <translation>病历</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::CounterBar</name>
    <message>
        <source>How many there are</source>
        <translation>今日人数</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>counter</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::DateSlider</name>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>a day of this year</comment>
        <translation>M 月 d 日</translation>
    </message>
    <message>
        <source>MMM yyyy</source>
        <comment>a month of another year</comment>
        <translation>yyyy-MM</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::DayColumn</name>
    <message>
        <source>%1 h</source>
        <comment>how long is taken</comment>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 / %2 h</source>
        <comment>taken, open</comment>
        <translation>%1 / %2 小时</translation>
    </message>
    <message numerus="yes">
        <source>%n at once</source>
        <translation>
            <numerusform>同时 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>who holds a time, from when to when</comment>
        <translation>%1&#x3000;%2</translation>
    </message>
    <message>
        <source>Not at work</source>
        <translation>不出诊</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>休息</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>不在</translation>
    </message>
    <message>
        <source>Holiday</source>
        <translation>放假</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>已过时</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::DayLine</name>
    <message>
        <source>Day of the visit</source>
        <translation>就诊日期</translation>
    </message>
    <message>
        <source>2026-03-12, 3-12, 12, or -1 for yesterday</source>
        <translation>2026-03-12、3-12、12，昨天写 -1</translation>
    </message>
    <message>
        <source>%1; written later</source>
        <comment>14 days ago</comment>
        <translation>%1，补录</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>No past day: 2026-03-12, 3-12, 12, or -1 for yesterday</source>
        <translation>不是过去的日期：2026-03-12、3-12、12，昨天写 -1</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::DayView</name>
    <message>
        <source>%1: %2</source>
        <comment>whose column, what stands there</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>free</source>
        <translation>休</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <comment>whose column, time, what stands there</comment>
        <translation>%1：%2，%3</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::DiagnosisFields</name>
    <message>
        <source>Disease</source>
        <translation>病名</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>证型</translation>
    </message>
    <message>
        <source>Further diagnoses</source>
        <translation>其他诊断</translation>
    </message>
    <message>
        <source>+ adds another one</source>
        <translation>按 + 再加一个</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>治法</translation>
    </message>
    <message>
        <source>Western</source>
        <comment>a diagnosis</comment>
        <translation>西医诊断</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::DialogWords</name>
    <message>
        <source>%1 %2</source>
        <comment>weekday, day</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>day and month of an appointment</comment>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>day, time</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::Door</name>
    <message>
        <source>The records are encrypted and stay on this PC.</source>
        <translation>病历已加密，只存在这台电脑里。</translation>
    </message>
    <message>
        <source>Xinglin</source>
        <translation>杏林</translation>
    </message>
    <message>
        <source>For clinics of Chinese medicine</source>
        <translation>用于中医诊所</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::DraftKeeper</name>
    <message>
        <source>Restored what you had typed at %1.</source>
        <translation>已恢复您 %1 输入的内容。</translation>
    </message>
    <message>
        <source>Restored what you had typed on %1 at %2.</source>
        <translation>已恢复您 %1 %2 输入的内容。</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>a day</comment>
        <translation>yyyy-MM-dd</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::DraftStrip</name>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>What you had typed is thrown away.</source>
        <translation>已丢弃您输入过的内容。</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>找回</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::DuplicateActs</name>
    <message>
        <source>Are these two people?</source>
        <translation>这是两个人吗？</translation>
    </message>
    <message>
        <source>%1 and %2 are not proposed as one person any more.</source>
        <comment>two patients</comment>
        <translation>%1和%2不再提示为同一人。</translation>
    </message>
    <message>
        <source>Two people</source>
        <translation>是两个人</translation>
    </message>
    <message>
        <source>Ask for the merge?</source>
        <translation>提请合并？</translation>
    </message>
    <message>
        <source>%1 and %2 then stand first in the list of possible duplicates, with your name. Nothing is changed until an owner merges them.</source>
        <comment>two patients</comment>
        <translation>%1和%2会排在疑似重复的最前面，并注明由您提请。负责人合并之前，什么都不会改变。</translation>
    </message>
    <message>
        <source>Ask for it</source>
        <translation>提请</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::DuplicateWords</name>
    <message>
        <source>certain</source>
        <comment>that two records are one person&apos;s</comment>
        <translation>确定</translation>
    </message>
    <message>
        <source>likely</source>
        <comment>that two records are one person&apos;s</comment>
        <translation>很可能</translation>
    </message>
    <message>
        <source>perhaps</source>
        <comment>two records are one person&apos;s</comment>
        <translation>可能</translation>
    </message>
    <message>
        <source>same ID number</source>
        <translation>证件号相同</translation>
    </message>
    <message>
        <source>ID number nearly the same</source>
        <translation>证件号相近</translation>
    </message>
    <message>
        <source>another ID number</source>
        <translation>证件号不同</translation>
    </message>
    <message>
        <source>same phone</source>
        <translation>电话相同</translation>
    </message>
    <message>
        <source>phone nearly the same</source>
        <translation>电话相近</translation>
    </message>
    <message>
        <source>another phone</source>
        <translation>电话不同</translation>
    </message>
    <message>
        <source>same name</source>
        <translation>姓名相同</translation>
    </message>
    <message>
        <source>name sounds the same</source>
        <translation>姓名同音</translation>
    </message>
    <message>
        <source>name nearly the same</source>
        <translation>姓名相近</translation>
    </message>
    <message>
        <source>another name</source>
        <translation>姓名不同</translation>
    </message>
    <message>
        <source>same birth date</source>
        <translation>出生日期相同</translation>
    </message>
    <message>
        <source>birth date nearly the same</source>
        <translation>出生日期相近</translation>
    </message>
    <message>
        <source>another birth date</source>
        <translation>出生日期不同</translation>
    </message>
    <message>
        <source>same sex</source>
        <translation>性别相同</translation>
    </message>
    <message>
        <source>another sex</source>
        <translation>性别不同</translation>
    </message>
    <message>
        <source>same address</source>
        <translation>地址相同</translation>
    </message>
    <message>
        <source>address nearly the same</source>
        <translation>地址相近</translation>
    </message>
    <message>
        <source>another address</source>
        <translation>地址不同</translation>
    </message>
    <message>
        <source>perhaps twins</source>
        <translation>可能是双胞胎</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>ID document</source>
        <translation>证件</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Insurance</source>
        <translation>医保</translation>
    </message>
    <message>
        <source>Occupation</source>
        <translation>职业</translation>
    </message>
    <message>
        <source>Marital status</source>
        <translation>婚姻</translation>
    </message>
    <message>
        <source>Guardian</source>
        <translation>监护人</translation>
    </message>
    <message>
        <source>In an emergency</source>
        <translation>紧急联系人</translation>
    </message>
    <message>
        <source>Came by</source>
        <comment>how a patient came to the clinic</comment>
        <translation>来源</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>前台提醒</translation>
    </message>
    <message>
        <source>%1 (lunar)</source>
        <comment>birth date</comment>
        <translation>%1（农历）</translation>
    </message>
    <message>
        <source>sent by %1</source>
        <comment>a patient</comment>
        <translation>由%1介绍</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::DuplicatesPage</name>
    <message>
        <source>%1 (%2)</source>
        <comment>patient, number</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>No possible duplicates</source>
        <translation>没有疑似重复</translation>
    </message>
    <message>
        <source>Nobody seems to be registered twice.</source>
        <translation>没有发现重复登记的患者。</translation>
    </message>
    <message>
        <source>Pairs of records</source>
        <translation>成对的档案</translation>
    </message>
    <message>
        <source>Two people</source>
        <translation>是两个人</translation>
    </message>
    <message>
        <source>Ask for the merge</source>
        <translation>提请合并</translation>
    </message>
    <message>
        <source>Compare and merge</source>
        <translation>核对并合并</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>核对</translation>
    </message>
    <message>
        <source>Possible duplicates</source>
        <translation>疑似重复</translation>
    </message>
    <message numerus="yes">
        <source>the first %n pairs</source>
        <translation>
            <numerusform>前 %n 对</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s)</source>
        <translation>
            <numerusform>%n 对</numerusform>
        </translation>
    </message>
    <message>
        <source>choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>compare</source>
        <translation>核对</translation>
    </message>
    <message>
        <source>two people</source>
        <translation>是两个人</translation>
    </message>
    <message>
        <source>ask for the merge</source>
        <translation>提请合并</translation>
    </message>
    <message>
        <source>back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::EnquiriesButton</name>
    <message>
        <source>Enquiries</source>
        <translation>咨询</translation>
    </message>
    <message numerus="yes">
        <source>%n open enquiries</source>
        <translation>
            <numerusform>%n 条未结咨询</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open enquiries and more</source>
        <translation>
            <numerusform>%n 条以上未结咨询</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::EnquiriesPage</name>
    <message>
        <source>Which enquiries</source>
        <translation>哪些咨询</translation>
    </message>
    <message>
        <source>Record an enquiry</source>
        <translation>登记咨询</translation>
    </message>
    <message>
        <source>Find an enquiry</source>
        <translation>查找咨询</translation>
    </message>
    <message>
        <source>Name, pinyin or phone</source>
        <translation>姓名、拼音或手机</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>enquiries</comment>
        <translation>未结</translation>
    </message>
    <message>
        <source>Became patients</source>
        <comment>enquiries</comment>
        <translation>已成患者</translation>
    </message>
    <message>
        <source>Closed</source>
        <comment>enquiries</comment>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>New enquiry</source>
        <translation>新咨询</translation>
    </message>
    <message>
        <source>Enquiries</source>
        <translation>咨询登记</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Log a contact</source>
        <translation>记录联系</translation>
    </message>
    <message>
        <source>Nobody found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>No open enquiries</source>
        <translation>没有未结的咨询</translation>
    </message>
    <message>
        <source>No closed enquiries</source>
        <translation>没有已关闭的咨询</translation>
    </message>
    <message>
        <source>Nobody has become a patient yet</source>
        <translation>还没有人成为患者</translation>
    </message>
    <message>
        <source>Try a phone&apos;s last digits, or turn to the others with [Alt S].</source>
        <translation>试试手机尾号，或按 [Alt S] 看其他咨询。</translation>
    </message>
    <message>
        <source>Who asks on the telephone is written down here, and registered without typing anything again.</source>
        <translation>来电咨询的人先记在这里，登记时不用再输一遍。</translation>
    </message>
    <message>
        <source>Open chart</source>
        <translation>打开病历</translation>
    </message>
    <message>
        <source>Register as patient</source>
        <translation>登记为患者</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>Close …</source>
        <translation>关闭…</translation>
    </message>
    <message>
        <source>Close the enquiry of %1?</source>
        <translation>关闭%1的咨询？</translation>
    </message>
    <message>
        <source>It leaves the list of open ones; it can be opened again.</source>
        <translation>它会离开未结列表，以后可以重新打开。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Lives too far away</source>
        <translation>住得太远</translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>new enquiry</source>
        <translation>新咨询</translation>
    </message>
    <message>
        <source>open, patients, closed</source>
        <translation>未结、患者、已关闭</translation>
    </message>
    <message>
        <source>back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::EnquiryDialog</name>
    <message>
        <source>Change the enquiry?</source>
        <translation>修改咨询？</translation>
    </message>
    <message>
        <source>Who asks, and for what?</source>
        <translation>谁来咨询，想做什么？</translation>
    </message>
    <message>
        <source>The name is enough. Registering them later takes all of it over.</source>
        <translation>有姓名就够了，以后登记时全部带过去。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>手机</translation>
    </message>
    <message>
        <source>Wish</source>
        <translation>意向</translation>
    </message>
    <message>
        <source>How they came to us</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Acupuncture for back pain</source>
        <translation>针灸，腰痛</translation>
    </message>
    <message>
        <source>A friend, the internet, passing by</source>
        <translation>朋友介绍、网上、路过</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>登记</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::EnquiryModel</name>
    <message>
        <source>none yet</source>
        <comment>no contact</comment>
        <translation>还没有</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>手机</translation>
    </message>
    <message>
        <source>Wish</source>
        <translation>意向</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>咨询时间</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>最近联系</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::EventDelegate</name>
    <message>
        <source>%1, not signed</source>
        <comment>details of a visit that is being written</comment>
        <translation>%1，未签</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::EventList</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>就诊</translation>
    </message>
    <message>
        <source>Treatments</source>
        <translation>治疗</translation>
    </message>
    <message>
        <source>Constitution</source>
        <translation>体质</translation>
    </message>
    <message>
        <source>Care</source>
        <translation>过敏与用药</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>处方</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Look for words in this chart</source>
        <translation>在此病历中查找</translation>
    </message>
    <message>
        <source>Words, pinyin, initials</source>
        <translation>文字、拼音、首字母</translation>
    </message>
    <message>
        <source>The record in the order of time</source>
        <translation>按时间排列的病历</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>kind of event, how many</comment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>找到 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing here says “%1”.</source>
        <translation>这份病历里没有“%1”。</translation>
    </message>
    <message>
        <source>Nothing of this kind.</source>
        <translation>没有这一类记录。</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Medicines</source>
        <translation>成药</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::EventModel</name>
    <message>
        <source>Visit</source>
        <translation>就诊</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>ordinal of the visit, diagnosis</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>No. %1</source>
        <comment>ordinal of a visit</comment>
        <translation>第 %1 诊</translation>
    </message>
    <message>
        <source>%1 %2/%3</source>
        <comment>a treatment, which session of how many</comment>
        <translation>%1 %2/%3</translation>
    </message>
    <message>
        <source>in progress</source>
        <comment>session</comment>
        <translation>进行中</translation>
    </message>
    <message>
        <source>broken off</source>
        <comment>session</comment>
        <translation>中途停止</translation>
    </message>
    <message numerus="yes">
        <source>%n needle(s)</source>
        <translation>
            <numerusform>共 %n 针</numerusform>
        </translation>
    </message>
    <message>
        <source>Allergy: %1</source>
        <translation>过敏：%1</translation>
    </message>
    <message>
        <source>Takes %1</source>
        <translation>在服：%1</translation>
    </message>
    <message>
        <source>Pregnant</source>
        <translation>妊娠</translation>
    </message>
    <message>
        <source>Breast-feeding</source>
        <translation>哺乳</translation>
    </message>
    <message>
        <source>Not pregnant</source>
        <translation>未孕</translation>
    </message>
    <message>
        <source>Pregnancy not known</source>
        <translation>是否妊娠不详</translation>
    </message>
    <message>
        <source>Constitution</source>
        <translation>体质</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>a day of this year</comment>
        <translation>M 月 d 日</translation>
    </message>
    <message>
        <source>not signed</source>
        <translation>未签</translation>
    </message>
    <message>
        <source>since %1</source>
        <comment>a date</comment>
        <translation>%1 起</translation>
    </message>
    <message>
        <source>resolved %1</source>
        <comment>a day</comment>
        <translation>%1解决</translation>
    </message>
    <message>
        <source>Problem: %1</source>
        <translation>问题：%1</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::ExamField</name>
    <message>
        <source>%1, findings</source>
        <translation>%1，所见</translation>
    </message>
    <message>
        <source>%1, findings by letters</source>
        <translation>%1，按首字母写所见</translation>
    </message>
    <message>
        <source>Findings: zh ⏎</source>
        <translation>所见：zh ⏎</translation>
    </message>
    <message>
        <source>stands there</source>
        <translation>已有</translation>
    </message>
    <message>
        <source>last time</source>
        <translation>上次</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::Export</name>
    <message>
        <source>Save a copy outside of the program, where it is not encrypted</source>
        <translation>在程序外另存副本（不加密）</translation>
    </message>
    <message>
        <source>Saved to %1, not encrypted there.</source>
        <translation>已保存到 %1，该处未加密。</translation>
    </message>
    <message>
        <source>%1 is there already.</source>
        <translation>%1 已存在。</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::ExportSection</name>
    <message>
        <source>Folder that is made</source>
        <translation>要建立的文件夹</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>As one ZIP file</source>
        <translation>合成一个 ZIP 文件</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>What will be in the export and what not</source>
        <translation>哪些会导出、哪些不会</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Everything the clinic keeps, as files that others can read</source>
        <translation>把诊所的全部数据写成通用文件</translation>
    </message>
    <message>
        <source>ZIP file that is made</source>
        <translation>要建立的 ZIP 文件</translation>
    </message>
    <message>
        <source>Clinic data %1</source>
        <translation>诊所数据 %1</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>Excel</source>
        <translation>Excel</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>is being written</source>
        <translation>正在写出</translation>
    </message>
    <message>
        <source>stop, nothing stays</source>
        <translation>停止，不留文件</translation>
    </message>
    <message>
        <source>export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>choose where</source>
        <translation>选择位置</translation>
    </message>
    <message>
        <source>The files are not encrypted: whoever has them can read them. Keep them on an encrypted disk, and delete them when they are no longer needed.</source>
        <translation>文件没有加密，拿到的人都能打开。请存放在加密磁盘上，用完即删。</translation>
    </message>
    <message>
        <source>in it</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>in part</source>
        <translation>部分导出</translation>
    </message>
    <message>
        <source>not in it</source>
        <translation>不导出</translation>
    </message>
    <message>
        <source>%1 kinds of record will be in it, %2 will not. A list of all columns and a manifest with the reasons are written along.</source>
        <translation>将导出 %1 类记录，%2 类不导出。同时写出数据字典和注明原因的清单。</translation>
    </message>
    <message>
        <source>Where is the export to stand?</source>
        <translation>导出到哪里？</translation>
    </message>
    <message>
        <source>Say where, as a whole path.</source>
        <translation>请写完整的路径。</translation>
    </message>
    <message>
        <source>Another export is being written.</source>
        <translation>另一次导出正在进行。</translation>
    </message>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in %2 are in %3. They are not encrypted: keep them safe.</source>
        <translation>%1、%2已写入 %3。文件未加密，请妥善保管。</translation>
    </message>
    <message>
        <source>The export is in %1. The folder %2 could not be removed; remove it yourself. Its files are not encrypted.</source>
        <translation>已导出到 %1。文件夹 %2 无法删除，其中的文件未加密，请自行删除。</translation>
    </message>
    <message>
        <source>Only the calendar</source>
        <translation>只导出日程</translation>
    </message>
    <message>
        <source>only the calendar</source>
        <translation>只导出日程</translation>
    </message>
    <message>
        <source>Nothing is booked then: the calendar in %1 is empty.</source>
        <translation>这段时间没有预约：%1 里的日历是空的。</translation>
    </message>
    <message numerus="yes">
        <source>%n events are in %1. They are not encrypted: keep them safe.</source>
        <translation>
            <numerusform>%n 个事件已写入 %1。文件未加密，请妥善保管。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::FamilyCard</name>
    <message>
        <source>No illness in the family is known.</source>
        <translation>未记录家族病史。</translation>
    </message>
    <message>
        <source>Illnesses in the family</source>
        <translation>家族病史</translation>
    </message>
    <message>
        <source>Entered in error</source>
        <translation>误录</translation>
    </message>
    <message>
        <source>Alt F: who</source>
        <translation>Alt F：亲属</translation>
    </message>
    <message>
        <source>years</source>
        <translation>岁</translation>
    </message>
    <message>
        <source>Relative</source>
        <translation>亲属</translation>
    </message>
    <message>
        <source>Had</source>
        <comment>an illness, of a relative</comment>
        <translation>患病</translation>
    </message>
    <message>
        <source>Since the age of</source>
        <translation>起病年龄</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add to the family&apos;s history</source>
        <translation>添加到家族史</translation>
    </message>
    <message>
        <source>at %1</source>
        <comment>an age in years</comment>
        <translation>%1 岁</translation>
    </message>
    <message>
        <source>Say which relative: father, mother, brother …</source>
        <translation>请填写哪位亲属：父亲、母亲、兄弟……</translation>
    </message>
    <message>
        <source>Say what the relative had.</source>
        <translation>请填写亲属所患的病。</translation>
    </message>
    <message>
        <source>The age is a number of years.</source>
        <translation>年龄须为整数岁。</translation>
    </message>
    <message>
        <source>Was this entered in error?</source>
        <translation>这一条是误录吗？</translation>
    </message>
    <message>
        <source>It leaves the list; the history of the record keeps it with the reason.</source>
        <translation>它将从列表中移除；病历的修改历史保留它和原因。</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Family history</source>
        <translation>家族史</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::FileStep</name>
    <message>
        <source>What the lines are about</source>
        <translation>每行是什么</translation>
    </message>
    <message>
        <source>Put a mark where bytes do not fit</source>
        <translation>不合编码处用记号代替</translation>
    </message>
    <message>
        <source>No file yet</source>
        <translation>还没有选文件</translation>
    </message>
    <message>
        <source>Choose a table with [Ctrl O], drop it here, or write where it is and press [⏎].</source>
        <translation>按 [Ctrl O] 选表格，或拖到这里，或写下路径后按 [⏎]。</translation>
    </message>
    <message>
        <source>CSV or Excel workbook (.xlsx)</source>
        <translation>CSV 或 Excel 工作簿（.xlsx）</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>First rows of the file</source>
        <translation>文件的前几行</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Between the cells</source>
        <translation>分隔符</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>Row with the names of the columns</source>
        <translation>列名在第几行</translation>
    </message>
    <message>
        <source>Which table is to be brought in?</source>
        <translation>导入哪张表？</translation>
    </message>
    <message>
        <source>Tables (*.csv *.txt *.tsv *.xlsx)</source>
        <translation>表格 (*.csv *.txt *.tsv *.xlsx)</translation>
    </message>
    <message>
        <source>%1 (found)</source>
        <translation>识别为 %1</translation>
    </message>
    <message>
        <source>please choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>%1 (hidden)</source>
        <translation>%1（隐藏）</translation>
    </message>
    <message>
        <source>Nothing to show</source>
        <translation>没有可看的</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2, %n columns; its first rows:</source>
        <translation>
            <numerusform>%1，%2，%n 列；前几行：</numerusform>
        </translation>
    </message>
    <message>
        <source>No encoding fits all of this file. Choose one, and put a mark where it does not fit.</source>
        <translation>没有一种编码合整个文件。请选一种，不合处用记号代替。</translation>
    </message>
    <message>
        <source>The encoding is guessed. Look whether the letters below are right, or choose another one.</source>
        <translation>编码是猜的。请看下面的字对不对，不对就换一种。</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::FormulaDialog</name>
    <message>
        <source>Change this formula?</source>
        <translation>修改此方？</translation>
    </message>
    <message>
        <source>Keep these herbs as a formula?</source>
        <translation>将这些药存为一方？</translation>
    </message>
    <message>
        <source>F4 and its letters put it onto a prescription, before the classic ones.</source>
        <translation>开方时按 F4 输入其字母即可调用，排在经典方之前。</translation>
    </message>
    <message>
        <source>Typed by</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>主治</translation>
    </message>
    <message>
        <source>For everybody in the clinic</source>
        <translation>全所共用</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>存下</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>处方</translation>
    </message>
    <message>
        <source>New formula</source>
        <translation>新方</translation>
    </message>
    <message>
        <source>In place of the herbs of %1 (%2)</source>
        <comment>own formula and its code</comment>
        <translation>替换 %1（%2）的药味</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between herbs</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>This could not be done; nothing was changed.</source>
        <translation>没有做成，什么也没有改动。</translation>
    </message>
    <message>
        <source>Formula name</source>
        <translation>方名</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::FormulaGrid</name>
    <message>
        <source>visit %1</source>
        <translation>第 %1 诊</translation>
    </message>
    <message>
        <source>Own formula</source>
        <translation>自拟方</translation>
    </message>
    <message numerus="yes">
        <source>%n herb(s) × %1</source>
        <translation>
            <numerusform>%n 味 × %1 剂</numerusform>
        </translation>
    </message>
    <message>
        <source>Formulas side by side</source>
        <translation>处方对比</translation>
    </message>
    <message>
        <source>%1 g</source>
        <translation>%1 g</translation>
    </message>
    <message>
        <source>not in it</source>
        <translation>不含</translation>
    </message>
    <message>
        <source>added, %1</source>
        <translation>新加，%1</translation>
    </message>
    <message>
        <source>more, %1</source>
        <translation>加量，%1</translation>
    </message>
    <message>
        <source>less, %1</source>
        <translation>减量，%1</translation>
    </message>
    <message>
        <source>taken out, it was %1</source>
        <translation>减去，原 %1</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>day, herb, dose</comment>
        <translation>%1，%2：%3</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>就诊</translation>
    </message>
    <message>
        <source>normal up to %1</source>
        <translation>%1 以下正常</translation>
    </message>
    <message>
        <source>Tongue</source>
        <translation>舌</translation>
    </message>
    <message>
        <source>visit %1, no. %2</source>
        <comment>its second formula</comment>
        <translation>第 %1 诊 · 方 %2</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::FormulaSection</name>
    <message>
        <source>Own formulas</source>
        <translation>自拟方</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>缩写</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>处方</translation>
    </message>
    <message>
        <source>Herbs</source>
        <translation>药味</translation>
    </message>
    <message>
        <source>For</source>
        <translation>主治</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>归属</translation>
    </message>
    <message>
        <source>No own formulas yet</source>
        <translation>还没有自拟方</translation>
    </message>
    <message>
        <source>On a prescription [Ctrl G] keeps its herbs as a formula.</source>
        <translation>在处方页按 [Ctrl G] 可将药味存为一方。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between herbs</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>the clinic&apos;s</source>
        <translation>全所的</translation>
    </message>
    <message>
        <source>my own</source>
        <translation>自己的</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is offered no more.</source>
        <translation>“%1”不再提供。</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::GlassBand</name>
    <message numerus="yes">
        <source>Open in an emergency: %n minutes left. The owner will look at it.</source>
        <translation>
            <numerusform>紧急查看中：剩 %n 分钟。负责人会复核。</numerusform>
        </translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>结束查看</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::GlassDialog</name>
    <message>
        <source>Open this record in an emergency?</source>
        <translation>紧急打开此病历？</translation>
    </message>
    <message>
        <source>It opens for 30 minutes, your name stands with the reason, and the owner looks at it afterwards.</source>
        <translation>打开 30 分钟，记下您的姓名与原因，事后由负责人复核。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>What happened, in your words</source>
        <translation>用自己的话写明情况</translation>
    </message>
    <message>
        <source>Your password</source>
        <translation>您的密码</translation>
    </message>
    <message>
        <source>Exact number, or number of their document</source>
        <translation>准确的病历号或证件号</translation>
    </message>
    <message>
        <source>Open for 30 minutes</source>
        <translation>打开 30 分钟</translation>
    </message>
    <message>
        <source>born %1</source>
        <translation>生于 %1</translation>
    </message>
    <message>
        <source>Type the exact number and press Tab: nobody is opened on a guess.</source>
        <translation>请输入准确号码再按 Tab：不凭猜测打开。</translation>
    </message>
    <message>
        <source>Choose a reason.</source>
        <translation>请选择原因。</translation>
    </message>
    <message>
        <source>Say what happened.</source>
        <translation>请写明情况。</translation>
    </message>
    <message>
        <source>Type your password.</source>
        <translation>请输入密码。</translation>
    </message>
    <message>
        <source>This is not your password.</source>
        <translation>这不是您的密码。</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::GlassModel</name>
    <message>
        <source>Overdue</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>To review</source>
        <translation>待复核</translation>
    </message>
    <message>
        <source>Justified</source>
        <translation>正当</translation>
    </message>
    <message>
        <source>Not justified</source>
        <translation>不正当</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>谁</translation>
    </message>
    <message>
        <source>Whose record</source>
        <translation>谁的病历</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::GlobalBox</name>
    <message>
        <source>Find patients and commands</source>
        <translation>查找患者和命令</translation>
    </message>
    <message>
        <source>Name, pinyin initials, phone tail or command</source>
        <translation>姓名、拼音首字母、手机尾号，或命令</translation>
    </message>
    <message>
        <source>Nobody and nothing is called that.</source>
        <translation>没有这样的人，也没有这样的命令。</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::GroupDialog</name>
    <message>
        <source>Groups of points</source>
        <translation>穴位组</translation>
    </message>
    <message>
        <source>A group puts in all its points when its code is typed.</source>
        <translation>输入代码，组内穴位一次填入。</translation>
    </message>
    <message>
        <source>Typed by</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>For everybody in the clinic</source>
        <translation>全所共用</translation>
    </message>
    <message>
        <source>Take out of use</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Keep group</source>
        <translation>保存穴位组</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>穴位组</translation>
    </message>
    <message>
        <source>New group</source>
        <translation>新建穴位组</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>group of points and its code</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>穴位</translation>
    </message>
    <message>
        <source>This could not be done; nothing was changed.</source>
        <translation>没有做成，什么也没有改动。</translation>
    </message>
    <message>
        <source>Group name</source>
        <translation>组名</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::HealthSection</name>
    <message>
        <source>good</source>
        <translation>良好</translation>
    </message>
    <message>
        <source>soon</source>
        <translation>近期</translation>
    </message>
    <message>
        <source>now</source>
        <translation>立即</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>不详</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新查看</translation>
    </message>
    <message>
        <source>Health of the store and of this PC</source>
        <translation>数据与本机的健康</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>健康</translation>
    </message>
    <message>
        <source>What one PC alone cannot notice</source>
        <translation>单机无法察觉的</translation>
    </message>
    <message>
        <source>everything is well</source>
        <translation>一切良好</translation>
    </message>
    <message>
        <source>something is to be done soon</source>
        <translation>近期有事要做</translation>
    </message>
    <message>
        <source>something is to be done now</source>
        <translation>有事要立即做</translation>
    </message>
    <message>
        <source>look again</source>
        <translation>重新查看</translation>
    </message>
    <message>
        <source>scroll</source>
        <translation>滚动</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::HerbSheet</name>
    <message>
        <source>Herbs</source>
        <translation>药味</translation>
    </message>
    <message>
        <source>Herb and dose</source>
        <translation>药名和剂量</translation>
    </message>
    <message>
        <source>cell %1, empty</source>
        <translation>第 %1 格，空</translation>
    </message>
    <message>
        <source>cell %1</source>
        <translation>第 %1 格</translation>
    </message>
    <message>
        <source>no dose</source>
        <translation>没有剂量</translation>
    </message>
    <message>
        <source>%1 g</source>
        <translation>%1 g</translation>
    </message>
    <message>
        <source>hq 30 ⏎</source>
        <translation>hq 30 ⏎</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>dose?</source>
        <translation>剂量？</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>不识</translation>
    </message>
    <message>
        <source>already there: %1</source>
        <translation>已有 %1</translation>
    </message>
    <message>
        <source>take out</source>
        <translation>减去</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::HistoryPage</name>
    <message>
        <source>Earlier changes</source>
        <translation>更早的修改</translation>
    </message>
    <message>
        <source>Changes, the newest first</source>
        <translation>修改记录，新的在前</translation>
    </message>
    <message>
        <source>That is all that was changed, as far as you may see it.</source>
        <translation>在您可见范围内，修改到此为止。</translation>
    </message>
    <message>
        <source>Why: %1</source>
        <translation>原因：%1</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>变更记录</translation>
    </message>
    <message>
        <source>scroll</source>
        <translation>滚动</translation>
    </message>
    <message>
        <source>chart</source>
        <translation>病历</translation>
    </message>
    <message>
        <source>earlier</source>
        <translation>更早</translation>
    </message>
    <message>
        <source>Who opened this chart</source>
        <translation>谁看过此病历</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::HistoryPane</name>
    <message>
        <source>History</source>
        <translation>既往</translation>
    </message>
    <message>
        <source>Earlier visits</source>
        <translation>以前的就诊</translation>
    </message>
    <message>
        <source>Carry over</source>
        <translation>带入上次</translation>
    </message>
    <message>
        <source>%1, visit %2</source>
        <translation>%1 第 %2 诊</translation>
    </message>
    <message>
        <source>not signed</source>
        <translation>未签</translation>
    </message>
    <message>
        <source>first visit</source>
        <translation>首诊</translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation>
            <numerusform>%n 诊</numerusform>
        </translation>
    </message>
    <message>
        <source>; </source>
        <comment>between illnesses</comment>
        <translation>；</translation>
    </message>
    <message>
        <source>Problems: %1</source>
        <translation>问题：%1</translation>
    </message>
    <message>
        <source>Family: %1</source>
        <translation>家族史：%1</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::HoursDelegate</name>
    <message>
        <source>Hours, such as 8:30-12 14-17:30</source>
        <translation>时间，如 8:30-12 14-17:30</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::HoursModel</name>
    <message>
        <source>Leave</source>
        <translation>休假</translation>
    </message>
    <message>
        <source>Hours besides</source>
        <translation>加班</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>停诊</translation>
    </message>
    <message>
        <source>Open besides</source>
        <translation>加开</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between reasons</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>free</source>
        <translation>休</translation>
    </message>
    <message>
        <source>ddd d</source>
        <comment>a day at the head of a column</comment>
        <translation>ddd d日</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::HoursSection</name>
    <message>
        <source>How long the hours hold</source>
        <translation>时间管到何时</translation>
    </message>
    <message>
        <source>Copy last week</source>
        <translation>照抄上周</translation>
    </message>
    <message>
        <source>Working hours of the week</source>
        <translation>本周出诊时间</translation>
    </message>
    <message>
        <source>No practitioners yet</source>
        <translation>还没有医师</translation>
    </message>
    <message>
        <source>Who has no entry has no hours. Add practitioners and rooms first.</source>
        <translation>先登记医师和诊室，再排班。</translation>
    </message>
    <message>
        <source>Who has no entry has no hours. The owner adds practitioners and rooms.</source>
        <translation>先由负责人登记医师和诊室，再排班。</translation>
    </message>
    <message>
        <source>To staff and rooms</source>
        <translation>去登记医师与诊室</translation>
    </message>
    <message>
        <source>Type 8:30-12 14-17:30 into a day; [Del] makes it free, [Ctrl C] [Ctrl V] carry it to other days, [F2] changes what stands there.</source>
        <translation>直接输入 8:30-12 14-17:30；[Del] 排休，[Ctrl C] [Ctrl V] 抄到别的日子，[F2] 修改。</translation>
    </message>
    <message>
        <source>This week only</source>
        <translation>只管这一周</translation>
    </message>
    <message>
        <source>From now on</source>
        <translation>从这一周起</translation>
    </message>
    <message>
        <source>Who works when</source>
        <translation>谁何时出诊</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>前一周</translation>
    </message>
    <message>
        <source>PgUp</source>
        <translation>PgUp</translation>
    </message>
    <message>
        <source>On</source>
        <translation>后一周</translation>
    </message>
    <message>
        <source>PgDn</source>
        <translation>PgDn</translation>
    </message>
    <message>
        <source>Working hours</source>
        <translation>排班</translation>
    </message>
    <message>
        <source>copy last week</source>
        <translation>照抄上周</translation>
    </message>
    <message>
        <source>week</source>
        <translation>换周</translation>
    </message>
    <message>
        <source>this week, from now on</source>
        <translation>只管这周或从此</translation>
    </message>
    <message>
        <source>take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>free</source>
        <translation>休</translation>
    </message>
    <message>
        <source>Mend the hours in red first, or empty them with Del.</source>
        <translation>请先改好红色的时间，或按 Del 清空。</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>first and last day of a week</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>本周</translation>
    </message>
    <message>
        <source>Next week</source>
        <translation>下周</translation>
    </message>
    <message>
        <source>Last week</source>
        <translation>上周</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>which week, its days</comment>
        <translation>%1&#x3000;%2</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Everybody works as in the week before; leave and holidays stay.</source>
        <translation>所有人照上周出诊，休假和节假日照旧。</translation>
    </message>
    <message>
        <source>There is nothing here to take back; what holds from now on is typed anew.</source>
        <translation>这里没有可撤回的；“从这一周起”的时间请重新输入。</translation>
    </message>
    <message>
        <source>The hours are as they were before.</source>
        <translation>时间已恢复原样。</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::HouseholdLinks</name>
    <message>
        <source>The same phone: what are they to the new patient?</source>
        <translation>同一电话：他们是新患者的什么人？</translation>
    </message>
    <message>
        <source>Guardian</source>
        <translation>监护人</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>somebody&apos;s name, their sex and age</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>What %1 is to the new patient</source>
        <translation>%1 是新患者的什么人</translation>
    </message>
    <message>
        <source>mother, son …</source>
        <translation>母亲、儿子……</translation>
    </message>
    <message>
        <source>%1 is guardian or ward</source>
        <translation>%1 为监护人或被监护人</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::HouseholdList</name>
    <message>
        <source>People with the same phone</source>
        <translation>同一电话的人</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::HoverCard</name>
    <message>
        <source>%1 with %2</source>
        <comment>service, practitioner</comment>
        <translation>%1·%2</translation>
    </message>
    <message>
        <source>%1, overbooked</source>
        <translation>%1，加号</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::Hues</name>
    <message>
        <source>Blue</source>
        <translation>蓝</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>黄</translation>
    </message>
    <message>
        <source>Slate</source>
        <translation>灰蓝</translation>
    </message>
    <message>
        <source>Plain</source>
        <translation>不用颜色</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::IllnessEdit</name>
    <message>
        <source>code, initials or name</source>
        <translation>编码、首字母或名称</translation>
    </message>
    <message>
        <source>%1, since %2</source>
        <comment>a problem, a date</comment>
        <translation>%1（%2 起）</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a relative, their illness</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1, at %2</source>
        <comment>an illness, an age in years</comment>
        <translation>%1（%2 岁）</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::ImportAssistant</name>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>各列</translation>
    </message>
    <message>
        <source>Dry run</source>
        <translation>试运行</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>number and name of a step</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>To the list</source>
        <translation>回到列表</translation>
    </message>
    <message>
        <source>Next: columns</source>
        <translation>下一步：各列</translation>
    </message>
    <message>
        <source>Next: dry run</source>
        <translation>下一步：试运行</translation>
    </message>
    <message numerus="yes">
        <source>Bring %n in</source>
        <translation>
            <numerusform>导入 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Bring in</source>
        <translation>导入</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::ImportSection</name>
    <message numerus="yes">
        <source>%n lines were worked through. Nothing of them stays.</source>
        <translation>
            <numerusform>已处理 %n 行，撤回后什么也不留。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n that came in are gone from everywhere then.</source>
        <translation>
            <numerusform>导入的 %n 条会从各处消失。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n came in; they are gone from everywhere then, but for these people, whose data were changed or for whom something was written since:</source>
        <translation>
            <numerusform>导入的 %n 条会从各处消失，但下面这些人的资料后来改过，或写过东西，会留下：</numerusform>
        </translation>
    </message>
    <message>
        <source>Take back the import of &quot;%1&quot;?</source>
        <translation>撤回「%1」的导入？</translation>
    </message>
    <message>
        <source>Who stays</source>
        <translation>谁会留下</translation>
    </message>
    <message>
        <source>data changed</source>
        <translation>资料改过</translation>
    </message>
    <message>
        <source>something written</source>
        <translation>写过东西</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 等，另有 %n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>The import of &quot;%1&quot; is taken back; nothing of it stays.</source>
        <translation>「%1」的导入已撤回，什么也没有留下。</translation>
    </message>
    <message>
        <source>The import of &quot;%1&quot; is taken back. These stay: %2.</source>
        <translation>「%1」的导入已撤回。留下的有：%2。</translation>
    </message>
    <message>
        <source>Go on with the import of &quot;%1&quot;?</source>
        <translation>继续导入「%1」？</translation>
    </message>
    <message numerus="yes">
        <source>%n lines are worked through. Say where the same file is; it must not have been changed since.</source>
        <translation>
            <numerusform>已处理 %n 行。请指出同一个文件在哪里，文件不能改过。</numerusform>
        </translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Which table is to be brought in?</source>
        <translation>导入哪张表？</translation>
    </message>
    <message>
        <source>Which file is it?</source>
        <translation>是哪个文件？</translation>
    </message>
    <message>
        <source>Bring a table in</source>
        <translation>导入表格</translation>
    </message>
    <message>
        <source>Show further lines</source>
        <translation>再看后面的行</translation>
    </message>
    <message>
        <source>Imports</source>
        <translation>历次导入</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>经手人</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>已有</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>未收</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Nothing was brought in yet</source>
        <translation>还没有导入过</translation>
    </message>
    <message>
        <source>Press [N] to bring in patients, allergies, visits or prescriptions of another program.</source>
        <translation>按 [N] 导入别的软件里的患者、过敏、病历或处方。</translation>
    </message>
    <message>
        <source>Lines there is something to tell of</source>
        <translation>有说明的行</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>a table of another program</source>
        <translation>别的软件的表格</translation>
    </message>
    <message>
        <source>next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>back, nothing is lost</source>
        <translation>返回，不会丢</translation>
    </message>
    <message>
        <source>bring a table in</source>
        <translation>导入表格</translation>
    </message>
    <message>
        <source>open the chart</source>
        <translation>打开病历</translation>
    </message>
    <message>
        <source>take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>goes on</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>The import of &quot;%1&quot; was interrupted. Go on with it, or take it back: until then nothing of it is to be seen.</source>
        <translation>「%1」的导入中断了。请继续或撤回；在此之前看不到其中任何内容。</translation>
    </message>
    <message>
        <source>Press [N] to bring in patients, allergies, visits or prescriptions of another program, [C] to bring in a calendar.</source>
        <translation>按 [N] 导入别的软件里的患者、过敏、病历或处方，按 [C] 导入日历。</translation>
    </message>
    <message numerus="yes">
        <source>%n times were worked through. Nothing of them stays.</source>
        <translation>
            <numerusform>已处理 %n 个时间，撤回后什么也不留。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n came in; they are gone from everywhere then, but for the appointments of these people, which were moved, kept or cancelled since:</source>
        <translation>
            <numerusform>导入的 %n 条会从各处消失，但下面这些人的预约后来改过、来过或取消过，会留下：</numerusform>
        </translation>
    </message>
    <message>
        <source>appointment changed</source>
        <translation>预约改过</translation>
    </message>
    <message numerus="yes">
        <source>%n times are worked through. Say where the same file is; it must not have been changed since.</source>
        <translation>
            <numerusform>已处理 %n 个时间。请指出同一个文件在哪里，文件不能改过。</numerusform>
        </translation>
    </message>
    <message>
        <source>Which calendar is to be brought in?</source>
        <translation>导入哪个日历？</translation>
    </message>
    <message>
        <source>Bring a calendar in</source>
        <translation>导入日历</translation>
    </message>
    <message>
        <source>What was brought in</source>
        <translation>导入过的</translation>
    </message>
    <message>
        <source>a calendar of another program</source>
        <translation>别的软件的日历</translation>
    </message>
    <message>
        <source>to the list</source>
        <translation>回到列表</translation>
    </message>
    <message>
        <source>bring a calendar in</source>
        <translation>导入日历</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::ImportStep</name>
    <message>
        <source>To the patients</source>
        <translation>看患者</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>To the list of imports</source>
        <translation>看历次导入</translation>
    </message>
    <message>
        <source>Another import is going on.</source>
        <translation>另一次导入正在进行。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is being brought in</source>
        <translation>正在导入「%1」</translation>
    </message>
    <message>
        <source>Everybody can go on working. If it is cancelled, nothing of it stays.</source>
        <translation>大家可以照常工作。取消的话，什么也不留。</translation>
    </message>
    <message>
        <source>The import does not go on</source>
        <translation>导入没有继续</translation>
    </message>
    <message>
        <source>Nothing was brought in</source>
        <translation>什么也没有导入</translation>
    </message>
    <message>
        <source>See in the list whether it still waits.</source>
        <translation>请在列表里看它是否还在等。</translation>
    </message>
    <message>
        <source>The clinic is as it was before.</source>
        <translation>诊所的资料和原来一样。</translation>
    </message>
    <message numerus="yes">
        <source>%n came in</source>
        <translation>
            <numerusform>导入了 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>&quot;%1&quot; is brought in. It can be taken back as a whole.</source>
        <translation>「%1」已导入，可以整批撤回。</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤回</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::ImportWords</name>
    <message>
        <source>The line has more cells than there are columns.</source>
        <translation>这一行的格子比列多。</translation>
    </message>
    <message>
        <source>What stands in the line cannot be kept together.</source>
        <translation>这一行的内容互相矛盾，没法保存。</translation>
    </message>
    <message>
        <source>There is no name.</source>
        <translation>没有姓名。</translation>
    </message>
    <message>
        <source>The name is longer than any name.</source>
        <translation>姓名长得不像姓名。</translation>
    </message>
    <message>
        <source>The same person as in a line before.</source>
        <translation>和前面某行是同一人。</translation>
    </message>
    <message>
        <source>Known here by this number and name.</source>
        <translation>号码和姓名都已有。</translation>
    </message>
    <message>
        <source>Known here already.</source>
        <translation>本诊所已有此人。</translation>
    </message>
    <message>
        <source>Likely known here already.</source>
        <translation>很可能已有此人。</translation>
    </message>
    <message>
        <source>Nobody like this is known here.</source>
        <translation>本诊所没有这样的患者。</translation>
    </message>
    <message>
        <source>Several people are called so here.</source>
        <translation>本诊所有几个人符合。</translation>
    </message>
    <message>
        <source>It stands for &quot;no date&quot;.</source>
        <translation>表示「没有日期」。</translation>
    </message>
    <message>
        <source>The day is missing.</source>
        <translation>没有日期。</translation>
    </message>
    <message>
        <source>There is no such day, or it cannot be true.</source>
        <translation>没有这一天，或不可能。</translation>
    </message>
    <message>
        <source>The day is still to come.</source>
        <translation>日期在将来。</translation>
    </message>
    <message>
        <source>This is not read as a day.</source>
        <translation>看不出是哪一天。</translation>
    </message>
    <message>
        <source>The year has two digits: taken for the latest that can be.</source>
        <translation>年份只有两位，按最近的可能理解。</translation>
    </message>
    <message>
        <source>A day as a spreadsheet counts them.</source>
        <translation>电子表格的日期序号。</translation>
    </message>
    <message>
        <source>A spreadsheet had made a sum of it; all digits are there.</source>
        <translation>被电子表格变成了数值，位数齐全。</translation>
    </message>
    <message>
        <source>A spreadsheet has lost the last digits of this telephone.</source>
        <translation>电子表格丢了电话的末几位。</translation>
    </message>
    <message>
        <source>This is no telephone number.</source>
        <translation>不是电话号码。</translation>
    </message>
    <message>
        <source>Only one telephone has a place here.</source>
        <translation>这里只能放一个电话。</translation>
    </message>
    <message>
        <source>A spreadsheet has lost the last digits of this ID number.</source>
        <translation>电子表格丢了证件号的末几位。</translation>
    </message>
    <message>
        <source>The ID number does not check out.</source>
        <translation>证件号校验不对。</translation>
    </message>
    <message>
        <source>The ID number is of the other sex.</source>
        <translation>证件号与性别不符。</translation>
    </message>
    <message>
        <source>The ID number is of another birth date.</source>
        <translation>证件号与出生日期不符。</translation>
    </message>
    <message>
        <source>This is no word for a sex that is known.</source>
        <translation>看不出是什么性别。</translation>
    </message>
    <message>
        <source>Made a year of birth of the age.</source>
        <translation>由年龄推出出生年。</translation>
    </message>
    <message>
        <source>This is not read as an age.</source>
        <translation>看不出是多大年龄。</translation>
    </message>
    <message>
        <source>No allergy stands in the line.</source>
        <translation>这一行没有过敏。</translation>
    </message>
    <message>
        <source>No herb stands in the line.</source>
        <translation>这一行没有药味。</translation>
    </message>
    <message>
        <source>This is not read as a number of packets.</source>
        <translation>看不出是几剂。</translation>
    </message>
    <message>
        <source>Patients</source>
        <translation>患者</translation>
    </message>
    <message>
        <source>Allergies</source>
        <translation>过敏</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>病历</translation>
    </message>
    <message>
        <source>Prescriptions</source>
        <translation>处方</translation>
    </message>
    <message>
        <source>Name of the row there</source>
        <translation>原系统行号</translation>
    </message>
    <message>
        <source>Number of the patient</source>
        <translation>病历号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Family name</source>
        <translation>姓</translation>
    </message>
    <message>
        <source>Given name</source>
        <translation>名</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Birth date</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>年龄</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>ID number</source>
        <translation>证件号</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Insurance number</source>
        <translation>医保号</translation>
    </message>
    <message>
        <source>Occupation</source>
        <translation>职业</translation>
    </message>
    <message>
        <source>Marital status</source>
        <translation>婚姻</translation>
    </message>
    <message>
        <source>Guardian</source>
        <translation>监护人</translation>
    </message>
    <message>
        <source>Guardian is</source>
        <translation>监护人关系</translation>
    </message>
    <message>
        <source>Guardian&apos;s telephone</source>
        <translation>监护人电话</translation>
    </message>
    <message>
        <source>Emergency contact</source>
        <translation>紧急联系人</translation>
    </message>
    <message>
        <source>Emergency telephone</source>
        <translation>紧急电话</translation>
    </message>
    <message>
        <source>How they came</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Alert for the desk</source>
        <translation>前台提醒</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Reaction</source>
        <translation>过敏反应</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Practitioner</source>
        <translation>医师</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>主诉</translation>
    </message>
    <message>
        <source>History</source>
        <translation>病史</translation>
    </message>
    <message>
        <source>Inspection</source>
        <translation>望诊</translation>
    </message>
    <message>
        <source>Listening and smelling</source>
        <translation>闻诊</translation>
    </message>
    <message>
        <source>Disease</source>
        <translation>病名</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>证型</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>治法</translation>
    </message>
    <message>
        <source>Western diagnosis</source>
        <translation>西医诊断</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>医嘱</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>方名</translation>
    </message>
    <message>
        <source>Herbs</source>
        <translation>药味</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>剂数</translation>
    </message>
    <message>
        <source>known already</source>
        <translation>已有</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>未收</translation>
    </message>
    <message>
        <source>value left out</source>
        <translation>此项未收</translation>
    </message>
    <message>
        <source>value mended</source>
        <translation>此项已修</translation>
    </message>
    <message>
        <source>year, month, day</source>
        <translation>年、月、日</translation>
    </message>
    <message>
        <source>month, day, year</source>
        <translation>月、日、年</translation>
    </message>
    <message>
        <source>day, month, year</source>
        <translation>日、月、年</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>逗号</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>分号</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>制表符</translation>
    </message>
    <message>
        <source>upright line</source>
        <translation>竖线</translation>
    </message>
    <message>
        <source>not finished</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>brought in</source>
        <translation>已导入</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已撤回</translation>
    </message>
    <message numerus="yes">
        <source>%n lines = %1 new + %2 known already + %3 rejected</source>
        <translation>
            <numerusform>%n 行 = 新增 %1 + 已有 %2 + 未收 %3</numerusform>
        </translation>
    </message>
    <message>
        <source>not as %1: line %2, byte %3 of the file</source>
        <comment>an encoding</comment>
        <translation>不合 %1：第 %2 行，文件第 %3 字节</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between the encodings that were tried</comment>
        <translation>；</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>日历</translation>
    </message>
    <message>
        <source>here already</source>
        <translation>已有</translation>
    </message>
    <message>
        <source>to be noted</source>
        <translation>请留意</translation>
    </message>
    <message numerus="yes">
        <source>%n times = %1 new + %2 here already + %3 rejected</source>
        <translation>
            <numerusform>%n 个时间 = 新增 %1 + 已有 %2 + 未收 %3</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::InError</name>
    <message>
        <source>Was this picture attached in error?</source>
        <translation>这张图片是误录的吗？</translation>
    </message>
    <message>
        <source>Was this file attached in error?</source>
        <translation>这个文件是误录的吗？</translation>
    </message>
    <message>
        <source>It leaves the list and stays in the history of the record, as every entry does.</source>
        <translation>它会从列表中消失，但与其他条目一样保留在病历的变更历史中。</translation>
    </message>
    <message>
        <source>Mark as error</source>
        <translation>标为误录</translation>
    </message>
    <message>
        <source>Why: wrong patient, wrong picture …</source>
        <translation>原因：患者不对、图片不对……</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::Intake</name>
    <message>
        <source>%1 is not on this PC; save it first.</source>
        <translation>%1 不在本机；请先保存到本机。</translation>
    </message>
    <message>
        <source>%1 is no picture that can be shown here. Save it as JPEG or PNG.</source>
        <translation>%1 不是这里能显示的图片。请另存为 JPEG 或 PNG。</translation>
    </message>
    <message>
        <source>There is no picture in the clipboard.</source>
        <translation>剪贴板中没有图片。</translation>
    </message>
    <message>
        <source>This picture has too many pixels to be attached.</source>
        <translation>此图片像素过多，不能添加。</translation>
    </message>
    <message>
        <source>This could not be attached; nothing was changed.</source>
        <translation>未能添加；没有任何改动。</translation>
    </message>
    <message numerus="yes">
        <source>%n more could not be taken.</source>
        <translation>
            <numerusform>另有 %n 份未能添加。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::JournalPage</name>
    <message>
        <source>Open the chart</source>
        <translation>打开病历</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>谁</translation>
    </message>
    <message>
        <source>What</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Whose record</source>
        <translation>谁的病历</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Acts of the last day, the newest first</source>
        <translation>近一天的操作，新的在前</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>HH:mm</source>
        <comment>a time of today</comment>
        <translation>HH:mm</translation>
    </message>
    <message>
        <source>d MMM HH:mm</source>
        <comment>a time of yesterday</comment>
        <translation>M 月 d 日 HH:mm</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>can be taken back</source>
        <translation>可撤回</translation>
    </message>
    <message>
        <source>stays</source>
        <translation>不可撤回</translation>
    </message>
    <message>
        <source>Nothing was done in the last day, as far as you may see it.</source>
        <translation>在您可见范围内，近一天没有操作。</translation>
    </message>
    <message>
        <source>Why: %1</source>
        <translation>原因：%1</translation>
    </message>
    <message>
        <source>Today&apos;s changes</source>
        <translation>近期操作</translation>
    </message>
    <message numerus="yes">
        <source>%n act(s) in 24 hours</source>
        <translation>
            <numerusform>24 小时内 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>chart</source>
        <translation>病历</translation>
    </message>
    <message>
        <source>take back</source>
        <translation>撤回</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::KeptSection</name>
    <message>
        <source>change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>retire</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>new one</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Retire</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Take back into use</source>
        <translation>恢复使用</translation>
    </message>
    <message>
        <source>move</source>
        <translation>移动</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::LeaveDialog</name>
    <message>
        <source>Who is away, and when?</source>
        <translation>谁不在，哪几天？</translation>
    </message>
    <message>
        <source>Nobody can be booked then. What is booked already stays and has to be moved.</source>
        <translation>这段时间不能预约；已经约好的不动，须另行改期。</translation>
    </message>
    <message>
        <source>Away or besides</source>
        <translation>不在或加班</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>The whole clinic</source>
        <translation>全诊所</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>不在</translation>
    </message>
    <message>
        <source>Works besides</source>
        <translation>加班</translation>
    </message>
    <message>
        <source>3-14 or 2026-03-14</source>
        <translation>3-14 或 2026-03-14</translation>
    </message>
    <message>
        <source>the same day</source>
        <translation>同一天</translation>
    </message>
    <message>
        <source>the whole day</source>
        <translation>全天</translation>
    </message>
    <message>
        <source>Training, holiday, repair</source>
        <translation>进修、休假、检修</translation>
    </message>
    <message>
        <source>Who or what</source>
        <translation>谁或什么</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>第一天</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>Hours of the day</source>
        <translation>时段</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>A day such as 3-14 or 2026-03-14.</source>
        <translation>日期写作 3-14 或 2026-03-14。</translation>
    </message>
    <message>
        <source>One part of the day; enter the other by itself.</source>
        <translation>只写一段，另一段请另行登记。</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::LeaveSection</name>
    <message>
        <source>%1 – %2</source>
        <comment>first and last day</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>显示什么</translation>
    </message>
    <message>
        <source>End</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Enter leave</source>
        <translation>登记休假</translation>
    </message>
    <message>
        <source>Add a year from a file</source>
        <translation>从文件添加一年</translation>
    </message>
    <message>
        <source>Leave and closing days</source>
        <translation>休假与停诊</translation>
    </message>
    <message>
        <source>Who or what</source>
        <translation>谁或什么</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Hours of the day</source>
        <translation>时段</translation>
    </message>
    <message>
        <source>What</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Public holidays</source>
        <translation>法定节假日</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Nobody is away</source>
        <translation>没有人休假</translation>
    </message>
    <message>
        <source>Enter leave, training, repairs and days on which the clinic is closed with [N].</source>
        <translation>按 [N] 登记休假、进修、检修和停诊的日子。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>前一周</translation>
    </message>
    <message>
        <source>PgUp</source>
        <translation>PgUp</translation>
    </message>
    <message>
        <source>On</source>
        <translation>后一周</translation>
    </message>
    <message>
        <source>PgDn</source>
        <translation>PgDn</translation>
    </message>
    <message>
        <source>Leave and holidays</source>
        <translation>休假与节假日</translation>
    </message>
    <message>
        <source>leave, holidays</source>
        <translation>休假、节假日</translation>
    </message>
    <message>
        <source>enter leave</source>
        <translation>登记休假</translation>
    </message>
    <message>
        <source>end</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>year</source>
        <translation>换年</translation>
    </message>
    <message>
        <source>set a day</source>
        <translation>设定一天</translation>
    </message>
    <message>
        <source>add a year</source>
        <translation>添加一年</translation>
    </message>
    <message>
        <source>Set a day</source>
        <translation>设定一天</translation>
    </message>
    <message>
        <source>The whole clinic</source>
        <translation>全诊所</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>停诊</translation>
    </message>
    <message>
        <source>Open besides</source>
        <translation>加开</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>不在</translation>
    </message>
    <message>
        <source>Works besides</source>
        <translation>加班</translation>
    </message>
    <message>
        <source>whole day</source>
        <translation>全天</translation>
    </message>
    <message numerus="yes">
        <source>Holiday, %n day(s)</source>
        <translation>
            <numerusform>休假 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Made-up working day</source>
        <translation>调休上班</translation>
    </message>
    <message>
        <source>%1; known: %2</source>
        <comment>year shown, years of which holidays are known</comment>
        <translation>%1 年；已有：%2</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between years</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>The holidays of %1 are not known</source>
        <translation>%1 年的节假日还没有</translation>
    </message>
    <message>
        <source>Take in the file of that year with [Ctrl O], or set single days with [N].</source>
        <translation>按 [Ctrl O] 添加该年的文件，或按 [N] 逐日设定。</translation>
    </message>
    <message>
        <source>The owner takes in the file of that year.</source>
        <translation>由负责人添加该年的文件。</translation>
    </message>
    <message>
        <source>The public holidays of %1 are not known yet: appointments may fall on them.</source>
        <translation>%1 年的节假日还没有添加，预约可能落在节假日上。</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <comment>who, days</comment>
        <translation>%1：%2。</translation>
    </message>
    <message>
        <source>%1 is settled.</source>
        <comment>a day</comment>
        <translation>%1 已设定。</translation>
    </message>
    <message>
        <source>%1: the entry of %2 does not hold any more.</source>
        <comment>who, days</comment>
        <translation>%1：%2 的登记已取消。</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>The entry holds again.</source>
        <translation>登记已恢复。</translation>
    </message>
    <message>
        <source>Which file of holidays?</source>
        <translation>选择节假日文件</translation>
    </message>
    <message>
        <source>Holidays (*.json)</source>
        <translation>节假日 (*.json)</translation>
    </message>
    <message>
        <source>Nothing of %1 was taken: %2</source>
        <comment>file, reason</comment>
        <translation>%1 没有采用：%2</translation>
    </message>
    <message>
        <source>Nothing of %1 was taken. At %2: %3</source>
        <comment>file, place, reason</comment>
        <translation>%1 没有采用。%2 处：%3</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) of %1 are new.</source>
        <translation>
            <numerusform>%1 新增 %n 天。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::LineModel</name>
    <message>
        <source>%1 %2. %3</source>
        <comment>name and number of somebody known, why</comment>
        <translation>%1 %2。%3</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>文件里</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Property</source>
        <translation>属性</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::LookAlikes</name>
    <message>
        <source>Already known?</source>
        <translation>已经登记过？</translation>
    </message>
    <message>
        <source>[Alt D] goes to these people, [⏎] opens one instead of registering again.</source>
        <translation>按 [Alt D] 到这些人，按 [⏎] 打开其中一位，不必再登记。</translation>
    </message>
    <message>
        <source>Nobody is like this person.</source>
        <translation>没有相似的人。</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::MainWindow</name>
    <message>
        <source>Xinglin</source>
        <translation>杏林</translation>
    </message>
    <message>
        <source>The clinic could not be opened</source>
        <translation>诊所打不开</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>Locked. Who continues?</source>
        <translation>已锁定。谁继续？</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>has something unsaved</source>
        <translation>有未保存的内容</translation>
    </message>
    <message>
        <source>at work</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>%1: Xinglin</source>
        <comment>window title with the clinic&apos;s name</comment>
        <translation>%1·杏林</translation>
    </message>
    <message>
        <source>Recovery sheet not confirmed</source>
        <translation>恢复单未确认</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>浅色主题</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>深色主题</translation>
    </message>
    <message>
        <source>Text size %1 %</source>
        <translation>字号 %1 %</translation>
    </message>
    <message>
        <source>Xinglin speaks it from the next start on.</source>
        <translation>下次启动时改用此语言。</translation>
    </message>
    <message>
        <source>Confirm the recovery sheet</source>
        <translation>确认恢复单</translation>
    </message>
    <message>
        <source>Can the recovery sheet be read?</source>
        <translation>恢复单还能读出来吗？</translation>
    </message>
    <message>
        <source>Type all four lines from the paper. Small mistakes are named.</source>
        <translation>请照纸上输入全部四行。小错会指出来。</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>稍后</translation>
    </message>
    <message>
        <source>The lines of the sheet</source>
        <translation>恢复单各行</translation>
    </message>
    <message>
        <source>Close without saving?</source>
        <translation>不保存就关闭？</translation>
    </message>
    <message>
        <source>Somebody has typed something here that is not saved.</source>
        <translation>有人在这里输入的内容还没有保存。</translation>
    </message>
    <message>
        <source>Close Xinglin</source>
        <translation>关闭杏林</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Restore from a backup</source>
        <translation>从备份恢复</translation>
    </message>
    <message numerus="yes">
        <source>%n wrong password(s) were tried in your name before.</source>
        <translation>
            <numerusform>此前有人用您的名字输错过 %n 次密码。</numerusform>
        </translation>
    </message>
    <message>
        <source>The recovery sheet was used</source>
        <translation>恢复单被使用过</translation>
    </message>
    <message>
        <source>Recovery sheet not confirmed for a year</source>
        <translation>恢复单已一年未确认</translation>
    </message>
    <message>
        <source>Change password</source>
        <translation>更改密码</translation>
    </message>
    <message>
        <source>Set a PIN for coming back</source>
        <translation>设置解锁码</translation>
    </message>
    <message>
        <source>PINs are not allowed in this clinic.</source>
        <translation>本诊所不允许使用解锁码。</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>Make a new recovery sheet</source>
        <translation>制作新恢复单</translation>
    </message>
    <message>
        <source>Closing the records</source>
        <translation>正在关闭病历</translation>
    </message>
    <message>
        <source>One moment, please.</source>
        <translation>请稍候。</translation>
    </message>
    <message>
        <source>The backup was restored</source>
        <translation>备份已恢复</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>On %1 somebody opened the records with the recovery sheet and set an owner&apos;s password. If it was none of you, make a new sheet now and look into the audit log. This stays for 30 days.</source>
        <translation>%1 有人用恢复单打开病历并重设了负责人密码。如果不是你们所为，请立即制作新恢复单并查看审计记录。此提示保留 30 天。</translation>
    </message>
    <message>
        <source>Make a new sheet</source>
        <translation>制作新恢复单</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Change your password</source>
        <translation>更改您的密码</translation>
    </message>
    <message>
        <source>Nothing is encrypted anew: only your own key gets another cover.</source>
        <translation>数据无须重新加密，只是您的钥匙换一层封装。</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Your password has been changed.</source>
        <translation>密码已更改。</translation>
    </message>
    <message>
        <source>A PIN for coming back</source>
        <translation>解锁码</translation>
    </message>
    <message>
        <source>It ends a lock of this PC until you sign out or Xinglin is closed; then it is forgotten. 6 to 9 digits, three tries.</source>
        <translation>可用来解除本机锁定，直到您退出登录或关闭杏林，之后即作废。6 至 9 位数字，可试三次。</translation>
    </message>
    <message>
        <source>Set the PIN</source>
        <translation>设置解锁码</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>解锁码</translation>
    </message>
    <message>
        <source>PIN again</source>
        <translation>再输一遍解锁码</translation>
    </message>
    <message>
        <source>The two PINs differ.</source>
        <translation>两次解锁码不一致。</translation>
    </message>
    <message>
        <source>The PIN ends the next lock of this PC.</source>
        <translation>下次锁定即可用解锁码解除。</translation>
    </message>
    <message>
        <source>Put the new sheet in force?</source>
        <translation>启用新恢复单？</translation>
    </message>
    <message>
        <source>The old sheet opens nothing on this PC from then on; it still opens backups made before today. Your password is needed.</source>
        <translation>启用后旧恢复单不再能打开本机数据，但仍能打开今天之前的备份。需要您的密码。</translation>
    </message>
    <message>
        <source>Put in force</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>暂不</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>The new recovery sheet is in force. Destroy the old one.</source>
        <translation>新恢复单已启用，请销毁旧的。</translation>
    </message>
    <message>
        <source>Preview: what %1 may see, as far as you may see it yourself. Nothing can be changed.</source>
        <translation>预览：%1 能看到的内容（以您自己能看到的为限）。预览中不能改动任何内容。</translation>
    </message>
    <message>
        <source>End the preview</source>
        <translation>结束预览</translation>
    </message>
    <message>
        <source>The clinic in %1 is not for practice.</source>
        <translation>%1 中的诊所不是练习诊所。</translation>
    </message>
    <message>
        <source>Training: Xinglin</source>
        <comment>window title</comment>
        <translation>练习：杏林</translation>
    </message>
    <message>
        <source>Training·%1: Xinglin</source>
        <comment>window title with the clinic&apos;s name</comment>
        <translation>练习·%1：杏林</translation>
    </message>
    <message>
        <source>Practise with a demo clinic</source>
        <translation>用示范诊所练习</translation>
    </message>
    <message>
        <source>The password of everybody here: %1</source>
        <translation>这里所有人的密码：%1</translation>
    </message>
    <message>
        <source>Start the training clinic afresh?</source>
        <translation>重新开始练习？</translation>
    </message>
    <message>
        <source>Everything that was tried in it goes, with its backups, and a new demo clinic is made. No real clinic is touched.</source>
        <translation>练习中的全部内容及其备份都会删除，并新建一个示范诊所。真实诊所不受影响。</translation>
    </message>
    <message>
        <source>Start afresh</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>The demo clinic is being opened …</source>
        <translation>正在打开演示诊所……</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::MaskedFacts</name>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>证件</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Insurance</source>
        <translation>医保</translation>
    </message>
    <message>
        <source>Guardian</source>
        <translation>监护人</translation>
    </message>
    <message>
        <source>Guardian&apos;s phone</source>
        <translation>监护人电话</translation>
    </message>
    <message>
        <source>In an emergency</source>
        <translation>紧急联系</translation>
    </message>
    <message>
        <source>Emergency phone</source>
        <translation>联系人电话</translation>
    </message>
    <message>
        <source>Show for a minute: %1</source>
        <translation>显示一分钟：%1</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>复制：%1</translation>
    </message>
    <message>
        <source>It leaves the clipboard after 30 seconds.</source>
        <translation>30 秒后从剪贴板清除。</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Shows it for a minute; it is written down that you looked.</source>
        <translation>显示一分钟，并记下您看过。</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::MedicineEditor</name>
    <message>
        <source>Ready-made medicines, on a prescription of their own</source>
        <translation>成药与颗粒（另立处方）</translation>
    </message>
    <message>
        <source>Ready-made medicine</source>
        <translation>成药或颗粒</translation>
    </message>
    <message>
        <source>Ready-made medicines</source>
        <translation>成药与颗粒</translation>
    </message>
    <message>
        <source>Kind of medicine</source>
        <translation>药品种类</translation>
    </message>
    <message>
        <source>Patent medicine</source>
        <translation>中成药</translation>
    </message>
    <message>
        <source>Granules</source>
        <translation>配方颗粒</translation>
    </message>
    <message>
        <source>Medicine</source>
        <translation>药品</translation>
    </message>
    <message>
        <source>Each time</source>
        <translation>每次</translation>
    </message>
    <message>
        <source>8 pills</source>
        <comment>how much of a medicine is taken at a time</comment>
        <translation>8丸</translation>
    </message>
    <message>
        <source>Times a day</source>
        <translation>每日次数</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>天数</translation>
    </message>
    <message>
        <source>Handed out</source>
        <translation>发药数量</translation>
    </message>
    <message>
        <source>2 boxes</source>
        <comment>how much of a medicine is handed out</comment>
        <translation>2盒</translation>
    </message>
    <message>
        <source>How to take it</source>
        <translation>煎服法</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>As last time: %1</source>
        <comment>medicines</comment>
        <translation>同上次：%1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between medicines</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Named like an allergy of this patient: %1. What else it contains was not checked.</source>
        <translation>药名与患者过敏原相同：%1。其余成分未核查。</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::MergePage</name>
    <message>
        <source>%1 (%2)</source>
        <comment>patient, number</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>The two records, part by part</source>
        <translation>两份档案逐项对照</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>互换</translation>
    </message>
    <message>
        <source>The other record stays</source>
        <translation>改为保留另一份</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Two people</source>
        <translation>是两个人</translation>
    </message>
    <message>
        <source>They are kept as two people.</source>
        <translation>已按两个人保留。</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Ask for the merge</source>
        <translation>提请合并</translation>
    </message>
    <message>
        <source>The merge is asked for.</source>
        <translation>已提请合并。</translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s), last %1</source>
        <translation>
            <numerusform>就诊 %n 次，末次%1</numerusform>
        </translation>
    </message>
    <message>
        <source>no visits</source>
        <translation>未就诊</translation>
    </message>
    <message>
        <source>Stays</source>
        <comment>of two records</comment>
        <translation>保留</translation>
    </message>
    <message>
        <source>Goes into it</source>
        <comment>of two records</comment>
        <translation>并入</translation>
    </message>
    <message>
        <source>%1 goes into %2. Both numbers find the person, everything written for either stays, and the two can be parted again at any time.</source>
        <comment>two records</comment>
        <translation>%1并入%2。两个号码都能找到此人，两边写过的内容都保留，随时可以再拆开。</translation>
    </message>
    <message>
        <source>Owners merge records. You can ask for it, or say that they are two people.</source>
        <translation>档案由负责人合并。您可以提请合并，或标明是两个人。</translation>
    </message>
    <message>
        <source>Both say the same.</source>
        <translation>两边一致。</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>病历号</translation>
    </message>
    <message>
        <source>Phones</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>就诊</translation>
    </message>
    <message>
        <source>%1 and %2, together %3</source>
        <comment>visits of two records</comment>
        <translation>%1 次和 %2 次，共 %3 次</translation>
    </message>
    <message>
        <source>What both keep in any case</source>
        <translation>两边都保留的</translation>
    </message>
    <message>
        <source>Both together</source>
        <translation>合在一起</translation>
    </message>
    <message numerus="yes">
        <source>Hide the %n part(s) that are the same</source>
        <translation>
            <numerusform>收起相同的 %n 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show the %n part(s) that are the same</source>
        <translation>
            <numerusform>展开相同的 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 and %2 are one record now.</source>
        <comment>two numbers</comment>
        <translation>%1 和 %2 已合并为一份档案。</translation>
    </message>
    <message>
        <source>It could not be done. Nothing was changed.</source>
        <translation>没有成功，什么都没有改变。</translation>
    </message>
    <message>
        <source>Compare again</source>
        <translation>重新核对</translation>
    </message>
    <message>
        <source>Merge two records</source>
        <translation>合并档案</translation>
    </message>
    <message>
        <source>Compare two records</source>
        <translation>核对档案</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <comment>two patients</comment>
        <translation>%1与%2</translation>
    </message>
    <message>
        <source>part</source>
        <translation>选项目</translation>
    </message>
    <message>
        <source>which counts</source>
        <translation>取哪一边</translation>
    </message>
    <message>
        <source>the other stays</source>
        <translation>互换保留</translation>
    </message>
    <message>
        <source>merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>ask for the merge</source>
        <translation>提请合并</translation>
    </message>
    <message>
        <source>two people</source>
        <translation>是两个人</translation>
    </message>
    <message>
        <source>back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::MergeRow</name>
    <message>
        <source>the same in both: %1</source>
        <translation>两边相同：%1</translation>
    </message>
    <message>
        <source>left %1, right %2</source>
        <translation>左：%1，右：%2</translation>
    </message>
    <message>
        <source>left: %1; not %2</source>
        <translation>取左：%1；不取%2</translation>
    </message>
    <message>
        <source>right: %1; not %2</source>
        <translation>取右：%1；不取%2</translation>
    </message>
    <message>
        <source>both: %1 and %2</source>
        <translation>都取：%1和%2</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::MergedCard</name>
    <message>
        <source>Merged from %1 %2</source>
        <comment>number, name</comment>
        <translation>由 %1 %2 并入</translation>
    </message>
    <message>
        <source>Merged from %1 %2, %3</source>
        <comment>number, name, day</comment>
        <translation>由 %1 %2 并入，%3</translation>
    </message>
    <message>
        <source>Merged from %1 %2, %3, by %4</source>
        <comment>number, name, day, who</comment>
        <translation>由 %1 %2 并入，%3，%4</translation>
    </message>
    <message>
        <source>Merge with another …</source>
        <translation>与其他档案合并……</translation>
    </message>
    <message>
        <source>Compare with another …</source>
        <translation>与其他档案核对……</translation>
    </message>
    <message>
        <source>Merge with another record</source>
        <translation>与其他档案合并</translation>
    </message>
    <message>
        <source>Compare with another record</source>
        <translation>与其他档案核对</translation>
    </message>
    <message>
        <source>Part again</source>
        <translation>拆开</translation>
    </message>
    <message>
        <source>Part %1 %2 again</source>
        <comment>number, name</comment>
        <translation>拆开 %1 %2</translation>
    </message>
    <message>
        <source>Make two records of this one again?</source>
        <translation>重新拆成两份档案？</translation>
    </message>
    <message>
        <source>%1 %2 gets back what was written for it. What was written since the merge stays with this record. Parts that were taken over are as before, unless somebody has changed them since.</source>
        <comment>number, name</comment>
        <translation>原来写在 %1 %2 名下的内容归还给它；合并之后写的留在这份档案。合并时取用的项目恢复原样，其后又被改过的除外。</translation>
    </message>
    <message>
        <source>Part them</source>
        <translation>拆开</translation>
    </message>
    <message>
        <source>Two people after all</source>
        <translation>其实是两个人</translation>
    </message>
    <message>
        <source>%1 %2 and %3 %4 are two records.</source>
        <comment>number and name of each</comment>
        <translation>%1 %2 和 %3 %4 已是两份档案。</translation>
    </message>
    <message>
        <source>As before the merge again in %1: %2.</source>
        <comment>number; parts such as phone, address</comment>
        <translation>%1 恢复到合并前的项目：%2。</translation>
    </message>
    <message>
        <source>Changed since the merge, so left as it is in %1: %2.</source>
        <comment>number; parts such as phone, address</comment>
        <translation>%1 合并后又改过、保持现状的项目：%2。</translation>
    </message>
    <message>
        <source>They are two records again</source>
        <translation>已拆成两份档案</translation>
    </message>
    <message>
        <source>Open %1</source>
        <comment>number</comment>
        <translation>打开 %1</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>留在这里</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::Meter</name>
    <message>
        <source>%1 of %2</source>
        <comment>done, all</comment>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::MonthView</name>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message numerus="yes">
        <source>%n booked</source>
        <translation>
            <numerusform>已约 %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::NeedsEdit</name>
    <message>
        <source>%1 or %2</source>
        <comment>what can be booked</comment>
        <translation>%1 或 %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>number, what can be booked</comment>
        <translation>%2 × %1</translation>
    </message>
    <message>
        <source>%1, and %2</source>
        <comment>what is needed at once</comment>
        <translation>%1，并 %2</translation>
    </message>
    <message>
        <source>Which of the needs</source>
        <translation>第几项需要</translation>
    </message>
    <message>
        <source>Any of these</source>
        <translation>其中任一</translation>
    </message>
    <message>
        <source>So many of its units</source>
        <translation>占用几个</translation>
    </message>
    <message>
        <source>With</source>
        <translation>由</translation>
    </message>
    <message>
        <source>and</source>
        <translation>并</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Choose with whom, where or with which device.</source>
        <translation>请选择由谁、在哪里或用哪台设备。</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::NoteEditor</name>
    <message>
        <source>Note</source>
        <translation>病历</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>主诉</translation>
    </message>
    <message>
        <source>History</source>
        <translation>现病史</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>望</translation>
    </message>
    <message>
        <source>Tongue</source>
        <translation>舌</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>闻</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>问</translation>
    </message>
    <message>
        <source>Pulse</source>
        <translation>切</translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation>辨证</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>医嘱</translation>
    </message>
    <message>
        <source>Prescribe</source>
        <translation>开方</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>处方</translation>
    </message>
    <message>
        <source>No prescription</source>
        <translation>没有处方</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Vitals</source>
        <translation>体征</translation>
    </message>
    <message>
        <source>Touch</source>
        <translation>按</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::NoteWords</name>
    <message>
        <source>, </source>
        <comment>between values of an item</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>tip</source>
        <translation>舌尖</translation>
    </message>
    <message>
        <source>centre</source>
        <translation>舌中</translation>
    </message>
    <message>
        <source>root</source>
        <translation>舌根</translation>
    </message>
    <message>
        <source>left side</source>
        <translation>左边</translation>
    </message>
    <message>
        <source>right side</source>
        <translation>右边</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>place on the body, what is found there</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>item of a form, its values</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between items of an examination</comment>
        <translation>；</translation>
    </message>
    <message>
        <source>/min</source>
        <comment>beats or breaths a minute</comment>
        <translation>次/分</translation>
    </message>
    <message>
        <source>Blood pressure %1</source>
        <comment>the two numbers and their unit</comment>
        <translation>血压 %1</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>主诉</translation>
    </message>
    <message>
        <source>History</source>
        <translation>现病史</translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation>辨证</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>医嘱</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::OpenEnquiries</name>
    <message>
        <source>Asked before</source>
        <translation>曾来咨询</translation>
    </message>
    <message>
        <source>no wish was noted</source>
        <translation>没有记意向</translation>
    </message>
    <message>
        <source>%1 asked on %2: %3</source>
        <comment>name, day, wish</comment>
        <translation>%1，%2 咨询：%3</translation>
    </message>
    <message>
        <source>Not theirs</source>
        <translation>不是此人</translation>
    </message>
    <message>
        <source>Take it over</source>
        <translation>带入登记</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::OrderModel</name>
    <message>
        <source>running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>taken out of the visit</source>
        <translation>已从就诊中去掉</translation>
    </message>
    <message>
        <source>%1 of %2 given</source>
        <translation>已做 %1／%2 次</translation>
    </message>
    <message>
        <source>given</source>
        <translation>已做</translation>
    </message>
    <message>
        <source>to be given</source>
        <translation>待做</translation>
    </message>
    <message numerus="yes">
        <source>%n needle(s) in</source>
        <translation>
            <numerusform>进 %n 针</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left</source>
        <translation>
            <numerusform>余 %n 次</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::OtherRecordDialog</name>
    <message>
        <source>Merge with which record?</source>
        <translation>与哪份档案合并？</translation>
    </message>
    <message>
        <source>Compare with which record?</source>
        <translation>与哪份档案核对？</translation>
    </message>
    <message>
        <source>Both are shown side by side first; nothing is changed yet.</source>
        <translation>先把两份并排给您看，现在还不会改动。</translation>
    </message>
    <message>
        <source>Find the other record</source>
        <translation>查找另一份档案</translation>
    </message>
    <message>
        <source>Name, pinyin, phone or number</source>
        <translation>姓名、拼音、电话或病历号</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>核对</translation>
    </message>
    <message>
        <source>Records found</source>
        <translation>找到的档案</translation>
    </message>
    <message>
        <source>Alike</source>
        <translation>相似的</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>找到的</translation>
    </message>
    <message>
        <source>Nobody is alike. Type who is meant.</source>
        <translation>没有相似的人。请输入要找的人。</translation>
    </message>
    <message>
        <source>Nobody found</source>
        <translation>没有找到</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::OverrideSection</name>
    <message>
        <source>Show earlier ones</source>
        <translation>更早的</translation>
    </message>
    <message>
        <source>Overridden warnings</source>
        <translation>越过的警告</translation>
    </message>
    <message>
        <source>open the chart</source>
        <translation>打开病历</translation>
    </message>
    <message>
        <source>Severe warnings that were signed over</source>
        <translation>签字越过的严重警告</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>患者</translation>
    </message>
    <message>
        <source>Practitioner</source>
        <translation>医师</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Nothing was overridden</source>
        <translation>没有越过的警告</translation>
    </message>
    <message>
        <source>Severe warnings that somebody signs over stand here with the reason.</source>
        <translation>有人签字越过严重警告时，连同理由列在这里。</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::OversightSection</name>
    <message>
        <source>Nobody opened a record in an emergency so far.</source>
        <translation>尚无人紧急打开病历。</translation>
    </message>
    <message>
        <source>Records opened in an emergency</source>
        <translation>紧急打开的病历</translation>
    </message>
    <message>
        <source>Was it justified?</source>
        <translation>是否正当？</translation>
    </message>
    <message>
        <source>Justified</source>
        <translation>正当</translation>
    </message>
    <message>
        <source>Not justified</source>
        <translation>不正当</translation>
    </message>
    <message>
        <source>In your words</source>
        <translation>用您的话写</translation>
    </message>
    <message>
        <source>Close with this verdict</source>
        <translation>以此结论了结</translation>
    </message>
    <message>
        <source>Oversight</source>
        <translation>监督</translation>
    </message>
    <message numerus="yes">
        <source>%n to review</source>
        <translation>
            <numerusform>%n 项待复核</numerusform>
        </translation>
    </message>
    <message>
        <source>choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>to the verdict</source>
        <translation>去复核</translation>
    </message>
    <message>
        <source>justified or not</source>
        <translation>正当与否</translation>
    </message>
    <message>
        <source>close with this verdict</source>
        <translation>以此结论了结</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>至</translation>
    </message>
    <message>
        <source>%1, given back</source>
        <comment>time</comment>
        <translation>%1，已结束</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Reviewed by</source>
        <translation>复核人</translation>
    </message>
    <message>
        <source>%1, who had opened it</source>
        <translation>%1（即打开者本人）</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>It should have been reviewed within 72 hours.</source>
        <translation>本应在 72 小时内复核。</translation>
    </message>
    <message>
        <source>Say whether it was justified.</source>
        <translation>请说明是否正当。</translation>
    </message>
    <message>
        <source>Say why; one sentence is enough.</source>
        <translation>请说明原因，一句即可。</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::PairModel</name>
    <message>
        <source>Asked for, %1</source>
        <comment>a merge, the day</comment>
        <translation>%1 提请合并</translation>
    </message>
    <message>
        <source>%1 asks for it, %2</source>
        <comment>a merge: who, the day</comment>
        <translation>%2 %1提请合并</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <comment>of two records</comment>
        <translation>%1和%2</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>病历号</translation>
    </message>
    <message>
        <source>Sex, age</source>
        <translation>性别年龄</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Last visit</source>
        <translation>末次就诊</translation>
    </message>
    <message>
        <source>One person?</source>
        <translation>同一人？</translation>
    </message>
    <message>
        <source>What is the same, what is not</source>
        <translation>相同与不同之处</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::PaperKind</name>
    <message>
        <source>Prescription</source>
        <translation>处方</translation>
    </message>
    <message>
        <source>Treatment sheet</source>
        <translation>治疗单</translation>
    </message>
    <message>
        <source>Visit summary</source>
        <translation>诊疗小结</translation>
    </message>
    <message>
        <source>Sick note</source>
        <translation>病情证明</translation>
    </message>
    <message>
        <source>Formulas side by side</source>
        <translation>处方对比</translation>
    </message>
    <message>
        <source>Constitution report</source>
        <translation>体质报告</translation>
    </message>
    <message>
        <source>Medicine prescription</source>
        <translation>成药处方</translation>
    </message>
    <message>
        <source>Day sheet</source>
        <translation>日程单</translation>
    </message>
    <message>
        <source>Call list</source>
        <translation>明天的提醒电话</translation>
    </message>
    <message>
        <source>Queue slip</source>
        <translation>候诊号单</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::PaperLogo</name>
    <message>
        <source>This is no picture in PNG, JPEG or SVG that can be read.</source>
        <translation>无法读取：请选择 PNG、JPEG 或 SVG 格式的图片。</translation>
    </message>
    <message>
        <source>This picture is too large: at most 5 MB and 30 million dots.</source>
        <translation>图片太大：最多 5 MB、3000 万像素。</translation>
    </message>
    <message>
        <source>This picture is too small to be printed.</source>
        <translation>图片太小，无法打印。</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::PaperPreview</name>
    <message>
        <source>Pages</source>
        <translation>页</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>存为 PDF</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>PDF documents (*.pdf)</source>
        <translation>PDF 文档 (*.pdf)</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::PapersSection</name>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>The page as it is printed</source>
        <translation>打印出来的样子</translation>
    </message>
    <message>
        <source>Papers of the clinic</source>
        <translation>诊所的纸质文件</translation>
    </message>
    <message>
        <source>Name, address, phone and licence of the clinic stand in Settings, Clinic. A4 shows the same page larger.</source>
        <translation>诊所的名称、地址、电话和执业登记号在“设置 · 诊所”里填写。选 A4 时，同一页面按比例放大。</translation>
    </message>
    <message>
        <source>A line at the upper edge of every paper</source>
        <translation>每份文件上边缘的一行字</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>纸质文件</translation>
    </message>
    <message>
        <source>next field</source>
        <translation>下一项</translation>
    </message>
    <message>
        <source>save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Saved. It counts from now on.</source>
        <translation>已保存，立即生效。</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>标志</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Licence of the clinic</source>
        <translation>诊所登记号</translation>
    </message>
    <message>
        <source>Certificate number of who signs</source>
        <translation>签名医师的证书号</translation>
    </message>
    <message>
        <source>Line at the upper edge</source>
        <translation>上边缘的一行字</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Size of the writing</source>
        <translation>字号</translation>
    </message>
    <message>
        <source>Size of the page</source>
        <translation>纸张大小</translation>
    </message>
    <message>
        <source>On all papers</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>小</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>大</translation>
    </message>
    <message>
        <source>Choose a logo…</source>
        <translation>选择标志…</translation>
    </message>
    <message>
        <source>Remove the logo</source>
        <translation>移除标志</translation>
    </message>
    <message>
        <source>On one kind of paper</source>
        <translation>某一种文件</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Show the same on every paper</source>
        <translation>所有文件显示相同内容</translation>
    </message>
    <message>
        <source>Every paper shows these parts now. Save to keep it.</source>
        <translation>所有文件现在都显示这些内容，保存后生效。</translation>
    </message>
    <message>
        <source>Choose a logo</source>
        <translation>选择标志</translation>
    </message>
    <message>
        <source>Pictures (%1)</source>
        <translation>图片 (%1)</translation>
    </message>
    <message>
        <source>There is no logo.</source>
        <translation>尚未选择标志。</translation>
    </message>
    <message>
        <source>80 mm roll</source>
        <translation>80 毫米卷纸</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::PasswordForm</name>
    <message>
        <source>New password</source>
        <translation>新密码</translation>
    </message>
    <message>
        <source>New password again</source>
        <translation>再输一遍新密码</translation>
    </message>
    <message>
        <source>Present password</source>
        <translation>现用密码</translation>
    </message>
    <message>
        <source>At least 10 characters, not a well-known one.</source>
        <translation>至少 10 位，勿用常见的。</translation>
    </message>
    <message>
        <source>Type your present password.</source>
        <translation>请输入现用密码。</translation>
    </message>
    <message>
        <source>The two passwords differ.</source>
        <translation>两次密码不一致。</translation>
    </message>
    <message>
        <source>This is not your present password.</source>
        <translation>这不是您现用的密码。</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::PastPage</name>
    <message>
        <source>No visit had been written down yet.</source>
        <translation>那时还没有就诊记录。</translation>
    </message>
    <message>
        <source>The day of the record</source>
        <translation>病历日期</translation>
    </message>
    <message>
        <source>Back to today</source>
        <translation>回到今天</translation>
    </message>
    <message>
        <source>Visits as recorded then</source>
        <translation>当时的就诊</translation>
    </message>
    <message>
        <source>As recorded then</source>
        <translation>当时的资料</translation>
    </message>
    <message>
        <source>Which day&apos;s record</source>
        <translation>看哪天的病历</translation>
    </message>
    <message>
        <source>The record as it stood at the end of %1. Read-only.</source>
        <translation>病历停在 %1 结束时，只读。</translation>
    </message>
    <message>
        <source>What had been written about a visit stands here.</source>
        <translation>当时写下的就诊内容显示在这里。</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>出生</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Also</source>
        <translation>另有</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Guardian</source>
        <translation>监护人</translation>
    </message>
    <message>
        <source>Desk alert</source>
        <translation>前台提醒</translation>
    </message>
    <message>
        <source>Allergies</source>
        <translation>过敏</translation>
    </message>
    <message>
        <source>none recorded</source>
        <translation>没有记录</translation>
    </message>
    <message>
        <source>Medicines</source>
        <translation>在服药</translation>
    </message>
    <message>
        <source>Pregnancy</source>
        <translation>妊娠</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Earlier record</source>
        <translation>旧时病历</translation>
    </message>
    <message>
        <source>earlier</source>
        <translation>更早</translation>
    </message>
    <message>
        <source>later</source>
        <translation>更晚</translation>
    </message>
    <message>
        <source>next pane</source>
        <translation>下一栏</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::PatientBanner</name>
    <message>
        <source>, </source>
        <comment>between the words of a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Pregnant</source>
        <translation>妊娠</translation>
    </message>
    <message>
        <source>Breast-feeding</source>
        <translation>哺乳</translation>
    </message>
    <message>
        <source>last visit %1</source>
        <translation>末次就诊 %1</translation>
    </message>
    <message>
        <source>Allergy: %1</source>
        <translation>过敏 %1</translation>
    </message>
    <message>
        <source>Takes %1</source>
        <translation>在服 %1</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::PatientChoice</name>
    <message>
        <source>Name, pinyin, phone or number</source>
        <translation>姓名、拼音、电话或编号</translation>
    </message>
    <message>
        <source>somebody whom you may not see</source>
        <translation>您无权查看的人</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::PatientEditor</name>
    <message>
        <source>Allergies</source>
        <translation>过敏</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>基本信息</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Birth date or age</source>
        <translation>出生日期或年龄</translation>
    </message>
    <message>
        <source>Lunar date</source>
        <translation>农历</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Has no phone</source>
        <translation>没有电话</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>证件</translation>
    </message>
    <message>
        <source>Document number</source>
        <translation>证件号码</translation>
    </message>
    <message>
        <source>Guardian</source>
        <translation>监护人</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>Guardian&apos;s name</source>
        <translation>监护人姓名</translation>
    </message>
    <message>
        <source>Guardian&apos;s relation</source>
        <translation>监护人关系</translation>
    </message>
    <message>
        <source>Guardian&apos;s phone</source>
        <translation>监护人电话</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>In an emergency, call</source>
        <translation>紧急联系人</translation>
    </message>
    <message>
        <source>Emergency phone</source>
        <translation>联系人电话</translation>
    </message>
    <message>
        <source>Other details</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>How they came to us</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Occupation</source>
        <translation>职业</translation>
    </message>
    <message>
        <source>Marital status</source>
        <translation>婚姻状况</translation>
    </message>
    <message>
        <source>Insurance</source>
        <translation>医保</translation>
    </message>
    <message>
        <source>Old number</source>
        <translation>旧病历号</translation>
    </message>
    <message>
        <source>Alert for the desk</source>
        <translation>前台提醒</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Age %1</source>
        <translation>年龄 %1</translation>
    </message>
    <message>
        <source>Born %1, age %2</source>
        <translation>%1 出生，%2</translation>
    </message>
    <message>
        <source>A minor needs a guardian.</source>
        <translation>未成年人须有监护人。</translation>
    </message>
    <message>
        <source>1979-08-21 or 46</source>
        <translation>1979-08-21 或 46</translation>
    </message>
    <message>
        <source>Emptied by somebody else meanwhile.</source>
        <translation>其间被他人清空。</translation>
    </message>
    <message>
        <source>Saved by somebody else meanwhile: %1</source>
        <translation>其间他人存为：%1</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>来源渠道</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Sent by</source>
        <translation>介绍人</translation>
    </message>
    <message>
        <source>Choose one of those who are found.</source>
        <translation>请从找到的人中选择。</translation>
    </message>
    <message>
        <source>another patient</source>
        <translation>另一位患者</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::PatientEditorPage</name>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Edit patient</source>
        <translation>修改患者</translation>
    </message>
    <message>
        <source>Register patient</source>
        <translation>登记患者</translation>
    </message>
    <message>
        <source>A name and a phone are enough</source>
        <translation>有姓名和电话就够了</translation>
    </message>
    <message>
        <source>next field</source>
        <translation>下一项</translation>
    </message>
    <message>
        <source>save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>register</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>people alike</source>
        <translation>疑似重复</translation>
    </message>
    <message>
        <source>back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>What you changed has not been saved.</source>
        <translation>改动还没有保存。</translation>
    </message>
    <message>
        <source>Throw it away</source>
        <translation>放弃改动</translation>
    </message>
    <message>
        <source>It could not be saved. Nothing you typed is lost.</source>
        <translation>未能保存。已输入的内容没有丢。</translation>
    </message>
    <message>
        <source>Another registration was begun and not finished.</source>
        <translation>另有一份登记没有做完。</translation>
    </message>
    <message>
        <source>Go on with that</source>
        <translation>接着做</translation>
    </message>
    <message>
        <source>%1 The record was changed since then: where both differ, what is saved stands below the field.</source>
        <comment>after: Restored what you had typed at 10:42.</comment>
        <translation>%1此后病历有改动：两边不同之处，已存的写在该项下方。</translation>
    </message>
    <message>
        <source>%1 The record was changed since then, elsewhere; that is kept.</source>
        <comment>after: Restored what you had typed at 10:42.</comment>
        <translation>%1此后病历别处有改动，均已保留。</translation>
    </message>
    <message>
        <source>Say what they are to the patient: mother, husband, son …</source>
        <translation>请写明与患者的关系：母亲、丈夫、儿子……</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::PatientModel</name>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Pinyin</source>
        <translation>拼音</translation>
    </message>
    <message>
        <source>Sex, age</source>
        <translation>性别年龄</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>病历号</translation>
    </message>
    <message>
        <source>Last visit</source>
        <translation>末次就诊</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>就诊</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::PatientPanel</name>
    <message>
        <source>Open chart</source>
        <translation>打开病历</translation>
    </message>
    <message>
        <source>New visit</source>
        <translation>新就诊</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>就诊</translation>
    </message>
    <message>
        <source>Last visit</source>
        <translation>末次就诊</translation>
    </message>
    <message>
        <source>Allergy: %1</source>
        <translation>过敏 %1</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>在服</translation>
    </message>
    <message>
        <source>Pregnancy</source>
        <translation>妊娠</translation>
    </message>
    <message>
        <source>Guardian</source>
        <translation>监护人</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>guardian and relation</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Same phone</source>
        <translation>同一电话</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::PatientScreen</name>
    <message>
        <source>Answered</source>
        <translation>已答</translation>
    </message>
    <message>
        <source>Questionnaire</source>
        <translation>问卷</translation>
    </message>
    <message>
        <source>Previous question</source>
        <translation>上一题</translation>
    </message>
    <message>
        <source>Staff: Esc</source>
        <translation>医护请按 Esc</translation>
    </message>
    <message>
        <source>Thank you. Everything is answered.</source>
        <translation>谢谢，已全部答完。</translation>
    </message>
    <message>
        <source>Please give the screen back to the staff.</source>
        <translation>请把屏幕交还医护人员。</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>number of the question, asked</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <comment>digit, answer</comment>
        <translation>%1  %2</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::PatientWords</name>
    <message>
        <source>M</source>
        <comment>male, short, before the age</comment>
        <translation>男</translation>
    </message>
    <message>
        <source>F</source>
        <comment>female, short, before the age</comment>
        <translation>女</translation>
    </message>
    <message>
        <source>X</source>
        <comment>other sex, short, before the age</comment>
        <translation>其他</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>男</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>女</translation>
    </message>
    <message>
        <source>Other</source>
        <comment>sex</comment>
        <translation>其他</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>不详</translation>
    </message>
    <message numerus="yes">
        <source>%n mo</source>
        <comment>age in months, short</comment>
        <translation>
            <numerusform>%n 个月</numerusform>
        </translation>
    </message>
    <message>
        <source>%1</source>
        <comment>age in years, short</comment>
        <translation>%1 岁</translation>
    </message>
    <message>
        <source>about %1</source>
        <comment>age that is not certain</comment>
        <translation>约 %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>sex and age</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>昨天</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n 天前</numerusform>
        </translation>
    </message>
    <message>
        <source>MMM yyyy</source>
        <comment>a month</comment>
        <translation>yyyy-MM</translation>
    </message>
    <message>
        <source>yyyy</source>
        <comment>a year</comment>
        <translation>yyyy 年</translation>
    </message>
    <message>
        <source>Resident ID card</source>
        <translation>居民身份证</translation>
    </message>
    <message>
        <source>Passport</source>
        <translation>护照</translation>
    </message>
    <message>
        <source>Permit for Hong Kong and Macao residents</source>
        <translation>港澳居民来往内地通行证</translation>
    </message>
    <message>
        <source>Permit for Taiwan residents</source>
        <translation>台湾居民来往大陆通行证</translation>
    </message>
    <message>
        <source>Foreigner&apos;s permanent residence card</source>
        <translation>外国人永久居留身份证</translation>
    </message>
    <message>
        <source>Other document</source>
        <translation>其他证件</translation>
    </message>
    <message>
        <source>dddd d MMMM yyyy</source>
        <comment>a day in full</comment>
        <translation>yyyy 年 M 月 d 日 dddd</translation>
    </message>
    <message numerus="yes">
        <source>%1, and %n more</source>
        <comment>types of constitution</comment>
        <translation>
            <numerusform>%1，另有 %n 种</numerusform>
        </translation>
    </message>
    <message>
        <source>Tongue</source>
        <comment>a picture of it</comment>
        <translation>舌象</translation>
    </message>
    <message>
        <source>Face</source>
        <comment>a picture of it</comment>
        <translation>面部</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>信函</translation>
    </message>
    <message>
        <source>Other</source>
        <comment>kind of a file</comment>
        <translation>其他</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::PatientsPage</name>
    <message>
        <source>name</source>
        <comment>what was searched for</comment>
        <translation>姓名</translation>
    </message>
    <message>
        <source>pinyin or initials</source>
        <comment>what was searched for</comment>
        <translation>拼音或首字母</translation>
    </message>
    <message>
        <source>digits</source>
        <comment>what was searched for</comment>
        <translation>号码</translation>
    </message>
    <message>
        <source>number</source>
        <comment>what was searched for</comment>
        <translation>病历号</translation>
    </message>
    <message>
        <source>latest seen</source>
        <comment>what is listed</comment>
        <translation>最近就诊</translation>
    </message>
    <message>
        <source>Find a patient</source>
        <translation>找患者</translation>
    </message>
    <message>
        <source>Name, pinyin, phone or number</source>
        <translation>姓名、拼音、电话或病历号</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Register a new patient</source>
        <translation>登记新患者</translation>
    </message>
    <message>
        <source>Patients found</source>
        <translation>找到的患者</translation>
    </message>
    <message>
        <source>Patients</source>
        <translation>患者</translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>choose</source>
        <translation>选人</translation>
    </message>
    <message>
        <source>open chart</source>
        <translation>打开病历</translation>
    </message>
    <message>
        <source>register</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>edit</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>%1·%2·%3 ms</source>
        <comment>kind of search, people found, time</comment>
        <translation>%1·%2·%3 毫秒</translation>
    </message>
    <message>
        <source>No patients yet</source>
        <translation>还没有患者</translation>
    </message>
    <message>
        <source>Nobody found</source>
        <translation>没有找到人</translation>
    </message>
    <message>
        <source>Register the first one; a name and a phone are enough.</source>
        <translation>请登记第一位；有姓名和电话就够了。</translation>
    </message>
    <message>
        <source>Try a phone&apos;s last digits or the number. Registering takes over what you typed.</source>
        <translation>可试手机尾号或病历号。登记时会带入已输入的内容。</translation>
    </message>
    <message>
        <source>Open in an emergency</source>
        <translation>紧急打开</translation>
    </message>
    <message numerus="yes">
        <source>%n possible duplicate(s)</source>
        <translation>
            <numerusform>%n 对疑似重复</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n possible duplicates and more</source>
        <translation>
            <numerusform>超过 %n 对疑似重复</numerusform>
        </translation>
    </message>
    <message>
        <source>segments</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a segment, why it cannot be listed</comment>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n people and more</source>
        <translation>
            <numerusform>%n 人以上</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody is in it now</source>
        <translation>目前没有人</translation>
    </message>
    <message>
        <source>Type to look among everybody.</source>
        <translation>输入即在全部患者中查找。</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::PeopleModel</name>
    <message>
        <source>Active</source>
        <translation>在岗</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Sign-in name</source>
        <translation>登录名</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Last use</source>
        <translation>上次使用</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::PeopleSection</name>
    <message>
        <source>A new first password for %1?</source>
        <translation>为 %1 重设初始密码？</translation>
    </message>
    <message>
        <source>They choose their own at the next sign-in. What they typed and did not save is lost, and so are notes marked sensitive that nobody else can open.</source>
        <translation>对方下次登录时自选密码。其未保存的内容会丢失，只有其本人能打开的敏感记录也会丢失。</translation>
    </message>
    <message>
        <source>First password</source>
        <translation>初始密码</translation>
    </message>
    <message>
        <source>First password again</source>
        <translation>再输一遍初始密码</translation>
    </message>
    <message>
        <source>At least 10 characters, not a well-known one.</source>
        <translation>至少 10 位，勿用常见的。</translation>
    </message>
    <message>
        <source>Set the password</source>
        <translation>重设密码</translation>
    </message>
    <message>
        <source>The two passwords differ.</source>
        <translation>两次密码不一致。</translation>
    </message>
    <message>
        <source>%1 can sign in with the new password.</source>
        <translation>%1 可用新密码登录。</translation>
    </message>
    <message>
        <source>Disable %1?</source>
        <translation>停用 %1？</translation>
    </message>
    <message>
        <source>They can no longer sign in on this PC. What they wrote stays, and they can be enabled again.</source>
        <translation>停用后不能再在本机登录。所写内容都在，之后可再启用。</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>%1 can sign in again.</source>
        <translation>%1 可以重新登录。</translation>
    </message>
    <message>
        <source>%1 is disabled.</source>
        <translation>%1 已停用。</translation>
    </message>
    <message>
        <source>Give %1 a role for a time?</source>
        <translation>临时授予 %1 一个角色？</translation>
    </message>
    <message>
        <source>It ends by itself after that day. Roles without an end are given under Edit.</source>
        <translation>到期自动收回。长期角色请在“修改”里授予。</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>截止日</translation>
    </message>
    <message>
        <source>Give the role</source>
        <translation>授予角色</translation>
    </message>
    <message>
        <source>Choose a role.</source>
        <translation>请选择角色。</translation>
    </message>
    <message>
        <source>A day from today on is needed, such as %1.</source>
        <translation>请填今天或以后的日期，例如 %1。</translation>
    </message>
    <message>
        <source>%1 has the role from now on.</source>
        <translation>%1 已有此角色。</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>新人员</translation>
    </message>
    <message>
        <source>Who works here</source>
        <translation>在此工作的人</translation>
    </message>
    <message>
        <source>People of the clinic</source>
        <translation>诊所人员</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员与权限</translation>
    </message>
    <message numerus="yes">
        <source>%n active</source>
        <comment>people</comment>
        <translation>
            <numerusform>%n 人在用</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>people: active, disabled</comment>
        <translation>%1，%2</translation>
    </message>
    <message numerus="yes">
        <source>%n disabled</source>
        <comment>people</comment>
        <translation>
            <numerusform>%n 人停用</numerusform>
        </translation>
    </message>
    <message>
        <source>next field</source>
        <translation>下一项</translation>
    </message>
    <message>
        <source>save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>选人</translation>
    </message>
    <message>
        <source>new person</source>
        <translation>新人员</translation>
    </message>
    <message>
        <source>edit</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>new password</source>
        <translation>重设密码</translation>
    </message>
    <message>
        <source>disable</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>%1 is changed.</source>
        <translation>%1 已修改。</translation>
    </message>
    <message>
        <source>%1 can sign in now, and chooses a password of their own at the first time.</source>
        <translation>%1 现在可以登录，首次登录时自选密码。</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::PersonForm</name>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Sign-in name</source>
        <translation>登录名</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>职称</translation>
    </message>
    <message>
        <source>Practising certificate</source>
        <translation>执业证号</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>First password</source>
        <translation>初始密码</translation>
    </message>
    <message>
        <source>First password again</source>
        <translation>再输一遍初始密码</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>新人员</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>修改 %1</translation>
    </message>
    <message>
        <source>Add person</source>
        <translation>新增人员</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>At least 10 characters, not a well-known one.</source>
        <translation>至少 10 位，勿用常见的。</translation>
    </message>
    <message>
        <source>The sign-in name stays as it is.</source>
        <translation>登录名不能改。</translation>
    </message>
    <message>
        <source>The person&apos;s name is needed.</source>
        <translation>请填此人姓名。</translation>
    </message>
    <message>
        <source>A sign-in name without spaces is needed.</source>
        <translation>请填登录名，不含空格。</translation>
    </message>
    <message>
        <source>Choose at least one role.</source>
        <translation>请至少选一个角色。</translation>
    </message>
    <message>
        <source>The two passwords differ.</source>
        <translation>两次密码不一致。</translation>
    </message>
    <message>
        <source>What you changed has not been saved.</source>
        <translation>改动还没有保存。</translation>
    </message>
    <message>
        <source>Throw it away</source>
        <translation>放弃改动</translation>
    </message>
    <message>
        <source>It could not be saved. Nothing you typed is lost.</source>
        <translation>未能保存。已输入的内容没有丢。</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::PersonPanel</name>
    <message>
        <source>Edit</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>新密码</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Role for a time</source>
        <translation>临时角色</translation>
    </message>
    <message>
        <source>Who did they look at</source>
        <translation>看过谁</translation>
    </message>
    <message>
        <source>Last sign-ins</source>
        <translation>最近登录</translation>
    </message>
    <message>
        <source>signs in as %1</source>
        <translation>登录名 %1</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>This is your own account: somebody else has to do it.</source>
        <translation>这是您自己的账号，须由他人来做。</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>执业证号</translation>
    </message>
    <message>
        <source>Looked at today</source>
        <translation>今天看过</translation>
    </message>
    <message numerus="yes">
        <source>%n records</source>
        <translation>
            <numerusform>%n 份病历</numerusform>
        </translation>
    </message>
    <message>
        <source>Searched today</source>
        <translation>今天查找</translation>
    </message>
    <message numerus="yes">
        <source>%n times</source>
        <translation>
            <numerusform>%n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>Changed today</source>
        <translation>今天改动</translation>
    </message>
    <message numerus="yes">
        <source>%n acts</source>
        <translation>
            <numerusform>%n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>Wrong passwords</source>
        <translation>密码输错</translation>
    </message>
    <message numerus="yes">
        <source>%n in seven days</source>
        <translation>
            <numerusform>七天内 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>never</source>
        <translation>从未</translation>
    </message>
    <message>
        <source>See as they do</source>
        <translation>以其身份查看</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::PhonesEditor</name>
    <message>
        <source>Other phone</source>
        <translation>其他电话</translation>
    </message>
    <message>
        <source>Whose phone</source>
        <translation>机主</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::PhraseCaller</name>
    <message>
        <source>%1, clinic</source>
        <comment>letters of a shared phrase</comment>
        <translation>%1 全所</translation>
    </message>
    <message>
        <source>%1, whole note</source>
        <comment>letters of a template</comment>
        <translation>%1，整份病历</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::PhraseDialog</name>
    <message>
        <source>Complaint</source>
        <translation>主诉</translation>
    </message>
    <message>
        <source>History</source>
        <translation>现病史</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>望</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>闻</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>问</translation>
    </message>
    <message>
        <source>Touch</source>
        <translation>按</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>医嘱</translation>
    </message>
    <message>
        <source>everywhere</source>
        <translation>各栏</translation>
    </message>
    <message>
        <source>Keep this as a phrase?</source>
        <translation>存为短语？</translation>
    </message>
    <message>
        <source>Change this phrase?</source>
        <translation>修改短语？</translation>
    </message>
    <message>
        <source>A semicolon and its letters put it into a note. {} is a place that is filled in after.</source>
        <translation>写病历时打分号和缩写即可调出。{} 是留待填写的位置。</translation>
    </message>
    <message>
        <source>For everybody of the clinic</source>
        <translation>全所共用</translation>
    </message>
    <message>
        <source>Only in: %1</source>
        <translation>只用于：%1</translation>
    </message>
    <message>
        <source>Phrase</source>
        <translation>短语</translation>
    </message>
    <message>
        <source>Letters that call it</source>
        <translation>缩写</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>存下</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::PhraseSection</name>
    <message>
        <source>Phrases</source>
        <translation>短语</translation>
    </message>
    <message>
        <source>New phrase</source>
        <translation>新短语</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>缩写</translation>
    </message>
    <message>
        <source>Phrase</source>
        <translation>短语</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>归属</translation>
    </message>
    <message>
        <source>No phrases yet</source>
        <translation>还没有短语</translation>
    </message>
    <message>
        <source>In a note select words and press [Ctrl ;], or begin one here with [N].</source>
        <translation>在病历里选中文字后按 [Ctrl ;]，或在这里按 [N] 新建。</translation>
    </message>
    <message>
        <source>my own</source>
        <translation>自己的</translation>
    </message>
    <message>
        <source>the clinic&apos;s</source>
        <translation>全所的</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is offered no more.</source>
        <translation>“%1”不再提供。</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::PicturePage</name>
    <message>
        <source>Save a copy outside</source>
        <translation>另存副本</translation>
    </message>
    <message>
        <source>Attached in error</source>
        <translation>误录</translation>
    </message>
    <message>
        <source>The attached picture</source>
        <translation>所附图片</translation>
    </message>
    <message>
        <source>Only pictures are shown here. Save a copy outside to open this with another program.</source>
        <translation>这里只显示图片。如需用其他程序打开，请在外部保存一份副本。</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::PictureView</name>
    <message>
        <source>%1; pointed at %2 % from the left, %3 % from the top</source>
        <translation>%1；所指之处距左 %2%，距上 %3%</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::Pictures</name>
    <message>
        <source>%1: %2</source>
        <comment>name of a file, and what is wrong with it</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 is a folder; drop the files in it.</source>
        <translation>%1 是文件夹；请拖入其中的文件。</translation>
    </message>
    <message>
        <source>%1 is not there any more.</source>
        <translation>%1 已不存在。</translation>
    </message>
    <message>
        <source>%1 has %2; more than %3 cannot be attached.</source>
        <translation>%1 有 %2；超过 %3 的文件不能添加。</translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation>%1 是空文件。</translation>
    </message>
    <message>
        <source>This picture is cut short: its end is missing.</source>
        <translation>此图片不完整：缺少结尾部分。</translation>
    </message>
    <message>
        <source>This is no picture that can be shown here. Save it as JPEG or PNG.</source>
        <translation>这不是这里能显示的图片。请另存为 JPEG 或 PNG。</translation>
    </message>
    <message>
        <source>This picture has too many pixels to be shown.</source>
        <translation>此图片像素过多，不能显示。</translation>
    </message>
    <message>
        <source>This picture is damaged and cannot be shown.</source>
        <translation>此图片已损坏，不能显示。</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::PointChips</name>
    <message>
        <source>Points</source>
        <translation>穴位</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::PointFindings</name>
    <message numerus="yes">
        <source>%1 of %n point(s) looked at</source>
        <translation>
            <numerusform>%n 穴已核 %1 穴</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop %1, caution %2, note %3</source>
        <translation>停 %1，慎 %2，知 %3</translation>
    </message>
    <message>
        <source>Take out %1</source>
        <translation>去掉%1</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::PointLine</name>
    <message numerus="yes">
        <source>group, %n point(s)</source>
        <translation>
            <numerusform>穴位组，%n 穴</numerusform>
        </translation>
    </message>
    <message>
        <source>already there</source>
        <translation>已有</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between words</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>No point or group is called %1.</source>
        <translation>没有叫“%1”的穴位或穴位组。</translation>
    </message>
    <message>
        <source>%1 cun</source>
        <translation>%1 寸</translation>
    </message>
    <message numerus="yes">
        <source>%n needle(s)</source>
        <translation>
            <numerusform>共 %n 针</numerusform>
        </translation>
    </message>
    <message>
        <source>not known, not checked</source>
        <translation>未收录，未核</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between parts</comment>
        <translation>；</translation>
    </message>
    <message>
        <source>Letters as printed on the chips; digits: needles; ⏎ writes it anew, ⌫ takes it out, → back.</source>
        <translation>字母如下所示；数字改针数；⏎ 重写，⌫ 去掉，→ 返回。</translation>
    </message>
    <message>
        <source>Last time: %1</source>
        <translation>上次：%1</translation>
    </message>
    <message>
        <source>The points add up to %1.</source>
        <translation>按穴位合计 %1 针。</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>穴位</translation>
    </message>
    <message>
        <source>Points and minutes: sm ng zslw 25</source>
        <translation>穴位与分钟：sm ng zslw 25</translation>
    </message>
    <message>
        <source>Side of the point</source>
        <translation>取穴侧</translation>
    </message>
    <message>
        <source>Technique of the point</source>
        <translation>该穴手法</translation>
    </message>
    <message>
        <source>Technique of all points</source>
        <translation>全部穴位的手法</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>留针</translation>
    </message>
    <message>
        <source>min</source>
        <translation>分</translation>
    </message>
    <message>
        <source>Needles</source>
        <translation>针数</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>a week</source>
        <translation>每周</translation>
    </message>
    <message>
        <source>Last one</source>
        <translation>上次</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>穴位组</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::PopupList</name>
    <message>
        <source>Proposals</source>
        <translation>备选</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::PrescribedPane</name>
    <message>
        <source>Check prescription</source>
        <translation>审核处方</translation>
    </message>
    <message>
        <source>Sign this prescription as checked?</source>
        <translation>签名确认已审核这张处方？</translation>
    </message>
    <message>
        <source>Your name stands on it then, beside its author&apos;s; that cannot be taken back.</source>
        <translation>您的名字会与开方者一起列在处方上，不能撤回。</translation>
    </message>
    <message numerus="yes">
        <source>%n severe finding(s) stand(s) on it.</source>
        <translation>
            <numerusform>处方上有 %n 条严重警告。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::PrescriptionEditor</name>
    <message>
        <source>This patient has no signed prescription yet.</source>
        <translation>这位患者还没有已签的处方。</translation>
    </message>
    <message>
        <source>New prescription</source>
        <translation>新处方</translation>
    </message>
    <message numerus="yes">
        <source>%n herb(s), %1 g a packet, %2 g in all, for %3 days</source>
        <translation>
            <numerusform>%n 味，每剂 %1 g，总 %2 g，共 %3 天</numerusform>
        </translation>
    </message>
    <message>
        <source>not known, not checked</source>
        <translation>不识，未核</translation>
    </message>
    <message>
        <source>+ new</source>
        <translation>+ 新加</translation>
    </message>
    <message>
        <source>As last time.</source>
        <translation>与上次相同。</translation>
    </message>
    <message>
        <source>Against last time: %1 new, %2 changed</source>
        <translation>比上次：新加 %1 味，改 %2 味</translation>
    </message>
    <message>
        <source>without %1</source>
        <translation>减 %1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between herbs</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between changes</comment>
        <translation>；</translation>
    </message>
    <message>
        <source>Change herb</source>
        <translation>改药</translation>
    </message>
    <message>
        <source>Add herb</source>
        <translation>加药</translation>
    </message>
    <message>
        <source>Remove herb</source>
        <translation>去药</translation>
    </message>
    <message>
        <source>Change packets</source>
        <translation>改剂数</translation>
    </message>
    <message>
        <source>Change dose</source>
        <translation>改剂量</translation>
    </message>
    <message>
        <source>Withdraw reason</source>
        <translation>撤回理由</translation>
    </message>
    <message>
        <source>Give reason</source>
        <translation>写理由</translation>
    </message>
    <message>
        <source>Please check packets and times: %1 packets, %2 a day, in %3 doses. Sign again if they are right.</source>
        <translation>请看一眼剂数和次数：%1 剂，每日 %2 剂，分 %3 次服。无误就再签一次。</translation>
    </message>
    <message>
        <source>Take the last prescription</source>
        <translation>用上次方</translation>
    </message>
    <message>
        <source>Change preparation</source>
        <translation>改煎法</translation>
    </message>
    <message>
        <source>Herbs</source>
        <translation>药味</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>剂型</translation>
    </message>
    <message>
        <source>Change route</source>
        <translation>改剂型</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>成方</translation>
    </message>
    <message>
        <source>Last one</source>
        <translation>上次方</translation>
    </message>
    <message>
        <source>Formula by name, pinyin or initials, such as gpt</source>
        <translation>方名、拼音或首字母，如 gpt</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>剂数</translation>
    </message>
    <message>
        <source>Packets a day</source>
        <translation>每日剂数</translation>
    </message>
    <message>
        <source>Doses a day</source>
        <translation>分服次数</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>天数</translation>
    </message>
    <message>
        <source>How to take it</source>
        <translation>煎服法</translation>
    </message>
    <message>
        <source>Change instructions</source>
        <translation>改煎服法</translation>
    </message>
    <message>
        <source>%1, amounts are a ratio</source>
        <comment>source of a formula</comment>
        <translation>%1，只是比例</translation>
    </message>
    <message>
        <source>Insert %1</source>
        <translation>加入%1</translation>
    </message>
    <message>
        <source>%1 gives amounts for a whole batch, a ratio only: set each dose.</source>
        <translation>%1所载是一料的量，只是比例：请逐味定量。</translation>
    </message>
    <message>
        <source>Some doses of %1 are not in grams: set them.</source>
        <translation>%1有几味的量不是以克计：请定量。</translation>
    </message>
    <message>
        <source>; ¥%1 a packet, ¥%2 in all</source>
        <translation>；每剂 ¥%1，共 ¥%2</translation>
    </message>
    <message>
        <source>; no herb is priced</source>
        <translation>；药材均未定价</translation>
    </message>
    <message>
        <source>; %1 of %2 priced: these ¥%3 a packet, ¥%4 in all</source>
        <translation>；%2 味中 %1 味有价：有价部分每剂 ¥%3，共 ¥%4</translation>
    </message>
    <message>
        <source>Keep as own formula</source>
        <translation>存为自拟方</translation>
    </message>
    <message>
        <source>Formula to join to these herbs; of a herb in both the larger dose counts</source>
        <translation>合方：输入要合入的方；两方皆有的药取较大剂量</translation>
    </message>
    <message>
        <source>own, the clinic&apos;s</source>
        <translation>自拟·全诊所</translation>
    </message>
    <message>
        <source>own, mine</source>
        <translation>自拟·本人</translation>
    </message>
    <message>
        <source>Join %1</source>
        <translation>合入%1</translation>
    </message>
    <message>
        <source>All of %1 stands there already.</source>
        <translation>%1的药味已全部在方中。</translation>
    </message>
    <message numerus="yes">
        <source>%1 is joined: %n herb(s) of both stand once with the larger dose,</source>
        <translation>
            <numerusform>已合入%1：两方皆有的 %n 味各留一次、取较大剂量，</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new. Ctrl+Z takes it back.</source>
        <comment>herbs</comment>
        <translation>
            <numerusform>新增 %n 味。按 Ctrl+Z 撤销。</numerusform>
        </translation>
    </message>
    <message>
        <source>Take it alone</source>
        <translation>只用此方</translation>
    </message>
    <message>
        <source>Take %1</source>
        <translation>改用%1</translation>
    </message>
    <message>
        <source>Last time there was no such prescription.</source>
        <translation>上次没有这样的处方。</translation>
    </message>
    <message>
        <source>Prescriptions of this visit</source>
        <translation>本次处方</translation>
    </message>
    <message>
        <source>Another prescription</source>
        <translation>另开一张处方</translation>
    </message>
    <message>
        <source>Another prescription beside this one, such as a wash</source>
        <translation>在本方之外另开一张处方，例如外洗方</translation>
    </message>
    <message>
        <source>Next one</source>
        <comment>prescription</comment>
        <translation>下一张</translation>
    </message>
    <message>
        <source>The next prescription</source>
        <translation>下一张处方</translation>
    </message>
    <message>
        <source>Remove this one</source>
        <comment>prescription</comment>
        <translation>删除本方</translation>
    </message>
    <message>
        <source>Remove this prescription</source>
        <translation>删除这张处方</translation>
    </message>
    <message>
        <source>A herb is still being written.</source>
        <translation>有一味药还没写完。</translation>
    </message>
    <message>
        <source>Prescription %1 is removed.</source>
        <translation>处方 %1 已删除。</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>恢复</translation>
    </message>
    <message numerus="yes">
        <source>All %n prescription(s) of last time stand here; F6 turns to the next.</source>
        <translation>
            <numerusform>上次的 %n 张处方都已带入；按 F6 看下一张。</numerusform>
        </translation>
    </message>
    <message>
        <source>+ Prescription</source>
        <translation>＋ 处方</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::PrescriptionWords</name>
    <message numerus="yes">
        <source>%1, %n herb(s) × %2</source>
        <translation>
            <numerusform>%1 %n 味 × %2 剂</numerusform>
        </translation>
    </message>
    <message>
        <source>no longer allowed</source>
        <translation>现已禁用</translation>
    </message>
    <message>
        <source>external use only</source>
        <translation>仅供外用</translation>
    </message>
    <message>
        <source>%1–%2 g</source>
        <translation>%1–%2 g</translation>
    </message>
    <message>
        <source>Decoction</source>
        <translation>汤剂</translation>
    </message>
    <message>
        <source>Granules</source>
        <translation>颗粒</translation>
    </message>
    <message>
        <source>Pills</source>
        <translation>丸</translation>
    </message>
    <message>
        <source>Powder</source>
        <translation>散</translation>
    </message>
    <message>
        <source>External</source>
        <translation>外用</translation>
    </message>
    <message>
        <source>Pair</source>
        <translation>配伍</translation>
    </message>
    <message>
        <source>Pregnancy</source>
        <translation>妊娠</translation>
    </message>
    <message>
        <source>Dose</source>
        <translation>剂量</translation>
    </message>
    <message>
        <source>Toxicity</source>
        <translation>毒性</translation>
    </message>
    <message>
        <source>Allergy</source>
        <translation>过敏</translation>
    </message>
    <message>
        <source>External only</source>
        <translation>仅外用</translation>
    </message>
    <message>
        <source>Banned</source>
        <translation>禁用</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>剂型</translation>
    </message>
    <message>
        <source>Twice</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>Withdraw the reason</source>
        <translation>撤回理由</translation>
    </message>
    <message>
        <source>Set to %1 g</source>
        <translation>改为 %1 g</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>去掉%1</translation>
    </message>
    <message>
        <source>Give a reason</source>
        <translation>写明理由</translation>
    </message>
    <message>
        <source>The condition requires it</source>
        <translation>病情需要</translation>
    </message>
    <message>
        <source>Tolerated before</source>
        <translation>以前用过，能耐受</translation>
    </message>
    <message>
        <source>Traditional pairing, used on purpose</source>
        <translation>传统配伍，有意合用</translation>
    </message>
    <message>
        <source>Agreed with the patient</source>
        <translation>已与患者商定</translation>
    </message>
    <message>
        <source>The record is out of date</source>
        <translation>登记的资料已过时</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Unknown, not checked: %1.</source>
        <translation>不识，未核：%1。</translation>
    </message>
    <message>
        <source>Without a dose: %1.</source>
        <translation>没有剂量：%1。</translation>
    </message>
    <message>
        <source>Pregnancy is not known.</source>
        <translation>是否妊娠不详。</translation>
    </message>
    <message>
        <source>Pregnancy is not known; it matters for %1.</source>
        <translation>是否妊娠不详，事关%1。</translation>
    </message>
    <message>
        <source>Breast-feeding is not checked.</source>
        <translation>哺乳期未核。</translation>
    </message>
    <message>
        <source>The limits are adults&apos;.</source>
        <translation>限量按成人。</translation>
    </message>
    <message>
        <source>The age is not known; the limits are adults&apos;.</source>
        <translation>年龄不详，限量按成人。</translation>
    </message>
    <message>
        <source>No limit for this route: %1.</source>
        <translation>此剂型无限量可查：%1。</translation>
    </message>
    <message>
        <source>Granules are compared as decocted herbs.</source>
        <translation>颗粒按饮片量核对。</translation>
    </message>
    <message>
        <source>Allergies without a match, not checked: %1.</source>
        <translation>过敏无对应，未核：%1。</translation>
    </message>
    <message>
        <source>Medicines, not checked: %1.</source>
        <translation>在服药未核：%1。</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>number and name of a prescription</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between prescriptions</comment>
        <translation>；</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>2 External: place and route of a prescription</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Prescription %1: stop %2, caution %3</source>
        <translation>处方 %1：停 %2，慎 %3</translation>
    </message>
    <message numerus="yes">
        <source>Looked at together with %n herb(s) of this visit&apos;s other prescriptions.</source>
        <translation>
            <numerusform>已与本次就诊其他处方的 %n 味药合并核对。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::PriceSection</name>
    <message>
        <source>Herb</source>
        <translation>药材</translation>
    </message>
    <message>
        <source>Yuan for 10 g</source>
        <translation>每 10 克（元）</translation>
    </message>
    <message>
        <source>Processing fee for each packet, yuan</source>
        <translation>每剂加工费（元）</translation>
    </message>
    <message>
        <source>Print the price on prescriptions</source>
        <translation>在处方笺上打印药费</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>set price</source>
        <translation>定价</translation>
    </message>
    <message>
        <source>take away</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>paste a list</source>
        <translation>粘贴价目</translation>
    </message>
    <message>
        <source>Prices of herbs</source>
        <translation>药材价格</translation>
    </message>
    <message>
        <source>Name, pinyin or initials, such as hq</source>
        <translation>名称、拼音或首字母，如 hq</translation>
    </message>
    <message>
        <source>The price of a packet and that of all packets are each summed up exactly and rounded once, half a fen upwards. It is printed only where every herb has a price.</source>
        <translation>每剂与全部的药费各按精确值合计，只取整一次，半分进一。只有每味药都有价时才打印。</translation>
    </message>
    <message>
        <source>Paste a list</source>
        <translation>粘贴价目</translation>
    </message>
    <message>
        <source>Each line is the name of a herb, a tab, and the yuan for 10 g.</source>
        <translation>每行：药名、制表符、每 10 克价格（元）。</translation>
    </message>
    <message>
        <source>Lines that were not taken</source>
        <translation>未采用的行</translation>
    </message>
    <message>
        <source>This herb is not in the catalogue.</source>
        <translation>药库中没有此药。</translation>
    </message>
    <message>
        <source>Yuan with at most two decimals, such as 1.20.</source>
        <translation>以元为单位，至多两位小数，如 1.20。</translation>
    </message>
    <message>
        <source>%1 costs %2 yuan for 10 g from now on.</source>
        <translation>%1 今后每 10 克 %2 元。</translation>
    </message>
    <message>
        <source>Yuan with at most two decimals, up to 1000.</source>
        <translation>以元为单位，至多两位小数，不超过 1000。</translation>
    </message>
    <message>
        <source>Saved. It counts from now on.</source>
        <translation>已保存，立即生效。</translation>
    </message>
    <message>
        <source>%1 prices taken, %2 lines not taken, %3 lines empty.</source>
        <translation>采用 %1 个价格，%2 行未采用，%3 行为空。</translation>
    </message>
    <message>
        <source>%1 has no price any more.</source>
        <translation>%1 不再有价格。</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::PrintBand</name>
    <message>
        <source>Print them</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>A paper was not printed: %1.</source>
        <translation>有一份文件没有打印：%1。</translation>
    </message>
    <message numerus="yes">
        <source>%n papers were not printed.</source>
        <translation>
            <numerusform>有 %n 份文件没有打印。</numerusform>
        </translation>
    </message>
    <message>
        <source>Throw away what was not printed?</source>
        <translation>放弃没有打印的文件？</translation>
    </message>
    <message>
        <source>The records stay as they are; only these papers are not printed.</source>
        <translation>病历不受影响，只是不再打印这些文件。</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::PrintingSection</name>
    <message>
        <source>Printers of this PC</source>
        <translation>本机的打印机</translation>
    </message>
    <message>
        <source>Papers are printed without a question. What the printer does not take is kept, also when the program ends, and offered again.</source>
        <translation>打印时不再询问。打印机没有接受的文件会保留下来，程序关闭后也在，之后可以再打印。</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>送往</translation>
    </message>
    <message>
        <source>Paper source</source>
        <translation>纸盒</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>份数</translation>
    </message>
    <message>
        <source>Copies of: %1</source>
        <translation>份数：%1</translation>
    </message>
    <message>
        <source>Test page</source>
        <translation>测试页</translation>
    </message>
    <message>
        <source>Where to: %1</source>
        <translation>送往：%1</translation>
    </message>
    <message>
        <source>Paper source: %1</source>
        <translation>纸盒：%1</translation>
    </message>
    <message>
        <source>Test page: %1</source>
        <translation>测试页：%1</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>next field</source>
        <translation>下一项</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Default printer (%1)</source>
        <translation>默认打印机（%1）</translation>
    </message>
    <message>
        <source>%1 (not there now)</source>
        <translation>%1（现在不在）</translation>
    </message>
    <message>
        <source>PDF in %1</source>
        <translation>存为 PDF：%1</translation>
    </message>
    <message>
        <source>Save as PDF in a folder …</source>
        <translation>存为 PDF 到文件夹…</translation>
    </message>
    <message>
        <source>as the printer is set</source>
        <translation>按打印机设置</translation>
    </message>
    <message>
        <source>Save as PDF in a folder</source>
        <translation>存为 PDF 到文件夹</translation>
    </message>
    <message>
        <source>Saved. It counts on this PC from now on.</source>
        <translation>已保存，在本机即刻生效。</translation>
    </message>
    <message>
        <source>The test page is %1.</source>
        <translation>测试页已存为 %1。</translation>
    </message>
    <message>
        <source>The test page was sent to %1.</source>
        <translation>测试页已送往 %1。</translation>
    </message>
    <message>
        <source>PDF (no printer)</source>
        <translation>存为 PDF（无打印机）</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::ProblemsCard</name>
    <message>
        <source>None known.</source>
        <translation>无已知问题。</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Resolved</source>
        <comment>a problem</comment>
        <translation>已解决</translation>
    </message>
    <message>
        <source>Active again</source>
        <comment>a problem</comment>
        <translation>重新列为现有</translation>
    </message>
    <message>
        <source>Space</source>
        <comment>key</comment>
        <translation>空格</translation>
    </message>
    <message>
        <source>Entered in error</source>
        <translation>误录</translation>
    </message>
    <message>
        <source>Ctrl P: code, initials or name</source>
        <translation>Ctrl P：编码、首字母或名称</translation>
    </message>
    <message>
        <source>2019, 3 years</source>
        <translation>2019，3年</translation>
    </message>
    <message>
        <source>Has</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Since</source>
        <comment>when a problem began</comment>
        <translation>起于</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add the problem</source>
        <translation>添加问题</translation>
    </message>
    <message>
        <source>From visits</source>
        <translation>来自就诊</translation>
    </message>
    <message>
        <source>%1 ×%2</source>
        <comment>a diagnosis, in how many visits</comment>
        <translation>%1 ×%2</translation>
    </message>
    <message>
        <source>since %1</source>
        <comment>a date</comment>
        <translation>%1 起</translation>
    </message>
    <message>
        <source>until %1</source>
        <comment>a date</comment>
        <translation>至%1</translation>
    </message>
    <message>
        <source>resolved</source>
        <translation>已解决</translation>
    </message>
    <message>
        <source>Hide what is over</source>
        <translation>隐藏已解决的</translation>
    </message>
    <message numerus="yes">
        <source>Show %n resolved</source>
        <translation>
            <numerusform>显示已解决的%n个</numerusform>
        </translation>
    </message>
    <message>
        <source>Since when is not understood: a year, a month or a day, or &quot;3 years&quot;.</source>
        <translation>起始时间看不懂：请写年、月或日，或“3年”。</translation>
    </message>
    <message>
        <source>Was this problem entered in error?</source>
        <translation>这个问题是误录的吗？</translation>
    </message>
    <message>
        <source>It leaves the list; the history of the record keeps it with the reason.</source>
        <translation>它将从列表移除；病历的更改历史保留它和原因。</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::ProposalList</name>
    <message>
        <source>Proposed times</source>
        <translation>建议时间</translation>
    </message>
    <message>
        <source>[Del] cancels it</source>
        <translation>[Del] 取消</translation>
    </message>
    <message>
        <source>[Del] leaves it out</source>
        <translation>[Del] 这次不约</translation>
    </message>
    <message>
        <source>[Space] leaves it as it is</source>
        <translation>[Space] 不变</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::ProposalModel</name>
    <message>
        <source>%1, %2</source>
        <comment>time, with whom</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>不约</translation>
    </message>
    <message>
        <source>stays as it is</source>
        <translation>不变</translation>
    </message>
    <message>
        <source>%1 Nothing else is free.</source>
        <translation>%1 没有别的空位。</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Day and time</source>
        <translation>日期时间</translation>
    </message>
    <message>
        <source>With</source>
        <translation>医师、房间</translation>
    </message>
    <message>
        <source>Why not as wished, and what else is free</source>
        <translation>不能如愿的原因和其他空位</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::PulseCell</name>
    <message>
        <source>Pulse, %1</source>
        <translation>脉，%1</translation>
    </message>
    <message>
        <source>%1; last time %2</source>
        <translation>%1；上次 %2</translation>
    </message>
    <message>
        <source>last time</source>
        <translation>上次</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::PulsePad</name>
    <message>
        <source>Left</source>
        <translation>左</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>右</translation>
    </message>
    <message>
        <source>All</source>
        <translation>总</translation>
    </message>
    <message>
        <source>over all</source>
        <translation>总按</translation>
    </message>
    <message>
        <source>/min</source>
        <translation>次/分</translation>
    </message>
    <message>
        <source>Pulse rate a minute</source>
        <translation>每分钟脉率</translation>
    </message>
    <message>
        <source>Grey is last time; Space keeps it</source>
        <translation>灰字是上次，空格照用</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::QuestionModel</name>
    <message>
        <source>not answered</source>
        <translation>未答</translation>
    </message>
    <message>
        <source>No.</source>
        <comment>number of a question</comment>
        <translation>题号</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>题目</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::QuestionTable</name>
    <message>
        <source>Questions</source>
        <translation>题目</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::QuestionnairePane</name>
    <message>
        <source>Form</source>
        <translation>量表</translation>
    </message>
    <message>
        <source>Whose last question is asked</source>
        <translation>末题按谁问</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>已答</translation>
    </message>
    <message>
        <source>Score and save</source>
        <translation>计分并保存</translation>
    </message>
    <message>
        <source>Not chosen</source>
        <comment>whose last question is asked</comment>
        <translation>未选</translation>
    </message>
    <message>
        <source>Ask as a woman</source>
        <translation>按女性问</translation>
    </message>
    <message>
        <source>Ask as a man</source>
        <translation>按男性问</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Show to the patient</source>
        <translation>给患者看</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>answered, asked</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Not answered: %1</source>
        <translation>未答：%1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between numbers of questions</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>All answered.</source>
        <translation>已全部作答。</translation>
    </message>
    <message>
        <source>Choose whose last question is asked.</source>
        <translation>请选择末题按谁问。</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::Radar</name>
    <message>
        <source>%1 %2</source>
        <comment>axis of a radar, its value</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>%1 %2, before %3</source>
        <comment>axis of a radar, its value, that of another time</comment>
        <translation>%1 %2，之前 %3</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between the values of a radar</comment>
        <translation>；</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::Rail</name>
    <message>
        <source>Places</source>
        <translation>各处</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::RailButton</name>
    <message numerus="yes">
        <source>%n thing(s) due</source>
        <translation>
            <numerusform>%n 件到期</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::ReasonBox</name>
    <message>
        <source>Why is it signed all the same?</source>
        <translation>为何仍要签名？</translation>
    </message>
    <message>
        <source>Usual reasons</source>
        <translation>常用理由</translation>
    </message>
    <message>
        <source>Own words</source>
        <translation>自己写</translation>
    </message>
    <message>
        <source>Sign with this reason</source>
        <translation>以此理由签名</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between reasons</comment>
        <translation>；</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::ReasonDialog</name>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>A remark, if there is one</source>
        <translation>备注（可不填）</translation>
    </message>
    <message>
        <source>Usual reasons</source>
        <translation>常用原因</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::RecoverForm</name>
    <message>
        <source>Owner whose password is set</source>
        <translation>重设密码的负责人</translation>
    </message>
    <message>
        <source>Open the records</source>
        <translation>打开病历</translation>
    </message>
    <message>
        <source>Open with the recovery sheet</source>
        <translation>用恢复单打开</translation>
    </message>
    <message>
        <source>The owner gets a new password. What they had typed and not saved is lost. Every owner is told for 30 days that the sheet was used.</source>
        <translation>为负责人设置新密码。其未保存的内容会丢失。30 天内每位负责人都会看到恢复单被使用的提示。</translation>
    </message>
    <message>
        <source>Line %1 of the sheet</source>
        <translation>恢复单第 %1 行</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::RecoveryForm</name>
    <message>
        <source>Line %1 of the sheet</source>
        <translation>恢复单第 %1 行</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>The recovery sheet</source>
        <translation>恢复单</translation>
    </message>
    <message>
        <source>If all passwords are lost, this sheet is the only way to the records. Nobody else has it: print it now and keep it away from the PC.</source>
        <translation>若所有密码都丢了，只有这张恢复单能打开病历。别处没有第二份：请现在打印，不要放在电脑旁。</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>存为 PDF</translation>
    </message>
    <message>
        <source>I have it on paper</source>
        <translation>已打印在纸上</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>稍后</translation>
    </message>
    <message>
        <source>Show it again</source>
        <translation>再看一次</translation>
    </message>
    <message>
        <source>Type line %1 from the paper. This proves that the sheet can be read.</source>
        <translation>请照纸上输入第 %1 行，以证明恢复单读得出来。</translation>
    </message>
    <message>
        <source>Save the recovery sheet</source>
        <translation>保存恢复单</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
    <message>
        <source>Saved as %1. Print it, then delete the file: whoever has it can open the records.</source>
        <translation>已存为 %1。请打印后删除此文件：谁有它，谁就能打开病历。</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::RecoveryPaper</name>
    <message>
        <source>Recovery sheet</source>
        <translation>恢复单</translation>
    </message>
    <message>
        <source>Whoever has this sheet can open the records of the clinic. If all passwords are lost, it is the only way in. Keep it where you keep the licence, never beside the PC, and never as a photo.</source>
        <translation>谁有这张单子，谁就能打开诊所的病历。若所有密码都丢了，这是唯一的入口。请与执业许可证放在一起，切勿放在电脑旁，切勿拍照留存。</translation>
    </message>
    <message>
        <source>Printed on %1</source>
        <translation>打印于 %1</translation>
    </message>
    <message>
        <source>Kept by: ____________________</source>
        <translation>保管人：____________________</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::ReferencePane</name>
    <message>
        <source>Reference</source>
        <translation>参考</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::ReferenceWords</name>
    <message>
        <source>Kept templates</source>
        <translation>留用的模板</translation>
    </message>
    <message>
        <source>Template %1</source>
        <translation>模板 %1</translation>
    </message>
    <message>
        <source>Classic formulas, by their words</source>
        <translation>成方·按书上字句查得</translation>
    </message>
    <message>
        <source>%1 indications: %2</source>
        <comment>source of a formula, what it is for</comment>
        <translation>%1主治：%2</translation>
    </message>
    <message>
        <source>its indications name it: %1</source>
        <translation>主治写有此证：%1</translation>
    </message>
    <message>
        <source>%1 functions: %2</source>
        <comment>source of a formula or nothing, what it does</comment>
        <translation>%1功用：%2</translation>
    </message>
    <message>
        <source>its functions name the method: %1</source>
        <translation>功用写有此治法：%1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between words of a list</comment>
        <translation>、</translation>
    </message>
    <message numerus="yes">
        <source>All %n</source>
        <comment>formulas</comment>
        <translation>
            <numerusform>全部 %n 首</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Here before: %1, %n visit(s)</source>
        <translation>
            <numerusform>本所以往：%1 %n 诊</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 ×%2</source>
        <comment>formula, how often</comment>
        <translation>%1 %2 次</translation>
    </message>
    <message>
        <source>%1 %2 y</source>
        <comment>sex and years of age</comment>
        <translation>%1 %2 岁</translation>
    </message>
    <message>
        <source>Own formula</source>
        <translation>自拟方</translation>
    </message>
    <message>
        <source>This patient</source>
        <translation>本人</translation>
    </message>
    <message>
        <source>very cold</source>
        <translation>大寒</translation>
    </message>
    <message>
        <source>cold</source>
        <translation>寒</translation>
    </message>
    <message>
        <source>slightly cold</source>
        <translation>微寒</translation>
    </message>
    <message>
        <source>cool</source>
        <translation>凉</translation>
    </message>
    <message>
        <source>neutral</source>
        <comment>a nature</comment>
        <translation>平</translation>
    </message>
    <message>
        <source>slightly warm</source>
        <translation>微温</translation>
    </message>
    <message>
        <source>warm</source>
        <translation>温</translation>
    </message>
    <message>
        <source>hot</source>
        <translation>热</translation>
    </message>
    <message>
        <source>very hot</source>
        <translation>大热</translation>
    </message>
    <message>
        <source>acrid</source>
        <translation>辛</translation>
    </message>
    <message>
        <source>sweet</source>
        <translation>甘</translation>
    </message>
    <message>
        <source>sour</source>
        <translation>酸</translation>
    </message>
    <message>
        <source>bitter</source>
        <translation>苦</translation>
    </message>
    <message>
        <source>salty</source>
        <translation>咸</translation>
    </message>
    <message>
        <source>bland</source>
        <translation>淡</translation>
    </message>
    <message>
        <source>astringent</source>
        <translation>涩</translation>
    </message>
    <message>
        <source>slightly acrid</source>
        <translation>微辛</translation>
    </message>
    <message>
        <source>slightly sweet</source>
        <translation>微甘</translation>
    </message>
    <message>
        <source>slightly sour</source>
        <translation>微酸</translation>
    </message>
    <message>
        <source>slightly bitter</source>
        <translation>微苦</translation>
    </message>
    <message>
        <source>lung</source>
        <translation>肺</translation>
    </message>
    <message>
        <source>large intestine</source>
        <translation>大肠</translation>
    </message>
    <message>
        <source>stomach</source>
        <translation>胃</translation>
    </message>
    <message>
        <source>spleen</source>
        <translation>脾</translation>
    </message>
    <message>
        <source>heart</source>
        <translation>心</translation>
    </message>
    <message>
        <source>small intestine</source>
        <translation>小肠</translation>
    </message>
    <message>
        <source>bladder</source>
        <translation>膀胱</translation>
    </message>
    <message>
        <source>kidney</source>
        <translation>肾</translation>
    </message>
    <message>
        <source>pericardium</source>
        <translation>心包</translation>
    </message>
    <message>
        <source>triple burner</source>
        <translation>三焦</translation>
    </message>
    <message>
        <source>gallbladder</source>
        <translation>胆</translation>
    </message>
    <message>
        <source>liver</source>
        <translation>肝</translation>
    </message>
    <message>
        <source>Chinese Pharmacopoeia 2020</source>
        <translation>《中国药典》2020 年版</translation>
    </message>
    <message>
        <source>textbook, not the pharmacopoeia</source>
        <translation>教材，药典未载</translation>
    </message>
    <message>
        <source>no range in the books</source>
        <translation>书上没有用量</translation>
    </message>
    <message>
        <source>%1 at a time</source>
        <comment>dose range</comment>
        <translation>每次 %1</translation>
    </message>
    <message>
        <source>%1 a day</source>
        <comment>dose range</comment>
        <translation>每日 %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>what a book says, the book</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>very toxic</source>
        <translation>大毒</translation>
    </message>
    <message>
        <source>toxic</source>
        <translation>有毒</translation>
    </message>
    <message>
        <source>slightly toxic</source>
        <translation>小毒</translation>
    </message>
    <message>
        <source>forbidden</source>
        <translation>禁用</translation>
    </message>
    <message>
        <source>to be avoided</source>
        <translation>忌用</translation>
    </message>
    <message>
        <source>with caution</source>
        <translation>慎用</translation>
    </message>
    <message>
        <source>no statement found, which does not mean safe</source>
        <translation>未查到说法，不等于安全</translation>
    </message>
    <message>
        <source>crushed</source>
        <translation>捣碎</translation>
    </message>
    <message>
        <source>in pills or powders</source>
        <translation>入丸散</translation>
    </message>
    <message>
        <source>decocted first</source>
        <translation>先煎</translation>
    </message>
    <message>
        <source>decocted in a bag</source>
        <translation>包煎</translation>
    </message>
    <message>
        <source>added at the end</source>
        <translation>后下</translation>
    </message>
    <message>
        <source>ground and swallowed</source>
        <translation>研末服</translation>
    </message>
    <message>
        <source>stirred into liquid</source>
        <translation>冲服</translation>
    </message>
    <message>
        <source>decocted separately</source>
        <translation>另煎</translation>
    </message>
    <message>
        <source>melted in</source>
        <translation>烊化</translation>
    </message>
    <message>
        <source>stewed</source>
        <translation>炖服</translation>
    </message>
    <message>
        <source>steeped in wine</source>
        <translation>浸酒</translation>
    </message>
    <message>
        <source>infused</source>
        <translation>泡服</translation>
    </message>
    <message>
        <source>in capsules</source>
        <translation>装胶囊</translation>
    </message>
    <message>
        <source>Not with (eighteen incompatibilities, pharmacopoeia)</source>
        <translation>不宜同用（十八反，药典载）</translation>
    </message>
    <message>
        <source>Not with (nineteen antagonisms, pharmacopoeia)</source>
        <translation>不宜同用（十九畏，药典载）</translation>
    </message>
    <message>
        <source>Not with (eighteen incompatibilities, verse only)</source>
        <translation>不宜同用（十八反歌诀，药典未载）</translation>
    </message>
    <message>
        <source>Not with (nineteen antagonisms, verse only)</source>
        <translation>不宜同用（十九畏歌诀，药典未载）</translation>
    </message>
    <message>
        <source>Caution with (by analogy to the eighteen incompatibilities)</source>
        <translation>慎与同用（由十八反推及）</translation>
    </message>
    <message>
        <source>Caution with (by analogy to the nineteen antagonisms)</source>
        <translation>慎与同用（由十九畏推及）</translation>
    </message>
    <message>
        <source>Class</source>
        <comment>of a herb</comment>
        <translation>功效类</translation>
    </message>
    <message>
        <source>Nature and flavour</source>
        <translation>性味</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <comment>nature; flavours</comment>
        <translation>%1；%2</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>归经</translation>
    </message>
    <message>
        <source>Dose</source>
        <translation>用量</translation>
    </message>
    <message>
        <source>Toxicity</source>
        <translation>毒性</translation>
    </message>
    <message>
        <source>Pregnancy</source>
        <translation>妊娠</translation>
    </message>
    <message>
        <source>Preparation</source>
        <translation>煎服法</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::ReferralsCard</name>
    <message>
        <source>Who sent them, and whom they have sent</source>
        <translation>介绍人与所介绍的人</translation>
    </message>
    <message>
        <source>How they came</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the channel and the campaign</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>Sent by %1</source>
        <translation>由 %1 介绍</translation>
    </message>
    <message>
        <source>Has sent %1</source>
        <translation>介绍了 %1</translation>
    </message>
    <message numerus="yes">
        <source>Show more: %n</source>
        <translation>
            <numerusform>再显示（还有 %n 位）</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::Refusals</name>
    <message>
        <source>Close Xinglin there, then try again.</source>
        <translation>请先在那边关闭杏林，再试一次。</translation>
    </message>
    <message>
        <source>Install the newer Xinglin on this PC; nothing was changed.</source>
        <translation>请在这台电脑上安装新版杏林；什么也没改动。</translation>
    </message>
    <message>
        <source>Choose the clinic&apos;s own folder; nothing was changed.</source>
        <translation>请选诊所自己的文件夹；什么也没改动。</translation>
    </message>
    <message>
        <source>Copy the whole folder before you do anything else; nothing was changed.</source>
        <translation>做任何事之前，先把整个文件夹复制一份；什么也没改动。</translation>
    </message>
    <message>
        <source>Nothing was changed. Look whether the disk is full, then try again.</source>
        <translation>什么也没改动。请看磁盘是否已满，再试一次。</translation>
    </message>
    <message>
        <source>Something on this PC failed.</source>
        <translation>这台电脑出了故障。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>what went wrong, what to do</comment>
        <translation>%1%2</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::RelativesCard</name>
    <message>
        <source>Nobody is recorded.</source>
        <translation>尚未登记。</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>家属</translation>
    </message>
    <message>
        <source>Same phone</source>
        <translation>同一电话</translation>
    </message>
    <message>
        <source>Add to the family</source>
        <translation>加为家属</translation>
    </message>
    <message>
        <source>Space</source>
        <comment>key</comment>
        <translation>空格</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add a relative</source>
        <translation>添加家属</translation>
    </message>
    <message>
        <source>Related no more</source>
        <translation>解除关系</translation>
    </message>
    <message>
        <source>Entered in error</source>
        <translation>误录</translation>
    </message>
    <message>
        <source>mother, son …</source>
        <translation>母亲、儿子……</translation>
    </message>
    <message>
        <source>Guardian</source>
        <translation>监护人</translation>
    </message>
    <message>
        <source>One of the two answers for the other, who is a minor.</source>
        <translation>两人中成年的一方是未成年一方的监护人。</translation>
    </message>
    <message>
        <source>Patient, or the name of another person</source>
        <translation>患者，或其他人的姓名</translation>
    </message>
    <message>
        <source>Is the patient&apos;s</source>
        <translation>是患者的</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>guardian</source>
        <translation>监护人</translation>
    </message>
    <message>
        <source>ward</source>
        <translation>被监护</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what somebody is to the patient, and their name</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between facts of a person</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>Nobody is recorded. A minor needs a guardian.</source>
        <translation>尚未登记。未成年人需要监护人。</translation>
    </message>
    <message>
        <source>Say who it is.</source>
        <translation>请写明是谁。</translation>
    </message>
    <message>
        <source>Say what they are to the patient: mother, husband, son …</source>
        <translation>请写明与患者的关系：母亲、丈夫、儿子……</translation>
    </message>
    <message>
        <source>Was this relative entered in error?</source>
        <translation>这位家属是误录的吗？</translation>
    </message>
    <message>
        <source>They leave both families; the history of the record keeps it with the reason.</source>
        <translation>双方的家属中都不再显示；变更记录保留此条及原因。</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Choose one of those found, or press Esc to go on with the name alone.</source>
        <translation>请从找到的人中选择，或按 Esc 只记姓名。</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::ResourceDialog</name>
    <message>
        <source>Change “%1”?</source>
        <translation>修改“%1”？</translation>
    </message>
    <message>
        <source>Add somebody or something to book?</source>
        <translation>添加可预约的人或物？</translation>
    </message>
    <message>
        <source>What is booked stays as it is.</source>
        <translation>已经约好的不变。</translation>
    </message>
    <message>
        <source>Two beds of a kind are one entry for two at once.</source>
        <translation>两张同样的床算一项，同时可用数填 2。</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>同时</translation>
    </message>
    <message>
        <source>Works on public holidays</source>
        <translation>节假日照常</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>不填</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>男</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>女</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>As on that weekday</source>
        <translation>照当天是星期几</translation>
    </message>
    <message>
        <source>As on a %1</source>
        <comment>weekday</comment>
        <translation>照%1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>So many at once</source>
        <translation>同时可用几个</translation>
    </message>
    <message>
        <source>Signs in as</source>
        <translation>登录人</translation>
    </message>
    <message>
        <source>Sex, for patients who ask</source>
        <translation>性别（患者有要求时）</translation>
    </message>
    <message>
        <source>Usual room</source>
        <translation>常用诊室</translation>
    </message>
    <message>
        <source>Colour in the calendar</source>
        <translation>日程颜色</translation>
    </message>
    <message>
        <source>Hours on working days made up for a holiday</source>
        <translation>调休上班日的时间</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::ResourceFilter</name>
    <message>
        <source>Who and what is shown?</source>
        <translation>显示谁和什么？</translation>
    </message>
    <message>
        <source>Remembered on this PC. What is left out can be booked all the same.</source>
        <translation>这台电脑会记住。不显示的照样可以预约。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>People and rooms</source>
        <translation>人与房</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::ResourceSection</name>
    <message>
        <source>Staff and rooms</source>
        <translation>医师与诊室</translation>
    </message>
    <message>
        <source>Who and what can be booked</source>
        <translation>可预约的人、诊室、床位和设备</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Signs in as</source>
        <translation>登录人</translation>
    </message>
    <message>
        <source>Usual room</source>
        <translation>常用诊室</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>同时</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>No practitioners yet</source>
        <translation>还没有医师</translation>
    </message>
    <message>
        <source>Add who treats patients with [N], then rooms, beds and devices. They get hours and services next.</source>
        <translation>按 [N] 添加医师，再添加诊室、床位和设备，然后排班、设服务项目。</translation>
    </message>
    <message>
        <source>New entry</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>retired</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>在用</translation>
    </message>
    <message>
        <source>“%1” can be given hours and services now.</source>
        <translation>“%1”现在可以排班、设服务项目了。</translation>
    </message>
    <message>
        <source>“%1” is changed.</source>
        <translation>“%1”已修改。</translation>
    </message>
    <message>
        <source>“%1” is in use again.</source>
        <translation>“%1”已恢复使用。</translation>
    </message>
    <message>
        <source>“%1” is booked no more; what is booked stays.</source>
        <translation>“%1”不再接受预约，已约的不变。</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::RestoreForm</name>
    <message>
        <source>Password of this owner</source>
        <translation>该负责人的密码</translation>
    </message>
    <message>
        <source>Restore this backup</source>
        <translation>恢复此备份</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Everything becomes as it was when the backup was made. What is there now is kept beside it. Only an owner, or the recovery sheet, can do this.</source>
        <translation>一切恢复到备份时的样子，现有内容保存在旁边。只有负责人或恢复单能这样做。</translation>
    </message>
    <message>
        <source>Choose folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>Folder with backups</source>
        <translation>备份所在文件夹</translation>
    </message>
    <message>
        <source>Backups in this folder</source>
        <translation>此文件夹中的备份</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Xinglin</source>
        <translation>杏林</translation>
    </message>
    <message>
        <source>Restore from a backup</source>
        <translation>从备份恢复</translation>
    </message>
    <message>
        <source>Sign-in name of an owner</source>
        <translation>负责人的登录名</translation>
    </message>
    <message>
        <source>Line %1 of the sheet</source>
        <translation>恢复单第 %1 行</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>As an owner</source>
        <translation>以负责人身份</translation>
    </message>
    <message>
        <source>With the recovery sheet</source>
        <translation>用恢复单</translation>
    </message>
    <message>
        <source>There is no backup in this folder.</source>
        <translation>此文件夹中没有备份。</translation>
    </message>
    <message>
        <source>Choose a backup first.</source>
        <translation>请先选一份备份。</translation>
    </message>
    <message>
        <source>Checking what was brought back …</source>
        <translation>正在核查恢复的内容…</translation>
    </message>
    <message>
        <source>Bringing the records back …</source>
        <translation>正在恢复病历…</translation>
    </message>
    <message>
        <source>The clinic is back as it was on %1.</source>
        <translation>诊所已恢复到 %1。</translation>
    </message>
    <message>
        <source>The clinic is back as it was on %1. What was here before is kept in %2.</source>
        <translation>诊所已恢复到 %1，原有内容保存在 %2。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation>已取消，什么都没有改动。</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::ResultsPane</name>
    <message>
        <source>Constitution</source>
        <translation>体质</translation>
    </message>
    <message>
        <source>Assessments</source>
        <translation>历次测评</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>The chosen assessment</source>
        <translation>所选测评</translation>
    </message>
    <message>
        <source>nothing to compare with</source>
        <translation>不对比</translation>
    </message>
    <message>
        <source>answered by the patient on the screen</source>
        <translation>患者自填</translation>
    </message>
    <message>
        <source>asked by staff</source>
        <translation>医护询问</translation>
    </message>
    <message>
        <source>recorded by %1</source>
        <translation>%1 记录</translation>
    </message>
    <message>
        <source>Scores from 0 to 100; 30 is a tendency, 40 is yes (ZYYXH/T 157-2009).</source>
        <translation>转化分 0–100；30 分起为倾向是，40 分起为是（ZYYXH/T 157-2009）。</translation>
    </message>
    <message>
        <source>Sums of four answers; 9 is a tendency, 11 is yes. The radar shows them from the least to the most that can be.</source>
        <translation>四题得分之和；9 分起为倾向是，11 分起为是。雷达图按最低分到最高分显示。</translation>
    </message>
    <message>
        <source>Signs</source>
        <translation>特征</translation>
    </message>
    <message>
        <source>Diet</source>
        <translation>饮食</translation>
    </message>
    <message>
        <source>Exercise</source>
        <translation>运动</translation>
    </message>
    <message>
        <source>Mood</source>
        <translation>情志</translation>
    </message>
    <message>
        <source>Season</source>
        <translation>时令</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::RightsWords</name>
    <message>
        <source>Patients</source>
        <translation>患者</translation>
    </message>
    <message>
        <source>name, sex, birth date, phone, history</source>
        <translation>姓名、性别、出生、电话、修改记录</translation>
    </message>
    <message>
        <source>Identity papers</source>
        <translation>证件与住址</translation>
    </message>
    <message>
        <source>ID number, address, insurance, guardian</source>
        <translation>证件号、地址、医保、监护人</translation>
    </message>
    <message>
        <source>Alert for the desk</source>
        <translation>前台提醒</translation>
    </message>
    <message>
        <source>what reception must see</source>
        <translation>前台须知</translation>
    </message>
    <message>
        <source>Allergies</source>
        <translation>过敏</translation>
    </message>
    <message>
        <source>Care summary</source>
        <translation>照护摘要</translation>
    </message>
    <message>
        <source>pregnancy, medicines, constitution</source>
        <translation>妊娠、在服药、体质</translation>
    </message>
    <message>
        <source>List of visits</source>
        <translation>就诊列表</translation>
    </message>
    <message>
        <source>when and with whom</source>
        <translation>何时、哪位医师</translation>
    </message>
    <message>
        <source>Notes of a visit</source>
        <translation>病历正文</translation>
    </message>
    <message>
        <source>complaint, examinations, diagnosis</source>
        <translation>主诉、四诊、辨证</translation>
    </message>
    <message>
        <source>Prescriptions</source>
        <translation>处方</translation>
    </message>
    <message>
        <source>herbs, doses, findings, reasons</source>
        <translation>药味、剂量、提示与理由</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>who works here, their roles</source>
        <translation>人员与其角色</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>the clinic&apos;s own ones</source>
        <translation>诊所自建</translation>
    </message>
    <message>
        <source>Clinic</source>
        <translation>诊所</translation>
    </message>
    <message>
        <source>name, address, licence</source>
        <translation>名称、地址、证号</translation>
    </message>
    <message>
        <source>Rules of the clinic</source>
        <translation>诊所规则</translation>
    </message>
    <message>
        <source>locking, sharing, keeping</source>
        <translation>锁定、互通、留存</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>审计</translation>
    </message>
    <message>
        <source>who looked at what</source>
        <translation>谁看过什么</translation>
    </message>
    <message>
        <source>Emergency access</source>
        <translation>紧急查看</translation>
    </message>
    <message>
        <source>who opened what, and why</source>
        <translation>谁、为何打开</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>健康</translation>
    </message>
    <message>
        <source>store, disk, clock</source>
        <translation>数据、磁盘、时钟</translation>
    </message>
    <message>
        <source>Imports</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>see and change</source>
        <translation>看并改</translation>
    </message>
    <message>
        <source>see only</source>
        <translation>只看</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>见不到</translation>
    </message>
    <message>
        <source>C</source>
        <comment>mark in the table of roles: see and change</comment>
        <translation>改</translation>
    </message>
    <message>
        <source>S</source>
        <comment>mark in the table of roles: see only</comment>
        <translation>看</translation>
    </message>
    <message>
        <source>find patients</source>
        <translation>查找患者</translation>
    </message>
    <message>
        <source>register patients</source>
        <translation>登记患者</translation>
    </message>
    <message>
        <source>change what is known of a patient</source>
        <translation>修改患者资料</translation>
    </message>
    <message>
        <source>see identity papers and address</source>
        <translation>看证件与地址</translation>
    </message>
    <message>
        <source>see the alert</source>
        <translation>看前台提醒</translation>
    </message>
    <message>
        <source>write the alert</source>
        <translation>写前台提醒</translation>
    </message>
    <message>
        <source>see allergies</source>
        <translation>看过敏</translation>
    </message>
    <message>
        <source>record allergies</source>
        <translation>记录过敏</translation>
    </message>
    <message>
        <source>mark a wrong allergy</source>
        <translation>标记误录过敏</translation>
    </message>
    <message>
        <source>see pregnancy and medicines</source>
        <translation>看妊娠与在服药</translation>
    </message>
    <message>
        <source>record pregnancy and medicines</source>
        <translation>记录妊娠与在服药</translation>
    </message>
    <message>
        <source>see that a visit took place</source>
        <translation>看就诊列表</translation>
    </message>
    <message>
        <source>read notes of visits</source>
        <translation>看病历正文</translation>
    </message>
    <message>
        <source>write and sign own visits</source>
        <translation>写并签署自己的就诊</translation>
    </message>
    <message>
        <source>read prescriptions</source>
        <translation>看处方</translation>
    </message>
    <message>
        <source>write prescriptions</source>
        <translation>开处方</translation>
    </message>
    <message>
        <source>print prescriptions</source>
        <translation>打印处方</translation>
    </message>
    <message>
        <source>see who works here</source>
        <translation>看人员</translation>
    </message>
    <message>
        <source>add, change and disable people</source>
        <translation>增改停用人员</translation>
    </message>
    <message>
        <source>see name and address of the clinic</source>
        <translation>看诊所资料</translation>
    </message>
    <message>
        <source>change name and address of the clinic</source>
        <translation>改诊所资料</translation>
    </message>
    <message>
        <source>see how a record changed</source>
        <translation>看修改记录</translation>
    </message>
    <message>
        <source>read the audit of everybody</source>
        <translation>看所有人的审计</translation>
    </message>
    <message>
        <source>uncover a masked field for a minute</source>
        <translation>显示隐藏字段一分钟</translation>
    </message>
    <message>
        <source>make and change the clinic&apos;s own roles</source>
        <translation>建改诊所角色</translation>
    </message>
    <message>
        <source>see the rules of the clinic</source>
        <translation>看诊所规则</translation>
    </message>
    <message>
        <source>change the rules of the clinic</source>
        <translation>改诊所规则</translation>
    </message>
    <message>
        <source>see what one did oneself</source>
        <translation>看自己做过的事</translation>
    </message>
    <message>
        <source>export the audit</source>
        <translation>导出审计</translation>
    </message>
    <message>
        <source>open a record in an emergency</source>
        <translation>紧急打开病历</translation>
    </message>
    <message>
        <source>see who opened records in an emergency</source>
        <translation>看谁紧急打开过病历</translation>
    </message>
    <message>
        <source>say whether that was justified</source>
        <translation>复核紧急查看</translation>
    </message>
    <message>
        <source>see the backups</source>
        <translation>看备份</translation>
    </message>
    <message>
        <source>make backups and drills</source>
        <translation>做备份与演练</translation>
    </message>
    <message>
        <source>see the health of the store</source>
        <translation>看数据健康</translation>
    </message>
    <message>
        <source>see the acts of the last day</source>
        <translation>看近一天的操作</translation>
    </message>
    <message>
        <source>take an act back</source>
        <translation>撤回操作</translation>
    </message>
    <message>
        <source>import records</source>
        <translation>导入记录</translation>
    </message>
    <message>
        <source>see who there is, with masked names</source>
        <translation>看患者名录（姓名隐去）</translation>
    </message>
    <message>
        <source>hide a patient from others</source>
        <translation>限制病历</translation>
    </message>
    <message>
        <source>Treatments</source>
        <translation>治疗</translation>
    </message>
    <message>
        <source>points, therapies, sessions, needles</source>
        <translation>穴位、疗法、次数、针数</translation>
    </message>
    <message>
        <source>read points and therapies</source>
        <translation>查看穴位与治疗</translation>
    </message>
    <message>
        <source>order points and therapies</source>
        <translation>开穴位与治疗</translation>
    </message>
    <message>
        <source>give treatments and count needles</source>
        <translation>执行治疗并清点针数</translation>
    </message>
    <message>
        <source>Prescription check</source>
        <translation>处方审核</translation>
    </message>
    <message>
        <source>the second person&apos;s signature</source>
        <translation>第二人签名</translation>
    </message>
    <message>
        <source>check-sign prescriptions of others</source>
        <translation>审核他人的处方并签名</translation>
    </message>
    <message>
        <source>merge records of one person, and part them again</source>
        <translation>合并同一人的档案，或重新拆分</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>everything, in open formats</source>
        <translation>全部数据，开放格式</translation>
    </message>
    <message>
        <source>Tags and segments</source>
        <translation>标签与分组</translation>
    </message>
    <message>
        <source>Enquiries and contacts</source>
        <translation>咨询与联系</translation>
    </message>
    <message>
        <source>who asked, calls, messages</source>
        <translation>谁来咨询、电话、消息</translation>
    </message>
    <message>
        <source>make tags and segments</source>
        <translation>建立标签与分组</translation>
    </message>
    <message>
        <source>see enquiries and contacts</source>
        <translation>查看咨询与联系</translation>
    </message>
    <message>
        <source>record enquiries and contacts</source>
        <translation>记录咨询与联系</translation>
    </message>
    <message>
        <source>export everything the clinic keeps</source>
        <translation>导出诊所全部数据</translation>
    </message>
    <message>
        <source>settle working hours and leave</source>
        <translation>设定工作时间与请假</translation>
    </message>
    <message>
        <source>settle services, rooms, devices and holidays</source>
        <translation>设定服务、房间、设备与节假日</translation>
    </message>
    <message>
        <source>Roster and services</source>
        <translation>排班与服务</translation>
    </message>
    <message>
        <source>see services and who works when</source>
        <translation>查看服务与排班</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>日程</translation>
    </message>
    <message>
        <source>book, move and cancel appointments</source>
        <translation>预约、改约与取消</translation>
    </message>
    <message>
        <source>book above what fits</source>
        <translation>加号</translation>
    </message>
    <message>
        <source>check patients in and call them</source>
        <translation>为患者报到、叫号</translation>
    </message>
    <message>
        <source>appointments, services, who works when</source>
        <translation>预约、服务项目、谁何时出诊</translation>
    </message>
    <message>
        <source>settling hours, leave, rooms, services, holidays</source>
        <translation>排班、休假、诊室、服务项目、节假日的设定</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::RoleGrid</name>
    <message>
        <source>%1, %2: %3</source>
        <comment>role, kind of data, what they may</comment>
        <translation>%1，%2：%3</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>资料</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::RoleSection</name>
    <message>
        <source>A shipped role stays as it is. Copy it to change what it may do.</source>
        <translation>自带角色不能改，复制后可改其权限。</translation>
    </message>
    <message>
        <source>Copy this role</source>
        <translation>复制此角色</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>What roles may do</source>
        <translation>角色能做什么</translation>
    </message>
    <message>
        <source>%1 see and change   %2 see only   – nothing</source>
        <translation>%1 看并改   %2 只看   – 见不到</translation>
    </message>
    <message>
        <source>Who has this role</source>
        <translation>谁有此角色</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message numerus="yes">
        <source>%n of the clinic&apos;s own</source>
        <comment>roles</comment>
        <translation>
            <numerusform>诊所自建 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>walk</source>
        <translation>走格</translation>
    </message>
    <message>
        <source>copy the role</source>
        <translation>复制角色</translation>
    </message>
    <message>
        <source>change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <comment>role and kind of data</comment>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>May do nothing here.</source>
        <translation>此处什么都不能做。</translation>
    </message>
    <message>
        <source>May %1.</source>
        <translation>可以%1。</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between things one may do</comment>
        <translation>；</translation>
    </message>
    <message>
        <source>Nobody.</source>
        <translation>无人。</translation>
    </message>
    <message>
        <source>Changes for: %1.</source>
        <translation>这样改会影响：%1。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>A copy of %1 cannot have this.</source>
        <translation>%1的复制角色不能有此权限。</translation>
    </message>
    <message>
        <source>Copy %1?</source>
        <translation>复制%1？</translation>
    </message>
    <message>
        <source>The clinic&apos;s own role can do less than a %1, never more.</source>
        <translation>诊所自建角色的权限只能比%1少，不能多。</translation>
    </message>
    <message>
        <source>Name of the new role</source>
        <translation>新角色名称</translation>
    </message>
    <message>
        <source>Make the role</source>
        <translation>建立角色</translation>
    </message>
    <message>
        <source>The role needs a name.</source>
        <translation>角色需要名称。</translation>
    </message>
    <message>
        <source>Saved. Nobody has this role yet.</source>
        <translation>已保存，尚无人有此角色。</translation>
    </message>
    <message>
        <source>Saved. It counts at once for: %1.</source>
        <translation>已保存，立即对以下人员生效：%1。</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::RoleWords</name>
    <message>
        <source>Owner and auditor in one person: nobody else watches what the owner does.</source>
        <translation>负责人兼审计员：无人监督负责人所为。</translation>
    </message>
    <message>
        <source>Administrator and auditor in one person: nobody else watches what the administrator does.</source>
        <translation>管理员兼审计员：无人监督管理员所为。</translation>
    </message>
    <message>
        <source>%1 until %2</source>
        <comment>role and last day</comment>
        <translation>%1，至 %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>day and time, such as: today 10:02</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::SafetyRing</name>
    <message>
        <source>Safety check</source>
        <translation>安全核对</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 checked, %n finding(s)</source>
        <translation>
            <numerusform>%2 项已核 %1 项，%n 条提示</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::ScoreModel</name>
    <message>
        <source>Type</source>
        <comment>of constitution</comment>
        <translation>体质</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>转化分</translation>
    </message>
    <message>
        <source>Score before</source>
        <comment>of an earlier assessment</comment>
        <translation>之前得分</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>判定</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::Seal</name>
    <message>
        <source>Xinglin</source>
        <translation>杏林</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::SegmentBar</name>
    <message>
        <source>Segments of patients</source>
        <translation>患者分组</translation>
    </message>
    <message>
        <source>Alt S goes here; arrows walk, Space chooses and lists the patients</source>
        <translation>Alt S 到这里；方向键移动，空格选定并列出患者</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>New segment</source>
        <translation>新建分组</translation>
    </message>
    <message>
        <source>%1 ×</source>
        <comment>a segment that cannot be asked</comment>
        <translation>%1 ×</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a segment, how many are in it</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::SegmentChoices</name>
    <message>
        <source>offered no more</source>
        <translation>已不再提供</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::SegmentDialog</name>
    <message>
        <source>Keep a segment of patients</source>
        <translation>保存患者分组</translation>
    </message>
    <message>
        <source>Change this segment?</source>
        <translation>更改此分组？</translation>
    </message>
    <message>
        <source>Whoever fulfils the conditions is in it, at any time.</source>
        <translation>凡符合条件的患者，随时都在其中。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Who sees it</source>
        <translation>谁可见</translation>
    </message>
    <message>
        <source>How many conditions must hold</source>
        <translation>须符合几个条件</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>仅自己</translation>
    </message>
    <message>
        <source>Everybody&apos;s</source>
        <translation>全诊所</translation>
    </message>
    <message>
        <source>All of these</source>
        <translation>符合全部</translation>
    </message>
    <message>
        <source>Any of these</source>
        <translation>符合任一</translation>
    </message>
    <message>
        <source>Add a condition</source>
        <translation>加条件</translation>
    </message>
    <message>
        <source>Retire</source>
        <translation>停用</translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) of conditions within stay as they are.</source>
        <translation>
            <numerusform>其中 %n 组条件保持不变。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln patient(s)</source>
        <translation>
            <numerusform>%Ln 位患者中 %1 位</numerusform>
        </translation>
    </message>
    <message>
        <source>Retire this segment?</source>
        <translation>停用此分组？</translation>
    </message>
    <message>
        <source>%1 is offered to you no more.</source>
        <translation>“%1”不再提供给您。</translation>
    </message>
    <message>
        <source>%1 is offered to nobody any more.</source>
        <translation>“%1”不再提供给任何人。</translation>
    </message>
    <message>
        <source>Take this segment from everybody?</source>
        <translation>将此分组收归自己？</translation>
    </message>
    <message>
        <source>Only you will see %1 then.</source>
        <translation>之后只有您能看到“%1”。</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>收归自己</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::SegmentRow</name>
    <message>
        <source>Number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>去掉</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>What is asked</source>
        <translation>怎样比较</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>such as 2026-03-12</source>
        <translation>如 2026-03-12</translation>
    </message>
    <message>
        <source>Ctrl Del takes this condition away</source>
        <translation>Ctrl Del 去掉此条件</translation>
    </message>
    <message>
        <source>Remove this condition</source>
        <translation>去掉此条件</translation>
    </message>
    <message>
        <source>somebody not shown</source>
        <translation>不可见的患者</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::SeriesDialog</name>
    <message>
        <source>Which course of treatment for %1?</source>
        <translation>为%1约哪个疗程？</translation>
    </message>
    <message>
        <source>All are booked at once, or none.</source>
        <translation>要么全部约上，要么都不约。</translation>
    </message>
    <message>
        <source>Move this and all that follow of %1?</source>
        <translation>%1 这次及以后各次一起改期？</translation>
    </message>
    <message>
        <source>All are moved at once, or none.</source>
        <translation>要么全部改期，要么都不改。</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Times a week</source>
        <translation>每周次数</translation>
    </message>
    <message>
        <source>Weekdays</source>
        <translation>星期</translation>
    </message>
    <message>
        <source>From</source>
        <translation>自</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>With</source>
        <translation>医师、房间</translation>
    </message>
    <message>
        <source>[Tab] goes to the fields, [Alt L] to the list.</source>
        <translation>[Tab] 到各栏，[Alt L] 回列表。</translation>
    </message>
    <message>
        <source>whoever is free</source>
        <translation>谁有空都行</translation>
    </message>
    <message>
        <source>A day, such as 3-12 or +7.</source>
        <translation>填日期，如 3-12 或 +7。</translation>
    </message>
    <message>
        <source>A time, such as 9:30.</source>
        <translation>填时间，如 9:30。</translation>
    </message>
    <message>
        <source>There is no service that can be booked yet.</source>
        <translation>还没有可预约的项目。</translation>
    </message>
    <message numerus="yes">
        <source>Move %n appointment(s)</source>
        <translation>
            <numerusform>移动 %n 个预约</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Book %n appointment(s)</source>
        <translation>
            <numerusform>预约 %n 次</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n appointment(s) of %1 moved.</source>
        <translation>
            <numerusform>%1 的 %n 个预约已移动。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n appointment(s) booked for %1.</source>
        <translation>
            <numerusform>已为 %1 预约 %n 次。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::ServiceDialog</name>
    <message>
        <source>Change “%1”?</source>
        <translation>修改“%1”？</translation>
    </message>
    <message>
        <source>Add a service?</source>
        <translation>添加服务项目？</translation>
    </message>
    <message>
        <source>What is booked stays as it is.</source>
        <translation>已经约好的不变。</translation>
    </message>
    <message>
        <source>Type a name of your own, or some letters of one of the catalogue.</source>
        <translation>输入自己的名称，或目录中项目的首字母。</translation>
    </message>
    <message>
        <source>min</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>yuan</source>
        <translation>元</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务项目</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Lasts</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Before it</source>
        <translation>前留</translation>
    </message>
    <message>
        <source>After it</source>
        <translation>后留</translation>
    </message>
    <message>
        <source>Offered ahead by</source>
        <translation>提前预约</translation>
    </message>
    <message>
        <source>At most a day</source>
        <translation>每日限号</translation>
    </message>
    <message>
        <source>Extra a day</source>
        <translation>每日加号</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>as fit</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Needs at once</source>
        <translation>同时需要</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::ServiceSection</name>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>服务项目</translation>
    </message>
    <message>
        <source>What can be booked</source>
        <translation>可预约的服务</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务项目</translation>
    </message>
    <message>
        <source>Lasts</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>With whom, where, with what</source>
        <translation>由谁、在哪里、用什么</translation>
    </message>
    <message>
        <source>A day</source>
        <translation>每日</translation>
    </message>
    <message>
        <source>Yuan</source>
        <translation>元</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>No services yet</source>
        <translation>还没有服务项目</translation>
    </message>
    <message>
        <source>Add one with [N]: a name of your own, or some letters of one of the catalogue.</source>
        <translation>按 [N] 添加：输入自己的名称，或目录中项目的首字母。</translation>
    </message>
    <message>
        <source>New service</source>
        <translation>新增项目</translation>
    </message>
    <message>
        <source>retired</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>在用</translation>
    </message>
    <message>
        <source>nobody and nothing in use</source>
        <translation>所需的都已停用</translation>
    </message>
    <message>
        <source>Add a practitioner, room or device first: a service needs one.</source>
        <translation>请先添加医师、诊室或设备，服务项目要用到。</translation>
    </message>
    <message>
        <source>“%1” can be booked now.</source>
        <translation>“%1”现在可以预约了。</translation>
    </message>
    <message>
        <source>“%1” is changed.</source>
        <translation>“%1”已修改。</translation>
    </message>
    <message>
        <source>“%1” is in use again.</source>
        <translation>“%1”已恢复使用。</translation>
    </message>
    <message>
        <source>“%1” is booked no more; what is booked stays.</source>
        <translation>“%1”不再接受预约，已约的不变。</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::SessionPanel</name>
    <message>
        <source>Needles in</source>
        <translation>进针数</translation>
    </message>
    <message>
        <source>Note on the session</source>
        <translation>本次治疗备注</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>已做</translation>
    </message>
    <message>
        <source>Begin session</source>
        <translation>开始治疗</translation>
    </message>
    <message>
        <source>Needles out, counted</source>
        <translation>清点起针数</translation>
    </message>
    <message>
        <source>Why the needles do not agree</source>
        <translation>针数不符的原因</translation>
    </message>
    <message>
        <source>End session</source>
        <translation>结束治疗</translation>
    </message>
    <message>
        <source>Broken off</source>
        <translation>中途停止</translation>
    </message>
    <message>
        <source>Ended early; it does not count as given.</source>
        <translation>提前结束，不计为已做。</translation>
    </message>
    <message>
        <source>%1 of %2 sessions given, %3 left</source>
        <translation>共 %2 次，已做 %1 次，余 %3 次</translation>
    </message>
    <message>
        <source>To be given once</source>
        <translation>做一次</translation>
    </message>
    <message>
        <source>%1 a week</source>
        <translation>每周 %1 次</translation>
    </message>
    <message>
        <source>Taken out of the visit since; what was given stays.</source>
        <translation>后来已从就诊中去掉；做过的仍保留。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between words</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>%1 起</translation>
    </message>
    <message>
        <source>since %1, until %2</source>
        <translation>%1 起，%2 止</translation>
    </message>
    <message numerus="yes">
        <source>%n needle(s) in</source>
        <translation>
            <numerusform>进 %n 针</numerusform>
        </translation>
    </message>
    <message>
        <source>Running %1</source>
        <translation>进行中，%1</translation>
    </message>
    <message>
        <source>%1 went in, %2 came out. Count again and look before you write why.</source>
        <translation>进 %1 针，起 %2 针。请先再数一遍并查找，再写原因。</translation>
    </message>
    <message>
        <source>Count the needles that came out.</source>
        <translation>请清点起出的针数。</translation>
    </message>
    <message>
        <source>No. %1</source>
        <comment>ordinal of a session</comment>
        <translation>第 %1 次</translation>
    </message>
    <message>
        <source>broken off</source>
        <translation>中途停止</translation>
    </message>
    <message>
        <source>needles %1 in, %2 out</source>
        <translation>进 %1 针，起 %2 针</translation>
    </message>
    <message>
        <source>Entered in error</source>
        <translation>误录</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Each session</source>
        <translation>各次治疗</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::SetUpForm</name>
    <message>
        <source>I also treat patients</source>
        <translation>我也看诊</translation>
    </message>
    <message>
        <source>Found the clinic</source>
        <translation>创建诊所</translation>
    </message>
    <message>
        <source>Name of the clinic</source>
        <translation>诊所名称</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Licence number of the clinic</source>
        <translation>诊所许可证或备案号</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>你的姓名</translation>
    </message>
    <message>
        <source>Sign-in name</source>
        <translation>登录名</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Password again</source>
        <translation>再输一遍密码</translation>
    </message>
    <message>
        <source>Your title</source>
        <translation>你的职称</translation>
    </message>
    <message>
        <source>Your practising certificate</source>
        <translation>你的执业证书号</translation>
    </message>
    <message>
        <source>Found your clinic on this PC</source>
        <translation>在这台电脑上创建诊所</translation>
    </message>
    <message>
        <source>The clinic</source>
        <translation>诊所</translation>
    </message>
    <message>
        <source>You, its owner</source>
        <translation>负责人（你）</translation>
    </message>
    <message>
        <source>All of it can be changed later.</source>
        <translation>以后都可以改。</translation>
    </message>
    <message>
        <source>At least 10 characters, not a well-known one.</source>
        <translation>至少 10 位，勿用常见的。</translation>
    </message>
    <message>
        <source>The clinic&apos;s name is needed.</source>
        <translation>请填诊所名称。</translation>
    </message>
    <message>
        <source>Your name is needed.</source>
        <translation>请填你的姓名。</translation>
    </message>
    <message>
        <source>A sign-in name without spaces is needed.</source>
        <translation>请填登录名，不含空格。</translation>
    </message>
    <message>
        <source>The two passwords differ.</source>
        <translation>两次密码不一致。</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::SettingsPage</name>
    <message>
        <source>Sections of the settings</source>
        <translation>设置分区</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>section and what it shows</comment>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::Sheets</name>
    <message>
        <source>The printer does not answer.</source>
        <translation>打印机没有响应。</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::SheetsPrinter</name>
    <message>
        <source>Written to %1, since there is no printer.</source>
        <translation>没有打印机，已写入 %1。</translation>
    </message>
    <message>
        <source>Sent to %1.</source>
        <translation>已送往 %1。</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>已写入 %1。</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::SickNoteDialog</name>
    <message>
        <source>Name the diagnosis on the paper</source>
        <translation>在证明上写明诊断</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>起始日</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>截止日</translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation>辨证</translation>
    </message>
    <message>
        <source>Recommendation</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Issue and print</source>
        <translation>开具并打印</translation>
    </message>
    <message>
        <source>Sick note of this visit</source>
        <translation>本次就诊的病情证明</translation>
    </message>
    <message>
        <source>Issue a sick note</source>
        <translation>开具病情证明</translation>
    </message>
    <message>
        <source>One was issued. It is printed again; if you change something, a new one replaces it.</source>
        <translation>已开具过一份。不改动则重新打印；如有改动，将由新的一份代替。</translation>
    </message>
    <message>
        <source>It becomes part of the record and is printed.</source>
        <translation>开具后存入病历并打印。</translation>
    </message>
    <message numerus="yes">
        <source>%n days, first and last included</source>
        <translation>
            <numerusform>共 %n 天（含首尾两日）</numerusform>
        </translation>
    </message>
    <message>
        <source>Write both days, such as 2026-03-12.</source>
        <translation>请填写两个日期，例如 2026-03-12。</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::SignInForm</name>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Who is it?</source>
        <translation>你是谁？</translation>
    </message>
    <message>
        <source>Who is using this PC?</source>
        <translation>谁在用这台电脑？</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message numerus="yes">
        <source>Too many wrong passwords. Try again in %n second(s).</source>
        <translation>
            <numerusform>密码错误次数过多。请 %n 秒后再试。</numerusform>
        </translation>
    </message>
    <message>
        <source>Type your password.</source>
        <translation>请输入密码。</translation>
    </message>
    <message>
        <source>I have the recovery sheet</source>
        <translation>我有恢复单</translation>
    </message>
    <message>
        <source>Restore from a backup</source>
        <translation>从备份恢复</translation>
    </message>
    <message>
        <source>PIN or password</source>
        <translation>解锁码或密码</translation>
    </message>
    <message>
        <source>Start the training clinic afresh</source>
        <translation>重新开始练习</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::SpecialDayDialog</name>
    <message>
        <source>What is this day?</source>
        <translation>这一天是什么日子？</translation>
    </message>
    <message>
        <source>It holds for everybody; who works on holidays works on.</source>
        <translation>对所有人有效；节假日照常的不受影响。</translation>
    </message>
    <message>
        <source>What the day is</source>
        <translation>日子类别</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>What it is called</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>3-14 or 2026-03-14</source>
        <translation>3-14 或 2026-03-14</translation>
    </message>
    <message>
        <source>Holiday</source>
        <translation>放假</translation>
    </message>
    <message>
        <source>Made-up working day</source>
        <translation>调休上班</translation>
    </message>
    <message>
        <source>Ordinary</source>
        <translation>平常日</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>设定</translation>
    </message>
    <message>
        <source>A day such as 3-14 or 2026-03-14.</source>
        <translation>日期写作 3-14 或 2026-03-14。</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::StandingFindings</name>
    <message>
        <source>Signed all the same: %1</source>
        <translation>仍然签发：%1</translation>
    </message>
    <message>
        <source>Found now; it was not when this was signed.</source>
        <translation>现在才发现，签发时没有这条提示。</translation>
    </message>
    <message>
        <source>Found when this was signed; not by what is known now.</source>
        <translation>签发时有这条提示，按现在所知不再成立。</translation>
    </message>
    <message>
        <source>Found when this was signed.</source>
        <translation>签发时有这条提示。</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::StripView</name>
    <message>
        <source>Allergy: %1</source>
        <translation>过敏：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>就诊</translation>
    </message>
    <message>
        <source>%1, last %2</source>
        <comment>number, day</comment>
        <translation>%1 次，上次%2</translation>
    </message>
    <message>
        <source>Not come</source>
        <translation>爽约</translation>
    </message>
    <message>
        <source>%1, late %2, cancelled late %3</source>
        <translation>%1 次，迟到 %2，临时取消 %3</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下次</translation>
    </message>
    <message>
        <source>Not signed</source>
        <translation>未签名</translation>
    </message>
    <message numerus="yes">
        <source>%n visits</source>
        <translation>
            <numerusform>%n 次就诊</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::TagDialog</name>
    <message>
        <source>Rename this tag?</source>
        <translation>修改标签名称？</translation>
    </message>
    <message>
        <source>Make a tag?</source>
        <translation>新建标签？</translation>
    </message>
    <message>
        <source>Who carries it keeps it under the new name.</source>
        <translation>已有此标签的患者，标签随之改名。</translation>
    </message>
    <message>
        <source>A word of the clinic&apos;s own that patients are grouped by.</source>
        <translation>诊所自定的词，用来给患者分类。</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>改名</translation>
    </message>
    <message>
        <source>Make</source>
        <translation>新建</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::TagSection</name>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Tags of patients</source>
        <translation>患者标签</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Patients</source>
        <translation>患者</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>No tags yet</source>
        <translation>还没有标签</translation>
    </message>
    <message>
        <source>Make one with [N], or type it beside a patient&apos;s chart with [Alt G].</source>
        <translation>按 [N] 新建，或在患者病历旁按 [Alt G] 输入。</translation>
    </message>
    <message>
        <source>New tag</source>
        <translation>新建标签</translation>
    </message>
    <message>
        <source>retired</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is offered again.</source>
        <translation>“%1”恢复使用。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is offered no more; who carries it keeps it.</source>
        <translation>“%1”不再提供；已有此标签的患者保留。</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::TagsCard</name>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Space takes a tag away</source>
        <translation>空格去掉标签</translation>
    </message>
    <message>
        <source>Give a tag</source>
        <translation>加标签</translation>
    </message>
    <message>
        <source>Alt G: give a tag</source>
        <translation>Alt G：加标签</translation>
    </message>
    <message>
        <source> · </source>
        <comment>between tags</comment>
        <translation> · </translation>
    </message>
    <message>
        <source>New tag &quot;%1&quot;</source>
        <translation>新建标签“%1”</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::TakingBack</name>
    <message>
        <source>%1 (%2)</source>
        <comment>what was done, whose record</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Not after all</source>
        <translation>不撤了</translation>
    </message>
    <message>
        <source>You have done nothing in the last day that could be taken back.</source>
        <translation>您近一天没有可撤回的操作。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be taken back. %2</source>
        <translation>“%1”不能撤回。%2</translation>
    </message>
    <message>
        <source>Take back &quot;%1&quot;?</source>
        <translation>撤回“%1”？</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>不撤</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::TemplateDialog</name>
    <message>
        <source>Change this template?</source>
        <translation>修改这个模板？</translation>
    </message>
    <message>
        <source>Keep this note as a template?</source>
        <translation>把这份病历存为模板？</translation>
    </message>
    <message>
        <source>A semicolon and its letters put it into a note, where nothing stands yet. {} is a place to fill in.</source>
        <translation>在病历中键入分号和代码即可调用，只填空白处。{} 为待填之处。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Letters that call it</source>
        <translation>调用代码</translation>
    </message>
    <message>
        <source>For everybody in the clinic</source>
        <translation>全诊所共用</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>存下</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>New template</source>
        <translation>新模板</translation>
    </message>
    <message>
        <source>In place of what %1 (%2) says</source>
        <comment>template and its letters</comment>
        <translation>替换“%1”（%2）的内容</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>方剂</translation>
    </message>
    <message>
        <source>This could not be done; nothing was changed.</source>
        <translation>没有做成，什么也没有改动。</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::TemplateSection</name>
    <message>
        <source>Templates</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Templates of notes</source>
        <translation>病历模板</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>缩写</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Says</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>方剂</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>归属</translation>
    </message>
    <message>
        <source>No templates yet</source>
        <translation>还没有模板</translation>
    </message>
    <message>
        <source>At a visit [Ctrl G] keeps the note as a template; its pattern calls it again.</source>
        <translation>就诊时按 [Ctrl G] 把病历存为模板，选到同一证型时即可调用。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>part of a note and what it says</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between parts of a note</comment>
        <translation>；</translation>
    </message>
    <message>
        <source>the clinic&apos;s</source>
        <translation>全所的</translation>
    </message>
    <message>
        <source>my own</source>
        <translation>自己的</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is offered no more.</source>
        <translation>“%1”不再提供。</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::TestPage</name>
    <message>
        <source>Test page: %1</source>
        <translation>测试页：%1</translation>
    </message>
    <message>
        <source>The frame stands 10 mm from each edge.</source>
        <translation>方框距各边 10 毫米。</translation>
    </message>
    <message>
        <source>The ruler is 100 mm long.</source>
        <translation>标尺长 100 毫米。</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::TherapyList</name>
    <message>
        <source>Therapies</source>
        <translation>治疗</translation>
    </message>
    <message>
        <source>Therapy, sessions, a week: atj 10 3</source>
        <translation>治疗 次数 每周次数：atj 10 3</translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n 分</numerusform>
        </translation>
    </message>
    <message>
        <source>; </source>
        <comment>between parts</comment>
        <translation>；</translation>
    </message>
    <message>
        <source>⏎ writes it anew, ⌫ takes it out, Esc back.</source>
        <translation>⏎ 重写，⌫ 去掉，Esc 返回。</translation>
    </message>
    <message>
        <source>Not understood: %1.</source>
        <translation>看不懂：%1。</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::TimelinePage</name>
    <message>
        <source>Only what changed  V</source>
        <translation>只看有变化  V</translation>
    </message>
    <message>
        <source>Print A4</source>
        <translation>打印 A4 横</translation>
    </message>
    <message>
        <source>Prescribe from this one</source>
        <translation>从此列开方</translation>
    </message>
    <message>
        <source>+ added</source>
        <translation>+ 新加</translation>
    </message>
    <message>
        <source>↑ ↓ changed</source>
        <translation>↑ ↓ 改量</translation>
    </message>
    <message>
        <source>− taken out</source>
        <translation>− 减去</translation>
    </message>
    <message>
        <source>against the formula before</source>
        <translation>与前一方比</translation>
    </message>
    <message>
        <source>No signed formula yet</source>
        <translation>还没有签名的处方</translation>
    </message>
    <message>
        <source>Formulas of signed visits stand side by side here; [Esc] leads back.</source>
        <translation>签名过的处方会并排列在这里；[Esc] 返回。</translation>
    </message>
    <message>
        <source>Formulas</source>
        <translation>处方对比</translation>
    </message>
    <message numerus="yes">
        <source>%n formula(s)</source>
        <translation>
            <numerusform>%n 方</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n herb(s)</source>
        <translation>
            <numerusform>%n 味</numerusform>
        </translation>
    </message>
    <message>
        <source>visit</source>
        <translation>诊次</translation>
    </message>
    <message>
        <source>herb</source>
        <translation>药</translation>
    </message>
    <message>
        <source>only what changed</source>
        <translation>只看有变化</translation>
    </message>
    <message>
        <source>print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>chart</source>
        <translation>病历</translation>
    </message>
    <message>
        <source>prescribe from it</source>
        <translation>从此列开方</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::TimelinePaper</name>
    <message>
        <source>Formulas side by side: %1</source>
        <translation>处方对比：%1</translation>
    </message>
    <message>
        <source>+ added  ↑↓ changed  − taken out, against the formula before; grams a packet</source>
        <translation>+ 新加&#x3000;↑↓ 改量&#x3000;− 减去，与前一方比；每剂克数</translation>
    </message>
    <message>
        <source>Tongue</source>
        <translation>舌</translation>
    </message>
    <message>
        <source>normal up to %1</source>
        <translation>%1 以下正常</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::TodayModel</name>
    <message>
        <source>C</source>
        <comment>one character: in consultation</comment>
        <translation>诊</translation>
    </message>
    <message>
        <source>W</source>
        <comment>one character: waiting</comment>
        <translation>候</translation>
    </message>
    <message>
        <source>F</source>
        <comment>one character: to finish</comment>
        <translation>办</translation>
    </message>
    <message>
        <source>E</source>
        <comment>one character: expected</comment>
        <translation>约</translation>
    </message>
    <message>
        <source>D</source>
        <comment>one character: done</comment>
        <translation>毕</translation>
    </message>
    <message>
        <source>N</source>
        <comment>one character: did not come</comment>
        <translation>爽</translation>
    </message>
    <message>
        <source>In consultation</source>
        <translation>就诊中</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>候诊</translation>
    </message>
    <message>
        <source>To finish</source>
        <translation>待办理</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>待到</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Did not come</source>
        <translation>爽约</translation>
    </message>
    <message numerus="yes">
        <source>%n min on average</source>
        <comment>waiting</comment>
        <translation>
            <numerusform>平均 %n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>next %1</source>
        <translation>下一位 %1</translation>
    </message>
    <message>
        <source>[5] opens</source>
        <translation>按 [5] 展开</translation>
    </message>
    <message>
        <source>[6] opens</source>
        <translation>按 [6] 展开</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>group and count</comment>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min late</source>
        <translation>
            <numerusform>迟到 %n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>now</source>
        <translation>到时</translation>
    </message>
    <message numerus="yes">
        <source>in %n min</source>
        <translation>
            <numerusform>%n 分钟后</numerusform>
        </translation>
    </message>
    <message>
        <source>urgent</source>
        <translation>急</translation>
    </message>
    <message>
        <source>priority</source>
        <translation>优先</translation>
    </message>
    <message numerus="yes">
        <source>called %n time(s), not there</source>
        <translation>
            <numerusform>叫号 %n 次未到</numerusform>
        </translation>
    </message>
    <message>
        <source>left unseen</source>
        <translation>未就诊离开</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>walk-in</source>
        <translation>现场</translation>
    </message>
    <message>
        <source>not shown to you</source>
        <translation>无权查看</translation>
    </message>
    <message>
        <source>%1·%2</source>
        <comment>practitioner, service</comment>
        <translation>%1·%2</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>号</translation>
    </message>
    <message>
        <source>Booked</source>
        <comment>time of the appointment</comment>
        <translation>预约</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>患者</translation>
    </message>
    <message>
        <source>With, for</source>
        <translation>医师·项目</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>等候</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>就诊</translation>
    </message>
    <message>
        <source>Treatment</source>
        <translation>治疗</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::TodayPage</name>
    <message>
        <source>%1 called in.</source>
        <translation>%1 已进诊。</translation>
    </message>
    <message>
        <source>%1 is not there and waits again.</source>
        <translation>%1 过号，重新候诊。</translation>
    </message>
    <message>
        <source>%1 called again.</source>
        <translation>已重叫 %1。</translation>
    </message>
    <message>
        <source>%1 left unseen.</source>
        <translation>%1 未就诊离开。</translation>
    </message>
    <message>
        <source>Priority of %1 changed.</source>
        <translation>已调整 %1 的优先。</translation>
    </message>
    <message>
        <source>Consultation of %1 is over.</source>
        <translation>%1 就诊结束。</translation>
    </message>
    <message>
        <source>From “%1” nobody goes to “%2”.</source>
        <translation>不能从“%1”转到“%2”。</translation>
    </message>
    <message>
        <source>%1 waits under number %2.</source>
        <translation>%1 候诊，%2 号。</translation>
    </message>
    <message>
        <source>%1 did not come.</source>
        <translation>%1 爽约。</translation>
    </message>
    <message>
        <source>Nobody is booked with you. The owner says in the settings who signs in as which practitioner.</source>
        <translation>您没有对应的出诊医师，请店主在设置中指定登录人。</translation>
    </message>
    <message>
        <source>Whose patients</source>
        <translation>谁的患者</translation>
    </message>
    <message>
        <source>Queue slips</source>
        <translation>候诊号单</translation>
    </message>
    <message>
        <source>Treatment</source>
        <translation>治疗</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Nobody yet today</source>
        <translation>今天还没有人</translation>
    </message>
    <message>
        <source>Who is booked stands here; [W] queues who comes without an appointment.</source>
        <translation>预约的患者显示在这里；未预约的按 [W] 现场挂号。</translation>
    </message>
    <message>
        <source>Who is booked or comes stands here.</source>
        <translation>预约和到诊的患者显示在这里。</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>预约</translation>
    </message>
    <message>
        <source>Walk-in</source>
        <translation>挂号</translation>
    </message>
    <message>
        <source>Patients of today</source>
        <translation>今日患者</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>全部医师</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>上下</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>walk-in</source>
        <translation>现场</translation>
    </message>
    <message>
        <source>call the next</source>
        <translation>叫下一位</translation>
    </message>
    <message>
        <source>waiting room</source>
        <translation>大屏</translation>
    </message>
    <message>
        <source>take back</source>
        <translation>撤回</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::TodayPanel</name>
    <message>
        <source>Check in</source>
        <translation>签到</translation>
    </message>
    <message>
        <source>Call in</source>
        <translation>叫号入诊</translation>
    </message>
    <message>
        <source>Consultation over</source>
        <translation>就诊结束</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>Not there</source>
        <translation>过号</translation>
    </message>
    <message>
        <source>Call again</source>
        <translation>重叫</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>优先</translation>
    </message>
    <message>
        <source>Did not come</source>
        <translation>爽约</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>Open chart</source>
        <translation>打开病历</translation>
    </message>
    <message>
        <source>Not shown to you</source>
        <translation>无权查看</translation>
    </message>
    <message>
        <source>Still waits about</source>
        <translation>预计还等</translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n 分钟</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::TongueMap</name>
    <message>
        <source>Zones of the tongue</source>
        <translation>舌的分部</translation>
    </message>
    <message>
        <source>root</source>
        <translation>根</translation>
    </message>
    <message>
        <source>left</source>
        <translation>左边</translation>
    </message>
    <message>
        <source>right</source>
        <translation>右边</translation>
    </message>
    <message>
        <source>centre</source>
        <translation>中</translation>
    </message>
    <message>
        <source>tip</source>
        <translation>尖</translation>
    </message>
    <message>
        <source>whole tongue; %1 under the hand</source>
        <translation>全舌；当前在%1</translation>
    </message>
    <message>
        <source>L</source>
        <comment>left side of the tongue, short</comment>
        <translation>左</translation>
    </message>
    <message>
        <source>R</source>
        <comment>right side of the tongue, short</comment>
        <translation>右</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::TonguePage</name>
    <message>
        <source>Tongue</source>
        <translation>舌象</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n 张照片</numerusform>
        </translation>
    </message>
    <message>
        <source>take</source>
        <translation>拍照</translation>
    </message>
    <message>
        <source>beside the earlier one</source>
        <translation>与以前并排</translation>
    </message>
    <message>
        <source>onion-skin</source>
        <translation>叠影</translation>
    </message>
    <message>
        <source>flicker</source>
        <translation>交替</translation>
    </message>
    <message>
        <source>an older one</source>
        <translation>更早一张</translation>
    </message>
    <message>
        <source>back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::TonguePhotos</name>
    <message>
        <source>Kept encrypted. What you chose is still where it was on this PC.</source>
        <translation>已加密保存。您所选的文件仍在本机原处。</translation>
    </message>
    <message>
        <source>There is no earlier picture.</source>
        <translation>没有以前的照片。</translation>
    </message>
    <message>
        <source>%1, and half seen through: %2</source>
        <translation>%1，半透明叠加：%2</translation>
    </message>
    <message>
        <source>There is no earlier picture to compare with.</source>
        <translation>没有以前的照片可供对比。</translation>
    </message>
    <message>
        <source>Look through the camera: F5 takes the picture, Esc leaves it.</source>
        <translation>正在取景：按 F5 拍照，按 Esc 退出。</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>There is no picture in the clipboard.</source>
        <translation>剪贴板中没有图片。</translation>
    </message>
    <message>
        <source>Choose pictures of the tongue</source>
        <translation>选择舌象照片</translation>
    </message>
    <message>
        <source>Pictures (*.jpg *.jpeg *.png *.bmp *.gif)</source>
        <translation>图片 (*.jpg *.jpeg *.png *.bmp *.gif)</translation>
    </message>
    <message>
        <source>Marked as entered in error.</source>
        <translation>已标为误录。</translation>
    </message>
    <message>
        <source>L* %1  a* %2  b* %3</source>
        <translation>L* %1  a* %2  b* %3</translation>
    </message>
    <message>
        <source>No picture of the tongue yet</source>
        <translation>还没有舌象照片</translation>
    </message>
    <message>
        <source>[F5] takes one or chooses a file, [Ctrl V] takes what is in the clipboard; files can be dropped here.</source>
        <translation>[F5] 拍照或选择文件，[Ctrl V] 粘贴剪贴板中的图片；也可将文件拖到这里。</translation>
    </message>
    <message>
        <source>Pictures of the tongue stand here.</source>
        <translation>舌象照片显示在这里。</translation>
    </message>
    <message>
        <source>The picture on the left</source>
        <translation>左边的照片</translation>
    </message>
    <message>
        <source>The picture on the right</source>
        <translation>右边的照片</translation>
    </message>
    <message>
        <source>Pictures of the tongue, the latest first</source>
        <translation>舌象照片，最新的在前</translation>
    </message>
    <message>
        <source>How the pictures are looked at</source>
        <translation>照片的看法</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Earlier  F8</source>
        <translation>以前  F8</translation>
    </message>
    <message>
        <source>Onion-skin  O</source>
        <translation>叠影  O</translation>
    </message>
    <message>
        <source>Flicker  X</source>
        <translation>交替  X</translation>
    </message>
    <message>
        <source>The colours of compared pictures</source>
        <translation>对比照片的颜色</translation>
    </message>
    <message>
        <source>As taken</source>
        <translation>原色</translation>
    </message>
    <message>
        <source>Set right  C</source>
        <translation>校色  C</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Take a picture</source>
        <translation>拍照</translation>
    </message>
    <message>
        <source>The picture is mirrored: left and right are exchanged in it.</source>
        <translation>照片是镜像：左右相反。</translation>
    </message>
    <message>
        <source>Colour of a spot</source>
        <translation>一点的颜色</translation>
    </message>
    <message>
        <source>Print a colour card</source>
        <translation>打印色卡</translation>
    </message>
    <message>
        <source>Save a copy outside</source>
        <translation>另存副本</translation>
    </message>
    <message>
        <source>Attached in error</source>
        <translation>误录</translation>
    </message>
    <message>
        <source>%1, as taken</source>
        <translation>%1，原色</translation>
    </message>
    <message>
        <source>%1, colours by the card</source>
        <translation>%1，按色卡校色</translation>
    </message>
    <message>
        <source>%1, colours guessed</source>
        <translation>%1，颜色为估计</translation>
    </message>
    <message>
        <source>By the colour card</source>
        <translation>按色卡</translation>
    </message>
    <message>
        <source>Guessed</source>
        <translation>估计</translation>
    </message>
    <message>
        <source>Mean difference of the card&apos;s patches (ΔE 2000): %1 as taken, %2 set right. Pictures with the same card can be compared.</source>
        <translation>色卡各色块平均色差（ΔE 2000）：原色 %1，校色后 %2。用同一色卡的照片可以对比。</translation>
    </message>
    <message>
        <source>No colour card was found in this picture. Its colours are a guess from the picture as a whole and must not be compared with others.</source>
        <translation>照片中没有找到色卡。颜色按整张照片估计，不可与其他照片比较。</translation>
    </message>
    <message>
        <source>Click on the picture, or press Space on it and walk with the arrows.</source>
        <translation>点击照片，或在照片上按空格键再用方向键移动。</translation>
    </message>
    <message>
        <source>As taken, and set right:</source>
        <translation>原色与校色后：</translation>
    </message>
    <message>
        <source>This one, then the earlier one; the difference is ΔE %1.</source>
        <translation>先为这一张，后为以前那张；色差 ΔE %1。</translation>
    </message>
    <message>
        <source>This one, then the earlier one. Without a card in both the numbers must not be compared.</source>
        <translation>先为这一张，后为以前那张。两张并非都有色卡校色，数值不可比较。</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::TonguePicker</name>
    <message>
        <source>Colour</source>
        <translation>舌色</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>舌形</translation>
    </message>
    <message>
        <source>Coating</source>
        <translation>苔质</translation>
    </message>
    <message>
        <source>Coating colour</source>
        <translation>苔色</translation>
    </message>
    <message>
        <source>Tongue, %1</source>
        <translation>舌，%1</translation>
    </message>
    <message>
        <source>Tongue by letters</source>
        <translation>用字母写舌象</translation>
    </message>
    <message>
        <source>Typed</source>
        <translation>速记</translation>
    </message>
    <message>
        <source>The next colour is that of the %1.</source>
        <translation>下一个颜色记在舌%1。</translation>
    </message>
    <message>
        <source>Last time: %1</source>
        <translation>上次：%1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between findings of the tongue</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>One line: dh ch b ba ⏎</source>
        <translation>一行写完，如 dh ch b ba ⏎</translation>
    </message>
    <message>
        <source>Also without blanks: dhchbba</source>
        <translation>也可不空格：dhchbba</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::TongueRow</name>
    <message>
        <source>Photograph</source>
        <translation>拍照</translation>
    </message>
    <message>
        <source>Take a picture of the tongue</source>
        <translation>拍舌象照片</translation>
    </message>
    <message>
        <source>Pictures of the tongue, the latest first</source>
        <translation>舌象照片，最新的在前</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::TopBar</name>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::TrainingBand</name>
    <message>
        <source>Training clinic: all people here are invented. Never enter a real patient.</source>
        <translation>练习诊所：这里的人都是虚构的。切勿登记真实患者。</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::TrainingForm</name>
    <message>
        <source>Make the demo clinic</source>
        <translation>建立示范诊所</translation>
    </message>
    <message>
        <source>A clinic to practise in</source>
        <translation>练习用的诊所</translation>
    </message>
    <message>
        <source>Sixty invented patients with a year of visits, and somebody for each role. Everything can be tried: it stands in a folder of its own, nothing in it is sent anywhere, and what is printed says that it is no record.</source>
        <translation>六十位虚构的患者和一年的就诊记录，每种角色各有一人。一切都可以试：它在自己的文件夹里，不向外发送任何内容，打印件都注明不是病历。</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Founding the clinic …</source>
        <translation>正在建立诊所……</translation>
    </message>
    <message>
        <source>Day %1 of %2</source>
        <translation>第 %1 天，共 %2 天</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::TreatmentEditor</name>
    <message>
        <source>Group %1 is typed by %2.</source>
        <translation>穴位组“%1”的代码是 %2。</translation>
    </message>
    <message>
        <source>Group %1 is no longer in use.</source>
        <translation>穴位组“%1”已停用。</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::TreatmentPage</name>
    <message>
        <source>Chart</source>
        <translation>病历</translation>
    </message>
    <message>
        <source>Treatment sheet</source>
        <translation>治疗单</translation>
    </message>
    <message>
        <source>Treatments</source>
        <translation>治疗</translation>
    </message>
    <message>
        <source>The treatment</source>
        <translation>治疗内容</translation>
    </message>
    <message>
        <source>begin or end</source>
        <translation>开始或结束</translation>
    </message>
    <message>
        <source>print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>chart</source>
        <translation>病历</translation>
    </message>
    <message>
        <source>No treatments are ordered. They are written in a visit, and stand here once it is signed.</source>
        <translation>没有治疗。在就诊中开出并签名后，会列在这里。</translation>
    </message>
    <message numerus="yes">
        <source>Begun: %n needle(s) are in.</source>
        <translation>
            <numerusform>已开始：进针 %n 针。</numerusform>
        </translation>
    </message>
    <message>
        <source>Begun.</source>
        <translation>已开始。</translation>
    </message>
    <message numerus="yes">
        <source>Ended: %n needle(s) are out.</source>
        <translation>
            <numerusform>已结束：起针 %n 针。</numerusform>
        </translation>
    </message>
    <message>
        <source>Ended.</source>
        <translation>已结束。</translation>
    </message>
    <message>
        <source>One session given.</source>
        <translation>已记一次治疗。</translation>
    </message>
    <message>
        <source>Why was the session entered in error?</source>
        <translation>这次治疗为何是误录？</translation>
    </message>
    <message>
        <source>It stays in the history and counts no more.</source>
        <translation>记录仍留在历史中，不再计数。</translation>
    </message>
    <message>
        <source>Mark as error</source>
        <translation>标为误录</translation>
    </message>
    <message>
        <source>Marked as entered in error.</source>
        <translation>已标为误录。</translation>
    </message>
    <message>
        <source>This could not be done; nothing was changed.</source>
        <translation>没有做成，什么也没有改动。</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::TreatmentText</name>
    <message>
        <source>, </source>
        <comment>between words</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>%1–%2 cun</source>
        <translation>%1–%2 寸</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between parts</comment>
        <translation>；</translation>
    </message>
    <message>
        <source>2×</source>
        <comment>a point on both sides, very short</comment>
        <translation>双</translation>
    </message>
    <message>
        <source>L</source>
        <comment>a point on the left side, very short</comment>
        <translation>左</translation>
    </message>
    <message>
        <source>R</source>
        <comment>a point on the right side, very short</comment>
        <translation>右</translation>
    </message>
    <message>
        <source>even</source>
        <comment>technique, short</comment>
        <translation>平补平泻</translation>
    </message>
    <message>
        <source>reinf.</source>
        <comment>technique, short</comment>
        <translation>补</translation>
    </message>
    <message>
        <source>red.</source>
        <comment>technique, short</comment>
        <translation>泻</translation>
    </message>
    <message>
        <source>warm</source>
        <comment>technique, short</comment>
        <translation>温针</translation>
    </message>
    <message>
        <source>electro</source>
        <comment>technique, short</comment>
        <translation>电针</translation>
    </message>
    <message>
        <source>prick</source>
        <comment>technique, short</comment>
        <translation>点刺</translation>
    </message>
    <message>
        <source>moxa</source>
        <comment>technique, short</comment>
        <translation>灸</translation>
    </message>
    <message>
        <source>Pregnancy</source>
        <translation>妊娠</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>深度</translation>
    </message>
    <message>
        <source>Twice</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>Place</source>
        <comment>finding about what lies below a point</comment>
        <translation>部位</translation>
    </message>
    <message>
        <source>Place not known, not checked: %1.</source>
        <translation>部位不明，未核：%1。</translation>
    </message>
    <message>
        <source>Pregnancy is not known.</source>
        <translation>是否妊娠不详。</translation>
    </message>
    <message>
        <source>Pregnancy is not known; it matters for %1.</source>
        <translation>是否妊娠不详；与%1有关。</translation>
    </message>
    <message>
        <source>Pregnant: from the fifth month on every point of the abdomen needs care, named here or not.</source>
        <translation>妊娠：五个月以上，腹部各穴不论是否列出均须慎用。</translation>
    </message>
    <message>
        <source>The depths are adults&apos;.</source>
        <translation>深度为成人值。</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::TrendChart</name>
    <message>
        <source>%1 on %2</source>
        <comment>number, day</comment>
        <translation>%2 为 %1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between numbers of a chart</comment>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::TrendPane</name>
    <message>
        <source>How far back</source>
        <translation>多久以来</translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <comment>latest</comment>
        <translation>
            <numerusform>近 %n 诊</numerusform>
        </translation>
    </message>
    <message>
        <source>All</source>
        <comment>visits</comment>
        <translation>全部</translation>
    </message>
    <message>
        <source>Trends</source>
        <translation>趋势</translation>
    </message>
    <message>
        <source>Nothing was measured yet. Vitals and scores are typed in the first line of a visit&apos;s note.</source>
        <translation>还没有测量或评分。体征与评分写在就诊记录的第一行。</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::TrendScreen</name>
    <message>
        <source>Trend</source>
        <translation>趋势</translation>
    </message>
    <message>
        <source>[←] [→] another measurement, [↑] [↓] more or fewer visits, [Esc] back</source>
        <translation>[←] [→] 换一项，[↑] [↓] 多看或少看几诊，[Esc] 返回</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::Trends</name>
    <message>
        <source>reference %1</source>
        <translation>参考 %1</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between unit and range</comment>
        <translation>；</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::TrialStep</name>
    <message>
        <source>Which lines are shown</source>
        <translation>看哪些行</translation>
    </message>
    <message>
        <source>Bring in those too who are only likely known</source>
        <translation>「很可能已有」的也导入</translation>
    </message>
    <message>
        <source>What is shown of the dry run</source>
        <translation>试运行看什么</translation>
    </message>
    <message>
        <source>Save the lines that stay out</source>
        <translation>另存未导入的行</translation>
    </message>
    <message>
        <source>Line by line</source>
        <translation>逐行</translation>
    </message>
    <message>
        <source>Column by column</source>
        <translation>逐列</translation>
    </message>
    <message>
        <source>Lines there is something to tell of</source>
        <translation>有说明的行</translation>
    </message>
    <message>
        <source>Columns of the file</source>
        <translation>文件的各列</translation>
    </message>
    <message>
        <source>Nothing to tell</source>
        <translation>没有要说的</translation>
    </message>
    <message>
        <source>Each of these lines comes in as it stands.</source>
        <translation>这些行都照原样导入。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试</translation>
    </message>
    <message numerus="yes">
        <source>%n lines</source>
        <translation>
            <numerusform>共 %n 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>新增 %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n known already</source>
        <translation>
            <numerusform>已有 %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rejected</source>
        <translation>
            <numerusform>未收 %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There is more to tell of %n lines than is shown here.</source>
        <translation>
            <numerusform>另有 %n 行的说明没有列出。</numerusform>
        </translation>
    </message>
    <message>
        <source>Column of the file</source>
        <translation>文件里的列</translation>
    </message>
    <message>
        <source>is</source>
        <translation>是</translation>
    </message>
    <message>
        <source>Filled</source>
        <translation>有内容</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>未收</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>读作</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>%1, what stays out</source>
        <comment>name of a file</comment>
        <translation>%1-未导入</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>说明</translation>
    </message>
    <message numerus="yes">
        <source>%n lines saved as %1.</source>
        <translation>
            <numerusform>%n 行已存为 %1。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::UnfinishedModel</name>
    <message>
        <source>%1 %2</source>
        <comment>day and time</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>未填姓名</translation>
    </message>
    <message>
        <source>New visit, not saved</source>
        <translation>新就诊，未保存</translation>
    </message>
    <message>
        <source>Visit, not saved</source>
        <translation>就诊，未保存</translation>
    </message>
    <message>
        <source>Visit, not signed</source>
        <translation>就诊，未签署</translation>
    </message>
    <message>
        <source>Amendment, not signed</source>
        <translation>修订，未签署</translation>
    </message>
    <message>
        <source>Registration</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Change of details</source>
        <translation>修改资料</translation>
    </message>
    <message>
        <source>Allergies and medicines</source>
        <translation>过敏与在服药</translation>
    </message>
    <message>
        <source>Cannot be read here</source>
        <translation>此处无法读取</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>What</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Clinic</source>
        <translation>诊所</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>新人员</translation>
    </message>
    <message>
        <source>Change of a person</source>
        <translation>修改人员</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Verdict on an emergency access</source>
        <translation>紧急查看的复核</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Constitution questionnaire</source>
        <translation>体质问卷</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>纸质文件</translation>
    </message>
    <message>
        <source>Phrase</source>
        <translation>短语</translation>
    </message>
    <message>
        <source>Template of a note</source>
        <translation>病历模板</translation>
    </message>
    <message>
        <source>Own formula</source>
        <translation>自拟方</translation>
    </message>
    <message>
        <source>Group of points</source>
        <translation>穴位组</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Session of a treatment</source>
        <translation>治疗操作</translation>
    </message>
    <message>
        <source>Sick note</source>
        <translation>病情证明</translation>
    </message>
    <message>
        <source>Family history</source>
        <translation>家族史</translation>
    </message>
    <message>
        <source>Prescription to check</source>
        <translation>处方待审核</translation>
    </message>
    <message>
        <source>About</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Reason or remark</source>
        <translation>理由或备注</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Relative</source>
        <translation>家属</translation>
    </message>
    <message>
        <source>Enquiry</source>
        <translation>咨询</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系记录</translation>
    </message>
    <message>
        <source>Enquiries</source>
        <translation>咨询登记</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::UnfinishedPage</name>
    <message>
        <source>Nothing is unfinished</source>
        <translation>没有未完成的</translation>
    </message>
    <message>
        <source>Unfinished</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>This cannot be read with your present key or by this Xinglin. It is kept as it is.</source>
        <translation>用您现在的钥匙或此版本的杏林无法读取，原样保留。</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>What you type and do not save is found here, as are visits not signed yet and prescriptions to check.</source>
        <translation>输入了没有保存的内容、还没签署的就诊、待审核的处方，都在这里。</translation>
    </message>
    <message numerus="yes">
        <source>%n to finish</source>
        <comment>number of things</comment>
        <translation>
            <numerusform>%n 件待完成</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::VisitDetails</name>
    <message>
        <source>The selected visit</source>
        <translation>选中的就诊</translation>
    </message>
    <message>
        <source> (%1)</source>
        <comment>preparation of a herb</comment>
        <translation>（%1）</translation>
    </message>
    <message numerus="yes">
        <source>%n packet(s)</source>
        <translation>
            <numerusform>%n 剂</numerusform>
        </translation>
    </message>
    <message>
        <source>Own formula</source>
        <translation>自拟方</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>处方</translation>
    </message>
    <message>
        <source>not signed</source>
        <translation>未签</translation>
    </message>
    <message>
        <source>amended: %1</source>
        <translation>已修订：%1</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>已签</translation>
    </message>
    <message>
        <source>%1&#xa0;%2&#xa0;g</source>
        <comment>herb and dose</comment>
        <translation>%1&#xa0;%2&#xa0;g</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between herbs</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <comment>a treatment, how often</comment>
        <translation>%1；%2</translation>
    </message>
    <message>
        <source>Treatments</source>
        <translation>治疗</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>times of day</comment>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>since %1</source>
        <comment>time of day</comment>
        <translation>%1 起</translation>
    </message>
    <message>
        <source>%1 in, %2 out</source>
        <comment>needles</comment>
        <translation>进 %1 针，起 %2 针</translation>
    </message>
    <message>
        <source>%1 in</source>
        <comment>needles</comment>
        <translation>进 %1 针</translation>
    </message>
    <message>
        <source>Needles</source>
        <translation>针数</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>作答</translation>
    </message>
    <message>
        <source>by the patient</source>
        <translation>患者自填</translation>
    </message>
    <message>
        <source>asked by staff</source>
        <translation>医护询问</translation>
    </message>
    <message>
        <source>Countersigned by %1, %2</source>
        <comment>name, day and time</comment>
        <translation>%1 会签，%2</translation>
    </message>
    <message>
        <source>Medicines</source>
        <translation>成药</translation>
    </message>
    <message>
        <source>amended</source>
        <translation>已修订</translation>
    </message>
    <message>
        <source>Prescription checked by %1, %2</source>
        <comment>name, day and time</comment>
        <translation>处方由 %1 审核，%2</translation>
    </message>
    <message>
        <source>%1, signed again</source>
        <comment>a herb whose severe warning was signed over</comment>
        <translation>%1（双签）</translation>
    </message>
    <message>
        <source>Herbs</source>
        <translation>药味</translation>
    </message>
    <message>
        <source>Directions</source>
        <translation>用法</translation>
    </message>
    <message>
        <source>%1: %2, %3 a day, in %4 doses, for %5</source>
        <comment>route, packets, … days</comment>
        <translation>%1：%2，每日 %3 剂，分 %4 次，共 %5</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n herb(s) checked</source>
        <translation>
            <numerusform>%n 味已核 %1 味</numerusform>
        </translation>
    </message>
    <message>
        <source>Check</source>
        <translation>核对</translation>
    </message>
    <message>
        <source>Ready-made medicines are not checked by the program.</source>
        <translation>程序不核对成药。</translation>
    </message>
    <message>
        <source>Nothing was prescribed at this visit.</source>
        <translation>这次就诊没有开处方。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a formula, what was found in it</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>who signed, their remark</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::VisitPage</name>
    <message>
        <source>Prescription</source>
        <translation>处方</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>就诊</translation>
    </message>
    <message>
        <source>visit %1</source>
        <translation>第 %1 诊</translation>
    </message>
    <message>
        <source>%1, No. %2</source>
        <comment>visit 3, No. 20260312-A013</comment>
        <translation>%1·处方号 %2</translation>
    </message>
    <message>
        <source>print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>prescription</source>
        <translation>处方</translation>
    </message>
    <message>
        <source>chart</source>
        <translation>病历</translation>
    </message>
    <message>
        <source>next herb</source>
        <translation>下一味</translation>
    </message>
    <message>
        <source>remove</source>
        <translation>去此味</translation>
    </message>
    <message>
        <source>preparation</source>
        <translation>煎法</translation>
    </message>
    <message>
        <source>findings</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>note</source>
        <translation>病历</translation>
    </message>
    <message>
        <source>next field</source>
        <translation>下一项</translation>
    </message>
    <message>
        <source>carry over</source>
        <translation>带入上次</translation>
    </message>
    <message>
        <source>save for later</source>
        <translation>暂存</translation>
    </message>
    <message>
        <source>Sign the amendment</source>
        <translation>签名修订</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>已签</translation>
    </message>
    <message>
        <source>saving</source>
        <translation>正在保存</translation>
    </message>
    <message>
        <source>not saved yet</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>草稿已存</translation>
    </message>
    <message>
        <source>The amendment is not signed yet.</source>
        <translation>修订还没有签名。</translation>
    </message>
    <message>
        <source>A herb is still being written.</source>
        <translation>有一味药还没写完。</translation>
    </message>
    <message>
        <source>A herb has no dose yet.</source>
        <translation>有一味药还没有剂量。</translation>
    </message>
    <message>
        <source>Signed. Prescription %1 can be printed.</source>
        <translation>已签。处方 %1 可以打印。</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Signed.</source>
        <translation>已签。</translation>
    </message>
    <message>
        <source>This could not be done; nothing was changed.</source>
        <translation>未能做到，什么也没改动。</translation>
    </message>
    <message>
        <source>Why is the signed note amended?</source>
        <translation>为何修订已签的病历？</translation>
    </message>
    <message>
        <source>The signed note stays as it was; the amendment stands beside it.</source>
        <translation>已签的病历保持原样，修订写在旁边。</translation>
    </message>
    <message>
        <source>Amend</source>
        <translation>修订</translation>
    </message>
    <message>
        <source>There is no prescription to print.</source>
        <translation>没有可打印的处方。</translation>
    </message>
    <message>
        <source>Sign first; only signed prescriptions are printed.</source>
        <translation>请先签名；已签的处方才能打印。</translation>
    </message>
    <message>
        <source>No visit is open</source>
        <translation>没有打开就诊</translation>
    </message>
    <message>
        <source>Open a patient&apos;s chart and begin a visit there; [Ctrl K] finds people.</source>
        <translation>请打开患者的病历，在那里开始就诊；按 [Ctrl K] 找人。</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>暂存</translation>
    </message>
    <message>
        <source>Unfinished (%1)</source>
        <translation>未完成（%1）</translation>
    </message>
    <message>
        <source>This visit was signed since. What you had typed before is kept; amend it to take that up.</source>
        <translation>此后这次就诊已签署。您先前输入的内容还在，修订时可接着用。</translation>
    </message>
    <message>
        <source>%1 The visit was saved again since then.</source>
        <comment>after: Restored what you had typed at 10:42.</comment>
        <translation>%1此后这次就诊又保存过。</translation>
    </message>
    <message>
        <source>Show what was saved</source>
        <translation>看已保存的</translation>
    </message>
    <message>
        <source>This is what was saved. What you had typed is kept.</source>
        <translation>这是已保存的。您输入的内容还在。</translation>
    </message>
    <message>
        <source>Show what I had typed</source>
        <translation>看我输入的</translation>
    </message>
    <message>
        <source>phrase</source>
        <translation>短语</translation>
    </message>
    <message>
        <source>Take an earlier formula</source>
        <translation>取用以前的处方</translation>
    </message>
    <message>
        <source>A value or the day is not understood yet.</source>
        <translation>有一项体征或日期还看不懂。</translation>
    </message>
    <message>
        <source>amend</source>
        <translation>补正</translation>
    </message>
    <message>
        <source>Sign and print</source>
        <translation>签名打印</translation>
    </message>
    <message>
        <source>A point or therapy is still being written.</source>
        <translation>还有穴位或治疗没有写完。</translation>
    </message>
    <message>
        <source>Signed. The treatment sheet can be printed.</source>
        <translation>已签。治疗单可以打印。</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>穴位</translation>
    </message>
    <message>
        <source>Therapies</source>
        <translation>治疗</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>小结</translation>
    </message>
    <message>
        <source>Print the summary of the visit</source>
        <translation>打印本次就诊的小结</translation>
    </message>
    <message>
        <source>Sick note</source>
        <translation>病情证明</translation>
    </message>
    <message>
        <source>There are no herbs to keep yet.</source>
        <translation>还没有药味可保存。</translation>
    </message>
    <message>
        <source>%1 is kept: F4 and %2 puts it onto a prescription.</source>
        <translation>已保存%1：开方时按 F4 输入 %2 即可调用。</translation>
    </message>
    <message>
        <source>keep formula</source>
        <translation>存为自拟方</translation>
    </message>
    <message>
        <source>Signed. The prescription of medicines can be printed.</source>
        <translation>已签名，成药处方可以打印。</translation>
    </message>
    <message>
        <source>formula</source>
        <translation>方剂</translation>
    </message>
    <message>
        <source>Nothing of &quot;%1&quot; was put in: something stands in each of its parts already.</source>
        <translation>“%1”没有填入：各项均已有内容。</translation>
    </message>
    <message>
        <source>Put in from &quot;%1&quot;: %2. Look at each; nothing that stood was changed.</source>
        <translation>已从“%1”填入：%2。请逐项核对，原有内容未改动。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of a note</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Take it out</source>
        <translation>撤出</translation>
    </message>
    <message>
        <source>There is nothing to keep as a template yet.</source>
        <translation>还没有可存为模板的内容。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is kept: ;%2 puts it into a note.</source>
        <translation>“%1”已保存：键入 ;%2 即可调用。</translation>
    </message>
    <message>
        <source>This is an earlier case.</source>
        <translation>这是以往的一则病案。</translation>
    </message>
    <message>
        <source>Back to the visit</source>
        <translation>回到刚才的就诊</translation>
    </message>
    <message>
        <source>Walk to a herb: what the books say of it stands here then.</source>
        <translation>把光标移到一味药上，这里就列出书上的说法。</translation>
    </message>
    <message>
        <source>Write a pattern: its templates, formulas and earlier cases stand here then.</source>
        <translation>写下证型，这里就列出它的模板、成方和以往病案。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between numbers</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>next prescription</source>
        <translation>下一张处方</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::VitalsLine</name>
    <message>
        <source>Vitals</source>
        <translation>体征</translation>
    </message>
    <message>
        <source>t36.8 bp120/80 w58 ps8 ⏎</source>
        <translation>t36.8 bp120/80 w58 ps8 ⏎</translation>
    </message>
    <message>
        <source>Not understood: %1</source>
        <translation>看不懂：%1</translation>
    </message>
    <message>
        <source>Last time: %1</source>
        <translation>上次：%1</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::WaitingRoomWindow</name>
    <message>
        <source>Waiting room</source>
        <translation>候诊大屏</translation>
    </message>
    <message>
        <source>Number %1, %2, please come in</source>
        <translation>请 %1 号 %2 就诊</translation>
    </message>
    <message>
        <source>Number %1, %2, please come to %3</source>
        <translation>请 %1 号 %2 到%3就诊</translation>
    </message>
    <message>
        <source>Nobody is called.</source>
        <translation>暂无叫号</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>候诊</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 位</numerusform>
        </translation>
    </message>
    <message>
        <source>Chime</source>
        <translation>提示音</translation>
    </message>
    <message>
        <source>Read calls aloud</source>
        <translation>语音叫号</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::WaitlistPanel</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Dial</source>
        <translation>拨号</translation>
    </message>
    <message>
        <source>Who waits</source>
        <translation>候补的人</translation>
    </message>
    <message>
        <source>Waitlist</source>
        <translation>候补</translation>
    </message>
    <message>
        <source>%1 is free with %2.</source>
        <translation>%1 空出（%2）。</translation>
    </message>
    <message>
        <source>[⏎] books, [D] dials, [N] not reached, [X] declined, [Esc] back.</source>
        <translation>[⏎] 预约，[D] 拨号，[N] 未接通，[X] 不来，[Esc] 返回。</translation>
    </message>
    <message>
        <source>[D] dials, [Del] takes them off the list, [⏎] opens the chart, [Esc] back.</source>
        <translation>[D] 拨号，[Del] 移出，[⏎] 打开病历，[Esc] 返回。</translation>
    </message>
    <message>
        <source>waits since %1</source>
        <translation>%1起候补</translation>
    </message>
    <message>
        <source>urgent</source>
        <translation>急</translation>
    </message>
    <message numerus="yes">
        <source>Waitlist: %n people</source>
        <translation>
            <numerusform>候补 %n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>Book</source>
        <translation>预约</translation>
    </message>
    <message>
        <source>Book %1</source>
        <translation>预约 %1</translation>
    </message>
    <message>
        <source>%1 is booked: %2.</source>
        <comment>who, when</comment>
        <translation>已为%1预约：%2。</translation>
    </message>
    <message>
        <source>Dial first: then the time is kept for them.</source>
        <translation>请先拨号，空档会为其保留。</translation>
    </message>
    <message>
        <source>%1 is off the waitlist.</source>
        <translation>已将%1移出候补。</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::WalkInBar</name>
    <message>
        <source>Queue</source>
        <translation>挂号</translation>
    </message>
    <message>
        <source>Who comes</source>
        <translation>谁来</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>With whom</source>
        <translation>医师</translation>
    </message>
    <message>
        <source>Walk-in</source>
        <translation>挂号</translation>
    </message>
    <message>
        <source>whoever is free</source>
        <translation>不限医师</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::WeekStrip</name>
    <message numerus="yes">
        <source>%n appointment(s)</source>
        <translation>
            <numerusform>%n 个预约</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between what is said of a day</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Days of the week</source>
        <translation>一周的日子</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::WorkBar</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message numerus="yes">
        <source>%n lines</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>正在停止……</translation>
    </message>
    <message numerus="yes">
        <source>%1, about %n seconds left</source>
        <translation>
            <numerusform>%1，还要约 %n 秒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n times</source>
        <translation>
            <numerusform>%n 个时间</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>xinglin::ui::Workspace</name>
    <message>
        <source>Go to %1</source>
        <translation>去%1</translation>
    </message>
</context>
</TS>
