#!/usr/bin/env python3
"""Check herbs.json, herb_categories.json, incompatibilities.json and formulas.json.

Standard library only. Prints counts; exits 1 when any check fails.
Usage: python3 validate_herbs.py [folder]   (default: resources/catalog)
"""
import collections
import json
import os
import re
import sys

HERE = sys.argv[1] if len(sys.argv) > 1 else os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "..", "resources", "catalog")
errors, warnings = [], []

NATURES = {"大寒", "寒", "微寒", "凉", "平", "微温", "温", "热", "大热"}
FLAVOURS = {p + f for f in "酸苦甘辛咸淡涩" for p in ("", "微")}
MERIDIANS = {"肺", "大肠", "胃", "脾", "心", "小肠", "膀胱", "肾", "心包", "三焦", "胆", "肝"}
TOXICITY = {None, "小毒", "有毒", "大毒"}
PREGNANCY = {None, "慎用", "忌用", "禁用"}
DECOCTION = {None, "先煎", "后下", "包煎", "另煎", "烊化", "冲服", "捣碎",
             "入丸散", "研末服", "泡服", "炖服", "浸酒", "装胶囊"}
ROUTES = {None, "煎服", "入丸散", "研末服", "冲服", "泡服", "炖服", "浸酒", "吞服", "外用"}
BASIS = {None, "chp2020", "textbook"}
ROLES = {None, "君", "臣", "佐", "使"}
FORMS = {"汤", "散", "丸", "膏", "丹", "锭"}
TRADITIONS = {"十八反", "十九畏"}
SEVERITY = {"contraindicated", "traditional", "caution"}
VERIFIED = {"two_sources", "one_source", "textbook_memory"}
SLUG = re.compile(r"^[a-z]+(-[a-z]+)*$")

HERB_KEYS = {"id": str, "name_zh": str, "aliases_zh": list, "pinyin": str, "initials": str,
             "latin": (str, type(None)), "english": str, "category": str, "category_zh": str,
             "nature": str, "flavours": list, "meridians": list,
             "dose_min_g": (int, float, type(None)), "dose_max_g": (int, float, type(None)),
             "dose_route": (str, type(None)), "dose_basis": (str, type(None)), "per_dose": bool,
             "toxicity": (str, type(None)), "pregnancy": (str, type(None)),
             "pregnancy_basis": (str, type(None)), "decoction": (str, type(None)),
             "external_only": bool, "in_chp2020": bool, "banned": bool,
             "processed_zh": list, "notes": (str, type(None))}

# Toxicity grades given by Chinese Pharmacopoeia 2020, volume 1 (83 entries).
CHP_TOXIC = {
    "大毒": "川乌 马钱子 马钱子粉 天仙子 巴豆 巴豆霜 红粉 闹羊花 草乌 斑蝥",
    "有毒": "三颗针 干漆 土荆皮 山豆根 千金子 千金子霜 制川乌 天南星 制天南星 木鳖子 甘遂 仙茅 白附子 "
          "白果 白屈菜 半夏 朱砂 华山参 全蝎 芫花 苍耳子 两头尖 附子 苦楝皮 金钱白花蛇 京大戟 制草乌 "
          "牵牛子 轻粉 香加皮 洋金花 臭灵丹草 狼毒 常山 商陆 硫黄 雄黄 蓖麻子 蜈蚣 罂粟壳 蕲蛇 蟾酥",
    "小毒": "丁公藤 九里香 土鳖虫 川楝子 小叶莲 水蛭 艾叶 北豆根 地枫皮 红大戟 两面针 吴茱萸 苦木 "
          "苦杏仁 金铁锁 草乌叶 南鹤虱 鸦胆子 重楼 急性子 蛇床子 猪牙皂 绵马贯众 绵马贯众炭 紫萁贯众 "
          "蒺藜 榼藤子 鹤虱 翼首草 飞扬草 大皂角",
}
CHP_PREGNANCY = {
    "禁用": "丁公藤 三棱 干漆 土鳖虫 千金子 千金子霜 川乌 草乌 马钱子 马钱子粉 天仙子 巴豆 巴豆霜 水蛭 甘遂 "
          "朱砂 全蝎 红粉 芫花 两头尖 阿魏 京大戟 闹羊花 牵牛子 轻粉 洋金花 莪术 猪牙皂 商陆 斑蝥 雄黄 "
          "黑种草子 蜈蚣 罂粟壳 麝香",
    "忌用": "大皂角 天山雪莲",
    "慎用": "人工牛黄 三七 大黄 川牛膝 制川乌 制草乌 小驳骨 飞扬草 王不留行 天花粉 天南星 制天南星 天然冰片 "
          "木鳖子 牛黄 体外培育牛黄 牛膝 片姜黄 艾片 白附子 玄明粉 芒硝 西红花 肉桂 华山参 冰片 红花 芦荟 "
          "苏木 牡丹皮 皂矾 没药 乳香 附子 苦楝皮 郁李仁 虎杖 金铁锁 卷柏 草乌叶 枳壳 枳实 禹州漏芦 禹余粮 "
          "急性子 桂枝 桃仁 凌霄花 益母草 通草 黄蜀葵花 常山 硫黄 番泻叶 蒲黄 漏芦 赭石 薏苡仁 瞿麦 蟾酥",
}
# Every pair that must be found in incompatibilities.json.
WU = "川乌 制川乌 草乌 制草乌 附子"
REQUIRED = [
    ("十八反", WU, "半夏 法半夏 姜半夏 清半夏 瓜蒌 瓜蒌皮 瓜蒌子 炒瓜蒌子 天花粉 川贝母 浙贝母 平贝母 伊贝母 湖北贝母 白蔹 白及"),
    ("十八反", "甘草 炙甘草", "甘遂 京大戟 红大戟 海藻 芫花"),
    ("十八反", "藜芦", "人参 红参 人参叶 西洋参 党参 丹参 玄参 苦参 南沙参 北沙参 细辛 白芍 赤芍"),
    ("十九畏", "硫黄", "芒硝 玄明粉"),
    ("十九畏", "水银", "砒石"),
    ("十九畏", "狼毒", "密陀僧"),
    ("十九畏", "巴豆 巴豆霜", "牵牛子"),
    ("十九畏", "丁香 母丁香", "郁金"),
    ("十九畏", "三棱", "芒硝 玄明粉"),
    ("十九畏", "川乌 制川乌 草乌 制草乌", "犀角"),
    ("十九畏", "人参 红参 人参叶", "五灵脂"),
    ("十九畏", "肉桂", "赤石脂"),
]


def err(msg):
    errors.append(msg)


def load(name):
    path = os.path.join(HERE, name)
    with open(path, encoding="utf-8") as fh:
        text = fh.read()
    data = json.loads(text)
    if not isinstance(data, list):
        err(f"{name}: top level is not a list")
        return []
    if len(text.rstrip("\n").split("\n")) != len(data) + 2:
        err(f"{name}: not one object per line")
    return data


def needs_verification(h):
    """Herbs whose safety data must say how far it was checked."""
    return bool(h["toxicity"] or h["pregnancy"] or h["external_only"] or h["banned"]
                or (h["dose_max_g"] is not None and h["dose_max_g"] <= 3))


def unique(rows, key, where):
    for value, n in collections.Counter(r.get(key) for r in rows).items():
        if n > 1:
            err(f"{where}: {key} {value!r} occurs {n} times")


cats = load("herb_categories.json")
herbs = load("herbs.json")
incs = load("incompatibilities.json")
formulas = load("formulas.json")

# categories
unique(cats, "id", "herb_categories")
cat_zh = {}
for c in cats:
    for k in ("id", "name_zh", "parent_zh", "name_en", "order"):
        if not c.get(k):
            err(f"herb_categories {c.get('id')}: {k} missing")
    cat_zh[c.get("id")] = c.get("name_zh")

# herbs
unique(herbs, "id", "herbs")
unique(herbs, "name_zh", "herbs")
names = collections.defaultdict(set)
for h in herbs:
    w = f"herb {h.get('id')} {h.get('name_zh')}"
    for k, t in HERB_KEYS.items():
        if k not in h:
            err(f"{w}: {k} missing")
        elif not isinstance(h[k], t) or (isinstance(h[k], bool) and t is not bool):
            err(f"{w}: {k} has a wrong type")
    for k in h:
        if k not in HERB_KEYS and k != "verified":
            err(f"{w}: unknown key {k}")
    if "verified" in h and h["verified"] not in VERIFIED:
        err(f"{w}: verified {h['verified']!r}")
    if needs_verification(h) and "verified" not in h:
        err(f"{w}: verified missing (toxic, pregnancy rule, small dose, external only or banned)")
    if not SLUG.match(h["id"]):
        err(f"{w}: id is not a slug")
    if h["id"] != h["pinyin"].replace(" ", "-"):
        err(f"{w}: id and pinyin differ")
    if h["category"] not in cat_zh:
        err(f"{w}: category does not resolve")
    elif cat_zh[h["category"]] != h["category_zh"]:
        err(f"{w}: category_zh differs from its category")
    if h["nature"] not in NATURES:
        err(f"{w}: nature {h['nature']!r}")
    if not set(h["flavours"]) <= FLAVOURS or not h["flavours"]:
        err(f"{w}: flavours {h['flavours']}")
    if not set(h["meridians"]) <= MERIDIANS or len(set(h["meridians"])) != len(h["meridians"]):
        err(f"{w}: meridians {h['meridians']}")
    lo, hi = h["dose_min_g"], h["dose_max_g"]
    if (lo is None) != (hi is None):
        err(f"{w}: only one end of the dose range is set")
    if lo is not None:
        if not 0 < lo <= hi:
            err(f"{w}: dose range {lo}-{hi}")
        if hi > 120:
            err(f"{w}: dose_max_g {hi} is implausible")
        if h["external_only"]:
            err(f"{w}: external_only with an oral dose")
        if h["banned"]:
            err(f"{w}: banned with a dose")
        if h["dose_route"] in (None, "外用"):
            err(f"{w}: dose without an oral route")
    if (lo is None) != (h["dose_basis"] is None):
        err(f"{w}: dose_basis and dose do not agree")
    if h["external_only"] and h["dose_route"] != "外用":
        err(f"{w}: external_only but dose_route {h['dose_route']}")
    for k, allowed in (("toxicity", TOXICITY), ("pregnancy", PREGNANCY), ("decoction", DECOCTION),
                       ("dose_route", ROUTES), ("dose_basis", BASIS), ("pregnancy_basis", BASIS)):
        if h[k] not in allowed:
            err(f"{w}: {k} {h[k]!r}")
    if (h["pregnancy"] is None) != (h["pregnancy_basis"] is None):
        err(f"{w}: pregnancy and pregnancy_basis do not agree")
    if h["dose_basis"] == "chp2020" and not h["in_chp2020"]:
        err(f"{w}: a pharmacopoeia dose on a piece marked outside it")
    for n in [h["name_zh"]] + h["aliases_zh"] + h["processed_zh"]:
        if not n or n != n.strip():
            err(f"{w}: empty or padded name")
        names[n].add(h["id"])
for n, ids in names.items():
    if len(ids) > 1:
        err(f"name {n} points to {sorted(ids)}")

by_id = {h["id"]: h for h in herbs}
by_name = {h["name_zh"]: h for h in herbs}
for grade, text in CHP_TOXIC.items():
    for n in text.split():
        if n not in by_name:
            err(f"toxic herb {n} is missing")
        elif by_name[n]["toxicity"] != grade:
            err(f"{n}: toxicity {by_name[n]['toxicity']}, expected {grade}")
listed = {n for t in CHP_TOXIC.values() for n in t.split()}
for h in herbs:
    if h["in_chp2020"] and h["toxicity"] and h["name_zh"] not in listed:
        err(f"{h['name_zh']}: toxicity set, but the pharmacopoeia gives none")
for rule, text in CHP_PREGNANCY.items():
    for n in text.split():
        h = by_name.get(n)
        if not h:
            err(f"pregnancy-rule herb {n} is missing")
        elif h["pregnancy"] != rule or h["pregnancy_basis"] != "chp2020":
            err(f"{n}: pregnancy {h['pregnancy']} ({h['pregnancy_basis']}), expected {rule}")

# incompatibilities
unique(incs, "id", "incompatibilities")
pairs = collections.defaultdict(set)
for g in incs:
    w = f"incompatibility {g.get('id')}"
    for k in ("id", "tradition", "a", "b", "severity", "note"):
        if not g.get(k):
            err(f"{w}: {k} missing")
    if g["tradition"] not in TRADITIONS:
        err(f"{w}: tradition {g['tradition']}")
    if g["severity"] not in SEVERITY:
        err(f"{w}: severity {g['severity']}")
    if (g["severity"] == "contraindicated") != g["chp2020"]:
        err(f"{w}: severity and chp2020 do not agree")
    for side in ("a", "b"):
        if len(set(g[side])) != len(g[side]):
            err(f"{w}: {side} repeats an id")
        for i in g[side]:
            if i not in by_id:
                err(f"{w}: {i} does not resolve")
    if set(g["a"]) & set(g["b"]):
        err(f"{w}: a herb stands on both sides")
    for i in g["a"]:
        for j in g["b"]:
            pairs[frozenset((i, j))].add((g["tradition"], g["id"], g["severity"]))
for trad, a, b in REQUIRED:
    for x in a.split():
        for y in b.split():
            if x not in by_name or y not in by_name:
                err(f"{trad}: {x} or {y} is not in herbs.json")
                continue
            key = frozenset((by_name[x]["id"], by_name[y]["id"]))
            if not any(t == trad for t, _, _ in pairs.get(key, ())):
                err(f"{trad}: pair {x} - {y} is missing")

# formulas
unique(formulas, "id", "formulas")
unique(formulas, "name_zh", "formulas")
fnames = collections.defaultdict(set)
over = conflict = n_items = n_null = 0
for f in formulas:
    w = f"formula {f.get('id')} {f.get('name_zh')}"
    for k in ("id", "name_zh", "pinyin", "initials", "source_zh", "category_zh", "form",
              "amount_basis", "composition", "functions_zh", "indications_zh"):
        if not f.get(k):
            err(f"{w}: {k} missing")
    for k in ("aliases_zh", "subcategory_zh", "notes"):
        if k not in f:
            err(f"{w}: {k} missing")
    if not SLUG.match(f["id"]) or f["id"] != f["pinyin"].replace(" ", "-"):
        err(f"{w}: id and pinyin differ")
    if f["form"] not in FORMS:
        err(f"{w}: form {f['form']}")
    if f["amount_basis"] not in ("daily", "batch"):
        err(f"{w}: amount_basis {f['amount_basis']}")
    if f.get("verified") not in VERIFIED:
        err(f"{w}: verified {f.get('verified')!r}")
    if not re.search(r"《.+》", f["source_zh"]):
        err(f"{w}: source_zh {f['source_zh']}")
    for n in [f["name_zh"]] + f["aliases_zh"]:
        fnames[n].add(f["id"])
    seen = set()
    for c in f["composition"]:
        n_items += 1
        for k in ("herb", "dose_g", "role", "preparation"):
            if k not in c:
                err(f"{w}: {k} missing in composition")
        if c["herb"] not in by_id:
            err(f"{w}: herb {c['herb']} does not resolve")
            continue
        if c["herb"] in seen:
            err(f"{w}: {c['herb']} stands twice")
        seen.add(c["herb"])
        if c["role"] not in ROLES:
            err(f"{w}: role {c['role']}")
        d = c["dose_g"]
        if d is None:
            n_null += 1
        elif isinstance(d, bool) or not isinstance(d, (int, float)) or d <= 0:
            err(f"{w}: dose {d}")
        else:
            if f["amount_basis"] == "daily":
                if by_id[c["herb"]]["external_only"]:
                    err(f"{w}: daily gram dose of {c['herb']}, which is for external use only")
                if d > 250:
                    err(f"{w}: daily dose {d} g of {c['herb']}")
                top = by_id[c["herb"]]["dose_max_g"]
                over += bool(top and d > top)
    hit = [p for p in pairs if p <= seen]
    if hit:
        conflict += 1
        if not (f["notes"] and "十八反" in f["notes"] or f["notes"] and "十九畏" in f["notes"]):
            err(f"{w}: holds an incompatible pair {[sorted(p) for p in hit]} without a note")
    if any(by_id[i]["banned"] or by_id[i]["external_only"] for i in seen if i in by_id) and not f["notes"]:
        err(f"{w}: uses a banned or external-only herb without a note")
for n, ids in fnames.items():
    if len(ids) > 1:
        err(f"formula name {n} points to {sorted(ids)}")

if len(herbs) < 450:
    err(f"only {len(herbs)} herbs")
if len(formulas) < 250:
    err(f"only {len(formulas)} formulas")


def count(key):
    return dict(collections.Counter(str(h[key]) for h in herbs))


print(f"categories {len(cats)}")
print(f"herbs {len(herbs)}: in ChP 2020 {sum(h['in_chp2020'] for h in herbs)}, "
      f"with an oral dose {sum(h['dose_min_g'] is not None for h in herbs)} "
      f"(ChP 2020 {sum(h['dose_basis'] == 'chp2020' for h in herbs)}, "
      f"textbook {sum(h['dose_basis'] == 'textbook' for h in herbs)}), "
      f"external only {sum(h['external_only'] for h in herbs)}, banned {sum(h['banned'] for h in herbs)}")
print(f"  toxicity {count('toxicity')}")
print(f"  pregnancy {count('pregnancy')}; basis {count('pregnancy_basis')}")
print(f"  decoction {count('decoction')}")
print(f"  searchable names {len(names)}; without latin {sum(h['latin'] is None for h in herbs)}; "
      f"without meridians {sum(not h['meridians'] for h in herbs)}")
print(f"incompatibilities {len(incs)} groups, {len(pairs)} pairs "
      f"({dict(collections.Counter(g['tradition'] for g in incs))})")
print(f"formulas {len(formulas)} "
      f"({dict(collections.Counter(f['amount_basis'] for f in formulas))}), "
      f"{n_items} ingredients, {n_null} without a gram dose, "
      f"{over} daily doses above the ChP maximum, {conflict} formulas with a noted incompatible pair")
print("verified: formulas", dict(collections.Counter(f.get("verified") for f in formulas)),
      "herbs", dict(collections.Counter(h["verified"] for h in herbs if "verified" in h)))
for m in warnings:
    print("warning:", m)
if errors:
    for m in errors:
        print("ERROR:", m, file=sys.stderr)
    print(f"{len(errors)} errors")
    sys.exit(1)
print("all checks passed")
