<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>PrescriptionPaper</name>
    <message>
        <source>The printer does not answer.</source>
        <translation>打印机没有响应。</translation>
    </message>
</context>
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
        <source>A phone number has digits only; “%1” is not one.</source>
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
    <name>xinglin::RecoverySheet</name>
    <message numerus="yes">
        <source>Line %1 of the recovery sheet has 16 characters; %n were typed.</source>
        <translation>
            <numerusform>恢复单第 %1 行为 16 个字符，现输入了 %n 个。</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” in line %2 does not occur on a recovery sheet.</source>
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
        <source>Only an owner can make another owner.</source>
        <translation>只有负责人才能设另一位负责人。</translation>
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
        <source>Cannot notice a store that was put back whole to an earlier day.</source>
        <translation>若整个病历库被换回较早的一天，无法察觉。</translation>
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
</context>
<context>
    <name>xinglin::keptfile</name>
    <message>
        <source>%1 could not be read back as it was written.</source>
        <translation>%1 读回来与写入的不同。</translation>
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
    <name>xinglin::store</name>
    <message>
        <source>The store cannot be opened with this key.</source>
        <translation>用此密钥打不开病历库。</translation>
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
        <source>There is not enough memory.</source>
        <translation>内存不足。</translation>
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
    <name>xinglin::ui::AskDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
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
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Guardian</source>
        <translation>监护人</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
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
        <source>Visits</source>
        <translation>就诊</translation>
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
        <source>Treatment method</source>
        <translation>治法</translation>
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
</context>
<context>
    <name>xinglin::ui::LookAlikes</name>
    <message>
        <source>Nobody has the same phone or name.</source>
        <translation>没有同号码或同名的人。</translation>
    </message>
    <message>
        <source>Already known?</source>
        <translation>已经登记过？</translation>
    </message>
    <message>
        <source>Same phone</source>
        <translation>同一电话</translation>
    </message>
    <message>
        <source>Same name</source>
        <translation>同名</translation>
    </message>
    <message>
        <source>[Alt D] goes to these people, [⏎] opens one instead of registering again.</source>
        <translation>按 [Alt D] 到这些人，按 [⏎] 打开其中一位，不必再登记。</translation>
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
        <source>Training clinic: all people here are invented. Never enter a real patient.</source>
        <translation>练习诊所：这里的人都是虚构的。切勿登记真实患者。</translation>
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
</context>
<context>
    <name>xinglin::ui::PaperPreview</name>
    <message>
        <source>Prescription %1</source>
        <translation>处方 %1</translation>
    </message>
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
    <name>xinglin::ui::PaperPrinter</name>
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
</context>
<context>
    <name>xinglin::ui::PatientPanel</name>
    <message>
        <source>People with the same phone</source>
        <translation>同一电话的人</translation>
    </message>
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
        <source>d MMM yyyy</source>
        <comment>a day</comment>
        <translation>yyyy-MM-dd</translation>
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
    <name>xinglin::ui::PopupList</name>
    <message>
        <source>Proposals</source>
        <translation>备选</translation>
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
        <source>Classic formula</source>
        <translation>成方</translation>
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
    <message numerus="yes">
        <source>%n herb(s) stood there already and were kept.</source>
        <translation>
            <numerusform>%n 味原已有，未改动。</numerusform>
        </translation>
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
    <name>xinglin::ui::Seal</name>
    <message>
        <source>Xinglin</source>
        <translation>杏林</translation>
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
        <source>One line: dh ch b ba ⏎</source>
        <translation>一行写完，如 dh ch b ba ⏎</translation>
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
</context>
<context>
    <name>xinglin::ui::TopBar</name>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::VisitDelegate</name>
    <message>
        <source>%1, not signed</source>
        <comment>details of a visit that is being written</comment>
        <translation>%1，未签</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::VisitDetails</name>
    <message>
        <source>The selected visit</source>
        <translation>选中的就诊</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>pulse position, pulse</comment>
        <translation>%1 %2</translation>
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
    <message>
        <source>%1&#xa0;%2&#xa0;g</source>
        <comment>herb and dose</comment>
        <translation>%1&#xa0;%2&#xa0;g</translation>
    </message>
</context>
<context>
    <name>xinglin::ui::VisitModel</name>
    <message>
        <source>Visit</source>
        <translation>就诊</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>a day of this year</comment>
        <translation>M 月 d 日</translation>
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
        <source>not signed</source>
        <translation>未签</translation>
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
        <source>Reason</source>
        <translation>理由</translation>
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
</context>
<context>
    <name>xinglin::ui::Workspace</name>
    <message>
        <source>Go to %1</source>
        <translation>去%1</translation>
    </message>
</context>
</TS>
