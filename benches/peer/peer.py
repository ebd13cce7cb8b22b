"""The mix stage as a mixed-integer programme for HiGHS: the same estates, homes, bonds and promises.

    mixplan plan town/plan.toml --out out
    python3 -m venv peer && peer/bin/pip install highspy
    peer/bin/python benches/peer/peer.py town out --seconds 600 [--estate NAME] [--threads 1]

Reads the town's plan.toml, dwellings.csv and households.csv as `mixplan demo` writes them, and first.csv, plan.csv and
certificate.json of the plan. Solves one estate after the other, with the people that the plan has in each, and prints
score, bound and time of both. Groups, bonds, needs and home types count as in the plan; nothing is relaxed.
"""

import argparse
import csv
import json
import time
import tomllib
from collections import Counter, defaultdict
from pathlib import Path

import highspy
import numpy as np


def rows(path):
    with open(path, newline="", encoding="utf-8-sig") as file:
        return list(csv.DictReader(file))


class Town:
    def __init__(self, town, out):
        plan = tomllib.loads((town / "plan.toml").read_text())
        mix = plan["mix"]
        assert mix["target"] == "estate", "this script knows the estates' own composition only"
        self.tolerance = mix["building"]["tolerance"], mix["stairwell"]["tolerance"]
        self.company = mix["stairwell"].get("company", 3)
        self.homes = {row["dwelling"]: row for row in rows(town / "dwellings.csv")}
        self.households = {row["household"]: row for row in rows(town / "households.csv")}
        self.first = {row["household"]: row["dwelling"] for row in rows(out / "first.csv")}
        self.plan = {row["household"]: row["dwelling"] for row in rows(out / "plan.csv")}
        self.bonds = defaultdict(list)
        for key in self.plan:
            if self.households[key]["together"]:
                self.bonds[self.households[key]["together"]].append(key)
        self.estates = sorted({home["estate"] for home in self.homes.values()})

    def moves(self, key):
        return self.households[key]["mixing"] == "yes"

    def place(self, home, level):
        home = self.homes[home]
        return (home["estate"], home["building"], home["stairwell"])[:level]


def meets(who, home):
    floor = not who["max_floor"] or int(home["floor"]) <= int(who["max_floor"])
    return floor and (who["step_free"] != "yes" or home["step_free"] == "yes")


class Model:
    """Columns and rows, collected and handed over at once."""

    def __init__(self):
        self.cost, self.low, self.high, self.whole = [], [], [], []
        self.rows = []

    def var(self, cost=0.0, low=0.0, high=highspy.kHighsInf, whole=False):
        for column, value in zip((self.cost, self.low, self.high, self.whole), (cost, low, high, whole)):
            column.append(value)
        return len(self.cost) - 1

    def row(self, low, high, terms):
        self.rows.append((low, high, dict(terms)))

    def solve(self, seconds, threads):
        lp = highspy.HighsLp()
        lp.num_col_, lp.num_row_ = len(self.cost), len(self.rows)
        lp.col_cost_, lp.col_lower_, lp.col_upper_ = map(np.array, (self.cost, self.low, self.high))
        lp.row_lower_ = np.array([row[0] for row in self.rows], float)
        lp.row_upper_ = np.array([row[1] for row in self.rows], float)
        start, index, value = [0], [], []
        for _, _, terms in self.rows:
            index += terms.keys()
            value += terms.values()
            start.append(len(index))
        matrix = lp.a_matrix_
        matrix.format_ = highspy.MatrixFormat.kRowwise
        matrix.start_, matrix.index_, matrix.value_ = np.array(start), np.array(index), np.array(value, float)
        kinds = highspy.HighsVarType
        lp.integrality_ = [kinds.kInteger if whole else kinds.kContinuous for whole in self.whole]
        solver = highspy.Highs()
        solver.setOptionValue("output_flag", False)
        solver.setOptionValue("time_limit", float(seconds))
        solver.setOptionValue("threads", threads)
        solver.passModel(lp)
        began = time.monotonic()
        solver.run()
        info = solver.getInfo()
        return info.objective_function_value, info.mip_dual_bound, time.monotonic() - began


def estate_model(town, estate):
    """The mix score of one estate over all exchanges that keep every promise."""
    people = [key for key, home in town.plan.items() if town.homes[home]["estate"] == estate]
    stairwells = sorted({town.place(home, 3) for home, row in town.homes.items() if row["estate"] == estate})
    group = lambda key: town.households[key]["group"] or None
    fixed = defaultdict(Counter)
    for row in town.homes.values():
        if row["estate"] == estate and row["status"] == "occupied" and row["resident_group"]:
            fixed[(estate, row["building"], row["stairwell"])][row["resident_group"]] += 1
    open_homes = defaultdict(list)
    taken = {town.plan[key] for key in people if not town.moves(key)}
    for home, row in town.homes.items():
        if row["estate"] == estate and row["status"] in ("vacant", "") and home not in taken:
            open_homes[town.place(home, 3)].append(row)
    # Units move as one: volunteers of a bond who share a stairwell. Where somebody of the bond stays, its place is kept.
    units, alone, families = [], [], defaultdict(list)
    for key in people:
        if not town.moves(key):
            if group(key):
                fixed[town.place(town.plan[key], 3)][group(key)] += 1
            continue
        bond = town.households[key]["together"]
        mates = [other for other in town.bonds[bond] if other != key] if bond else []
        near = {level: [o for o in mates if town.place(town.first[o], level) == town.place(town.first[key], level)]
                for level in (2, 3)}
        stays = [level for level in (3, 2) if any(not town.moves(other) for other in near[level])]
        keeps = town.place(town.first[key], stays[0]) if stays else (estate,)
        if near[2]:
            families[(bond, town.place(town.first[key], 2))].append((town.place(town.first[key], 3), key, keeps))
        else:
            alone.append((key, keeps))
    clusters = []
    for members in families.values():
        by_stairwell = defaultdict(list)
        for stairwell, key, keeps in members:
            by_stairwell[stairwell].append((key, keeps))
        cluster = []
        for unit in by_stairwell.values():
            keeps = max((keeps for _, keeps in unit), key=len)
            cluster.append(len(units))
            units.append(([key for key, _ in unit], keeps))
        clusters.append(cluster)
    model = Model()
    kind = lambda key: (town.homes[town.plan[key]]["home_type"], town.households[key]["step_free"],
                        town.households[key]["max_floor"])
    classes = Counter((group(key), kind(key), keeps) for key, keeps in alone)
    number = defaultdict(dict)  # (stairwell, group) -> variable: weight
    wanted = defaultdict(dict)  # (stairwell, kind) -> variable: weight
    for (who, sort, keeps), count in classes.items():
        total = {}
        for stairwell in stairwells:
            if stairwell[:len(keeps)] == keeps:
                var = model.var(high=count, whole=True)
                total[var] = 1
                number[stairwell, who][var] = 1
                wanted[stairwell, sort][var] = 1
        model.row(count, count, total)
    lives = []
    for members, keeps in units:
        total = {}
        for stairwell in stairwells:
            if stairwell[:len(keeps)] == keeps:
                var = total[stairwell] = model.var(high=1, whole=True)
                for who, n in Counter(map(group, members)).items():
                    number[stairwell, who][var] = n
                for sort, n in Counter(map(kind, members)).items():
                    wanted[stairwell, sort][var] = n
        model.row(1, 1, {var: 1 for var in total.values()})
        lives.append(total)
    for cluster in clusters:
        for unit in cluster[1:]:
            for building in {stairwell[:2] for stairwell in stairwells}:
                terms = Counter()
                for at, sign in ((cluster[0], 1), (unit, -1)):
                    for stairwell, var in lives[at].items():
                        if stairwell[:2] == building:
                            terms[var] += sign
                if terms:
                    model.row(0, 0, terms)
    for stairwell in stairwells:
        sorts = [sort for place, sort in wanted if place == stairwell]
        signature = lambda home: (home["home_type"],) + tuple(
            home["home_type"] == sort[0] and meets({"step_free": sort[1], "max_floor": sort[2]}, home) for sort in sorts)
        homes = Counter(map(signature, open_homes[stairwell]))
        use = {sign: {} for sign in homes}
        for at, sort in enumerate(sorts):
            flow = {var: -weight for var, weight in wanted[stairwell, sort].items()}
            for sign in homes:
                if sign[1 + at]:
                    var = model.var()
                    flow[var] = use[sign][var] = 1
            model.row(0, 0, flow)
        for sign, count in homes.items():
            model.row(-highspy.kHighsInf, count, use[sign])
    groups = sorted({group(key) for key in people if group(key)} | {g for counts in fixed.values() for g in counts})
    totals = Counter(group(key) for key in people if group(key) and town.moves(key))
    for stairwell in stairwells:
        totals.update(fixed[stairwell])
    whole = sum(totals.values())
    for level, tolerance in zip((2, 3), town.tolerance):
        for place in sorted({stairwell[:level] for stairwell in stairwells}):
            inside = [stairwell for stairwell in stairwells if stairwell[:level] == place]
            there = {g: sum(fixed[s][g] for s in inside) for g in groups}
            people_of = {g: Counter() for g in groups}
            for g in groups:
                for s in inside:
                    people_of[g].update(number[s, g])
            everybody = sum((people_of[g] for g in groups), Counter())
            base, room = sum(there.values()), sum(len(open_homes[s]) for s in inside)
            for g in groups:
                share = totals[g] / whole
                off = model.var(cost=0.5)
                for sign in (1, -1):
                    slope = sign * share + tolerance / 100
                    terms = {var: slope * n for var, n in everybody.items()}
                    for var, n in people_of[g].items():
                        terms[var] = terms.get(var, 0) - sign * n
                    model.row(sign * there[g] - slope * base, highspy.kHighsInf, {off: 1, **terms})
                if level == 3 and totals[g] >= town.company > 1:
                    company(model, town.company, there[g], people_of[g], room)
    return model


def company(model, enough, there, people, room):
    """Adds the number of households without company of one group in one stairwell."""
    most = there + room
    few = [model.var(cost=n, high=1, whole=True) for n in range(enough)]
    count = dict(people)
    model.row(enough - there, highspy.kHighsInf, {**count, **{var: enough - n for n, var in enumerate(few)}})
    model.row(-highspy.kHighsInf, most - there, {**count, **{var: most - n for n, var in enumerate(few)}})
    model.row(0, 1, {var: 1 for var in few})


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("town", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--seconds", type=float, default=600, help="for each estate")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--estate", action="append")
    asked = parser.parse_args()
    town = Town(asked.town, asked.out)
    ours = {estate["estate"]: estate for estate in json.loads((asked.out / "certificate.json").read_text())["mix"]["estates"]}
    print(f"{'estate':<16}{'first':>9} | {'score':>9}{'bound':>9} | HiGHS{'score':>9}{'bound':>9}{'seconds':>9}")
    sums = np.zeros(6)
    for estate in asked.estate or town.estates:
        score, bound, took = estate_model(town, estate).solve(asked.seconds, asked.threads)
        own = ours[estate]
        line = np.array([own["first"], own["final"], own["bound"], score, bound, took])
        sums += line
        print(f"{estate:<16}" + ("{:>9.2f} | {:>9.2f}{:>9.2f} |      {:>9.2f}{:>9.2f}{:>9.1f}").format(*line), flush=True)
    print(f"{'all':<16}" + ("{:>9.2f} | {:>9.2f}{:>9.2f} |      {:>9.2f}{:>9.2f}{:>9.1f}").format(*sums))


if __name__ == "__main__":
    main()
