#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Gives stafetctl propose files that are no instance: each is refused with the path of its fault, and nothing else.

Usage: test_instances.py STAFETCTL
"""
import copy
import json
import os
import shutil
import subprocess
import sys
import tempfile
import traceback

program = sys.argv[1]
folder = tempfile.mkdtemp(prefix='stafet-instances-')
MONDAY = 29933280  # 2026-11-30 00:00 in minutes since 1970
GONE = object()

GOOD = {
    'first_day': '2026-11-30', 'days': 7,
    'houses': [{'id': 'h1', 'x': 0, 'y': 0}, {'id': 'h2', 'x': -900, 'y': 3000}],
    'shifts': [
        {'id': 's1', 'series': 'a1', 'house': 'h1', 'skill': 'cafe', 'start': MONDAY + 600, 'end': MONDAY + 840,
         'wanted': 2, 'priority': 2, 'unpopular': False, 'check': False},
        {'id': 's2', 'series': 'a2', 'house': 'h2', 'start': MONDAY + 1440 + 540, 'end': MONDAY + 1440 + 720,
         'wanted': 1}],
    'volunteers': [
        {'id': 'v1', 'x': 400, 'y': 1100, 'radius': 5000, 'houses': ['h1'], 'only_these_houses': False,
         'skills': ['cafe'], 'check': True,
         'available': [{'weekday': 1, 'from': 540, 'to': 840, 'preferred': True, 'weeks': 'all'},
                       {'weekday': 2, 'from': 480, 'to': 1500}],
         'absent': [{'from': '2026-12-03', 'to': '2026-12-04'}], 'per_day': 1, 'per_week': 2, 'per_month': 6,
         'rest': 600, 'wished_per_week_hundredths': 100, 'taken_this_week': 0, 'taken_this_month': 1,
         'recent_load': 3, 'recent_unpopular': 0, 'regular_on': ['a1'], 'partners': ['v2']},
        {'id': 'v2', 'houses': [], 'available': []}],
    'locked': [{'shift': 's1', 'volunteer': 'v1'}],
    'published': [{'shift': 's1', 'volunteer': 'v1'}, {'shift': 's2', 'volunteer': 'v2'}],
}
# Where to find what an instance holds, and what a path calls it.
HOUSE, SHIFT, PERSON = ('houses', 0), ('shifts', 0), ('volunteers', 0)
WINDOW, ABSENCE = PERSON + ('available', 0), PERSON + ('absent', 0)
LOCK, PUBLISHED = ('locked', 0), ('published', 0)


def run(data):
    path = os.path.join(folder, 'instance.json')
    with open(path, 'wb') as file:
        file.write(data)
    return subprocess.run([program, 'propose', '--instance', path], stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, check=False)


def path_of(steps):
    return '$' + ''.join('[%d]' % step if isinstance(step, int) else '.' + step for step in steps)


def changed(steps, value):
    """The good instance with one place changed, or without it."""
    instance = copy.deepcopy(GOOD)
    owner = instance
    for step in steps[:-1]:
        owner = owner[step]
    if value is GONE:
        del owner[steps[-1]]
    elif isinstance(owner, list) and steps[-1] == len(owner):
        owner.append(value)
    else:
        owner[steps[-1]] = value
    return json.dumps(instance).encode()


def refused(data, path, what):
    done = run(data)
    message = done.stderr.decode('utf-8', 'replace')
    assert done.returncode == 2, (what, done.returncode, message)
    assert done.stdout == b'', (what, done.stdout)
    assert message.startswith('stafetctl: %s: ' % path) and message.count('\n') == 1, (what, path, message)
    assert len(message) > len('stafetctl: %s: ' % path) + 8, message


def refuse(steps, *values):
    for value in values:
        refused(changed(steps, value), path_of(steps), (steps, value))


def taken(data):
    done = run(data)
    assert done.returncode == 0 and done.stderr == b'', (done.returncode, done.stderr)
    return json.loads(done.stdout)


def the_good_one_is_solved():
    plan = taken(json.dumps(GOOD).encode())
    assert plan['assignments'][0]['shift'] == 's1' and plan['proved_coverage'] is True, plan
    assert sorted(plan) == ['assignments', 'broken_locks', 'changes', 'coverage_cost', 'empty', 'preference_cost',
                            'proved_coverage', 'unused'], plan


def unknown_keys():
    for owner in ((), HOUSE, SHIFT, PERSON, WINDOW, ABSENCE, LOCK, PUBLISHED):
        for key in ('nosuch', 'Id', 'days '):
            refuse(owner + (key,), 1, None)


def missing_keys():
    for key in ('first_day', 'days', 'houses', 'shifts', 'volunteers'):
        refuse((key,), GONE)
    refuse(HOUSE + ('id',), GONE)
    for key in ('id', 'series', 'house', 'start', 'end', 'wanted'):
        refuse(SHIFT + (key,), GONE)
    for key in ('id', 'houses', 'available'):
        refuse(PERSON + (key,), GONE)
    for key in ('weekday', 'from', 'to'):
        refuse(WINDOW + (key,), GONE)
    for key in ('from', 'to'):
        refuse(ABSENCE + (key,), GONE)
    for owner in (LOCK, PUBLISHED):
        for key in ('shift', 'volunteer'):
            refuse(owner + (key,), GONE)


def defaults_stand_for_what_is_left_out():
    full = copy.deepcopy(GOOD)
    full['shifts'][1].update(skill='', priority=2, unpopular=False, check=False)
    full['volunteers'][1].update(
        x=0, y=0, radius=0, only_these_houses=False, skills=[], check=False, absent=[], per_day=1, per_week=7,
        per_month=31, rest=0, wished_per_week_hundredths=100, taken_this_week=0, taken_this_month=0, recent_load=0,
        recent_unpopular=0, regular_on=[], partners=[])
    full['volunteers'][0]['available'][1].update(preferred=False, weeks='all')
    assert taken(json.dumps(full).encode()) == taken(json.dumps(GOOD).encode())
    bare = {key: value for key, value in GOOD.items() if key not in ('locked', 'published')}
    assert taken(json.dumps(bare).encode()) == taken(json.dumps({**bare, 'locked': [], 'published': []}).encode())


def unknown_and_duplicate_ids():
    refuse(SHIFT + ('house',), 'h3', 'H1', 'h1 ', '')
    refuse(PERSON + ('houses', 1), 'h3', 's1', '')
    refuse(PERSON + ('partners', 1), 'v3', 'h1')
    for owner in (LOCK, PUBLISHED):
        refuse(owner + ('shift',), 's3', 'v1', '')
        refuse(owner + ('volunteer',), 'v3', 's1', '')
    refuse(('houses', 1, 'id'), 'h1', '')
    refuse(('shifts', 1, 'id'), 's1', '')
    refuse(('volunteers', 1, 'id'), 'v1', '')


def nobody_is_a_partner_of_themselves():
    refuse(PERSON + ('partners', 0), 'v1')
    refuse(PERSON + ('partners', 1), 'v1')


def a_pair_is_there_once():
    for key in ('locked', 'published'):
        refuse((key, len(GOOD[key])), GOOD[key][0])
    taken(changed(('locked', 1), {'shift': 's2', 'volunteer': 'v1'}))


def more_pairs_than_are_solved():
    """Whoever can come to everything, and one pair too many."""
    all_week = [{'weekday': day, 'from': 0, 'to': 1440} for day in range(1, 8)]
    large = {**GOOD, 'locked': [], 'published': [],
             'shifts': [{'id': 's%d' % i, 'series': 'a', 'house': 'h1', 'start': MONDAY + 60, 'end': MONDAY + 120,
                         'wanted': 1} for i in range(20000)],
             'volunteers': [{'id': 'v%d' % i, 'houses': ['h1'], 'available': all_week} for i in range(30000)]}
    refused(json.dumps(large).encode(), '$', 'too many pairs')


def numbers():
    begun = [(('days',), 1, 400), (HOUSE + ('x',), -10 ** 8, 10 ** 8), (HOUSE + ('y',), -10 ** 8, 10 ** 8),
             (SHIFT + ('wanted',), 1, 1000), (SHIFT + ('priority',), 1, 3), (WINDOW + ('weekday',), 1, 7),
             (PERSON + ('x',), -10 ** 8, 10 ** 8), (PERSON + ('radius',), 0, 10 ** 8)]
    begun += [(PERSON + (key,), 0, 100000) for key in (
        'per_day', 'per_week', 'per_month', 'rest', 'wished_per_week_hundredths', 'taken_this_week',
        'taken_this_month', 'recent_load', 'recent_unpopular')]
    for steps, least, most in begun:
        refuse(steps, least - 1, most + 1, 2 ** 63, 2 ** 64 - 1, -2 ** 64, 10 ** 40)
        refuse(steps, 1.5, 1.0, '1', True, None, [])
        taken(changed(steps, least if steps != ('days',) else 2))
        taken(changed(steps, most))
    for steps in (SHIFT + ('start',), SHIFT + ('end',), WINDOW + ('from',), WINDOW + ('to',)):
        refuse(steps, -1, 2 ** 31, 2 ** 64, 1.5, '600', None, False)


def words_of_a_number():
    """What other readers take for a number is none."""
    text = json.dumps(GOOD)
    for word in ('010', '00', '+5', '.5', '5.', '0x10', 'NaN', 'Infinity', '-Infinity', '-', '--5', '5e', '5e+'):
        done = run(text.replace('"x": 0', '"x": ' + word, 1).encode())
        message = done.stderr.decode()
        assert done.returncode == 2 and done.stdout == b'' and '$.houses[0]' in message, (word, message)
    for word in ('1e2', '1E2', '1.0', '-0.0', '1e-2', '1e999'):
        refused(text.replace('"x": 0', '"x": ' + word, 1).encode(), '$.houses[0].x', word)
    taken(text.replace('"x": 0', '"x": -0', 1).encode())


def times():
    shift = SHIFT + ('start',)
    refuse(SHIFT + ('end',), MONDAY + 600, MONDAY + 599, 0)
    refuse(shift, MONDAY - 1, 0)
    late = copy.deepcopy(GOOD)
    late['shifts'][0].update(start=MONDAY + 7 * 1440, end=MONDAY + 7 * 1440 + 60)
    refused(json.dumps(late).encode(), '$.shifts[0].start', 'the day after')
    late['shifts'][0].update(start=MONDAY + 7 * 1440 - 1, end=MONDAY + 9 * 1440)
    taken(json.dumps(late).encode())
    refuse(WINDOW + ('to',), 540, 539, 0)
    taken(changed(WINDOW + ('to',), 4320))
    refuse(ABSENCE + ('to',), '2026-12-02')
    taken(changed(ABSENCE + ('to',), '2026-12-03'))


def dates():
    for steps in (('first_day',), ABSENCE + ('from',), ABSENCE + ('to',)):
        refuse(steps, '', '2026-02-30', '2026-13-01', '2026-00-10', '2026-11-00', '2026-11-3', '26-11-30', '0000-01-01',
               '9999-12-31', '-2026-11-30', '+2026-11-30', '2026-11-30T00:00', ' 2026-11-30', '2026-11-30 ',
               '30-11-2026', '2026-W48', '2026/11/30', '２026-11-30', 'monday', 20261130, 1.5, None, True, [], {})


def words():
    refuse(WINDOW + ('weeks',), '', 'All', 'ulige', 'odd ', 1, None, True, [], {})
    for steps in (SHIFT + ('unpopular',), SHIFT + ('check',), PERSON + ('check',), PERSON + ('only_these_houses',),
                  WINDOW + ('preferred',)):
        refuse(steps, 0, 1, 'true', '', None, [], {})
    for steps in (HOUSE + ('id',), SHIFT + ('id',), SHIFT + ('series',), SHIFT + ('house',), SHIFT + ('skill',),
                  PERSON + ('id',), PERSON + ('houses', 0), PERSON + ('skills', 0), PERSON + ('regular_on', 0),
                  PERSON + ('partners', 0), LOCK + ('shift',), LOCK + ('volunteer',), PUBLISHED + ('shift',)):
        refuse(steps, 0, 1.5, None, True, [], {}, ['h1'])


def lists():
    for key in ('houses', 'shifts', 'volunteers', 'locked', 'published'):
        refuse((key,), 0, 'h1', None, True, {}, {'id': 'h1'})
        refuse((key, 0), 0, 'h1', None, True, [], [{}])
    for key in ('houses', 'skills', 'available', 'absent', 'regular_on', 'partners'):
        refuse(PERSON + (key,), 0, 'h1', None, True, {}, {'id': 'h1'})
    for steps in (WINDOW, ABSENCE):
        refuse(steps, 0, 'h1', None, True, [], [{}])


def what_is_no_json():
    text = json.dumps(GOOD)
    for begin in ('/* */', '// \n', '#\n', 'var a = ', "'a'", ';', ']', '}', '\x00', 'true', 'x'):
        refused((begin + text).encode(), '$', begin)
    for end in ('x', text, '/* */', ',', '}', ']', '""', '1', '\x00', 'null'):
        refused((text + end).encode(), '$', end)
    for data in (b'', b' ', b'\n', b'[]', b'""', b'0', b'null', b'true', b'nul', b'{', b'[{}]', b'{,}', b'\xef\xbb\xbf',
                 b'\xff\xfe{\x00}\x00', text.encode('utf-16'), text.encode().replace(b'h1', b'h\xe6'), b'\xc0\x80',
                 b'\xed\xa0\x80', text.replace('"', "'").encode()):
        refused(data, '$', data[:20])
    for cut in range(1, len(text) - 1, 41):
        done = run(text[:cut].encode())
        assert done.returncode == 2 and done.stdout == b'', cut
        assert done.stderr.startswith(b'stafetctl: $'), (cut, done.stderr)
    for old, new, path in (('"days": 7', '"days" 7', '$.days'), ('"days": 7', '"days": 7,', '$'),
                           ('"days": 7', 'days: 7', '$'),
                           ('"houses": [], ', '"houses": [,], ', '$.volunteers[1].houses[0]'),
                           ('["cafe"]', '["cafe",]', '$.volunteers[0].skills[1]'),
                           ('["cafe"]', '["ca\nfe"]', '$.volunteers[0].skills[0]'),
                           ('["cafe"]', '["ca\\xfe"]', '$.volunteers[0].skills[0]'),
                           ('["cafe"]', '["ca\\u00g0"]', '$.volunteers[0].skills[0]'),
                           ('["cafe"]', '["ca\\u0000"]', '$.volunteers[0].skills[0]'),
                           ('["cafe"]', '["ca\\ud800"]', '$.volunteers[0].skills[0]'),
                           ('["cafe"]', '["ca\\udc00\\ud800"]', '$.volunteers[0].skills[0]'),
                           ('["cafe"]', '["cafe" "x"]', '$.volunteers[0].skills'),
                           ('["cafe"]', '[True]', '$.volunteers[0].skills[0]')):
        assert old in text, old
        refused(text.replace(old, new, 1).encode(), path, new)


def what_is_json_all_the_same():
    expected = taken(json.dumps(GOOD).encode())
    text = json.dumps(GOOD, indent=1)
    assert taken(text.replace('\n', '\r\n\t').encode()) == expected
    assert taken(b'\xef\xbb\xbf' + text.encode()) == expected
    assert taken(text.replace('"cafe"', '"\\u0063af\\u00e9 \\ud83d\\ude00 \\/\\n"').encode()) == expected
    assert taken(text.replace('"days"', '"d\\u0061ys"').encode()) == expected


def the_same_key_twice():
    text = json.dumps(GOOD)
    for old, new, path in (('"days": 7', '"days": 7, "days": 7', '$.days'),
                           ('"days": 7', '"days": 7, "d\\u0061ys": 8', '$.days'),
                           ('"x": 0', '"x": 0, "x": 1', '$.houses[0].x'),
                           ('"id": "s1"', '"id": "s1", "id": "s3"', '$.shifts[0].id'),
                           ('"weekday": 2', '"weekday": 2, "weekday": 3', '$.volunteers[0].available[1].weekday'),
                           ('{"shift": "s2"', '{"shift": "s1", "shift": "s2"', '$.published[1].shift')):
        assert old in text, old
        refused(text.replace(old, new, 1).encode(), path, new)


def layers_in_each_other():
    for begin, end in ((b'[', b']'), (b'{"a":', b'}'), (b'{"houses":[', b']}')):
        for n in (100, 200000):
            for data in (begin * n, begin * n + b'1' + end * n):
                done = run(data)
                assert done.returncode == 2 and done.stdout == b'', (begin, n, done.returncode)
                assert done.stderr.startswith(b'stafetctl: $'), done.stderr[:100]
    refused(changed(('nosuch',), [[[[[[1]]]]]]), '$.nosuch', 'a few layers')
    refused(changed(HOUSE, [[[[[[1]]]]]]), '$.houses[0]', 'a few layers')


def files_that_are_none():
    for path in (os.path.join(folder, 'nosuch.json'), folder):
        done = subprocess.run([program, 'propose', '--instance', path], stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, check=False)
        assert done.returncode in (1, 2) and done.stdout == b'' and done.stderr.startswith(b'stafetctl: '), done
    done = subprocess.run([program, 'propose'], stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2 and done.stdout == b'' and b'--house' in done.stderr, done


def hostile_but_good():
    nothing = {'first_day': '2026-11-30', 'days': 400, 'houses': [], 'shifts': [], 'volunteers': []}
    plan = taken(json.dumps(nothing).encode())
    assert plan['coverage_cost'] == plan['preference_cost'] == 0 and plan['proved_coverage'] is True, plan
    plan = taken(json.dumps({**GOOD, 'volunteers': [], 'locked': [], 'published': []}).encode())
    assert plan['coverage_cost'] == 2 * 3 + 2 * 2 and plan['unused'] == [], plan
    assert [empty['because']['kind'] for empty in plan['empty']] == ['funnel', 'funnel'], plan
    plan = taken(json.dumps({**GOOD, 'shifts': [], 'locked': [], 'published': []}).encode())
    assert [one['because'] for one in plan['unused']] == ['not_needed', 'not_needed'], plan
    own = copy.deepcopy(GOOD)
    own['volunteers'][0]['partners'] = ['v2', 'v2']
    assert taken(json.dumps(own).encode())['assignments'] == taken(json.dumps(GOOD).encode())['assignments']
    many = copy.deepcopy(GOOD)
    many['shifts'] = [dict(GOOD['shifts'][0], id='s%d' % i, wanted=1000) for i in range(1, 100)]
    assert len(taken(json.dumps(many).encode())['empty']) == 99
    for first in ('1900-01-01', '4000-12-31'):
        taken(json.dumps({**nothing, 'first_day': first}).encode())


class Chance:
    """A linear congruence: the same on every version of Python."""

    def __init__(self, seed):
        self.state = seed

    def below(self, n):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2 ** 64
        return (self.state >> 33) % n

    def shuffled(self, things):
        things = list(things)
        for i in range(len(things) - 1, 0, -1):
            j = self.below(i + 1)
            things[i], things[j] = things[j], things[i]
        return things


def order_does_not_matter():
    chance = Chance(7)
    many = copy.deepcopy(GOOD)
    many['houses'] += [{'id': 'h%d' % i, 'x': 500 * i, 'y': 70 * i} for i in range(3, 9)]
    many['shifts'] += [
        {'id': 's%d' % i, 'series': 'a%d' % (i % 7), 'house': 'h%d' % (1 + i % 8), 'wanted': 1 + i % 2,
         'skill': ('', 'cafe', 'music')[i % 3], 'start': MONDAY + 1440 * (i % 7) + 30 * (16 + i % 20),
         'end': MONDAY + 1440 * (i % 7) + 30 * (20 + i % 20), 'priority': 1 + i % 3} for i in range(3, 40)]
    many['volunteers'] += [
        {'id': 'v%d' % i, 'x': 400 * i, 'y': -300 * i, 'radius': 9000, 'houses': ['h%d' % (1 + i % 8), 'h1'],
         'skills': ['music', 'cafe'][:i % 3], 'per_week': 1 + i % 3, 'recent_load': i % 9,
         'available': [{'weekday': 1 + (i + k) % 7, 'from': 420, 'to': 1380, 'preferred': k == 1} for k in range(4)],
         'regular_on': ['a%d' % (i % 7), 'a%d' % (i % 5)], 'partners': ['v%d' % (1 + i % 4), 'v1']}
        for i in range(3, 30)]

    def shuffle(value):
        if isinstance(value, list):
            return chance.shuffled([shuffle(one) for one in value])
        if isinstance(value, dict):
            return dict(chance.shuffled((key, shuffle(one)) for key, one in value.items()))
        return value

    expected = run(json.dumps(many).encode())
    assert expected.returncode == 0 and len(json.loads(expected.stdout)['assignments']) > 20, expected
    for _ in range(10):
        done = run(json.dumps(shuffle(many)).encode())
        assert done.returncode == 0 and done.stdout == expected.stdout


def damaged_files():
    """A byte is changed, left out or put in, a few times: what is left is solved or refused."""
    chance = Chance(20261130)
    good = json.dumps(GOOD).encode()
    solved = 0
    for number in range(300):
        data = bytearray(good)
        for _ in range(1 + chance.below(3)):
            at, kind = chance.below(len(data)), chance.below(8)
            digits = [i for i, byte in enumerate(data) if chr(byte).isdigit()]
            if kind == 0:
                data[at] = chance.below(256)
            elif kind == 1:
                data[at] ^= 1 << chance.below(8)
            elif kind == 2:
                del data[at:at + 1 + chance.below(12)]
            elif kind == 3:
                data[at:at] = b'{}[],:"0123456789-.eE\\ntf\x00'[chance.below(26):][:1]
            elif kind == 4:
                other = chance.below(len(data))
                data[at:at] = data[other:other + chance.below(40)]
            elif digits:
                data[digits[chance.below(len(digits))]] = 48 + chance.below(10)
        done = run(bytes(data))
        assert done.returncode in (0, 2), (number, done.returncode, bytes(data))
        if done.returncode == 0:
            solved += 1
            assert done.stderr == b'', (number, done.stderr)
            json.loads(done.stdout)
        else:
            assert done.stdout == b'' and done.stderr.startswith(b'stafetctl: $'), (number, done.stderr)
            assert done.stderr.count(b'\n') == 1, (number, done.stderr)
    assert 10 < solved < 200, solved


cases = [the_good_one_is_solved, unknown_keys, missing_keys, defaults_stand_for_what_is_left_out,
         unknown_and_duplicate_ids, nobody_is_a_partner_of_themselves, a_pair_is_there_once,
         more_pairs_than_are_solved, numbers, words_of_a_number, times, dates, words, lists, what_is_no_json,
         what_is_json_all_the_same, the_same_key_twice, layers_in_each_other, files_that_are_none, hostile_but_good,
         order_does_not_matter, damaged_files]
failed = 0
print('1..%d' % len(cases))
for number, case in enumerate(cases, 1):
    name = '/cli/instances/' + case.__name__.replace('_', '-')
    try:
        case()
        print('ok %d %s' % (number, name), flush=True)
    except Exception:
        failed += 1
        print('not ok %d %s' % (number, name))
        print('# ' + traceback.format_exc().strip().replace('\n', '\n# '), flush=True)
shutil.rmtree(folder, ignore_errors=True)
sys.exit(failed > 0)
