# SPDX-License-Identifier: GPL-3.0-or-later
"""The best plan of an instance, found by HiGHS through python3-scipy as a mixed-integer programme."""
import collections
import itertools

import numpy
import scipy
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_matrix

Best = collections.namedtuple('Best', 'coverage changes preference bound proved plan')
SOLVER = 'HiGHS of scipy ' + scipy.__version__
AIMS = ('coverage', 'changes', 'preference')


class Model:
    """Columns with what they cost in each of three aims, and rows that bind them."""

    def __init__(self, rules):
        self.rules = rules
        self.costs, self.most, self.whole = [], [], []
        self.rows = []  # (columns with factors, from, to)
        self.fixed = collections.Counter()
        self.free = {(s, v): self.column(
            changes=-((s, v) in rules.published), preference=sum(rules.own_cost(s, v).values()))
            for s in rules.shifts for v in rules.people
            if (s, v) not in rules.locked and rules.eligible(s, v) and self.is_left(s, v)}
        self.fixed['changes'] = len(rules.published - rules.locked)
        self.on, self.of = collections.defaultdict(list), collections.defaultdict(list)
        for s, v in self.free:
            self.on[s].append(v)
            self.of[v].append(s)
        for s in rules.shifts:
            self.add_shift(s)
        for v in rules.people:
            self.add_person(v)

    def column(self, most=1, whole=True, **costs):
        self.costs.append([costs.get(aim, 0) for aim in AIMS])
        self.most.append(most)
        self.whole.append(whole)
        return len(self.costs) - 1

    def row(self, terms, low=-numpy.inf, high=numpy.inf):
        self.rows.append((terms, low, high))

    # ——— What the rules leave beside what is locked ———

    def locked_of(self, v):
        return [s for s, u in self.rules.locked if u == v]

    def locked_on(self, s):
        return [v for t, v in self.rules.locked if t == s]

    def is_left(self, s, v):
        return not any(self.rules.overlap(s, t) or self.rules.lack_rest(s, t, v) for t in self.locked_of(v))

    def add_shift(self, s):
        shift, locked = self.rules.shifts[s], self.locked_on(s)
        terms = [(self.free[s, v], 1) for v in self.on[s]]
        left = max(0, shift['wanted'] - len(locked))
        if terms:
            self.row(terms, high=left)
        self.row(terms + [(self.column(left, False, coverage=shift['priority']), 1)], low=left)
        if not locked:
            self.row(terms + [(self.column(1, coverage=shift['priority']), 1)], low=1)
        for u, v in itertools.combinations(sorted(self.on[s] + locked), 2):
            if self.rules.friends(u, v):
                both = self.column(1, False, preference=-10)
                for one in (u, v):
                    if one not in locked:
                        self.row([(both, 1), (self.free[s, one], -1)], high=0)

    def add_person(self, v):
        mine, locked = self.of[v], self.locked_of(v)
        self.add_collisions(v, mine)
        for key, cap, taken in self.rules.caps(v):
            for which, several in self.grouped(mine, key).items():
                there = sum(self.rules.shifts[s][key] == which for s in locked)
                left = max(0, cap - taken.get(which, 0) - there)
                if len(several) > left:
                    self.row([(self.free[s, v], 1) for s in several], high=left)
        self.add_faces(v, mine, locked)
        self.add_steps(v, mine, len(locked), self.rules.load_cost)
        self.fixed['preference'] += sum(sum(self.rules.own_cost(s, v).values()) for s in locked)
        hated = [s for s in mine if self.rules.shifts[s]['unpopular']]
        self.add_steps(v, hated, sum(self.rules.shifts[s]['unpopular'] for s in locked), self.rules.unpopular_cost)

    def grouped(self, shifts, key):
        groups = collections.defaultdict(list)
        for s in shifts:
            groups[self.rules.shifts[s][key]].append(s)
        return groups

    def add_collisions(self, v, mine):
        one_a_day = self.rules.people[v]['per_day'] <= 1
        mine = sorted(mine, key=lambda s: self.rules.shifts[s]['start'])
        for a, b in itertools.combinations(mine, 2):
            same_day = self.rules.shifts[a]['day'] == self.rules.shifts[b]['day']
            if not (one_a_day and same_day) and (self.rules.overlap(a, b) or self.rules.lack_rest(a, b, v)):
                self.row([(self.free[a, v], 1), (self.free[b, v], 1)], high=1)

    def add_faces(self, v, mine, locked):
        regular = set(self.rules.people[v]['regular_on'])
        known = {self.rules.shifts[s]['series'] for s in locked} - regular
        self.fixed['preference'] += 15 * len(known)
        for series, several in self.grouped(mine, 'series').items():
            if series in regular | known:
                continue
            face = self.column(preference=15)
            for s in several:
                self.row([(self.free[s, v], 1), (face, -1)], high=0)

    def add_steps(self, v, shifts, locked, cost):
        """The k-th costs no less than the one before it: so the cheap steps are taken first by themselves."""
        self.fixed['preference'] += sum(cost(v, k) for k in range(1, locked + 1))
        steps = [self.column(1, False, preference=cost(v, locked + k)) for k in range(1, len(shifts) + 1)]
        if shifts:
            self.row([(self.free[s, v], 1) for s in shifts] + [(step, -1) for step in steps], 0, 0)

    # ——— Solving it ———

    def minimise(self, aim, rows, seconds):
        terms = [(r, j, factor) for r, row in enumerate(rows) for j, factor in row[0]]
        shape = (len(rows), len(self.costs))
        matrix = csr_matrix(([t[2] for t in terms], ([t[0] for t in terms], [t[1] for t in terms])), shape=shape)
        return milp([cost[AIMS.index(aim)] for cost in self.costs], integrality=numpy.array(self.whole, int),
                    bounds=Bounds(0, numpy.array(self.most, float)),
                    constraints=LinearConstraint(matrix, [row[1] for row in rows], [row[2] for row in rows]),
                    options={'time_limit': seconds, 'mip_rel_gap': 1e-9})

    def solve(self, seconds=60):
        """One aim after the other, each kept while the next is sought."""
        if not self.costs:
            fixed = self.fixed['preference']
            return Best(0, self.fixed['changes'], fixed, fixed, True, set(self.rules.locked))
        rows, found, proved = list(self.rows), {}, True
        for at, aim in enumerate(AIMS):
            result = self.minimise(aim, rows, seconds)
            proved = proved and result.status == 0
            assert result.x is not None, (aim, result.message)
            found[aim] = round(result.fun) + self.fixed[aim]
            terms = [(j, cost[at]) for j, cost in enumerate(self.costs) if cost[at] != 0]
            if terms:
                rows.append((terms, -numpy.inf, round(result.fun)))
        plan = set(self.rules.locked) | {pair for pair, j in self.free.items() if result.x[j] > 0.5}
        bound = result.mip_dual_bound if result.mip_dual_bound is not None else result.fun
        return Best(found['coverage'], found['changes'], found['preference'],
                    int(-((-bound + 1e-6) // 1)) + self.fixed['preference'], proved, plan)
