#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Eight processes write to one store at once: whoever is first gets it, and nothing is booked twice."""
import json
import os
import subprocess
import sys
import tempfile

CROWD = 8
ROUNDS = 4
program = sys.argv[1]
folder = tempfile.mkdtemp(prefix='stafet-crowd-')
run = [program, '--store', os.path.join(folder, 'stafet.db')]
env = {**os.environ, 'STAFET_NOW': '2026-11-24T08:00'}
DATES = ['2026-12-%02d' % day for day in (1, 8, 15, 22)]


def good(*words):
    done = subprocess.run(run + list(words), stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env)
    assert done.returncode == 0, (words, done.stderr.decode())
    return done.stdout.decode().strip()


def add(what, /, **keys):
    return good('add', what, *[word for key, value in keys.items() for word in ('--set', '%s=%s' % (key, value))])


def at_once(commands):
    """All of them started before any is waited for; how many got through. The others are told why not."""
    crowd = [subprocess.Popen(run + list(words), stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env)
             for words in commands]
    codes = []
    for process, words in zip(crowd, commands):
        error = process.communicate()[1].decode()
        assert process.returncode in (0, 1), (words, process.returncode, error)
        assert process.returncode == 0 or error.startswith('stafetctl: '), (words, error)
        codes.append(process.returncode)
    return codes.count(0)


def one_person_is_on_one_shift_at_a_time():
    shifts = []
    for number in range(CROWD):
        activity = add('activity', title='Café %d' % number, house=house, start='2026-12-01T%02d:30' % (9 + number % 2),
                       end='2026-12-01T13:00', rule='FREQ=WEEKLY')
        shifts.append(add('shift', role='Vært', wanted='1', activity=activity))
    lis = add('volunteer', name='Lis Bæk')
    for date in DATES:
        assert at_once([('assign', shift, lis, '--on', date) for shift in shifts]) == 1
    held = [row for row in json.loads(good('list', 'assignment', '--format', 'json')) if row['volunteer'] == lis]
    assert sorted(row['date'] for row in held) == DATES, held


def one_place_goes_to_one_person():
    activity = add('activity', title='Sang', house=house, start='2026-12-01T18:00', end='2026-12-01T19:00',
                   rule='FREQ=WEEKLY')
    shift = add('shift', role='Sanger', wanted='1', max='1', activity=activity)
    people = [add('volunteer', name='Frivillig %d' % number) for number in range(CROWD)]
    for date in DATES:
        assert at_once([('assign', shift, person, '--on', date) for person in people]) == 1


def one_yes_on_the_telephone_takes_the_place():
    activity = add('activity', title='Læsning', house=house, start='2026-12-02T18:00', end='2026-12-02T19:00')
    shift = add('shift', role='Oplæser', wanted='1', max='1', activity=activity)
    people = [add('volunteer', name='Oplæser %d' % number) for number in range(CROWD)]
    assert at_once([('call', shift, person, '--on', '2026-12-02', '--went', 'yes') for person in people]) == 1


def proposals_ask_for_no_place_twice():
    activity = add('activity', title='Bagning', house=house, start='2026-12-03T09:00', end='2026-12-03T11:00')
    shift = add('shift', role='Bager', wanted='2', activity=activity)
    for number in range(CROWD):
        add('volunteer', name='Bager %d' % number, houses=house, available='thu 08:00-12:00')
    assert at_once([('propose', '--house', house, '--from', '2026-12-03', '--to', '2026-12-03', '--apply')] * CROWD) >= 1
    asked = [row for row in json.loads(good('list', 'assignment', '--format', 'json')) if row['shift'] == shift]
    assert len(asked) == 2 and {row['state'] for row in asked} == {'asked'}, asked


def one_room_holds_one_activity():
    for number, date in enumerate(DATES):
        assert at_once([('add', 'activity', '--set', 'title=Møde %d.%d' % (number, each), '--set', 'house=%s' % house,
                         '--set', 'room=Salen', '--set', 'start=%sT20:00' % date, '--set', 'end=%sT21:00' % date)
                        for each in range(CROWD)]) == 1


def places_are_counted_and_who_waits_is_in_order():
    activity = add('activity', title='Julefrokost', house=house, start='2026-12-11T18:00', end='2026-12-11T22:00',
                   capacity='3', signup_days='1')
    assert at_once([('sign-up', activity, 'Gæst %d' % number, '--on', '2026-12-11')
                    for number in range(CROWD)]) == CROWD
    signups = json.loads(good('signups', activity, '--on', '2026-12-11', '--format', 'json'))
    rows = signups['signups'] if isinstance(signups, dict) and 'signups' in signups else signups['coming']
    assert len([row for row in rows if not row['waiting']]) == 3, signups


def nothing_is_wrong_afterwards():
    good('check')


good('init')
house = add('house', name='Folkehuset Møllestien', kind='community')
add('room', name='Salen', house=house)
cases = [one_person_is_on_one_shift_at_a_time, one_place_goes_to_one_person,
         one_yes_on_the_telephone_takes_the_place, proposals_ask_for_no_place_twice, one_room_holds_one_activity,
         places_are_counted_and_who_waits_is_in_order, nothing_is_wrong_afterwards]
print('1..%d' % len(cases))
for number, case in enumerate(cases, 1):
    case()
    print('ok %d /cli/crowd/%s' % (number, case.__name__.replace('_', '-')), flush=True)
