# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules of instances as they are written, and instances by chance that are the same on every Python."""
import collections
import datetime
import math

EPOCH = datetime.date(1970, 1, 1)
DEFAULTS = {
    'shifts': {'skill': '', 'priority': 2, 'unpopular': False, 'check': False},
    'volunteers': {
        'x': 0, 'y': 0, 'radius': 0, 'only_these_houses': False, 'skills': [], 'check': False, 'absent': [],
        'per_day': 1, 'per_week': 7, 'per_month': 31, 'rest': 0, 'wished_per_week_hundredths': 100,
        'taken_this_week': 0, 'taken_this_month': 0, 'recent_load': 0, 'recent_unpopular': 0, 'regular_on': [],
        'partners': []},
    'houses': {'x': 0, 'y': 0},
}
Verdict = collections.namedtuple('Verdict', 'faults coverage changes preference broken')


class Rules:
    """An instance, and what its rules say of pairs and of plans: sets of (shift, volunteer)."""

    def __init__(self, instance):
        self.instance = instance
        self.houses, self.shifts, self.people = (
            {one['id']: {**DEFAULTS[key], **one} for one in instance[key]}
            for key in ('houses', 'shifts', 'volunteers'))
        first = datetime.date.fromisoformat(instance['first_day'])
        self.first_week, self.first_month = first.isocalendar()[:2], (first.year, first.month)
        self.locked, self.published = ({(pair['shift'], pair['volunteer']) for pair in instance.get(key, [])}
                                       for key in ('locked', 'published'))
        for shift in self.shifts.values():
            date = EPOCH + datetime.timedelta(shift['start'] // 1440)
            shift.update(date=date, day=date, week=date.isocalendar()[:2], month=(date.year, date.month))

    # ——— Pairs ———

    def windows(self, s, v):
        shift = self.shifts[s]
        midnight = (shift['date'] - EPOCH).days * 1440
        parity = 'odd' if shift['week'][1] % 2 else 'even'
        return [w for w in self.people[v]['available']
                if w['weekday'] == shift['date'].isoweekday() and w.get('weeks', 'all') in ('all', parity)
                and midnight + w['from'] <= shift['start'] and shift['end'] <= midnight + w['to']]

    def distance(self, s, v):
        house, who = self.houses[self.shifts[s]['house']], self.people[v]
        return math.isqrt((who['x'] - house['x']) ** 2 + (who['y'] - house['y']) ** 2)

    def bars(self, s, v):
        shift, who = self.shifts[s], self.people[v]
        if shift['skill'] and shift['skill'] not in who['skills']:
            yield 'skill'
        if shift['check'] and not who['check']:
            yield 'check'
        if shift['house'] not in who['houses'] and (who['only_these_houses'] or self.distance(s, v) > who['radius']):
            yield 'house'
        if not self.windows(s, v):
            yield 'time'
        if any(away['from'] <= str(shift['date']) <= away['to'] for away in who['absent']):
            yield 'absent'

    def eligible(self, s, v):
        return next(self.bars(s, v), None) is None

    def own_cost(self, s, v):
        time = 0 if any(w.get('preferred') for w in self.windows(s, v)) else 10
        house = 0 if self.shifts[s]['house'] in self.people[v]['houses'] else 10
        return {'time': time, 'house': house, 'distance': min(20, max(0, self.distance(s, v) - 2000) // 500)}

    # ——— Several shifts of a person ———

    def overlap(self, a, b):
        a, b = self.shifts[a], self.shifts[b]
        return a['start'] < b['end'] and b['start'] < a['end']

    def lack_rest(self, a, b, v):
        a, b = sorted((self.shifts[a], self.shifts[b]), key=lambda shift: shift['start'])
        return a['date'] != b['date'] and a['end'] <= b['start'] < a['end'] + self.people[v]['rest']

    def caps(self, v):
        """What is counted, the cap, and what was taken of it before."""
        who = self.people[v]
        return (('day', who['per_day'], {}), ('week', who['per_week'], {self.first_week: who['taken_this_week']}),
                ('month', who['per_month'], {self.first_month: who['taken_this_month']}))

    def broken(self, s, v, plan):
        """The rules that the pair, which is in the plan, breaks; in order."""
        rules = list(self.bars(s, v))
        mine = [t for t, u in plan if u == v]
        if any(t != s and self.overlap(s, t) for t in mine):
            rules.append('overlap')
        if any(t != s and self.lack_rest(s, t, v) for t in mine):
            rules.append('rest')
        for key, cap, taken in self.caps(v):
            which = self.shifts[s][key]
            if sum(self.shifts[t][key] == which for t in mine) + taken.get(which, 0) > cap:
                rules.append('per_' + key)
        if sum(t == s for t, _ in plan) > self.shifts[s]['wanted']:
            rules.append('wanted')
        return rules

    # ——— Costs ———

    def load_cost(self, v, k):
        who = self.people[v]
        above = 700 * (who['recent_load'] + k) - who['wished_per_week_hundredths'] * (56 + self.instance['days'])
        return 4 * (5 + max(-5, min(5, above // 700)))

    def unpopular_cost(self, v, k):
        return 8 * min(5, self.people[v]['recent_unpopular'] + k - 1)

    def friends(self, u, v):
        return u != v and (v in self.people[u]['partners'] or u in self.people[v]['partners'])

    def lines(self, plan):
        """Pair → what its line costs, by the order of start and id."""
        lines, known, load, unpopular = {}, set(), collections.Counter(), collections.Counter()
        for s, v in sorted(plan, key=lambda pair: (self.shifts[pair[0]]['start'], pair)):
            shift = self.shifts[s]
            load[v] += 1
            unpopular[v] += shift['unpopular']
            new = shift['series'] not in self.people[v]['regular_on'] and (v, shift['series']) not in known
            known.add((v, shift['series']))
            lines[s, v] = {**self.own_cost(s, v), 'new_face': 15 * new, 'load': self.load_cost(v, load[v]),
                           'unpopular': self.unpopular_cost(v, unpopular[v]) if shift['unpopular'] else 0, 'partner': 0}
        together = collections.defaultdict(list)
        for s, v in plan:
            together[s].append(v)
        for s, people in together.items():
            for v in people:
                lines[s, v]['partner'] = -10 * sum(u < v and self.friends(u, v) for u in people)
        return lines

    def judge(self, plan):
        on = collections.Counter(s for s, _ in plan)
        faults = [('lost', *pair) for pair in self.locked - plan]
        broken = {}
        for s, v in sorted(plan):
            rules = self.broken(s, v, plan)
            if rules and (s, v) in self.locked:
                broken[s, v] = rules
            elif rules:
                faults.append((s, v, *rules))
        coverage = sum(shift['priority'] * (max(0, shift['wanted'] - on[s]) + (on[s] == 0))
                       for s, shift in self.shifts.items())
        preference = sum(sum(line.values()) for line in self.lines(plan).values())
        return Verdict(faults, coverage, len(self.published - plan), preference, broken)


# ——— Chance ———

class Chance:
    """SplitMix64."""

    def __init__(self, seed):
        self.state = seed

    def next(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) % 2 ** 64
        z = self.state
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9 % 2 ** 64
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB % 2 ** 64
        return z ^ (z >> 31)

    def between(self, low, high):
        return low + self.next() % (high - low + 1)

    def one_in(self, n):
        return self.between(1, n) == 1

    def pick(self, things):
        return things[self.between(0, len(things) - 1)]

    def weighted(self, weights):
        """One of the keys, as often as its weight says."""
        at = self.between(1, sum(weights.values()))
        for thing, weight in weights.items():
            at -= weight
            if at <= 0:
                return thing
        raise AssertionError

    def some(self, things, per_cent):
        return [thing for thing in things if self.between(1, 100) <= per_cent]

    def around(self, middle, spread):
        return middle + sum(self.between(-spread, spread) for _ in range(3)) // 2


def minutes_of(date):
    return (date - EPOCH).days * 1440


# ——— Small instances with everything in them ———

def each_once(pairs):
    return [pair for i, pair in enumerate(pairs) if pair not in pairs[:i]]


def small_instance(seed):
    """A week, or what is left of it, that starts on any day around the turn of a month or a year."""
    c = Chance(seed)
    first = datetime.date(*c.pick([(2026, 11, 30), (2026, 12, 29), (2024, 2, 27), (2021, 1, 1), (2027, 3, 10)]))
    first += datetime.timedelta(c.between(0, 6))
    days = c.between(4, 7)
    series, skills = ['a%d' % i for i in range(c.between(2, 6))], ['', '', '', '', 'cafe', 'music']
    houses = [{'id': 'h%d' % i, 'x': c.between(-5000, 5000), 'y': c.between(-5000, 5000)}
              for i in range(c.between(1, 3))]
    shifts, people = [], []
    for i in range(c.between(4, 22)):
        start = minutes_of(first) + 1440 * c.between(0, days - 1) + 30 * c.between(15, 40)
        shifts.append({
            'id': 's%d' % i, 'series': c.pick(series), 'house': c.pick(houses)['id'], 'skill': c.pick(skills),
            'start': start, 'end': start + 30 * c.between(3, 12), 'wanted': c.weighted({1: 5, 2: 3, 3: 1}),
            'priority': c.between(1, 3), 'unpopular': c.one_in(4), 'check': c.one_in(8)})
    for i in range(c.between(3, 16)):
        windows = []
        for _ in range(c.between(3, 12)):
            begin = 60 * c.between(5, 10)
            windows.append({'weekday': c.between(1, 7), 'from': begin, 'to': begin + 60 * c.between(6, 24),
                            'preferred': c.one_in(3), 'weeks': c.weighted({'all': 6, 'odd': 1, 'even': 1})})
        away = first + datetime.timedelta(c.between(-2, days))
        people.append({
            'id': 'v%d' % i, 'x': c.between(-7000, 7000), 'y': c.between(-7000, 7000),
            'radius': 1000 * c.between(0, 12),
            'houses': c.some([house['id'] for house in houses], 70), 'only_these_houses': c.one_in(4),
            'skills': c.some(['cafe', 'music'], 70), 'check': not c.one_in(4), 'available': windows,
            'absent': [{'from': str(away), 'to': str(away + datetime.timedelta(i % 3))}] if c.one_in(4) else [],
            'per_day': c.weighted({0: 1, 1: 12, 2: 6, 3: 1}), 'per_week': c.between(1, 4),
            'per_month': c.weighted({31: 4, 2: 2, 3: 2}), 'rest': c.weighted({0: 1, 600: 2, 900: 1}),
            'wished_per_week_hundredths': c.between(20, 250),
            'taken_this_week': c.weighted({0: 5, 1: 1, 2: 1}), 'taken_this_month': c.weighted({0: 3, 1: 1, 2: 1}),
            'recent_load': c.between(0, 18), 'recent_unpopular': c.between(0, 5), 'regular_on': c.some(series, 25),
            'partners': []})
    for one in people:
        one['partners'] = [other['id'] for other in c.some(people, 15) if other is not one]
    instance = {'first_day': str(first), 'days': days, 'houses': houses, 'shifts': shifts, 'volunteers': people,
                'locked': [], 'published': []}
    rules = Rules(instance)
    pairs = [{'shift': s['id'], 'volunteer': v['id']} for s in shifts for v in people]
    possible = [pair for pair in pairs if rules.eligible(pair['shift'], pair['volunteer'])]
    if c.one_in(2):
        instance['locked'] = each_once(c.some(possible, 6) + c.some(pairs, 1))
    if c.one_in(2):
        instance['published'] = each_once(c.some(possible, 15) + c.some(pairs, 1))
    return instance


# ——— Houses as they are ———

SIZES = {'house': (1, 40, 60), 'area': (6, 430, 600)}
# Start and length, and how often it is so.
SLOTS = {(540, 210): 24, (600, 120): 18, (600, 210): 16, (720, 210): 20, (810, 120): 16, (870, 90): 8, (1020, 180): 6,
         (1080, 180): 8}
SKILLS = {'': 46, 'kitchen': 14, 'cash': 14, 'visits': 15, 'driver': 6, 'music': 5}
OWNED = {'kitchen': 36, 'cash': 30, 'visits': 40, 'driver': 14, 'music': 10}
HALVES = [(480, 810), (690, 1020), (990, 1320)]
FIRST = datetime.date(2026, 11, 30)


def person(c, number, houses, weeks):
    home = c.pick(houses)
    per_week = c.weighted({1: 36, 2: 36, 3: 20, 4: 8})
    per_month = min(4 * per_week, c.weighted({2: 5, 4: 25, 6: 20, 8: 25, 16: 25}))
    wished = max(25, 100 * per_month // 4 * c.between(60, 100) // 100)
    load = wished * 8 * c.between(30, 130) // 10000
    halves = {(c.weighted({1: 10, 2: 10, 3: 10, 4: 10, 5: 10, 6: 3, 7: 3}), c.weighted({0: 10, 1: 10, 2: 4}))
              for _ in range(c.weighted({2: 12, 3: 18, 4: 20, 5: 18, 6: 14, 8: 10, 10: 8}))}
    absent = []
    for week in range(weeks):
        kind = c.between(1, 100)
        if kind <= 19:
            begin = FIRST + datetime.timedelta(7 * week + (0 if kind <= 8 else c.between(0, 6)))
            absent.append({'from': str(begin), 'to': str(begin + datetime.timedelta(6 if kind <= 8 else 0))})
    return {
        'id': 'v%d' % number, 'x': c.around(home['x'], 1600), 'y': c.around(home['y'], 1600),
        'radius': c.weighted({3000: 35, 5000: 35, 8000: 20, 15000: 10}),
        'houses': sorted({home['id'], *(house['id'] for house in c.some(houses, 6))}),
        'only_these_houses': c.between(1, 100) <= 88,
        'skills': [skill for skill, share in OWNED.items() if c.between(1, 100) <= share],
        'check': c.between(1, 10) <= 8,
        'available': [{'weekday': weekday, 'from': HALVES[half][0], 'to': HALVES[half][1],
                       'preferred': c.between(1, 100) <= 45, 'weeks': c.weighted({'all': 90, 'odd': 5, 'even': 5})}
                      for weekday, half in sorted(halves)],
        'absent': absent, 'per_day': c.weighted({1: 9, 2: 1}), 'per_week': per_week, 'per_month': per_month,
        'rest': 600, 'wished_per_week_hundredths': wished, 'recent_load': load,
        'recent_unpopular': c.between(0, load) * c.between(0, 2) // 4,
        'regular_on': [], 'partners': []}


def weekly(c, number, houses):
    """What one series is every week."""
    start, length = c.weighted(SLOTS)
    skill = c.weighted(SKILLS)
    return {'series': 'a%d' % number, 'house': houses[number % len(houses)]['id'], 'skill': skill,
            'weekday': c.weighted({0: 10, 1: 10, 2: 10, 3: 10, 4: 9, 5: 3, 6: 3}),
            'start': start + 30 * c.between(-1, 1), 'length': length,
            'wanted': c.weighted({1: 80, 2: 16, 3: 4}), 'priority': c.weighted({1: 25, 2: 60, 3: 15}),
            'unpopular': start >= 1020 or c.one_in(16), 'check': skill == 'visits' and c.one_in(8)}


def shifts_of(c, series, weeks):
    shifts = []
    for week in range(weeks):
        for one in series:
            if c.between(1, 100) <= 3:
                continue
            start = minutes_of(FIRST) + 1440 * (7 * week + one['weekday']) + one['start']
            kept = {key: one[key] for key in ('series', 'house', 'skill', 'wanted', 'priority', 'unpopular', 'check')}
            shifts.append({'id': 's%d' % len(shifts), 'start': start, 'end': start + one['length'], **kept})
    return shifts


def add_regulars(c, instance):
    """Those who have come to a series each week, no more than they like to."""
    rules = Rules({**instance, 'volunteers': [{**who, 'absent': []} for who in instance['volunteers']]})
    begun, regular = {}, collections.Counter()
    for shift in instance['shifts']:
        begun.setdefault(shift['series'], shift)
    for series, shift in begun.items():
        for _ in range(shift['wanted']):
            free = [who for who in instance['volunteers']
                    if rules.eligible(shift['id'], who['id']) and regular[who['id']] < who['per_week']
                    and regular[who['id']] * 4 < who['per_month'] and series not in who['regular_on']]
            if free and c.between(1, 100) <= 70:
                who = c.pick(free)
                who['regular_on'].append(series)
                regular[who['id']] += 1


def house_instance(size, weeks, seed):
    c = Chance(1000 * seed + weeks)
    n_houses, n_people, n_series = SIZES[size]
    houses = [{'id': 'h%d' % i, 'x': c.around(0, 3500), 'y': c.around(0, 3500)} for i in range(n_houses)]
    shifts = shifts_of(c, [weekly(c, i, houses) for i in range(n_series)], weeks)
    people = [person(c, i, houses, weeks) for i in range(n_people)]
    for who in people:
        if c.between(1, 100) <= 12:
            other = c.pick([other for other in people if other['houses'][0] == who['houses'][0]])
            if other is not who:
                who['partners'].append(other['id'])
    instance = {'first_day': str(FIRST), 'days': 7 * weeks, 'houses': houses, 'shifts': shifts, 'volunteers': people,
                'locked': [], 'published': []}
    add_regulars(c, instance)
    rules, busy = Rules(instance), set()
    for shift in shifts:
        for who in people:
            if (shift['series'] in who['regular_on'] and who['id'] not in busy and c.between(1, 100) <= 6
                    and rules.eligible(shift['id'], who['id'])):
                instance['locked'].append({'shift': shift['id'], 'volunteer': who['id']})
                busy.add(who['id'])
    return instance
