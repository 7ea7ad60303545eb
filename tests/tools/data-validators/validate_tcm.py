#!/usr/bin/env python3
"""Check the TCM reference files of a folder. Exits 1 when anything is wrong; prints counts.

Usage: validate_tcm.py [folder]   (default: resources/catalog)
"""
import collections
import json
import os
import re
import sys

HERE = sys.argv[1] if len(sys.argv) > 1 else os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "..", "resources", "catalog")
ERR = []
COUNT = collections.OrderedDict()


def err(*a):
    ERR.append(" ".join(str(x) for x in a))


def load(name):
    try:
        with open(os.path.join(HERE, name), encoding="utf-8") as f:
            return json.load(f)
    except Exception as e:  # noqa: BLE001
        err(name, "cannot be read:", e)
        return None


CJK = re.compile(r"[\u4e00-\u9fff]")


def walk_labels(fn, obj, path=""):
    """Every zh needs an en and the other way round; same for *_zh / *_en pairs."""
    if isinstance(obj, dict):
        for k, v in obj.items():
            pair = None
            if k == "zh" or k.endswith("_zh"):
                pair = k[:-2] + "en"
            elif k == "en" or k.endswith("_en"):
                pair = k[:-2] + "zh"
            elif k in ("zh_short", "en_short"):
                pair = ("en" if k[0] == "z" else "zh") + "_short"
            if pair is not None:
                w = obj.get(pair)
                english = k == "en" or k.endswith("_en") or k == "en_short"
                if isinstance(v, list):
                    if not isinstance(w, list) or len(v) != len(w) or not all(isinstance(t, str) and t.strip() for t in v):
                        err(fn, path, k, "list does not match", pair)
                    texts = v
                else:
                    optional = k.startswith("organ")  # the two vessels have no organ
                    if not isinstance(v, str) or (not v.strip() and not optional):
                        err(fn, path, k, "empty")
                    if pair not in obj or bool(str(w or "").strip()) != bool(str(v or "").strip()):
                        err(fn, path, k, "has no", pair)
                    texts = [v or ""]
                if english and any(CJK.search(t) for t in texts):
                    err(fn, path, k, "contains Chinese:", v)
            walk_labels(fn, v, path + "/" + str(obj.get("id", "")) + "." + k)
    elif isinstance(obj, list):
        for i, v in enumerate(obj):
            walk_labels(fn, v, path + "[%d]" % i)


def uniq(fn, rows, key="id"):
    seen = set()
    for r in rows:
        v = r.get(key)
        if v is None:
            err(fn, "row without", key, r)
        elif v in seen:
            err(fn, "duplicate", key, v)
        seen.add(v)
        if key == "id" and not re.match(r"^[a-z][a-z0-9_.]*$", str(v)):
            err(fn, "bad id", v)
    return seen


# ---------------------------------------------------------------- constitution
def check_constitution(d):
    fn = "constitution.json"
    walk_labels(fn, {k: v for k, v in d.items() if k not in ("meta", "test_vectors")})
    types = uniq(fn, d["types"])
    if len(types) != 9:
        err(fn, "types", len(types))
    items = uniq(fn, d["items"])
    uniq(fn, d["subscales"])
    if len(items) != 61:
        err(fn, "item texts", len(items), "!= 61")
    want = dict(pinghe=(8, 8), qixu=(8, 8), yangxu=(7, 7), yinxu=(8, 8), tanshi=(8, 8), shire=(6, 7), xueyu=(7, 7), qiyu=(7, 7), tebing=(7, 7))
    rev = []
    for s in d["subscales"]:
        if s["type"] not in types:
            err(fn, "subscale type", s["type"])
        scored, listed = want[s["type"]]
        if s["scored_items"] != scored or s["listed_items"] != listed or len(s["items"]) != listed:
            err(fn, "subscale counts", s["type"], s["scored_items"], s["listed_items"], len(s["items"]))
        for sex in ("female", "male"):
            n = sum(1 for i in s["items"] if i["sex"] in ("any", sex))
            if n != scored:
                err(fn, "subscale", s["type"], sex, n)
        for i in s["items"]:
            if i["item"] not in items:
                err(fn, "unknown item", i["item"])
            if i["reverse"]:
                rev.append((s["type"], i["item"]))
    if len(rev) != 6 or any(t != "pinghe" for t, _ in rev):
        err(fn, "reverse items", rev)
    used = {i["item"] for s in d["subscales"] for i in s["items"]}
    if used != items:
        err(fn, "items never used", items - used)
    for sex in ("female", "male"):
        n = len([i for i in d["items"] if i["sex"] in ("any", sex)])
        if n != 60:
            err(fn, "items for", sex, n, "!= 60")
    for it in d["items"]:
        real = [s["type"] for s in d["subscales"] if any(x["item"] == it["id"] for x in s["items"])]
        if sorted(real) != sorted(it["subscales"]):
            err(fn, "item subscales disagree", it["id"], real, it["subscales"])
    if [s["score"] for s in d["answer_scale"]] != [1, 2, 3, 4, 5]:
        err(fn, "answer scale")
    eit = uniq(fn, d["elderly_items"])
    uniq(fn, d["elderly_subscales"])
    if len(eit) != 33 or [i["seq"] for i in d["elderly_items"]] != list(range(1, 34)):
        err(fn, "elderly items", len(eit))
    cnt = collections.Counter()
    for s in d["elderly_subscales"]:
        n = 5 if s["type"] == "pinghe" else 4
        if len(s["items"]) != n or s["scored_items"] != n:
            err(fn, "elderly subscale", s["type"], len(s["items"]))
        for i in s["items"]:
            if i["item"] not in eit:
                err(fn, "elderly item", i["item"])
            if i["reverse"] and s["type"] != "pinghe":
                err(fn, "elderly reverse", s["type"], i)
            if s["type"] != "pinghe":
                cnt[i["item"]] += 1
    if sum(1 for s in d["elderly_subscales"] if s["type"] == "pinghe" for i in s["items"] if i["reverse"]) != 4:
        err(fn, "elderly pinghe reverse count")
    once = [i for i in eit if cnt[i] == 1]
    if len(once) != 32:
        err(fn, "elderly: items used once in biased subscales", len(once), "!= 32")
    # test vectors, scored again here, independently of constitution_vectors.py
    vec = d.get("test_vectors") or []
    uniq(fn, vec)
    if len([v for v in vec if v["form"] == "adult"]) < 6:
        err(fn, "fewer than 6 adult test vectors")
    sub = {s["type"]: s for s in d["subscales"]}
    esub = {s["type"]: s for s in d["elderly_subscales"]}
    for v in vec:
        if v["form"] == "adult":
            score = {}
            for t, s in sub.items():
                a = [(6 - v["answers"][i["item"]]) if i["reverse"] else v["answers"][i["item"]] for i in s["items"] if i["item"] in v["answers"]]
                n = len(a)
                score[t] = 100.0 * (sum(a) - n) / (4 * n)
                if sum(a) != v["expect_raw"][t] or n != v["expect_n"][t] or abs(score[t] - v["expect_score"][t]) > 1e-3:
                    err(fn, v["id"], t, sum(a), n, score[t])
        elif v["form"] == "transformed_only":
            score = v["scores"]
        else:
            sm = {t: sum((6 - v["answers"][i["item"]]) if i["reverse"] else v["answers"][i["item"]] for i in s["items"]) for t, s in esub.items()}
            if sm != v["expect_sum"]:
                err(fn, v["id"], sm)
            rest = max(x for t, x in sm.items() if t != "pinghe")
            exp = {t: "yes" if x > 10 else "tendency" if x > 8 else "no" for t, x in sm.items() if t != "pinghe"}
            exp["pinghe"] = "no" if sm["pinghe"] < 17 or rest > 10 else "yes" if rest < 9 else "basically_yes"
            if exp != v["expect_result"]:
                err(fn, v["id"], "result", exp)
            continue
        rest = max(x for t, x in score.items() if t != "pinghe")
        exp = {t: "no" if x < 30 else "tendency" if x < 40 else "yes" for t, x in score.items() if t != "pinghe"}
        exp["pinghe"] = "no" if score["pinghe"] < 60 or rest >= 40 else "yes" if rest < 30 else "basically_yes"
        if exp != v["expect_result"]:
            err(fn, v["id"], "result", exp, v["expect_result"])
    COUNT["constitution types/items/positions/elderly/vectors"] = (len(types), len(items), sum(len(s["items"]) for s in d["subscales"]), len(eit), len(vec))


# ---------------------------------------------------------------- tongue
def check_tongue(d):
    fn = "tongue.json"
    walk_labels(fn, d)
    g = uniq(fn, d["groups"])
    t = uniq(fn, d["terms"])
    r = uniq(fn, d["regions"])
    uniq(fn, d["combinations"])
    excl = {x["id"]: x["exclusive"] for x in d["groups"]}
    grp = {x["id"]: x["group"] for x in d["terms"]}
    for x in d["terms"]:
        if x["group"] not in g:
            err(fn, "group", x["id"])
        if not x["meaning_zh"] or not x["meaning_en"]:
            err(fn, "meaning", x["id"])
    for x in d["groups"]:
        if x["default"] and grp.get(x["default"]) != x["id"]:
            err(fn, "default", x["id"])
        if not any(grp[y] == x["id"] for y in t):
            err(fn, "empty group", x["id"])
    for e in d["excludes"]:
        for k in [e["a"]] + e["b"]:
            if k not in t:
                err(fn, "excludes", k)
    bad = {(e["a"], b) for e in d["excludes"] for b in e["b"]}
    for c in d["combinations"]:
        seen = collections.Counter()
        for m in c["members"]:
            if m not in t and m not in r:
                err(fn, "combination member", c["id"], m)
            if m in t and excl[grp[m]]:
                seen[grp[m]] += 1
        if any(v > 1 for v in seen.values()):
            err(fn, "combination breaks an exclusive group", c["id"])
        for a in c["members"]:
            for b in c["members"]:
                if (a, b) in bad:
                    err(fn, "combination breaks an exclusion", c["id"])
    for x in d["regions"]:
        if len(x["organs"]) != len(x["organs_zh"]):
            err(fn, "region", x["id"])
    COUNT["tongue groups/terms/regions/combinations"] = (len(g), len(t), len(r), len(d["combinations"]))


# ---------------------------------------------------------------- pulse
def check_pulse(d):
    fn = "pulse.json"
    walk_labels(fn, d)
    c = uniq(fn, d["classes"])
    p = uniq(fn, d["pulses"])
    uniq(fn, d["extra"])
    uniq(fn, d["positions"])
    uniq(fn, d["combinations"])
    if len(p) != 28 or [x["seq"] for x in d["pulses"]] != list(range(1, 29)):
        err(fn, "pulses", len(p), "!= 28")
    if len(d["positions"]) != 6 or len({(x["side"], x["level"]) for x in d["positions"]}) != 6:
        err(fn, "positions")
    ex = {x["id"]: set(x["excludes"]) for x in d["pulses"]}
    for x in d["pulses"]:
        if x["class"] not in c:
            err(fn, "class", x["id"])
        for e in x["excludes"]:
            if e not in p or x["id"] not in ex[e] or e == x["id"]:
                err(fn, "excludes not symmetric", x["id"], e)
        for k in ("pinyin", "feature_zh", "feature_en", "meaning_zh", "meaning_en"):
            if not x[k]:
                err(fn, k, x["id"])
    for x in d["combinations"]:
        for a in x["members"]:
            if a not in p:
                err(fn, "combination", x["id"], a)
            elif any(b in ex[a] for b in x["members"]):
                err(fn, "combination of excluded pulses", x["id"])
            elif not next(y for y in d["pulses"] if y["id"] == a)["combinable"]:
                err(fn, "combination of a non-combinable pulse", x["id"], a)
    if {x["class"] for x in d["pulses"]} != c:
        err(fn, "unused class")
    COUNT["pulses/positions/combinations"] = (len(p), len(d["positions"]), len(d["combinations"]))


# ---------------------------------------------------------------- acupoints
def check_points(m, d):
    fn = "meridians.json"
    walk_labels(fn, m)
    uniq(fn, m["meridians"])
    codes = {x["id"]: x for x in m["meridians"]}
    if len(codes) != 14:
        err(fn, "meridians", len(codes))
    if sum(x["point_count"] for x in m["meridians"]) != 361 or m["meta"]["total_points"] != 361:
        err(fn, "WHO total is not 361")
    if sum(x["point_count_gbt"] for x in m["meridians"]) != 362 or m["meta"]["total_points_gbt"] != 362:
        err(fn, "GB/T total is not 362")
    fn = "acupoints.json"
    walk_labels(fn, d)
    uniq(fn, d["points"])
    st = uniq(fn, d["special_types"])
    ct = uniq(fn, d["caution_types"])
    pb = uniq(fn, d["pregnancy_bases"])
    at = uniq(fn, d["angle_types"])
    by = collections.defaultdict(list)
    seen = set()
    for x in d["points"]:
        if x["kind"] == "channel":
            if x["meridian"] not in codes:
                err(fn, "meridian", x["id"])
            by[x["meridian"]].append(x["seq"])
            if x["code"] != x["meridian"].upper() + str(x["seq"]) or x["id"] != x["code"].lower():
                err(fn, "code", x["id"], x["code"])
        elif x["kind"] == "extra":
            if x["meridian"] != "ex" or not (x["code"] is None or re.match(r"^EX-(HN|CA|B|UE|LE)\d+$", x["code"])):
                err(fn, "extra code", x["id"], x["code"])
        else:
            err(fn, "kind", x["id"])
        if x["code"]:
            if x["code"] in seen:
                err(fn, "code twice", x["code"])
            seen.add(x["code"])
        lo, hi = x["depth_min_cun"], x["depth_max_cun"]
        if (lo is None) != (hi is None) or (lo is not None and not 0 < lo <= hi <= 3):
            err(fn, "depth", x["id"], lo, hi)
        if lo is not None and not x["angles"]:
            err(fn, "depth without angle", x["id"])
        if "no_needling" in x["cautions"] and lo is not None:
            err(fn, "no_needling with depth", x["id"])
        for a in x["angles"]:
            if a not in at:
                err(fn, "angle", x["id"], a)
        for a in x["cautions"]:
            if a not in ct:
                err(fn, "caution", x["id"], a)
        for a in x["special"]:
            if a.split(":")[0] not in st:
                err(fn, "special", x["id"], a)
        if x["pregnancy_caution"] != (x["pregnancy_basis"] is not None) or (x["pregnancy_basis"] and x["pregnancy_basis"] not in pb):
            err(fn, "pregnancy", x["id"])
        if not x["pinyin"] or CJK.search(x["pinyin"]):
            err(fn, "pinyin", x["id"])
    for k, x in codes.items():
        if sorted(by[k]) != list(range(1, x["point_count"] + 1)):
            err(fn, "points of", k, len(by[k]), "!=", x["point_count"])
    n = sum(len(v) for v in by.values())
    ext = [x for x in d["points"] if x["kind"] == "extra"]
    if n != 361:
        err(fn, "channel points", n)
    if len([x for x in ext if x["code"]]) < 40:
        err(fn, "extra points with a code", len(ext))
    sp = collections.Counter(s.split(":")[0] for x in d["points"] for s in x["special"])
    for k, v in dict(well=12, spring=12, stream=12, river=12, sea=12, source=12, luo=15, xi_cleft=16, back_shu=12, front_mu=12, lower_sea=6, meeting=8, confluent=8).items():
        if sp[k] != v:
            err(fn, "special", k, sp[k], "!=", v)
    COUNT["acupoints channel/extra/with depth/pregnancy"] = (n, len(ext), sum(1 for x in d["points"] if x["depth_min_cun"] is not None), sum(x["pregnancy_caution"] for x in d["points"]))


# ---------------------------------------------------------------- diagnosis
def check_diagnosis(d):
    fn = "diagnosis.json"
    walk_labels(fn, d)
    uniq(fn, d["entries"])
    ch = uniq_ch = {x["id"] for x in d["chapters"]}
    cs = {x["id"] for x in d["code_systems"]}
    seen = set()
    pat = {"GBT15657-2021": {"disease": r"^A\d\d(\.\d\d){1,5}$", "syndrome": r"^B\d\d(\.\d\d){1,7}$"},
           "GBT16751.3-2023": {"method": r"^[345](\.\d+){1,6}$"}}
    for x in d["entries"]:
        if x["kind"] not in ("disease", "syndrome", "method"):
            err(fn, "kind", x["id"])
        if (x["code"] is None) != (x["code_system"] is None):
            err(fn, "code without system", x["id"])
        if x["code"]:
            if x["code_system"] not in cs:
                err(fn, "code system", x["id"])
            elif x["kind"] not in pat[x["code_system"]] or not re.match(pat[x["code_system"]][x["kind"]], x["code"]):
                err(fn, "code form", x["id"], x["code"])
            if (x["code_system"], x["code"]) in seen:
                err(fn, "code twice", x["code"])
            seen.add((x["code_system"], x["code"]))
        if "icd11" in x or x["code_system"] == "ICD-11":
            err(fn, "ICD-11 is not ours to ship", x["id"])
        if x.get("chapter") and x["chapter"] not in ch:
            err(fn, "chapter", x["id"])
        if x["zh"] in x.get("aliases", []):
            err(fn, "alias equals name", x["id"])
    k = collections.Counter((x["code_system"], x["kind"]) for x in d["entries"])
    names = collections.Counter((x["code_system"], x["kind"], x["zh"]) for x in d["entries"])
    for n, v in names.items():
        if v > 1:
            err(fn, "name twice", n)
    if k[("GBT15657-2021", "disease")] < 150 or k[("GBT15657-2021", "syndrome")] < 250:
        err(fn, "too few", k)
    for (a, b), v in sorted(k.items(), key=str):
        COUNT["diagnosis %s %s" % (a, b)] = v


# ---------------------------------------------------------------- inquiry
def check_inquiry(d):
    fn = "inquiry.json"
    walk_labels(fn, d)
    me = uniq(fn, d["methods"])
    se = uniq(fn, d["sections"])
    uniq(fn, d["items"])
    opts = set()
    for s in d["sections"]:
        if s["method"] not in me:
            err(fn, "method", s["id"])
    for i in d["items"]:
        if i["section"] not in se:
            err(fn, "section", i["id"])
        ids = [o["id"] for o in i["options"]]
        if len(ids) < 2 or len(set(ids)) != len(ids) or set(ids) & opts:
            err(fn, "options", i["id"])
        opts |= set(ids)
        if i["normal"] is not None and i["normal"] not in ids:
            err(fn, "normal", i["id"])
        if any(not o.startswith(i["id"] + ".") for o in ids):
            err(fn, "option id", i["id"])
        if i["sex"] not in ("any", "female", "male"):
            err(fn, "sex", i["id"])
    if {i["section"] for i in d["items"]} != se:
        err(fn, "section without item")
    COUNT["inquiry sections/items/options"] = (len(se), len(d["items"]), len(opts))


# ---------------------------------------------------------------- icd10, services
def check_icd10(d):
    fn = "icd10_common.json"
    for x in d["codes"] + d["chapters"]:
        if not x["zh"].strip():
            err(fn, "zh", x["id"])
    for x in d["codes"]:
        if not x.get("en", "").strip() or len(x["en"]) > 48:
            err(fn, "short English name", x["id"])
    uniq(fn, d["codes"])
    uniq(fn, d["codes"], "en")
    uniq(fn, d["codes"], "code")
    ch = {c["id"] for c in d["chapters"]}
    for x in d["codes"]:
        if not re.match(r"^[A-Z]\d\d(\.\d)?$", x["code"]):
            err(fn, "code", x["code"])
        if x["chapter"] not in ch:
            err(fn, "chapter", x["code"])
        if x["cn_code"] and not x["cn_code"].replace(".x00", "").replace(".", "").startswith(x["code"].replace(".", "")):
            err(fn, "cn_code", x["code"], x["cn_code"])
    if len(d["codes"]) < 300:
        err(fn, "too few", len(d["codes"]))
    COUNT["icd10 codes"] = len(d["codes"])


def check_services(d):
    fn = "services.json"
    walk_labels(fn, d)
    uniq(fn, d["services"])
    ca = uniq(fn, d["categories"])
    for x in d["services"]:
        if x["category"] not in ca:
            err(fn, "category", x["id"])
        if not isinstance(x["default_minutes"], int) or not 5 <= x["default_minutes"] <= 120:
            err(fn, "minutes", x["id"])
        if x["price"] is not None:
            err(fn, "price", x["id"])
    if {x["category"] for x in d["services"]} != ca:
        err(fn, "unused category")
    COUNT["services/categories"] = (len(d["services"]), len(ca))


def main():
    files = {n: load(n + ".json") for n in ("constitution", "tongue", "pulse", "acupoints", "meridians", "diagnosis", "inquiry", "icd10_common", "services")}
    if not ERR:
        try:
            check_constitution(files["constitution"])
            check_tongue(files["tongue"])
            check_pulse(files["pulse"])
            check_points(files["meridians"], files["acupoints"])
            check_diagnosis(files["diagnosis"])
            check_inquiry(files["inquiry"])
            check_icd10(files["icd10_common"])
            check_services(files["services"])
        except (KeyError, TypeError, AttributeError) as e:
            err("structure:", repr(e))
    for k, v in COUNT.items():
        print("%-58s %s" % (k, v))
    if ERR:
        for e in ERR[:200]:
            print("ERROR", e)
        print(len(ERR), "errors")
        return 1
    print("all checks passed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
