#!/usr/bin/env python3
"""Check herb_names.json, allergens.json and severities.json against herbs.json. Exits 1 when anything is wrong."""
import json
import os
import sys

HERE = sys.argv[1] if len(sys.argv) > 1 else os.path.join(
    os.path.dirname(os.path.abspath(__file__)), "..", "..", "..", "resources", "catalog")
errors = []


def load(name):
    with open(os.path.join(HERE, name), encoding="utf-8") as fh:
        return json.load(fh)


herbs = load("herbs.json")
ids = {h["id"] for h in herbs}
known = {n: h["id"] for h in herbs for n in [h["name_zh"]] + h["aliases_zh"] + h["processed_zh"]}

names = load("herb_names.json")
seen = {}
for row in names["names"]:
    if row["herb"] not in ids:
        errors.append(f"herb_names: {row['name']} leads to no herb")
    if row["name"] in known or row["name"] in seen:
        errors.append(f"herb_names: {row['name']} is already a name")
    if row["source"] not in names["sources"]:
        errors.append(f"herb_names: {row['name']} has no source")
    seen[row["name"]] = row["herb"]
for name in names["unresolved"]:
    if name in known or name in seen:
        errors.append(f"herb_names: {name} is unresolved and a name at once")
for pair in names["variants"]:
    if len(pair) != 2 or pair[0] == pair[1]:
        errors.append(f"herb_names: variant {pair!r}")
standard = {p[1] for p in names["variants"]}
for pair in names["variants"]:
    if pair[0] in standard:
        errors.append(f"herb_names: {pair[0]} is exchanged twice")
for key in ("guarded",):
    for row in names[key]:
        if row["herb"] not in ids:
            errors.append(f"herb_names: {key} {row['herb']}")
for herb in names["prepared"] + [i for group in names["related"] for i in group]:
    if herb not in ids:
        errors.append(f"herb_names: {herb} is no herb")

allergens = load("allergens.json")["allergens"]
labels = set()
for row in allergens:
    if not row["source"] or not row["zh"] or not row["en"]:
        errors.append(f"allergens: {row['id']} lacks a name or source")
    for label in {row["id"].lower(), row["zh"].lower(), row["en"].lower(), *[a.lower() for a in row["aliases"]]}:
        if label in labels:
            errors.append(f"allergens: {label} stands twice")
        labels.add(label)
    for herb in row["exact"] + row["class"]:
        if herb not in ids:
            errors.append(f"allergens: {row['id']} names {herb}")
    if set(row["exact"]) & set(row["class"]):
        errors.append(f"allergens: {row['id']} has a piece in both lists")
if len(allergens) < 40:
    errors.append("allergens: fewer than 40")

for row in load("severities.json")["rules"]:
    if row["severity"] not in ("severe", "warning", "note") or not row["zh"] or not row["en"] or not row["kind"]:
        errors.append(f"severities: {row['rule']}")

print(f"names {len(seen)}, unresolved {len(names['unresolved'])}, variants {len(names['variants'])}, allergens {len(allergens)}")
for error in errors:
    print("ERROR", error)
sys.exit(1 if errors else 0)
