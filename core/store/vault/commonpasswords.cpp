#include "store/vault/passwordrules.h"

#include <QStringView>

namespace xinglin {

namespace {

// Well-known first guesses, English and Chinese, each between two spaces.
constexpr char16_t common[] =
    u" 0123456789 0987654321 100200300 1002003000 10203040 102030405060 110110110 110120119 112233 11223344"
    u" 1122334455 1123581321 123123123 1231231234 123321 123321123 1234512345 1234554321 123456 1234567 12345678"
    u" 123456789 1234567890 12345678900 123456789012 1234567891 12345678910 123456789a 123456789aa 123456789abc"
    u" 123456789q 12345678a 123456a 123456aa 123456abc 123456asd 123456qwe 123456qwerty 1234abcd 1234qwer 123abc"
    u" 123qweasd 123qweasdzxc 1314520 1314520520 13579 135792468 1357924680 135798642 147258369 1472583690"
    u" 147852369 159357 159753 168168168 1681688888 1a2b3c4d 1a2b3c4d5e 1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx"
    u" 1qaz2wsx3edc 1qaz2wsx3edc4rfv 2468013579 246813579 2718281828 3141592653 31415926535 5201314 5201314520"
    u" 520520520 5211314 66666666 741852963 7758258 7758521 789456123 7894561230 88888888 963852741 987654321"
    u" 9876543210 998877 9988776655 a123456 a12345678 a123456789 a1234567890 a1b2c3d4 a1b2c3d4e5 a1s2d3f4"
    u" a1s2d3f4g5 aa123456 aa12345678 aa123456789 aaa123456 ab123456 ab123456789 abc123 abc123456 abc12345678"
    u" abc123456789 abcd1234 abcd12345 abcd123456 abcde12345 abcdef abcdefg123 abracadabra admin admin123"
    u" adminadmin administrator aini1314 aini5201314 aiwojiba alibaba amazon america andrew android arsenal asd123"
    u" asd123456 asdf1234 asdfasdf asdfgh asdfghjkl asdfghjkl; ashley asshole autumn banana baobao baobei"
    u" barcelona baseball basketball batman beijing beijing2008 blackberry blessed bullshit buster butterfly"
    u" buzhidao changeit changeme charlie cheese chelsea china123 chinachina chocolate clinic clinic123 computer"
    u" cookie correcthorsebatterystaple corvette crystal daniel default demo demo123 demodemo dentist diamond"
    u" doctor doctor123 doctordoctor dragon england example facai888 facebook facebook1 ferrari flower football"
    u" forever freedom fuckoff fuckyou fuckyou1 george germany ginger godisgood golden gongxifacai goodluck"
    u" goodmorning google google123 guangzhou guest hanmeimei happy123 happybirthday harley health healthcare"
    u" hello123 hellohello helloworld helloworld1 hockey hospital hospital123 hunter iloveyou iloveyou1314"
    u" iloveyou520 iloveyou5201314 iloveyouforever internet iphone jennifer jessica jesus123 jesuschrist jordan23"
    u" joshua juventus killer l123456 laogong laopo laowang letmein letmeinnow liberty lightning lilei linuxlinux"
    u" lisi liuwei liverpool lkjhgfdsa login loginlogin love1314 love520 love5201314 lovelove loveme loveyou"
    u" lucky888 manager manchester master master123 matthew medicine mercedes michael michaeljordan microsoft"
    u" midnight mima mima123456 mimamima mimashi minecraft mnbvcxz monkey mustang mypassword newpassword"
    u" nibuzhidao nintendo nobody nothing nurse nurse123 oldpassword opensesame operator orange p@ssw0rd p@ssword"
    u" pa$$word pa55word passw0rd password password1 passwords passwort patient patient123 pepper pharmacy phoenix"
    u" playstation poiuytrewq pokemon porsche princess princess1 private public purple q123456 q123456789 q1w2e3r4"
    u" q1w2e3r4t5 q1w2e3r4t5y6 qazwsx qazwsxedc qazwsxedcrfv qq123456 qq123456789 qqqq1111 qwaszx qwe123 qwe123456"
    u" qweasd qweasdzxc qweqweqwe qwerty qwerty123 qwerty1234 qwerty12345 qwertyqwerty qwertyuiop qwertyuiop[]"
    u" rainbow ranger realmadrid reception reception123 robert root rootroot s123456 sample samsung samsung1"
    u" secret secret123 shadow shanghai shengri shengrikuaile shenzhen silver soccer spiderman spring starwars"
    u" summer sunshine superman superuser sysadmin system taobao taobao123 temp123 temporary tencent test123"
    u" tester testing testtest thepassword thomas thunder tiananmen tigger toor topsecret trustno1 user123"
    u" username useruser w123456 wangwei wangwu wangyang wangyi163 wanshiruyi weixin weixin123 welcome welcome1"
    u" welcometo whatever windows windows10 windowsxp winter woaibaba woaibeijing woaimama woaini woaini123"
    u" woaini1314 woaini1314520 woaini520 woaini5201314 woaini521 woaiwojia woaiwoziji woaizhongguo wobuzhidao"
    u" wodemima wodemima123 wohenni wojiushiwo woshishui woshiwo x123456 xiaogang xiaolong xiaoming xiaoqiang"
    u" xiaoxiao xinglin xinglintang yamaha yaofang yellow yilufa168 yilushunfeng yisheng yiyuan youtube z123456"
    u" z123456789 zaq12wsx zaq1xsw2 zhangsan zhangwei zhenliaoshi zhifubao zhongguo zhonghua zhongyi zhongyi123"
    u" zhongyiyuan zxc123 zxc123456 zxcvbnm zxcvbnm, zxcvbnmasdfghjkl ";

} // namespace

bool isCommonPassword(const QString &folded)
{
    if (folded.isEmpty() || folded.contains(u' '))
        return false;
    const QStringView list(common);
    for (qsizetype at = list.indexOf(folded); at >= 0; at = list.indexOf(folded, at + 1)) {
        if (list[at - 1] == u' ' && list[at + folded.size()] == u' ')
            return true;
    }
    return false;
}

} // namespace xinglin
