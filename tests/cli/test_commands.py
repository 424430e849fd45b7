#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs every command of stafetctl as a person would: what it prints, what it refuses, and its exit codes."""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import traceback

program = sys.argv[1]
folder = tempfile.mkdtemp(prefix='stafet-cli-')
counter = 0
NOW = {'STAFET_NOW': '2026-11-24T08:00'}
TUESDAY, NEXT = '2026-11-24', '2026-12-01'


class Store:
    """A store of its own, in which every call is one run of the program."""

    def __init__(self, filled=True):
        global counter
        counter += 1
        self.path = os.path.join(folder, '%d' % counter, 'stafet.db')
        if filled:
            self.good('init')
            self.fill()

    def run(self, *words, env=None, path=True):
        command = [program] + (['--store', self.path] if path else []) + list(words)
        return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              env={**os.environ, **NOW, **(env or {})})

    def good(self, *words, **more):
        done = self.run(*words, **more)
        assert done.returncode == 0, (words, done.returncode, done.stderr.decode())
        return done.stdout.decode().strip()

    def refused(self, code, *words, **more):
        before = self.good('history', '--format', 'json') if os.path.exists(self.path) else None
        done = self.run(*words, **more)
        assert done.returncode == code, (words, done.returncode, done.stderr.decode())
        message = done.stderr.decode()
        assert message.startswith('stafetctl: ') and len(message) > 20, message
        if before is not None:
            assert self.good('history', '--format', 'json') == before, 'something was changed'
        return message

    def json(self, *words):
        return json.loads(self.good(*words, '--format', 'json'))

    def add(self, what, /, **keys):
        pairs = [word for key, value in keys.items() for word in ('--set', '%s=%s' % (key.rstrip('_'), value))]
        uid = self.good('add', what, *pairs)
        assert re.fullmatch('[a-z0-9]{16}', uid), uid
        return uid

    def fill(self):
        self.house = self.add('house', name='Folkehuset Møllestien', kind='community')
        self.nursing = self.add('house', name='Plejehjem Skovvang', kind='nursing')
        self.ward = self.add('ward', name='B.1', house='Plejehjem Skovvang')
        self.room = self.add('room', name='Caféen', house='folkehuset moellestien')
        self.cafe = self.add('activity', title='Café', house=self.house, room='Caféen', category='food',
                             start='2026-11-03T10:00', end='2026-11-03T14:00', rule='FREQ=WEEKLY')
        self.song = self.add('activity', title='Sang', house=self.house, ward='B.1',
                             start='2026-11-04T14:00', end='2026-11-04T15:00', rule='FREQ=WEEKLY')
        self.serve = self.add('shift', role='Servering', wanted='2', activity='Café')
        self.sing = self.add('shift', role='Sanger', wanted='4', max='6', activity='Sang')
        self.lis = self.add('volunteer', name='Lis Bæk', phones='13583142, 13 40 22 18', houses=self.house)
        self.bent = self.add('volunteer', name='Bent Krag')
        self.choir = self.add('organiser', name='Sangvennerne')


def raises(code, *words):
    """Malformed whatever a store holds: the same without any store."""
    store = Store(filled=False)
    store.refused(code, *words)


# ——— Everywhere ———

def options_stand_before_or_after_the_command():
    store = Store()
    before = store.good('list', 'house')
    assert store.good('list', '--store', store.path, 'house', path=False) == before
    assert store.good('--format=text', 'list', 'house', '--store=' + store.path, path=False) == before


def help_tells_about_each_command():
    store = Store(filled=False)
    names = re.findall(r'^  ([a-z][a-z-]+) {1,}\S', store.good('--help').split('--store')[0], re.M)
    assert {'init', 'list', 'show', 'add', 'edit', 'remove', 'cancel', 'restore-date', 'assign', 'regret', 'unassign',
            'attend', 'today', 'agenda', 'import', 'recur', 'export', 'history', 'undo', 'redo', 'check', 'backup',
            'backups', 'restore'} <= set(names), names
    for name in names:
        text = store.good(name, '--help')
        assert text.startswith('stafetctl ' + name) and '--store' in text, text


def a_call_that_is_no_call_is_malformed():
    for words in ([], ['fly'], ['--fly'], ['list'], ['list', 'house', 'x'], ['list', 'house', '--looking'],
                  ['list', 'house', '--format', 'xml'], ['list', 'house', '--store'], ['undo', '--help=yes'],
                  ['today', '--lang', 'sv'], ['history', '--limit', '0'], ['history', '--limit', 'x'],
                  ['today', '--now', '2026-11-24T08:00', '--today', '2026-11-24'], ['show', b'\xff'],
                  ['today', '--date', '2026-02-30'], ['today', '--now', '8.00']):
        raises(2, *words)


def a_missing_store_names_init():
    assert 'stafetctl init' in Store(filled=False).refused(1, 'list', 'house')


def danish_is_spoken_under_any_locale():
    store = Store()
    for locale in ({'LANG': 'C'}, {'LC_ALL': 'C'}, {'LANG': 'xx_YY'}, {'LC_ALL': 'xx_YY.UTF-8', 'LANGUAGE': 'en'}):
        assert 'I dag, tirsdag den 24. november 2026' in store.good('today', env=locale)
        assert 'Folkehuset Møllestien' in store.good('list', 'house', env=locale)


def the_language_is_that_of_the_option_then_that_of_the_store():
    store = Store()
    assert store.good('today', '--lang', 'en').startswith('Today, Tuesday 24 November 2026')
    store.good('edit', 'settings', '--set', 'language=en')
    assert store.good('today').startswith('Today, ')
    assert store.good('--lang', 'da', 'today').startswith('I dag, ')


def now_is_what_the_caller_says():
    store = Store()
    assert store.json('today', '--now', '2026-12-01T23:59')['date'] == NEXT
    assert store.json('today', '--today', NEXT)['date'] == NEXT
    assert store.json('today')['date'] == TUESDAY
    store.refused(2, 'today', '--now', '2026-13-01T00:00')
    assert store.run('today', env={'STAFET_NOW': 'soon'}).returncode == 2


def output_that_does_not_arrive_is_a_failure():
    if not os.path.exists('/dev/full'):
        return
    store = Store()
    with open('/dev/full', 'w') as full:
        done = subprocess.run([program, '--store', store.path, 'list', 'house'], stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 1


# ——— Records ———

def list_is_sorted_as_danes_sort():
    store = Store()
    for name in ('Åby', 'Ærø', 'Østby', 'Aarup', 'Zoo'):
        store.add('area', name=name)
    assert [area['name'] for area in store.json('list', 'area')] == ['Zoo', 'Ærø', 'Østby', 'Åby', 'Aarup']


def list_and_show_tell_every_key():
    store = Store()
    house = store.json('show', store.house)
    assert list(house) == ['kind', 'uid', 'name', 'kind_word', 'area', 'address', 'postcode', 'town', 'phone', 'mail',
                           'hours', 'coordinates', 'closed_from', 'loan_role', 'loan_notice_days'], list(house)
    lis = store.json('show', 'lis baek')
    assert list(lis)[2:5] == ['name', 'short_name', 'phones'] and lis['phones'] == ['13583142', '13402218']
    assert lis['houses'] == [store.house] and lis['radius_km'] is None and lis['protected'] is False
    assert lis['per_week'] is None and lis['available'] == [] and lis['paused_until'] == ''
    shift = store.json('show', 'Café/Servering')
    assert (shift['uid'], shift['min'], shift['wanted'], shift['max'], shift['priority']) == (store.serve, 0, 2, 2, 2)
    settings = store.json('show', 'settings')
    assert settings['language'] == 'da' and settings['zone'] == 'Europe/Copenhagen'
    assert store.json('list', 'settings') == [settings]
    assert '13 58 31 42' in store.good('show', 'Lis Bæk')


def list_keeps_to_a_house():
    store = Store()
    other = store.add('house', name='Huset Trøjborg', kind='volunteer')
    assert [v['uid'] for v in store.json('list', 'volunteer', '--house', store.house)] == [store.lis]
    assert store.json('list', 'volunteer', '--house', other) == []
    assert len(store.json('list', 'activity', '--house', store.house)) == 2
    assert [a['uid'] for a in store.json('list', 'activity', '--house', store.nursing)] == [store.song]
    assert [s['uid'] for s in store.json('list', 'shift', '--house', store.nursing)] == [store.sing]
    assert store.json('list', 'activity', '--house', other) == []


def a_person_is_found_by_name_phone_or_uid():
    store = Store()
    for text in ('LIS BÆK', 'lis baek', '13583142', '+45 13 58 31 42', store.lis):
        assert store.json('show', text)['uid'] == store.lis
    store.refused(1, 'show', 'Lis')
    twin = store.add('volunteer', name='Lis Bæk')
    message = store.refused(1, 'show', 'Lis Bæk')
    assert twin in message and store.lis in message


def a_path_may_begin_with_two_slashes():
    store = Store()
    assert store.good('--store', '/' + store.path, 'list', 'house', path=False) == store.good('list', 'house')


def what_is_malformed_is_not_added():
    store = Store()
    for pairs in (['nosuch=1'], ['name'], ['name=Hus'], ['name=Hus', 'kind=castle'],
                  ['name=Hus 010190-1234', 'kind=community'], ['name=Hus', 'kind=community', 'closed_from=2026-02-30']):
        store.refused(2, 'add', 'house', *[word for pair in pairs for word in ('--set', pair)])
    series = ['--set', 'title=X', '--set', 'house=' + store.house]
    for start, end, rule in (('2026-11-24T10:00', '2026-11-24T09:00', ''), ('2026-03-29T02:30', '2026-03-29T04:00', ''),
                             ('2026-11-24T10:00', '2026-11-24T11:00', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'),
                             ('2026-11-24T10:00', '2026-11-24T11:00', 'FREQ=HOURLY')):
        store.refused(2, 'add', 'activity', *series, '--set', 'start=' + start, '--set', 'end=' + end, '--set',
                      'rule=' + rule)
    store.refused(1, 'add', 'ward', '--set', 'name=C', '--set', 'house=Nowhere')
    store.refused(2, 'add', 'castle', '--set', 'name=X')
    store.refused(2, 'add', 'settings', '--set', 'language=en')
    store.refused(2, 'list', 'phone')


def edit_changes_and_clears():
    store = Store()
    store.good('edit', 'Bent Krag', '--set', 'phones=14361280', '--set', 'note=Ring efter 10')
    bent = store.json('show', store.bent)
    assert bent['phones'] == ['14361280'] and bent['note'] == 'Ring efter 10'
    store.good('edit', store.bent, '--set', 'phones=', '--set', 'note=')
    bent = store.json('show', store.bent)
    assert bent['phones'] == [] and bent['note'] == ''
    store.refused(2, 'edit', store.bent)
    store.refused(1, 'edit', 'Nobody', '--set', 'note=x')
    store.refused(2, 'edit', 'settings', '--set', 'zone=Mars/Base')


def remove_is_refused_while_something_depends():
    store = Store()
    assert 'B.1' in store.refused(1, 'remove', 'Plejehjem Skovvang')
    empty = store.add('area', name='Nord')
    store.good('remove', 'Nord')
    store.refused(1, 'show', empty)


# ——— People on dates ———

def shift_of(store, date, role='Servering'):
    for entry in store.json('agenda', '--from', date, '--to', date):
        for shift in entry['shifts']:
            if shift['role'] == role:
                return shift
    raise AssertionError('no ' + role)


def assign_puts_people_on_and_regret_takes_them_off():
    store = Store()
    store.good('assign', 'Servering', 'Lis Bæk', '--standing')
    store.good('assign', 'Servering', 'Bent Krag', '--on', TUESDAY, '--asked')
    shift = shift_of(store, TUESDAY)
    assert [(p['kind'], p['uid'], p['name'], p['count'], p['state']) for p in shift['places']] == [
        ('volunteer', store.bent, 'Bent Krag', 1, 'asked'), ('volunteer', store.lis, 'Lis Bæk', 1, 'standing')]
    assert (shift['filled'], shift['asked'], shift['missing'], shift['permanent'], shift['temporary']) == (1, 1, 1, 1, 0)
    store.good('assign', 'Servering', 'Bent Krag', '--on', TUESDAY)
    assert shift_of(store, TUESDAY)['missing'] == 0
    store.good('regret', 'Servering', 'Lis Bæk', '--on', TUESDAY, '--looking')
    shift = shift_of(store, TUESDAY)
    assert (shift['filled'], shift['permanent'], shift['temporary'], shift['looking']) == (1, 1, 0, True)
    assert shift['away'] == [{'uid': store.lis, 'name': 'Lis Bæk'}]
    assert shift_of(store, NEXT)['filled'] == 1
    store.refused(1, 'assign', 'Servering', 'Bent Krag', '--on', TUESDAY)
    store.refused(1, 'assign', 'Servering', 'Lis Bæk', '--on', '2026-11-25')
    store.refused(1, 'regret', 'Servering', 'Bent Krag', '--on', NEXT)


def groups_send_heads_and_guests_have_a_first_name():
    store = Store()
    store.good('assign', 'Sanger', '--by', 'Sangvennerne', '--count', '3', '--on', '2026-11-25')
    store.good('assign', 'Sanger', '--guest', 'Åse', '--on', '2026-11-25')
    shift = shift_of(store, '2026-11-25', 'Sanger')
    assert shift['filled'] == 4 and {p['kind'] for p in shift['places']} == {'organiser', 'guest'}
    store.good('unassign', 'Sanger', '--guest', 'Åse', '--on', '2026-11-25')
    assert shift_of(store, '2026-11-25', 'Sanger')['filled'] == 3


def a_full_shift_takes_no_more_but_anyway():
    store = Store()
    store.good('assign', 'Servering', 'Lis Bæk', '--on', TUESDAY)
    store.good('assign', 'Servering', 'Bent Krag', '--on', TUESDAY)
    store.add('volunteer', name='Åse Kjær')
    store.refused(1, 'assign', 'Servering', 'Åse Kjær', '--on', TUESDAY)
    store.good('assign', 'Servering', 'Åse Kjær', '--on', TUESDAY, '--anyway')
    assert shift_of(store, TUESDAY)['filled'] == 3


def who_and_when_are_said_once():
    store = Store()
    for words in (['Servering', '--on', TUESDAY], ['Servering', 'Lis Bæk'],
                  ['Servering', 'Lis Bæk', '--guest', 'Åse', '--on', TUESDAY],
                  ['Servering', 'Lis Bæk', '--on', TUESDAY, '--standing'],
                  ['Servering', 'Lis Bæk', '--on', TUESDAY, '--parity', 'even'],
                  ['Servering', 'Lis Bæk', '--standing', '--parity', 'both'],
                  ['Servering', 'Lis Bæk', '--standing', '--asked'],
                  ['Servering', 'Lis Bæk', '--count', '2', '--on', TUESDAY],
                  ['Servering', 'Lis Bæk', '--on', '2026-02-30']):
        store.refused(2, 'assign', *words)
    store.refused(2, 'regret', 'Servering', 'Lis Bæk')
    store.refused(2, 'unassign', 'Servering', 'Lis Bæk', '--on', TUESDAY, '--to', NEXT)


def regrets_from_a_date_on_leave_a_place_for_good():
    store = Store()
    store.good('assign', 'Servering', 'Lis Bæk', '--standing')
    store.good('regret', 'Servering', 'Lis Bæk', '--standing', '--from', NEXT)
    assert shift_of(store, TUESDAY)['filled'] == 1
    assert (shift_of(store, NEXT)['filled'], shift_of(store, NEXT)['permanent']) == (0, 2)
    store.good('undo')
    assert shift_of(store, NEXT)['filled'] == 1
    store.refused(2, 'regret', 'Servering', 'Lis Bæk', '--standing')
    store.refused(2, 'regret', 'Servering', 'Lis Bæk', '--on', TUESDAY, '--from', NEXT)
    store.refused(1, 'regret', 'Servering', 'Bent Krag', '--standing', '--from', NEXT)
    store.refused(2, 'regret', 'Servering', 'Lis Bæk', '--standing', '--from', '2026-11-10')
    assert '1000000' in store.refused(2, 'assign', 'Servering', 'Lis Bæk', '--standing', '--every', '99999999')


def a_check_that_runs_out_leaves_a_hole():
    store = Store()
    store.good('edit', 'Servering', '--set', 'check=yes')
    store.good('edit', 'Lis Bæk', '--set', 'check_seen=2026-01-01', '--set', 'check_until=' + TUESDAY)
    store.good('assign', 'Servering', 'Lis Bæk', '--standing')
    assert (shift_of(store, TUESDAY)['filled'], shift_of(store, NEXT)['filled']) == (1, 0)
    assert shift_of(store, NEXT)['away'] == [{'uid': store.lis, 'name': 'Lis Bæk', 'reason': 'check'}]
    assert 'Lis Bæk (ingen gyldig attest)' in store.good('agenda', '--from', NEXT, '--to', NEXT)
    found = {one['name']: one for one in store.json('candidates', 'Servering', '--on', NEXT)}
    assert found['Lis Bæk']['possible'] is False and found['Lis Bæk']['reasons'][0]['code'] == 'check', found
    store.refused(1, 'assign', 'Servering', 'Lis Bæk', '--on', NEXT)


def a_call_says_what_came_of_it():
    store = Store()
    store.good('call', 'Servering', 'Lis Bæk', '--on', TUESDAY, '--went', 'waits')
    store.good('call', 'Servering', 'Bent Krag', '--on', TUESDAY, '--went', 'cannot')
    ranked = {one['name']: one for one in store.json('candidates', 'Servering', '--on', TUESDAY)}
    assert ranked['Lis Bæk']['asked_lately'] == 1 and ranked['Lis Bæk']['cost']['asked'] == 2, ranked
    assert ranked['Lis Bæk']['possible'] and ranked.get('Bent Krag', {'possible': False})['possible'] is False
    store.good('call', 'Servering', 'Lis Bæk', '--on', TUESDAY, '--went', 'if_needed')
    shift = shift_of(store, TUESDAY)
    assert [p['state'] for p in shift['places']] == ['if_needed'] and shift['missing'] == 2 and shift['asked'] == 0
    first = store.json('candidates', 'Servering', '--on', TUESDAY)[0]
    assert (first['name'], first['reasons'][0]['code']) == ('Lis Bæk', 'if_needed'), first
    store.good('call', 'Servering', 'Lis Bæk', '--on', TUESDAY, '--went', 'yes')
    assert [p['state'] for p in shift_of(store, TUESDAY)['places']] == ['promised']
    store.good('assign', 'Servering', 'Lis Bæk', '--on', NEXT, '--if-needed')
    assert shift_of(store, NEXT)['filled'] == 0
    store.refused(2, 'call', 'Servering', 'Lis Bæk', '--on', TUESDAY)
    store.refused(2, 'call', 'Servering', 'Lis Bæk', '--went', 'rang')
    store.refused(2, 'call', 'Servering', 'Lis Bæk', '--on', TUESDAY, '--went', 'maybe')
    store.refused(2, 'assign', 'Servering', '--guest', 'Åse', '--on', TUESDAY, '--if-needed')


def two_volunteers_swap():
    store = Store()
    store.good('assign', 'Servering', 'Lis Bæk', '--on', TUESDAY)
    store.good('assign', 'Servering', 'Bent Krag', '--on', NEXT)
    before = store.good('agenda', '--from', TUESDAY, '--to', NEXT)
    store.good('swap', 'Servering', 'Lis Bæk', 'Servering', 'Bent Krag', '--on', TUESDAY, '--for', NEXT)
    assert [p['name'] for p in shift_of(store, TUESDAY)['places']] == ['Bent Krag']
    assert [p['name'] for p in shift_of(store, NEXT)['places']] == ['Lis Bæk']
    store.good('undo')
    assert store.good('agenda', '--from', TUESDAY, '--to', NEXT) == before
    store.good('swap', 'Servering', 'Lis Bæk', 'Servering', '--on', TUESDAY, '--for', '2026-12-08')
    assert [p['name'] for p in shift_of(store, '2026-12-08')['places']] == ['Lis Bæk']
    store.add('absence', volunteer='Bent Krag', from_='2026-12-08', to='2026-12-08')
    message = store.refused(1, 'swap', 'Servering', 'Lis Bæk', 'Servering', 'Bent Krag', '--on', '2026-12-08', '--for', NEXT)
    assert 'Bent Krag' in message and 'Lis Bæk' not in message, message
    store.refused(2, 'swap', 'Servering', 'Lis Bæk', 'Servering', 'Bent Krag', '--on', TUESDAY)


def a_house_lends_or_does_not():
    store = Store()
    other = store.add('house', name='Folkehuset Engen', kind='community')
    store.add('volunteer', name='Ida Lund', houses=other)
    store.add('volunteer', name='Kaj Mose', houses=other)
    found = {one['name']: one for one in store.json('candidates', 'Servering', '--on', TUESDAY)}
    assert found['Ida Lund']['lender_name'] == 'Folkehuset Engen' and found['Lis Bæk']['lender'] == '', found
    assert ('lent', 'fra Folkehuset Engen, som også spørges') in [(r['code'], r['text']) for r in found['Ida Lund']['reasons']], found
    for name in ('Ida Lund', 'Kaj Mose'):
        store.good('assign', 'Servering', name, '--on', TUESDAY, '--asked')
    assert [one['name'] for one in store.json('lend', '--house', other)] == ['Ida Lund', 'Kaj Mose']
    assert store.json('lend', '--house', store.house) == []
    store.good('assign', 'Servering', 'Ida Lund', '--on', TUESDAY)
    assert shift_of(store, TUESDAY)['filled'] == 0
    store.good('lend', 'Servering', 'Ida Lund', '--on', TUESDAY, '--answer', 'yes')
    store.good('lend', 'Servering', 'Kaj Mose', '--on', TUESDAY, '--answer', 'no')
    shift = shift_of(store, TUESDAY)
    assert [(p['name'], p['state']) for p in shift['places']] == [('Ida Lund', 'promised')], shift
    store.refused(1, 'lend', 'Servering', 'Ida Lund', '--on', TUESDAY, '--answer', 'no')
    store.refused(2, 'lend', 'Servering', 'Ida Lund', '--on', TUESDAY)
    store.good('call', 'Servering', 'Ida Lund', '--on', NEXT, '--went', 'yes')
    assert shift_of(store, NEXT)['filled'] == 0
    assert [one['original_date'] for one in store.json('lend')] == [NEXT]
    assert 'Folkehuset Engen' in store.refused(1, 'assign', 'Servering', 'Ida Lund', '--standing')


def unassign_ends_a_standing_place_and_keeps_the_past():
    store = Store()
    store.good('assign', 'Servering', 'Lis Bæk', '--standing')
    store.good('unassign', 'Servering', 'Lis Bæk', '--standing', '--to', TUESDAY)
    assert shift_of(store, TUESDAY)['filled'] == 1 and shift_of(store, NEXT)['filled'] == 0


def attend_closes_a_date():
    store = Store()
    store.good('assign', 'Servering', 'Lis Bæk', '--standing')
    assert store.json('today')['unconfirmed_days'] == ['2026-11-03', '2026-11-10', '2026-11-17']
    store.good('attend', 'Servering', '--on', '2026-11-17', '--as-planned')
    store.good('attend', 'Servering', 'Lis Bæk', '--on', '2026-11-10', '--came', '--minutes', '90')
    assert store.json('today')['unconfirmed_days'] == ['2026-11-03']
    assert sorted(row['minutes'] for row in store.json('list', 'attendance')) == [90, 240]
    store.refused(1, 'attend', 'Servering', '--on', NEXT, '--as-planned')
    for words in (['--on', '2026-11-10'], ['--as-planned'], ['--on', '2026-11-10', '--came', '--absent'],
                  ['Lis Bæk', '--on', '2026-11-10', '--as-planned']):
        store.refused(2, 'attend', 'Servering', *words)


def cancelled_dates_come_back():
    store = Store()
    store.good('cancel', 'Café', '--on', TUESDAY, '--to', NEXT, '--reason', 'Vandskade')
    entries = store.json('agenda', '--from', TUESDAY, '--to', '2026-12-08', '--house', store.house)
    assert [(e['status'], e['reason']) for e in entries if e['series'] == store.cafe] == [
        ('cancelled', 'Vandskade'), ('cancelled', 'Vandskade'), ('planned', '')]
    assert 'AFLYST: Vandskade' in store.good('today')
    store.good('restore-date', 'Café', '--on', NEXT)
    assert store.json('agenda', '--from', NEXT, '--to', NEXT)[0]['status'] == 'planned'
    store.refused(1, 'cancel', 'Café', '--on', '2026-11-25', '--reason', 'x')
    store.refused(2, 'cancel', 'Café', '--on', TUESDAY)
    store.refused(2, 'cancel', 'Café', '--on', NEXT, '--to', TUESDAY, '--reason', 'x')
    store.refused(2, 'restore-date', 'Café')


# ——— Questions ———

def agenda_tells_everything_in_order():
    store = Store()
    entries = store.json('agenda', '--from', TUESDAY, '--to', '2026-11-25')
    assert list(entries[0]) == ['series', 'original_date', 'start', 'end', 'title', 'status', 'reason', 'house',
                                'house_name', 'room', 'room_name', 'ward', 'ward_name', 'organiser_name', 'category',
                                'stops', 'shifts', 'capacity', 'signed', 'waiting', 'meal']
    assert list(entries[0]['shifts'][0]) == ['shift', 'role', 'min', 'wanted', 'max', 'filled', 'asked', 'missing',
                                             'permanent', 'temporary', 'looking', 'places', 'away']
    assert [(e['title'], e['start'], e['house'], e['category']) for e in entries] == [
        ('Café', '2026-11-24T10:00', store.house, 'food'), ('Sang', '2026-11-25T14:00', store.house, '')]
    assert [e['title'] for e in store.json('agenda', '--from', TUESDAY, '--to', NEXT, '--ward', 'B.1')] == ['Sang']
    assert [e['title'] for e in store.json('agenda', '--from', TUESDAY, '--to', NEXT, '--house', store.nursing)] \
        == ['Sang']
    store.good('assign', 'Servering', 'Lis Bæk', '--on', NEXT)
    hers = store.json('agenda', '--from', TUESDAY, '--to', NEXT, '--volunteer', 'Lis Bæk')
    assert [(e['title'], e['original_date']) for e in hers] == [('Café', NEXT)]
    text = store.good('agenda', '--from', TUESDAY, '--to', NEXT)
    assert 'tirsdag den 24. november 2026' in text and '10.00–14.00  Café' in text
    store.refused(2, 'agenda', '--from', NEXT, '--to', TUESDAY)
    store.refused(2, 'agenda', '--from', NEXT)
    store.refused(2, 'agenda', '--from', TUESDAY, '--to', NEXT, '--house', store.house, '--ward', 'B.1')
    store.refused(1, 'agenda', '--from', TUESDAY, '--to', NEXT, '--house', 'Nowhere')


def agenda_counts_who_comes():
    store = Store()
    store.good('edit', 'Café', '--set', 'capacity=3', '--set', 'meal=yes')
    store.good('sign-up', 'Café', 'Inger Holm', '--on', TUESDAY, '--heads', '2')
    store.good('sign-up', 'Café', 'Kaj Lund', '--on', TUESDAY, '--heads', '2')
    store.add('shift', role='Vagt', wanted='1', house=store.house, start=TUESDAY + 'T20:00', end=TUESDAY + 'T21:00')

    def said(date):
        return [[entry['title']] + [entry[key] for key in ('capacity', 'signed', 'waiting', 'meal')]
                for entry in store.json('agenda', '--from', date, '--to', date)]
    assert said(TUESDAY) == [['Café', 3, 2, 2, True], ['Vagt', None, 0, 0, False]], said(TUESDAY)
    assert said(NEXT) == [['Café', 3, 0, 0, True]]
    assert said('2026-11-25') == [['Sang', None, 0, 0, False]]
    # Numbers alone: a programme that reads the agenda needs to know nobody.
    assert 'Inger' not in store.good('agenda', '--from', TUESDAY, '--to', NEXT, '--format', 'json')


def today_shows_the_holes_first():
    store = Store()
    store.good('assign', 'Servering', 'Lis Bæk', '--standing')
    today = store.json('today')
    assert list(today) == ['date', 'house', 'holes', 'entries', 'unconfirmed_days', 'closures', 'notes']
    assert today['house'] == store.house and [e['title'] for e in today['holes']] == ['Café']
    text = store.good('today')
    assert text.index('1 plads mangler') < text.index('Servering: Lis Bæk')
    assert 'uge 48 — Folkehuset Møllestien' in text
    assert 'Café / Servering · Caféen  missing 1 of 2 · permanently vacant' in store.good('today', '--lang', 'en')
    store.add('house', name='Huset Trøjborg', kind='volunteer')
    assert store.json('today')['house'] == ''
    assert store.json('today', '--house', 'Huset Trøjborg')['entries'] == []
    assert store.good('today', '--date', NEXT).startswith('tirsdag den 1. december 2026')


def notes_stand_on_today_until_they_are_done():
    store = Store()
    late = store.add('note', text='Ring til kommunen', on='2026-11-20', activity='Café')
    today = store.add('note', text='Nøgle til Lis', volunteer='Lis Bæk', house=store.house)
    store.add('note', text='Køb lys', on='2026-11-27')
    store.add('note', text='Jul', on='2026-12-20')
    notes = store.json('today')['notes']
    assert [(note['uid'], note['overdue']) for note in notes] == [(late, True), (today, False)], notes
    assert list(notes[0]) == ['kind', 'uid', 'text', 'house', 'on', 'volunteer', 'activity', 'done', 'overdue']
    assert notes[0]['kind'] == 'note' and notes[0]['activity'] == store.cafe and notes[0]['done'] == ''
    text = store.good('today')
    assert 'Ring til kommunen · Café · skulle være gjort 20/11' in text and 'Nøgle til Lis · Lis Bæk' in text, text
    assert 'fre. 27/11  Køb lys' in text and 'Jul' not in text, text
    assert [note['text'] for note in store.json('today', '--house', store.nursing)['notes']] == []
    store.good('edit', today, '--set', 'done=' + TUESDAY)
    assert [note['uid'] for note in store.json('today')['notes']] == [late]
    assert store.json('show', today)['done'] == TUESDAY and len(store.json('list', 'note')) == 4
    store.good('undo')
    assert len(store.json('today')['notes']) == 2
    store.good('remove', late)
    assert store.good('check') == ''


def a_note_holds_no_cpr_number_and_goes_with_its_volunteer():
    store = Store()
    store.refused(2, 'add', 'note', '--set', 'text=Hun er 010203-1234')
    store.refused(2, 'add', 'note', '--set', 'on=' + TUESDAY)
    store.refused(1, 'add', 'note', '--set', 'text=Ring', '--set', 'volunteer=Nobody')
    hers = store.add('note', text='Ring til Bent', volunteer='Bent Krag')
    place = store.add('note', text='Salen', activity='Café')
    store.good('remove', store.bent)
    assert [note['uid'] for note in store.json('list', 'note')] == [place]
    assert [entry['label'] for entry in store.json('history', '--volunteer', store.bent)][:2] == [
        'Bent Krag er fjernet (frivillig)', 'Ring til Bent er oprettet (note)']
    store.good('undo')
    assert store.json('show', hers)['volunteer'] == store.bent
    store.good('remove', store.cafe)
    assert store.json('show', place)['activity'] == '' and store.good('check') == ''


def a_value_that_no_record_takes_is_refused_with_those_of_the_record():
    store = Store()
    before = store.good('history', '--format', 'json')
    for pair, words in (('kind=boss', 'regular, on_call'), ('status=came', 'active, paused'), ('status=boss', 'active, paused')):
        assert words in store.refused(2, 'edit', 'Lis Bæk', '--set', pair), pair
    assert store.good('history', '--format', 'json') == before


def candidates_are_ranked_with_reasons():
    store = Store()
    store.add('volunteer', name='Karen Holm', phones='13701244', available='tue 08:00-16:00 preferred', houses=store.house)
    store.add('volunteer', name='Ove Kilde', available='wed 08:00-16:00', houses=store.house)
    found = store.json('candidates', 'Servering', '--on', TUESDAY)
    assert all(list(c) == ['volunteer', 'name', 'phones', 'possible', 'reasons', 'cost', 'asked_lately', 'lender',
                            'lender_name'] for c in found)
    assert [c['possible'] for c in found] == sorted((c['possible'] for c in found), reverse=True)
    karen = next(c for c in found if c['name'] == 'Karen Holm')
    assert karen is found[0] and karen['phones'] == ['13701244']
    assert {'available', 'preferred', 'house'} <= {r['code'] for r in karen['reasons']}
    ove = next(c for c in found if c['name'] == 'Ove Kilde')
    assert not ove['possible'] and [r['code'] for r in ove['reasons']] == ['not_available']
    assert 'Karen Holm' in store.good('candidates', 'Servering', '--on', TUESDAY)
    store.refused(1, 'candidates', 'Servering', '--on', '2026-11-25')
    store.refused(2, 'candidates', 'Servering')


def a_proposal_says_why_and_asks_only_when_told():
    store = Store()
    for name in ('Karen Holm', 'Ove Kilde', 'Ib Rask'):
        store.add('volunteer', name=name, available='tue 08:00-16:00', houses=store.house)
    week = ('--house', store.house, '--from', NEXT, '--to', NEXT)
    draft = store.json('propose', *week)
    assert list(draft) == ['assignments', 'empty', 'unused', 'coverage_cost', 'preference_cost', 'proved_coverage'], draft
    chosen = [line['name'] for line in draft['assignments']]
    assert len(chosen) == 2 and draft['proved_coverage'] and not draft['empty'], draft
    assert all(line['shift'] == store.serve and line['reasons'] and line['occurrence']['original_date'] == NEXT
               for line in draft['assignments'])
    assert store.json('propose', *week) == draft
    assert not [place for entry in store.json('agenda', '--from', NEXT, '--to', NEXT)
                for shift in entry['shifts'] for place in shift['places']]
    left, = {'Karen Holm', 'Ove Kilde', 'Ib Rask'} - set(chosen)
    why = store.json('why', 'Servering', left, '--on', NEXT)
    assert why['kind'] in ('as_good', 'less_good') and why['instead'] and why['instead'][0] in chosen, why
    assert (why['kind'] == 'as_good') == (sum(why['more'].values()) <= 0), why
    assert store.json('why', 'Servering', chosen[0], '--on', NEXT)['kind'] == 'proposed'
    assert store.json('why', 'Servering', 'Bent Krag', '--on', NEXT)['kind'] == 'unasked'
    assert chosen[0] in store.good('propose', *week, '--apply')
    shift, = [shift for entry in store.json('agenda', '--from', NEXT, '--to', NEXT) for shift in entry['shifts']]
    assert sorted((place['name'], place['state']) for place in shift['places']) == sorted(
        (name, 'asked') for name in chosen), shift
    assert not store.json('propose', *week)['assignments']
    assert store.json('why', 'Servering', left, '--on', NEXT)['kind'] == 'full'
    store.good('undo')
    assert store.json('propose', *week) == draft
    store.refused(1, 'propose', '--house', 'Nowhere', '--from', NEXT, '--to', NEXT)
    store.refused(1, 'why', 'Servering', left, '--on', '2026-12-02')
    for words in (('propose',), ('propose', '--house', store.house), ('propose', '--house', store.house, '--area', 'Nord',
                  '--from', NEXT, '--to', NEXT), ('propose', '--house', store.house, '--from', NEXT, '--to', TUESDAY),
                  ('propose', '--house', store.house, '--from', NEXT, '--to', '2027-12-01'),
                  ('why', 'Servering', left), ('why', 'Servering')):
        store.refused(2, *words)


def what_is_malformed_is_so_whatever_the_store_holds():
    store, missing = Store(), Store(filled=False)
    for words in (('edit', 'Nope', '--set', 'start=2026-13-01T10:00'), ('edit', 'Nope', '--set', 'note=010190-1234'),
                  ('cancel', 'Nope', '--on', TUESDAY, '--reason', 'Se 010190-1234'),
                  ('assign', 'Nope', '--guest', 'Bo 010190-1234', '--on', TUESDAY),
                  ('add', 'activity', '--set', 'title=X', '--set', 'house=Nope', '--set', 'start=2026-11-23T10:00',
                   '--set', 'end=2026-11-23T09:00'),
                  ('add', 'absence', '--set', 'volunteer=Nope', '--set', 'from=2026-11-23', '--set', 'to=2026-11-20'),
                  ('add', 'foo', '--set', 'a=b'), ('add', 'volunteer', '--set', 'name=X', '--set', 'available=Xday 9-10'),
                  ('agenda', '--from', NEXT, '--to', TUESDAY), ('export', 'ics', '--house', 'Nope', '--from', NEXT, '--to', TUESDAY, '-o', '-'),
                  ('recur', '--start', '2026-01-01T10:00', '--rule', 'FREQ=DAILY', '--from', NEXT, '--to', TUESDAY)):
        for each in (store, missing):
            done = each.run(*words)
            assert done.returncode == 2, (words, done.returncode, done.stderr.decode())
    assert 'nosuch' in store.refused(2, 'nosuch')


def a_calendar_never_replaces_the_store():
    store = Store()
    alias = store.path + '.alias'
    os.symlink(store.path, alias)
    for path in (store.path, alias, store.path + '-wal'):
        if os.path.exists(path):
            store.refused(1, 'export', 'ics', '--ward', 'B.1', '-o', path)
    assert store.good('check') == ''


def nobody_is_looked_for_once_the_place_is_filled():
    store = Store()
    shift = store.add('shift', role='Nøgle', wanted='1', activity='Café')
    looking = lambda: [s['looking'] for e in store.json('agenda', '--from', TUESDAY, '--to', TUESDAY)
                       for s in e['shifts'] if s['shift'] == shift]
    store.good('assign', shift, 'Lis Bæk', '--on', TUESDAY)
    store.good('regret', shift, 'Lis Bæk', '--on', TUESDAY, '--looking')
    assert looking() == [True]
    store.good('assign', shift, 'Lis Bæk', '--on', TUESDAY)
    assert looking() == [False]


def a_divided_series_warns_only_of_what_is_lost():
    store = Store()
    store.good('assign', 'Servering', 'Lis Bæk', '--on', TUESDAY)
    done = store.run('edit', 'Café', '--on', NEXT, '--following', '--set', 'title=Aftencafé')
    assert done.returncode == 0 and done.stderr == b'', done.stderr.decode()
    store.good('edit', 'Café', '--on', TUESDAY, '--set', 'title=Julecafé')
    assert store.run('edit', 'Café', '--set', 'rule=FREQ=WEEKLY;BYDAY=WE').stderr.startswith(b'stafetctl: 2 ')


def an_example_is_whole():
    for example in ('house', 'municipality'):
        store = Store(filled=False)
        store.good('init', '--example', example, '--seed', '7')
        assert store.good('check') == ''
        assert store.json('agenda', '--from', TUESDAY, '--to', NEXT)
    again = Store(filled=False)
    again.good('init', '--example', 'municipality', '--seed', '7')
    assert again.json('today') == store.json('today')
    store.refused(1, 'init', '--example', 'house')
    store.refused(2, 'init', '--example', 'castle')


def one_date_or_this_and_following_can_differ():
    store = Store()
    cafe = store.json('show', 'Café')['uid']
    store.good('edit', 'Café', '--on', TUESDAY, '--set', 'start=%sT11:00' % TUESDAY, '--set', 'title=Julecafé')
    day, = store.json('agenda', '--from', TUESDAY, '--to', TUESDAY, '--house', store.house)
    assert (day['title'], day['start'], day['status']) == ('Julecafé', TUESDAY + 'T11:00', 'moved')
    new = store.good('edit', 'Café', '--on', NEXT, '--following', '--set', 'title=Aftencafé')
    assert new != cafe and store.json('show', new)['title'] == 'Aftencafé'
    shift = store.json('agenda', '--from', NEXT, '--to', NEXT, '--house', store.house)[0]['shifts'][0]['shift']
    assert store.good('edit', shift, '--on', '2026-12-08', '--following', '--set', 'wanted=3') not in (shift, new, cafe)
    store.refused(2, 'edit', 'Café', '--following', '--set', 'title=x')
    store.refused(1, 'edit', 'Café', '--on', '2026-11-25', '--set', 'title=x')
    store.refused(2, 'edit', 'Café', '--on', TUESDAY, '--set', 'end=%sT09:00' % TUESDAY)


def a_room_is_not_booked_twice_but_anyway():
    store = Store()
    keys = ['--set', 'title=Banko', '--set', 'house=' + store.house, '--set', 'room=Caféen',
            '--set', 'start=%sT13:00' % TUESDAY, '--set', 'end=%sT15:00' % TUESDAY]
    store.refused(1, 'add', 'activity', *keys)
    store.good('add', 'activity', *keys, '--anyway')
    assert store.good('check') == ''


def calendars_are_published_and_listed():
    store = Store()
    target = os.path.join(os.path.dirname(store.path), 'kalendere')
    uid = store.add('feed', name='Frivillige i B.1', ward='B.1', names='first')
    feed, = store.json('feeds')
    assert feed['uid'] == uid and feed['kind'] == 'arrivals' and re.fullmatch('[0-9a-f]{32}', feed['token'])
    assert feed['file'] == feed['token'] + '.ics' and feed['last_published'] == ''
    store.good('publish', target)
    written = os.path.join(target, feed['file'])
    first = open(written, 'rb').read()
    assert first.startswith(b'BEGIN:VCALENDAR') and store.json('feeds')[0]['last_published'].startswith('2026-11-24T')
    store.good('export', 'ics', '--feed', uid, '-o', os.path.join(target, 'out.ics'))
    assert open(os.path.join(target, 'out.ics'), 'rb').read() == first
    store.good('publish', target)
    assert open(written, 'rb').read() == first
    store.good('remove', uid)
    store.good('publish', target)
    assert not os.path.exists(written) and store.json('feeds') == []
    store.good('undo')
    store.good('publish', target)
    assert open(written, 'rb').read() == first
    store.refused(1, 'publish', os.path.join(folder, 'missing', 'deep'))


def today_names_the_closures_that_touch_it():
    store = Store()
    uid = store.add('closure', from_=TUESDAY, to=TUESDAY, text='Smitte', room='Caféen')
    store.add('closure', from_=NEXT, to=NEXT, text='Ferie', house=store.house)
    today = store.json('today')
    assert [c['uid'] for c in today['closures']] == [uid]
    assert {'uid', 'from', 'to', 'text', 'house'} <= set(today['closures'][0])
    assert today['entries'][0]['reason'] == 'Smitte' and today['holes'] == []
    assert 'Smitte' in store.good('today')


def recur_needs_no_store():
    store = Store(filled=False)

    def dates(*words):
        return store.good('recur', *words, path=False).split()
    assert dates('--start', '2026-01-01T10:00', '--rule', 'FREQ=WEEKLY', '--count', '2') == [
        '2026-01-01T10:00', '2026-01-08T10:00']
    assert dates('--start', '2026-12-21T10:00', '--rule', 'FREQ=WEEKLY', '--parity', 'odd', '--to', '2027-01-11') == [
        '2026-12-28T10:00', '2027-01-04T10:00']
    assert dates('--start', '2026-01-29T10:00', '--rule', 'FREQ=MONTHLY;BYDAY=-1SU', '--from', '2026-02-01', '--count',
                 '1') == ['2026-02-22T10:00']
    assert dates('--start', '2026-10-05T10:00', '--rule', 'FREQ=WEEKLY;COUNT=2', '--skip-weeks', '42', '--to',
                 '2027-01-01') == ['2026-10-05T10:00', '2026-10-19T10:00']
    assert dates('--start', '2026-05-18T10:00', '--rule', 'FREQ=WEEKLY', '--season', '09-01/05-31', '--count', '3') == [
        '2026-05-18T10:00', '2026-05-25T10:00', '2026-09-07T10:00']
    start = ['recur', '--start', '2026-01-01T10:00', '--rule']
    for words in (['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', '--count', '1'],
                  ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', '--to', '2030-01-01'], ['FREQ=HOURLY', '--count', '1'],
                  ['FREQ=WEEKLY'], ['FREQ=WEEKLY', '--count', '-2'], ['FREQ=DAILY', '--parity', 'odd', '--count', '1'],
                  ['FREQ=WEEKLY', '--to', '2026-02-30'], ['FREQ=WEEKLY', '--season', '13-01/02-01', '--count', '1']):
        raises(2, *start, *words)
    raises(2, 'recur', '--start', '2026-03-29T02:30', '--rule', 'FREQ=WEEKLY', '--count', '1')


# ——— Calendars ———

def export_writes_a_calendar():
    store = Store()
    path = os.path.join(folder, 'b1.ics')
    store.good('export', 'ics', '--ward', 'B.1', '-o', path)
    with open(path, 'rb') as file:
        calendar = file.read()
    assert calendar.startswith(b'BEGIN:VCALENDAR\r\n') and b'SUMMARY' in calendar
    assert store.run('export', 'ics', '--ward', 'B.1', '-o', '-').stdout == calendar
    store.refused(2, 'export', 'ics', '--ward', 'B.1')
    store.refused(2, 'export', 'ics', '-o', path)
    store.refused(2, 'export', 'pdf', '--ward', 'B.1', '-o', path)
    store.refused(2, 'export', 'ics', '--ward', 'B.1', '--names', 'all', '-o', path)
    store.refused(1, 'export', 'ics', '--ward', 'Z', '-o', path)
    store.refused(1, 'export', 'ics', '--ward', 'B.1', '-o', os.path.join(folder, 'no', 'such', 'b1.ics'))


# ——— Sign-ups ———

def party(store, **keys):
    return store.add('activity', title='Fest', house=store.house, start='2026-11-03T18:00', end='2026-11-03T20:00',
                     rule='FREQ=WEEKLY', **{'capacity': '3', 'meal': 'yes', 'transport': 'yes', **keys})


def people_sign_up_wait_and_move_up():
    store = Store()
    uid = party(store, signup_days='2')
    on = ['--on', NEXT]
    inger = store.good('sign-up', 'Fest', 'Inger', *on, '--phone', '12 34 56 78', '--heads', '2', '--transport',
                       'Engen 2', '--aid', '--meals', '1', '--take-home', '1')
    assert re.fullmatch('[a-z0-9]{16}', inger), inger
    done = store.run('sign-up', 'Fest', 'Else', *on, '--phone', '22 34 56 78', '--heads', '2')
    assert done.returncode == 0 and 'nummer 1 på ventelisten' in done.stderr.decode(), done
    store.good('sign-up', 'Fest', 'Jens', *on)
    answer = store.json('signups', 'Fest', *on)
    assert [answer[key] for key in ('series', 'original_date', 'start', 'title', 'status', 'deadline')] == [
        uid, NEXT, NEXT + 'T18:00', 'Fest', 'planned', '2026-11-29']
    assert [answer[key] for key in ('capacity', 'signed', 'free', 'waiting', 'fetched', 'aids', 'meals', 'take_home')] == [
        3, 2, 1, 3, 2, 1, 1, 1]
    assert [s['name'] for s in answer['signups']] == ['Inger'] and answer['tally'] is None
    assert [(s['name'], s['position']) for s in answer['waiting_list']] == [('Else', 2), ('Jens', 3)]
    assert [s['transport'] for s in answer['transport']] == ['Engen 2']
    text = store.good('signups', 'Fest', *on)
    assert 'Inger, 2 · 12 34 56 78 · hentes på Engen 2, med plads til hjælpemiddel · 1 spiser · 1 med hjem' in text, text
    assert 'Venteliste:' in text and 'Køkken: 1 spiser, 1 med hjem' in text, text
    done = store.run('sign-off', 'Inger')
    assert 'Ring til Else, 22 34 56 78: der er plads nu' in done.stderr.decode(), done
    assert [s['name'] for s in store.json('signups', 'Fest', *on)['signups']] == ['Else', 'Jens']
    store.refused(1, 'sign-off', 'Inger')
    store.refused(1, 'sign-up', 'Fest', 'Else', *on, '--phone', '+4522345678')
    store.refused(1, 'sign-up', 'Fest', 'Kaj', '--on', '2026-12-02')
    store.refused(1, 'signups', 'Fest', '--on', '2026-12-02')
    store.refused(1, 'signups', 'Sang', *on)
    store.good('sign-up', 'Fest', 'Kaj', *on, '--anyway')
    assert store.json('signups', 'Fest', *on)['free'] == 0
    assert store.good('check') == ''


def a_malformed_sign_up_is_malformed():
    for words in (['sign-up', 'Fest', 'Inger'], ['sign-up', 'Fest', '--on', NEXT], ['signups', 'Fest'],
                  ['sign-up', 'Fest', 'Inger', '--on', NEXT, '--heads', 'x'],
                  ['sign-up', 'Fest', 'Inger', '--on', NEXT, '--heads', '-1'],
                  ['sign-up', 'Fest', 'Inger', '--on', NEXT, '--phone', 'abc'],
                  ['sign-up', 'Fest', 'Inger 010203-1234', '--on', NEXT], ['head-count', 'Fest', '--on', NEXT],
                  ['head-count', 'Fest', '--on', NEXT, 'x'], ['head-count', 'Fest', '4'], ['sign-off'],
                  ['head-count', 'Fest', '--on', NEXT, '4', '--method', 'guessed']):
        raises(2, *words)


def heads_are_counted():
    store = Store()
    party(store)
    store.good('head-count', 'Fest', '--on', TUESDAY, '38')
    store.good('head-count', 'Fest', '--on', TUESDAY, '40', '--method', 'estimated')
    tally = store.json('list', 'tally')[0]
    assert (tally['heads'], tally['method'], tally['signed'], tally['meals']) == (40, 'estimated', None, None)
    store.good('edit', tally['uid'], '--set', 'meals=6')
    answer = store.json('signups', 'Fest', '--on', TUESDAY)
    assert answer['tally']['heads'] == 40 and answer['meals'] == 6
    assert '40 mødte (skønnet)' in store.good('signups', 'Fest', '--on', TUESDAY)
    store.refused(1, 'head-count', 'Fest', '--on', NEXT, '40')
    store.refused(1, 'add', 'tally', '--set', 'activity=Fest', '--set', 'date=' + TUESDAY)
    store.good('remove', tally['uid'])


def the_texts_of_a_date_are_shown():
    store = Store()
    party(store)
    store.good('edit', 'Fest', '--on', NEXT, '--set', 'public_text=Julemad', '--set', 'volunteer_text=Kom kl. 14',
               '--set', 'note=Kokken er ny')
    for date, texts in ((TUESDAY, ['', '']), (NEXT, ['Julemad', 'Kom kl. 14'])):
        answer = store.json('signups', 'Fest', '--on', date)
        assert [answer['public_text'], answer['volunteer_text']] == texts, answer
        assert 'Kokken' not in json.dumps(answer)
    assert 'Kokken' not in store.good('agenda', '--from', TUESDAY, '--to', NEXT, '--format', 'json')
    assert store.json('show', 'Fest')['note'] == ''
    assert store.json('show', 'Fest', '--on', NEXT)['note'] == 'Kokken er ny'
    assert 'Kokken er ny' in store.good('show', 'Fest', '--on', NEXT)
    store.refused(1, 'show', 'Fest', '--on', '2026-12-02')
    store.refused(2, 'show', 'Sang/Sanger', '--on', NEXT)


def upkeep_copies_the_store_and_erases_old_sign_ups():
    store = Store()
    party(store)
    store.good('sign-up', 'Fest', 'Inger Skovlund', '--on', NEXT, '--phone', '12345678', '--heads', '2')
    store.good('sign-up', 'Fest', 'Poul Gade', '--on', NEXT)
    store.good('sign-off', 'Poul Gade')
    assert store.good('upkeep', '--today', '2026-12-30') == ''
    assert os.path.exists(store.path + '.backups/2026-12-30.db')
    assert store.json('list', 'signup')
    assert 'Slettede 2 tilmeldinger' in store.good('upkeep', '--today', '2026-12-31')
    assert store.good('upkeep', '--today', '2026-12-31') == ''
    assert store.json('list', 'signup') == [] and store.json('list', 'tally')[0]['signed'] == 2
    for path in (store.path, store.path + '-wal'):
        if os.path.exists(path):
            with open(path, 'rb') as file:
                assert not re.search(b'skovlund|gade[^r]|12345678', file.read().lower())
    assert 'gemmes ikke længere' in store.good('history')
    assert store.good('check') == ''


# ——— Upkeep ———

def init_refuses_an_existing_store():
    store = Store(filled=False)
    store.good('init')
    assert os.stat(store.path).st_mode & 0o777 == 0o600
    store.refused(1, 'init')


def undo_and_redo_walk_through_the_history():
    store = Store()
    store.good('edit', store.bent, '--set', 'note=Ny')
    assert 'Bent Krag' in store.good('undo')
    assert store.json('show', store.bent)['note'] == ''
    store.good('redo')
    assert store.json('show', store.bent)['note'] == 'Ny'
    store.refused(1, 'redo')
    fresh = Store(filled=False)
    fresh.good('init')
    fresh.refused(1, 'undo')


def one_older_change_is_undone_where_it_applies():
    store = Store()
    store.good('edit', 'Café', '--set', 'price=15 kr.', '--set', 'start=2026-11-03T10:30')
    first = store.json('history', '--limit', '1')[0]['id']
    store.good('edit', 'Café', '--set', 'capacity=40')
    assert store.good('undo', '--change', str(first)).startswith('Fortrød: ')
    now = store.json('show', 'Café')
    assert (now['price'], now['start'], now['capacity']) == ('', '2026-11-03T10:00', 40)
    history = store.json('history')
    assert [entry['undone'] for entry in history[:3]] == [False, False, True]
    store.refused(1, 'undo', '--change', str(first))
    store.good('undo')
    assert store.json('show', 'Café')['price'] == '15 kr.' and store.json('history')[3]['undone'] is False
    store.good('edit', 'Café', '--set', 'start=2026-11-03T11:00', '--now', '2026-11-24T14:10')
    message = store.refused(1, 'undo', '--change', str(first), '--now', '2026-11-25T08:00')
    assert 'ændrede »Start« på »Café« igen i går kl. 14.10.' in message, message
    store.refused(1, 'undo', '--change', '1')
    store.refused(1, 'undo', '--change', '999')
    for words in (['--change', '0'], ['--change', 'x'], ['--change'], ['--anyway']):
        store.refused(2, 'undo', *words)
    assert store.good('check') == ''


def an_older_change_that_overlaps_is_undone_anyway():
    store = Store()
    store.good('edit', 'Café', '--set', 'room=')
    first = str(store.json('history', '--limit', '1')[0]['id'])
    store.add('activity', title='Dans', house=store.house, room='Caféen', start='2026-12-01T11:00', end='2026-12-01T12:00')
    assert '--anyway' in store.refused(1, 'undo', '--change', first)
    store.good('undo', '--change', first, '--anyway')
    assert store.json('show', 'Café')['room'] == store.room


def history_is_newest_first():
    store = Store()
    store.good('edit', store.bent, '--set', 'note=Ny')
    entries = store.json('history', '--limit', '2')
    assert len(entries) == 2 and entries[0]['id'] > entries[1]['id']
    assert list(entries[0]) == ['id', 'at', 'author', 'label', 'undone', 'rows']
    assert entries[0]['rows'] == [{'kind': 'volunteer', 'uid': store.bent, 'operation': 'update', 'keys': ['note']}]
    assert entries[0]['at'] == '2026-11-24T07:00:00Z' and entries[0]['undone'] is False
    store.good('undo')
    assert store.json('history')[1]['undone'] is True


def ids(entries):
    return [entry['id'] for entry in entries]


def history_is_asked_about_one_thing():
    store = Store()
    store.good('assign', 'Servering', 'Lis Bæk', '--on', NEXT)
    store.good('edit', 'Sang', '--set', 'price=Gratis', '--now', '2026-11-25T09:00')
    newest = ids(store.json('history', '--limit', '2'))
    assert ids(store.json('history', '--activity', 'Sang', '--limit', '1')) == newest[:1]
    assert ids(store.json('history', '--volunteer', 'Lis Bæk', '--limit', '1')) == newest[1:]
    assert ids(store.json('history', '--activity', 'Café', '--volunteer', 'Lis Bæk')) == newest[1:]
    assert ids(store.json('history', '--activity', 'Café/Servering', '--limit', '1')) == newest[1:]
    assert ids(store.json('history', '--house', 'Plejehjem Skovvang', '--limit', '1')) == newest[:1]
    assert ids(store.json('history', '--since', '2026-11-25')) == newest[:1]
    assert ids(store.json('history', '--since', '2026-11-25T09:00', '--house', store.house)) == newest[:1]
    assert store.json('history', '--since', '2026-11-25T09:01') == []
    store.refused(1, 'history', '--house', 'Nowhere')
    store.refused(2, 'history', '--since', 'Friday')
    store.refused(2, 'history', '--since', '2026-11-31')


def history_remembers_what_was_removed():
    store = Store()
    store.good('remove', store.bent)
    assert [entry['rows'][0]['operation'] for entry in store.json('history', '--volunteer', store.bent)] == [
        'delete', 'insert']
    store.refused(1, 'history', '--volunteer', 'Bent Krag')


def history_says_what_changed_in_words():
    store = Store()
    store.good('edit', 'Café', '--set', 'start=2026-11-03T10:30', '--set', 'room=')
    text = store.good('history', '--limit', '1')
    assert 'Start: kl. 10.00 → kl. 10.30' in text and 'Lokale: Caféen → –' in text, text
    assert 'Start: 10:00 → 10:30' in store.good('history', '--limit', '1', '--lang', 'en')
    store.good('assign', 'Servering', 'Lis Bæk', '--on', NEXT, '--asked')
    assert 'Servering, tir. 1/12, Lis Bæk' in store.good('history', '--limit', '1')


def a_house_closes_for_good():
    store = Store()
    store.refused(2, 'end-house', store.house)
    said = store.good('end-house', store.house, '--from', '2027-01-01', '--dry-run')
    assert 'sidste dag er den 31. december 2026' in said, said
    assert store.json('show', store.house)['closed_from'] == ''
    store.good('end-house', store.house, '--from', '2027-01-01')
    assert store.json('show', store.house)['closed_from'] == '2027-01-01'
    assert store.json('agenda', '--house', store.house, '--from', '2027-01-01', '--to', '2027-03-01') == []
    store.refused(1, 'end-house', store.house, '--from', '2027-02-01')
    store.good('undo')
    assert store.json('agenda', '--house', store.house, '--from', '2027-01-01', '--to', '2027-03-01') != []
    assert store.good('check') == ''


def holds(store, text):
    """Whether any file of the store's, but for its backups, has the text."""
    text = text.lower()
    for name in os.listdir(os.path.dirname(store.path)):
        path = os.path.join(os.path.dirname(store.path), name)
        if os.path.isfile(path) and text in open(path, 'rb').read().decode('latin-1').lower():
            return True
    return False


def a_volunteer_is_erased():
    store = Store()
    ragnhild = store.add('volunteer', name='Ragnhild Krogh', phones='13583199', note='Har koden')
    store.good('assign', 'Servering', 'Ragnhild Krogh', '--on', NEXT)
    store.good('attend', 'Servering', 'Ragnhild Krogh', '--on', '2026-11-17', '--came')
    store.refused(2, 'erase', ragnhild)
    store.refused(1, 'erase', ragnhild, '--confirm', 'Ragnhild')
    said = store.good('erase', ragnhild, '--dry-run')
    assert '5. januar 2027' in said and 'fortrydes' in said, said
    assert holds(store, 'Ragnhild') and holds(store, '13583199')
    receipt = store.good('erase', ragnhild, '--confirm', 'ragnhild krogh')
    assert receipt.startswith('En frivillig blev slettet') and 'Ragnhild' not in receipt, receipt
    for text in ('Ragnhild', '13583199', 'Har koden'):
        assert not holds(store, text), text
    assert store.json('history', '--limit', '1')[0]['label'] == 'En frivillig blev slettet'
    assert 'Ragnhild' not in store.good('history')
    assert 'Frivillig' in store.good('agenda', '--from', '2026-11-17', '--to', '2026-11-17')
    assert 'personoplysninger' in store.refused(1, 'undo')
    assert store.good('check') == ''


def no_backup_brings_back_who_was_erased():
    store = Store()
    copy = os.path.join(os.path.dirname(store.path), '..', 'copy.db')
    store.good('backup', copy)
    store.good('erase', store.lis, '--confirm', 'Lis Bæk')
    store.good('restore', copy)
    assert [v['name'] for v in store.json('list', 'volunteer')] == ['Bent Krag']
    assert 'Lis' not in store.good('history')
    os.unlink(copy)


def a_volunteer_stops():
    store = Store()
    store.good('assign', 'Servering', 'Lis Bæk', '--standing')
    store.refused(2, 'leave', store.lis)
    said = store.good('leave', store.lis, '--from', NEXT, '--dry-run')
    assert 'Café · Servering' in said and '31. december 2027' in said, said
    assert store.json('show', store.lis)['status'] == 'active'
    store.good('leave', store.lis, '--from', NEXT)
    assert store.json('show', store.lis)['keep_until'] == '2027-12-31'
    assert store.json('due') == []
    assert [who['name'] for who in store.json('due', '--today', '2028-01-01')] == ['Lis Bæk']
    assert 'Lis Bæk' in store.good('due', '--today', '2028-01-01')
    store.good('edit', store.lis, '--set', 'keep_until=2029-12-31')
    assert store.json('due', '--today', '2028-01-01') == []


def a_volunteer_asks_what_is_held():
    store = Store()
    path = os.path.join(os.path.dirname(store.path), 'lis.txt')
    store.refused(2, 'access', store.lis)
    store.good('access', store.lis, '-o', path)
    text = open(path, encoding='utf-8').read()
    assert 'Hvad vi har om Lis Bæk' in text and '13 40 22 18' in text and 'Bent' not in text, text
    assert os.stat(path).st_mode & 0o77 == 0
    assert store.good('access', store.lis, '-o', '-') == text.strip()
    store.refused(1, 'access', store.lis, '-o', os.path.join(path, 'nowhere'))


def what_falls_with_one_person_is_listed():
    store = Store()
    store.good('edit', store.lis, '--set', 'skills=drejebænk')
    store.good('edit', store.serve, '--set', 'skill=drejebænk')
    assert store.json('fragile') == {'shifts': [], 'leads': []}
    store.good('assign', 'Servering', 'Lis Bæk', '--standing')
    shift, = store.json('fragile', '--house', store.house)['shifts']
    assert (shift['name'], shift['role'], shift['dates']) == ('Lis Bæk', 'Servering', 8), shift
    assert 'Kun Lis Bæk kan · 8 gange' in store.good('fragile')
    store.refused(1, 'fragile', '--house', 'Findes ikke')
    store.good('edit', store.bent, '--set', 'skills=drejebænk')
    assert store.json('fragile')['shifts'] == []


def a_house_merges_into_another():
    store = Store()
    other = store.add('house', name='Dalgas', kind='community')
    said = store.good('end-house', store.house, other, '--from', '2027-01-01', '--dry-run')
    assert 'flytter' in said, said
    store.good('end-house', store.house, other, '--from', '2027-01-01')
    assert store.json('show', store.house)['closed_from'] == '2027-01-01'
    span = ('--from', '2027-01-01', '--to', '2027-03-01')
    assert store.json('agenda', '--house', store.house, *span) == []
    assert store.json('agenda', '--house', other, *span) != [] and store.good('check') == ''
    store.good('undo')
    assert store.json('agenda', '--house', other, *span) == []
    store.refused(2, 'end-house', store.house, store.house, '--from', '2027-01-01')


def a_backup_can_be_restored():
    store = Store()
    backup = os.path.join(folder, 'backup.db')
    store.good('backup', backup)
    store.good('edit', store.bent, '--set', 'note=Efter')
    store.good('restore', backup)
    assert store.json('show', store.bent)['note'] == '' and store.good('check') == ''
    store.refused(2, 'restore', os.path.join(folder, 'nothing.db'))
    store.refused(2, 'restore', os.path.join(folder, 'nothing.db'), '--dry-run')
    store.good('edit', store.bent, '--set', 'note=Senere')
    said = store.good('restore', backup, '--dry-run')
    assert '1 ændring siden' in said and store.json('show', store.bent)['note'] == 'Senere', said
    kept = [row for row in store.json('backups') if row['kind'] == 'replaced']
    assert len(kept) == 1 and kept[0]['volunteers'] > 0 and kept[0]['file'] == store.path + '.before-restore', kept
    assert 'frivillige' in store.good('backups')
    with open(backup, 'wb') as file:
        file.write(b'something else entirely ' * 400)
    store.refused(2, 'restore', backup)
    store.refused(1, 'backup', os.path.join(folder, 'no', 'such', 'folder.db'))


def foreign_and_damaged_stores_are_refused():
    for text in (b'', b'hello', b'SQLite format 3\0' + bytes(4080)):
        store = Store(filled=False)
        os.makedirs(os.path.dirname(store.path))
        with open(store.path, 'wb') as file:
            file.write(text)
        done = store.run('list', 'house')
        assert done.returncode == 2 and done.stderr.startswith(b'stafetctl: '), done


def a_read_only_store_answers_but_takes_nothing():
    store = Store()
    place = os.path.dirname(store.path)
    own = os.path.join(place, 'stafetctl')
    shutil.copy(program, own)
    for path in os.listdir(place):
        os.chmod(os.path.join(place, path), 0o555)
    os.chmod(place, 0o555)
    os.chmod(folder, 0o755)

    def become_nobody():
        # To the superuser no file is read-only.
        if os.geteuid() == 0:
            os.setgroups([])
            os.setgid(65534)
            os.setuid(65534)

    def run(*words):
        return subprocess.run([own, '--store', store.path] + list(words), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              env={**os.environ, **NOW}, preexec_fn=become_nobody)
    listed, added = run('list', 'house'), run('add', 'area', '--set', 'name=X')
    os.chmod(place, 0o755)
    os.chmod(store.path, 0o600)
    assert listed.returncode == 0 and 'Folkehuset' in listed.stdout.decode(), listed.stderr.decode()
    assert added.returncode == 1 and added.stderr.startswith(b'stafetctl: '), (added.returncode, added.stderr.decode())
    assert store.json('list', 'area') == []


def school_holidays_come_from_a_table():
    store = Store()
    area = store.add('area', name='Nord')
    path = os.path.join(folder, 'ferier.csv')

    def table(text, encoding='utf-8'):
        with open(path, 'wb') as file:
            file.write(text.encode(encoding))
    table('\ufeffFra;Til;Tekst\r\n2027-02-13;2027-02-21;Vinterferie\r\n\r\n16/10/2027;24-10-2027;"Efterår; ""uge 42"""\r\n')
    told = store.json('import', 'holidays', path, '--area', 'Nord', '--dry-run')
    assert [line['state'] for line in told['lines']] == ['new', 'new'] and not told['written'], told
    assert store.json('list', 'school_holiday') == []
    assert 'Vinterferie' in store.good('import', 'holidays', path, '--area', 'Nord')
    rows = sorted(store.json('list', 'school_holiday'), key=lambda row: row['from'])
    assert [(row['from'], row['to'], row['text'], row['area']) for row in rows] == [
        ('2027-02-13', '2027-02-21', 'Vinterferie', area), ('2027-10-16', '2027-10-24', 'Efterår; "uge 42"', area)]
    store.good('import', 'holidays', path, '--area', 'Nord')
    assert len(store.json('list', 'school_holiday')) == 2
    assert not store.json('import', 'holidays', path, '--area', 'Nord')['written']
    store.refused(2, 'import', 'holidays', path, '--house', 'Nord')
    table('2027-06-26,2027-08-08,Sommerferie på Ærø\n', 'cp1252')
    store.good('import', 'holidays', path)
    assert 'Sommerferie på Ærø' in {r['text'] for r in store.json('list', 'school_holiday')}
    store.good('undo')
    assert len(store.json('list', 'school_holiday')) == 2
    table('2027-06-26;2027-08-08;God\n2027-02-30;2027-03-01;x\n2027-02-02;2027-02-01;y\n2027-02-02;2027-02-03\n'
          '2027-02-02;2027-02-03;010190-1234\n')
    message = store.refused(2, 'import', 'holidays', path)
    assert not re.search(r'inje 1\b|ine 1\b', message), message
    assert all(re.search(r'\b%d:' % line, message) for line in (2, 3, 4, 5)), message
    for text in ('', 'from;to;text\n', '"2027-02-02;2027-02-03;x\n', '\0'):
        table(text)
        store.refused(2, 'import', 'holidays', path)
    with open(path, 'wb') as file:
        file.truncate(10_000_001)
    store.refused(2, 'import', 'holidays', path)
    store.refused(2, 'import', 'holidays', os.path.join(folder, 'nothing.csv'))
    store.refused(2, 'import', 'birthdays', path)


def lists_of_a_spreadsheet_come_in():
    store = Store()
    path = os.path.join(folder, 'liste.csv')
    with open(path, 'wb') as file:
        file.write('Navn;Mobil;Hus;Kan;Bemærkning\r\nEva Holm;13 40 00 01;Møllestien;"sang;banko";pause til 1/3 2027\r\n'
                   'EVA HOLM;13400001;Møllestien;;\r\n;13400002;;;\r\n'.encode('cp1252'))
    before = len(store.json('list', 'volunteer'))
    looked = store.json('import', 'csv', path, '--as', 'volunteers', '--dry-run')
    assert [column['key'] for column in looked['columns']] == ['name', 'phones', 'houses', 'skills', 'note'], looked
    assert [(row['row'], row['state'], row['name']) for row in looked['rows']] == [
        (2, 'new', 'Eva Holm'), (3, 'duplicate', 'EVA HOLM'), (4, 'faulty', '')], looked
    assert (looked['new'], looked['duplicate'], looked['faulty'], looked['written']) == (1, 1, 1, False)
    assert len(store.json('list', 'volunteer')) == before
    assert store.json('import', 'csv', path, '--as', 'volunteers')['written']
    eva, = [row for row in store.json('list', 'volunteer') if row['name'] == 'Eva Holm']
    assert (eva['phones'], eva['skills'], eva['status'], eva['paused_until']) == (
        ['13400001'], ['sang', 'banko'], 'paused', '2027-03-01'), eva
    assert store.json('import', 'csv', path, '--as', 'volunteers')['same'] == 1
    store.good('undo')
    assert len(store.json('list', 'volunteer')) == before
    # What a column says can be said; text is for people.
    said = store.good('import', 'csv', path, '--as', 'volunteers', '--map', 'Kan=note', '--map', '5=', '--dry-run')
    assert 'Kan → Note' in said and 'Bemærkning springes over' in said and 'Række 3, EVA HOLM' in said, said
    assert 'Række 2, Eva Holm: ny · 13 40 00 01 · »sang, banko«' in said, said
    assert 'Række 4, (intet navn): fejl · ' in said and '\n1 ny · 1 dublet · 1 med fejl\n' in said, said
    with open(path, 'w', encoding='utf-8') as file:
        file.write('Hvad;Dag;Fra;Til;Gentagelse\nBanko;torsdag;19-21;;lige uger\n')
    said = store.good('import', 'csv', path, '--as', 'activities', '--house', 'Folkehuset Møllestien')
    assert 'Række 2, Banko: ny · torsdag i lige uger · kl. 19.00–21.00\n' in said and 'helligdage' in said, said
    banko, = [row for row in store.json('list', 'activity') if row['title'] == 'Banko']
    assert (banko['start'], banko['end'], banko['rule'], banko['parity']) == (
        '2026-11-26T19:00', '2026-11-26T21:00', 'FREQ=WEEKLY;BYDAY=TH', 'even'), banko
    with open(path, 'w', encoding='utf-8') as file:
        file.write('Navn;Telefon;Hus\nBo Lind;13400002;Fristedet\n')
    looked = store.json('import', 'csv', path, '--as', 'volunteers')
    assert looked['unknown_houses'] == [{'name': 'Fristedet', 'rows': 1}] and looked['faulty'] == 1, looked
    assert 'Ukendt hus: Fristedet (1 række)' in store.good('import', 'csv', path, '--as', 'volunteers')
    store.good('import', 'csv', path, '--as', 'volunteers', '--unknown-houses', 'add')
    assert [house['kind'] for house in store.json('list', 'house') if house['name'] == 'Fristedet'] == ['community']
    store.good('undo')
    assert 'Fristedet' not in store.good('list', 'house')
    looked = store.json('import', 'csv', path, '--as', 'volunteers', '--unknown-houses', 'given', '--dry-run')
    assert looked['new'] == 1, looked
    store.refused(2, 'import', 'csv', path, '--as', 'volunteers', '--unknown-houses', 'shoes')
    store.refused(2, 'import', 'csv', path)
    store.refused(2, 'import', 'csv', path, '--as', 'shoes')
    store.refused(2, 'import', 'csv', path, '--as', 'houses', '--map', 'Dag=shoe')
    store.refused(2, 'import', 'csv', os.path.join(folder, 'nothing.csv'), '--as', 'houses')
    assert store.good('check') == ''


def lists_go_to_a_spreadsheet_and_come_back():
    store = Store(filled=False)
    store.good('init', '--example', 'house')
    for kind, count in (('volunteers', 30), ('activities', 20), ('houses', 2)):
        path = os.path.join(folder, kind + '.csv')
        store.good('export', 'csv', '--as', kind, '-o', path)
        with open(path, 'rb') as file:
            text = file.read()
        assert text.startswith(b'\xef\xbb\xbf') and text.count(b'\r\n') > count, text[:200]
        looked = store.json('import', 'csv', path, '--as', kind, '--dry-run')
        assert looked['faulty'] == looked['duplicate'] == looked['new'] == 0, [
            row for row in looked['rows'] if row['state'] in ('faulty', 'duplicate', 'new')]
        assert all(column['key'] for column in looked['columns']), looked['columns']
    assert 'Else Damm' not in store.good('export', 'csv', '--as', 'volunteers', '-o', '-')
    store.refused(2, 'export', 'csv', '-o', '-')
    store.refused(1, 'export', 'csv', '--as', 'houses', '-o', store.path)


SAID = ('title', 'rule', 'parity', 'season', 'skip_weeks', 'until', 'price', 'doors_open', 'public_text',
        'volunteer_text', 'capacity', 'signup_days', 'meal', 'transport')


def programme_of(store):
    """What a list says of the activities that are not over, in words: of who and where by their names."""
    named = {record['uid']: record['name'] for kind in ('house', 'room', 'ward', 'volunteer', 'organiser')
             for record in store.json('list', kind)}
    wanted = {}
    for shift in store.json('list', 'shift'):
        wanted[shift['activity']] = wanted.get(shift['activity'], 0) + shift['wanted']
    return {(activity['title'], activity['start'][11:]): {
        **{key: activity[key] for key in SAID}, 'end': activity['end'][11:], 'wanted': wanted.get(activity['uid'], 0),
        'once': activity['start'] if not activity['rule'] else '',
        **{key: named.get(activity[key], '') for key in ('house', 'room', 'ward', 'organiser', 'lead')}}
        for activity in store.json('list', 'activity')}


def a_programme_goes_out_and_comes_in_as_it_was():
    store, other = Store(filled=False), Store(filled=False)
    store.good('init', '--example', 'house')
    path = os.path.join(folder, 'programme.csv')
    store.good('export', 'csv', '--as', 'activities', '-o', path)
    other.good('init')
    for house in store.json('list', 'house'):
        other.add('house', name=house['name'], kind=house['kind'])
    names = {house['uid']: house['name'] for house in store.json('list', 'house')}
    for ward in store.json('list', 'ward'):
        other.add('ward', name=ward['name'], house=names[ward['house']])
    for volunteer in store.json('list', 'volunteer'):
        other.add('volunteer', name=volunteer['name'])
    looked = other.json('import', 'csv', path, '--as', 'activities')
    assert looked['written'] and not looked['faulty'], looked
    before, after = programme_of(store), programme_of(other)
    for key, said in after.items():
        assert said == before[key], (said, before[key])
    assert len(after) > 25 and any(said['meal'] and said['transport'] and said['lead'] for said in after.values())
    assert set(before) - set(after) == {key for key in set(before) - set(after) if before[key]['until'] or before[key]['once']}
    assert other.json('import', 'csv', path, '--as', 'activities')['same'] == len(after)


# ——— Closing, calls, reviews ———

def whoever_is_written_to_is_listed_by_how_they_are_reached():
    store = Store()
    store.good('edit', 'Lis Bæk', '--set', 'mail=lis@post.example')
    store.good('assign', 'Servering', 'Lis Bæk', '--standing')
    store.good('assign', 'Servering', 'Bent Krag', '--on', NEXT)
    asked = store.json('recipients', '--occurrence', 'Servering', '--on', NEXT)
    assert asked == store.json('recipients', '--occurrence', 'Café', '--on', NEXT)
    assert [(one['by'], one['name'], one['mail']) for one in asked['recipients']][0] == (
        'mail', 'Lis Bæk', 'lis@post.example'), asked
    assert len(asked['recipients']) == 2 and asked['left_out'] == [], asked
    assert asked['drafts'][0].startswith('mailto:?bcc=lis@post.example&subject=Caf%C3%A9'), asked['drafts']
    assert 'Lis' not in asked['text'] and 'Café tirsdag den' in asked['text'], asked['text']
    store.good('regret', 'Servering', 'Lis Bæk', '--on', NEXT)
    regretted = store.json('recipients', '--occurrence', 'Café', '--on', NEXT)
    assert [(one['name'], one['reason']) for one in regretted['left_out']] == [('Lis Bæk', 'regrets')], regretted
    assert 'Lis Bæk: har meldt afbud' in store.good('recipients', '--occurrence', 'Café', '--on', NEXT)
    assert 'Lis Bæk' in [one['name'] for one in store.json('recipients', '--activity', 'Café')['recipients']]
    store.refused(2, 'recipients', '--occurrence', 'Café')
    store.refused(2, 'recipients', '--activity', 'Café', '--skill', 'sang')
    store.refused(1, 'recipients', '--house', 'Ingen Steder')


def hours_come_from_closed_days_and_the_rest_stands_beside():
    store = Store()
    store.good('assign', 'Servering', 'Lis Bæk', '--standing')
    store.good('assign', 'Servering', 'Bent Krag', '--standing')
    past = [entry['original_date'] for entry in store.json('agenda', '--from', '2026-11-01', '--to', '2026-11-23')
            if entry['title'] == 'Café']
    assert past, 'the café was held before'
    span = ('hours', '--from', past[0], '--to', past[-1])
    before = store.json(*span)
    assert before['total']['confirmed_minutes'] == 0 and before['total']['planned_minutes'] > 0, before
    store.good('attend', 'Servering', 'Lis Bæk', '--on', past[-1], '--came', '--minutes', '90')
    store.good('attend', 'Servering', '--by', 'Sangvennerne', '--on', past[-1], '--came', '--minutes', '60', '--count',
               '4', '--method', 'estimated')
    store.good('attend', 'Servering', 'Bent Krag', '--on', past[-1], '--absent')
    after = store.json(*span)
    lis, = [line for line in after['volunteers'] if line['name'] == 'Lis Bæk']
    song, = after['organisers']
    assert lis['confirmed_minutes'] == 90 and lis['times'] == 1, lis
    assert song['heads'] == {'counted': 0, 'estimated': 4, 'reported': 0} and song['confirmed_minutes'] == 240, song
    assert after['total']['confirmed_minutes'] == 330, after
    text = store.good(*span)
    assert 'planlagt, ikke bekræftet' in text and '1 time 30 min.' in text and '4 personer, skønnet' in text, text
    store.good('attend', 'Servering', '--on', past[-1], '--reopen')
    again = store.json(*span)
    assert again['total']['confirmed_minutes'] == 240, again
    assert again['total']['planned_minutes'] == before['total']['planned_minutes'], again
    store.refused(2, 'hours', '--from', past[0])
    store.refused(2, 'hours', '--from', '2026-11-24', '--to', '2026-11-01')
    store.refused(1, 'hours', '--from', '2020-01-01', '--to', '2020-12-31')
    store.refused(2, 'attend', 'Servering', '--on', past[-1], '--reopen', '--came')
    store.refused(2, 'attend', 'Servering', 'Lis Bæk', '--on', past[-1], '--came', '--method', 'counted')


def a_closed_house_says_what_it_cancels_and_whom_to_ring():
    store = Store()
    store.good('assign', 'Servering', 'Lis Bæk', '--standing')
    store.good('assign', 'Sanger', '--by', 'Sangvennerne', '--count', '3', '--standing')
    words = ('close', '--house', store.house, '--from', NEXT, '--to', '2026-12-02', '--text', 'Rørskade')
    tried = store.json(*words, '--dry-run')
    assert store.json('list', 'closure') == [] and tried['closure'] == '' and tried['due'], tried
    assert [row['title'] for row in tried['occurrences']] == ['Café'], tried
    closed = store.json(*words)
    assert {**closed, 'closure': ''} == {**tried, 'closure': ''}, closed
    call, = closed['calls']
    assert (call['kind'], call['name'], call['phones'], call['called'], call['occurrences']) == (
        'volunteer', 'Lis Bæk', ['13583142', '13402218'], '', [0]), call
    assert 'Lis Bæk' in store.good('calls', '--closure', 'Rørskade')
    store.good('calls', '--closure', closed['closure'], '--volunteer', 'Lis Bæk', '--outcome', 'told')
    assert store.json('calls', '--closure', 'Rørskade')['calls'][0]['called'] == 'told'
    store.refused(1, 'calls', '--closure', 'Rørskade', '--volunteer', 'Bent Krag', '--outcome', 'told')
    store.good('undo')
    store.good('undo')
    assert store.json('list', 'closure') == [] and store.good('check') == ''


def a_ward_that_closes_for_some_hours_is_rung_first():
    store = Store()
    store.good('edit', store.ward, '--set', 'phone=86100001')
    store.good('assign', 'Sanger', '--by', 'Sangvennerne', '--count', '3', '--standing')
    words = ('close', '--ward', 'B.1', '--text', 'Influenza', '--dry-run')
    assert store.json(*words, '--start', '2026-11-25T15:00', '--end', '2026-11-25T18:00')['calls'] == []
    calls = store.json(*words, '--start', '2026-11-25T14:30', '--end', '2026-11-25T18:00')['calls']
    assert [(call['kind'], call['name'], call['beside']) for call in calls] == [
        ('ward', 'B.1', 'Plejehjem Skovvang'), ('organiser', 'Sangvennerne', '')], calls
    for wrong in ((), ('--from', NEXT, '--start', '2026-11-25T14:30', '--end', '2026-11-25T18:00'),
                  ('--start', '2026-11-25T14:30'), ('--from', NEXT, '--house', store.house),
                  ('--from', NEXT, '--to', TUESDAY)):
        store.refused(2, *words, *wrong)
    store.refused(1, 'close', '--ward', 'B.9', '--from', NEXT, '--text', 'Influenza')
    store.refused(2, 'close', '--ward', 'B.1', '--from', NEXT)


def everybody_on_a_call_list_is_ticked_off():
    store = Store()
    store.good('edit', store.ward, '--set', 'phone=86100001')
    store.good('assign', 'Sanger', '--by', 'Sangvennerne', '--count', '3', '--standing')
    store.good('sign-up', 'Sang', 'Ruth Bang', '--on', '2026-11-25', '--phone', '13141516')
    store.good('sign-up', 'Sang', 'Ruth Bang', '--on', '2026-12-02', '--phone', '13141516')
    closure = store.json('close', '--ward', 'B.1', '--from', '2026-11-25', '--to', '2026-12-02', '--text', 'Influenza')['closure']

    def called():
        return {call['name']: call['called'] for call in store.json('calls', '--closure', closure)['calls']}

    def tick(whom, outcome):
        store.good('calls', '--closure', closure, '--whom', whom, '--outcome', outcome)

    assert called() == {'B.1': '', 'Sangvennerne': '', 'Ruth Bang': ''}, called()
    tick('b.1', 'told')
    tick('Sangvennerne', 'no_answer')
    tick('Ruth Bang', 'rang')
    assert called() == {'B.1': 'told', 'Sangvennerne': 'no_answer', 'Ruth Bang': 'rang'}, called()
    tick('Ruth Bang', 'told')
    assert called()['Ruth Bang'] == 'told'
    # Labels outlive sign-ups.
    assert 'Ruth' not in ' '.join(change['label'] for change in store.json('history')[:3]), store.json('history')[:3]
    store.good('undo')
    assert called()['Ruth Bang'] == 'rang'
    store.refused(1, 'calls', '--closure', closure, '--whom', 'Ingen Her', '--outcome', 'told')
    store.refused(2, 'calls', '--closure', closure, '--whom', 'B.1')
    # What was noted stays with the dates when the series is divided, and goes with it.
    store.good('edit', 'Sang', '--on', '2026-12-02', '--following', '--set', 'price=20 kr.')
    assert called() == {'B.1': 'told', 'Sangvennerne': 'no_answer', 'Ruth Bang': 'rang'}, called()
    assert store.good('check') == ''


def one_cancelled_date_has_its_calls():
    store = Store()
    store.good('assign', 'Servering', 'Bent Krag', '--on', NEXT)
    assert not store.json('calls', '--series', 'Café', '--on', NEXT)['due']
    store.good('cancel', 'Café', '--on', NEXT, '--reason', 'Sygdom')
    list_ = store.json('calls', '--series', 'Café', '--on', NEXT)
    assert list_['due'] and list_['occurrences'][0]['reason'] == 'Sygdom', list_
    assert [call['name'] for call in list_['calls']] == ['Bent Krag'], list_
    store.good('edit', 'Café', '--on', '2026-12-08', '--set', 'start=2026-12-09T10:00', '--set',
               'end=2026-12-09T14:00')
    moved = store.json('calls', '--series', 'Café', '--on', '2026-12-08')['occurrences'][0]
    assert (moved['original_start'], moved['start']) == ('2026-12-08T10:00', '2026-12-09T10:00'), moved
    assert 'flyttet fra 8. december kl. 10.00' in store.good('calls', '--series', 'Café', '--on', '2026-12-08')
    store.refused(1, 'calls', '--series', 'Café', '--on', '2026-12-02')
    for wrong in ((), ('--series', 'Café'), ('--on', NEXT), ('--closure', 'x', '--series', 'Café', '--on', NEXT),
                  ('--series', 'Café', '--on', NEXT, '--outcome', 'told')):
        store.refused(2, 'calls', *wrong)


def what_meets_a_holiday_is_reviewed_and_answered():
    store = Store()
    store.add('activity', title='Krolf', house=store.house, start='2026-11-05T10:00', end='2026-11-05T12:00',
              rule='FREQ=WEEKLY', holidays='ask')
    store.add('closure', house=store.house, from_='2026-12-29', to='2026-12-29', text='Personaledag')
    words = ('review', '--from', '2026-12-20', '--to', '2026-12-30')
    groups = store.json(*words, '--house', store.house)
    assert [(group['kind'], group['from'], [row['title'] + ' ' + row['state'] for row in group['occurrences']])
            for group in groups] == [('holiday', '2026-12-24', ['Krolf ask']),
                                     ('closure', '2026-12-29', ['Café closed'])], groups
    assert 'venter på svar' in store.good(*words)
    store.good('restore-date', 'Krolf', '--on', '2026-12-24')
    assert store.json(*words)[0]['occurrences'][0]['state'] == 'kept'
    assert 'venter på svar' not in store.good(*words)
    store.refused(2, 'review', '--from', '2026-12-20')
    store.refused(2, *words, '--house', store.house, '--area', 'x')
    store.refused(1, *words, '--house', 'Ingen')


def what_goes_every_other_week_is_settled_across_a_new_year():
    store = Store()
    krolf = store.add('activity', title='Krolf', house=store.house, start='2026-11-05T10:00',
                      end='2026-11-05T12:00', rule='FREQ=WEEKLY;BYDAY=TH', parity='odd')
    words = ('review', '--alternating', '--year', '2027', '--house', store.house)
    found = store.json(*words)
    item, = found['items']
    assert (found['week_53'], found['from']) == (True, '2027-01-04'), found
    assert (item['uid'], item['stands'], item['weeks'], item['agree']) == (krolf, 'odd', 'odd', False), item
    assert (item['by_week'][:2], item['by_count'][:2]) == (['2027-01-07', '2027-01-21'],
                                                           ['2027-01-14', '2027-01-28']), item
    assert 'uge 53' in store.good(*words)
    assert store.json('review', '--alternating', '--year', '2028')['items'][0]['agree']
    assert store.good('settle', 'Krolf', '--as', 'fortnight', '--from', '2027-01-04') == krolf
    assert store.json(*words)['items'][0]['stands'] == 'fortnight'
    even = store.good('settle', 'Krolf', '--as', 'odd', '--from', '2027-01-04')
    assert even == krolf and store.good('check') == ''
    store.refused(1, 'settle', 'Café', '--as', 'odd', '--from', '2027-01-04')
    for wrong in (('review', '--alternating'), (*words, '--from', NEXT, '--to', NEXT),
                  ('review', '--year', '2027', '--from', NEXT, '--to', NEXT), ('settle', 'Krolf', '--as', 'odd'),
                  ('settle', 'Krolf', '--as', 'houses', '--from', NEXT), ('settle', 'Krolf', '--from', NEXT)):
        store.refused(2, *wrong)


def a_season_is_copied_to_another():
    store = Store()
    krolf = store.add('activity', title='Krolf', house=store.house, start='2027-01-07T10:00', room='Caféen',
                      end='2027-01-07T12:00', rule='FREQ=WEEKLY;BYDAY=TH', until='2027-05-27', holidays='ask')
    store.add('activity', title='Banko', house=store.house, start='2027-01-12T11:00', end='2027-01-12T13:00',
              until='2027-05-31', rule='FREQ=WEEKLY;BYDAY=TU')
    store.add('activity', title='Forårsfest', house=store.house, start='2027-02-06T18:00', end='2027-02-06T23:00')
    store.add('shift', role='Dommer', wanted='1', activity='Krolf')
    store.good('assign', 'Dommer', 'Lis Bæk', '--standing')
    store.good('edit', 'Banko', '--set', 'room=Caféen', '--anyway')
    words = ('copy-season', '--house', store.house, '--from', '2027-01-04', '--to', '2027-05-31',
             '--into', '2027-08-16', '--until', '2027-12-31')
    tried = store.json(*words, '--dry-run')
    rows = {row['title']: row for row in tried['lines']}
    assert {title: row['state'] for title, row in rows.items()} == {
        'Banko': 'clash', 'Café': 'goes_on', 'Forårsfest': 'copied', 'Krolf': 'copied', 'Sang': 'goes_on'}, tried
    assert rows['Krolf']['start'] == '2027-08-19T10:00' and len(rows['Krolf']['dates']) == 20, rows['Krolf']
    assert 'Café' in rows['Banko']['notes'][0] and not tried['written'], rows['Banko']
    assert len(store.json('list', 'activity')) == 5
    assert store.json(*words)['written']
    copies = [row for row in store.json('list', 'activity') if row['start'] > '2027-08']
    assert sorted(row['title'] for row in copies) == ['Forårsfest', 'Krolf'], copies
    assert '2027' in store.json('history', '--limit', '1')[0]['label']
    assert {row['title']: row['state'] for row in store.json(*words)['lines']}['Krolf'] == 'there_already'
    store.good('undo')
    assert len(store.json('list', 'activity')) == 5
    assert '20 gange' in store.good(*words, '--only', 'krolf', '--without-people', '--drafts')
    copy, = [row for row in store.json('list', 'activity') if row['start'] > '2027-08']
    assert copy['title'] == 'Krolf' and copy['draft'] and copy['uid'] != krolf, copy
    assert len(store.json('list', 'standing')) == 1
    store.good(*words, '--only', 'Banko', '--anyway')
    assert store.good('check') == ''
    store.refused(1, *words, '--only', 'Ingen')
    store.refused(2, 'copy-season', '--from', '2027-01-04', '--to', '2027-05-31', '--into', '2027-08-16')
    store.refused(2, 'copy-season', '--house', store.house, '--from', '2027-01-04', '--to', '2027-05-31')
    store.refused(2, 'copy-season', '--house', store.house, '--from', '2027-01-04', '--to', '2027-05-31',
                  '--into', '2027-05-31')


# ——— Paper ———

def sheets_go_to_a_file_or_to_standard_output():
    store = Store()
    for number, words in enumerate((['programme'], ['doors', '--house', 'Folkehuset Møllestien'], ['calls'],
                                    ['arrivals', '--ward', 'B.1'], ['arrivals', '--house', 'Plejehjem Skovvang'],
                                    ['roster', '--volunteer', 'Lis Bæk'], ['programme', '--week', '2026-W53'])):
        path = os.path.join(folder, 'sheet%d.pdf' % number)
        assert store.good('print', *words, '-o', path) == ''
        with open(path, 'rb') as file:
            pdf = file.read()
        assert pdf.startswith(b'%PDF-') and pdf.endswith(b'%%EOF\n'), pdf[:20]
        assert store.run('print', *words, '-o', '-').stdout == pdf


def sheets_that_are_none_are_malformed():
    for words in (['print'], ['print', 'programme'], ['print', 'poster', '-o', '-'], ['print', 'programme', 'doors', '-o', '-'],
                  ['print', 'programme', '-o', '-', '--week', '2026-W54'], ['print', 'programme', '-o', '-', '--week', '48'],
                  ['print', 'programme', '-o', '-', '--ward', 'B.1'], ['print', 'arrivals', '-o', '-'],
                  ['print', 'arrivals', '-o', '-', '--ward', 'B.1', '--house', 'X'], ['print', 'roster', '-o', '-'],
                  ['print', 'roster', '-o', '-', '--house', 'X'], ['print', 'calls', '-o', '-', '--volunteer', 'Lis'],
                  ['print', 'programme', '--format', 'json', '-o', '-']):
        raises(2, *words)


def sheets_that_the_store_cannot_give_are_refused():
    store = Store()
    assert 'Nowhere' in store.refused(1, 'print', 'programme', '--house', 'Nowhere', '-o', '-')
    store.refused(1, 'print', 'programme', '--house', 'B.1', '-o', '-')
    store.refused(1, 'print', 'arrivals', '--ward', 'B.9', '-o', '-')
    store.refused(1, 'print', 'roster', '--volunteer', 'Nobody', '-o', '-')
    assert 'Folkehuset Møllestien har ingen afdelinger' in store.refused(
        1, 'print', 'arrivals', '--house', 'Folkehuset Møllestien', '-o', '-')
    store.add('house', name='Dalgas', kind='community')
    assert '--house' in store.refused(1, 'print', 'programme', '-o', '-')
    store.good('print', 'programme', '--house', 'Dalgas', '-o', os.path.join(folder, 'dalgas.pdf'))


def sheets_that_cannot_be_written_leave_what_was_there():
    store = Store()
    message = store.refused(1, 'print', 'programme', '-o', os.path.join(folder, 'nowhere', 'sheet.pdf'))
    assert 'kan ikke skrives' in message, message
    store.refused(1, 'print', 'programme', '-o', store.path)
    if os.path.exists('/dev/full'):
        assert 'disken er fuld' in store.refused(1, 'print', 'programme', '-o', '/dev/full')
    assert store.good('check') == ''


# ——— Rooms ———

def a_room_is_lent_out_when_somebody_approves():
    store = Store()
    borrower = store.add('organiser', name='Skakklubben', phone='12345678')
    chess = store.add('activity', title='Skak', house=store.house, room='Caféen', category='loan', organiser=borrower,
                      start='2026-12-15T18:00', end='2026-12-15T21:00', rule='FREQ=WEEKLY', draft='yes')
    loan = store.add('loan', activity=chess, people='20', purpose='local')
    assert [r['state'] for r in store.json('list', 'loan')] == ['asked']
    assert store.json('agenda', '--from', '2026-12-15', '--to', '2026-12-15', '--house', store.house)[0]['title'] == 'Café'
    store.refused(2, 'approve-loan', loan)
    store.refused(1, 'edit', chess, '--set', 'draft=no')
    store.good('approve-loan', loan, '--by', 'Hanne Holm, centerleder', '--text', 'Husk at låse')
    found = store.json('show', loan)
    assert (found['state'], found['decided_by'], found['decided_on']) == ('approved', 'Hanne Holm, centerleder', TUESDAY)
    store.refused(1, 'edit', chess, '--on', '2026-12-22', '--set', 'start=2026-12-22T17:00')
    store.refused(2, 'move-loan', loan, '--on', '2026-12-22')
    store.good('move-loan', loan, '--on', '2026-12-22', '--start', '2026-12-22T16:00', '--end', '2026-12-22T19:00')
    raises(2, 'answer-loan', 'x', 'maybe')
    store.good('answer-loan', loan, 'yes')
    moved = [e for e in store.json('agenda', '--from', '2026-12-22', '--to', '2026-12-22') if e['title'] == 'Skak']
    assert [e['start'] for e in moved] == ['2026-12-22T16:00'], moved
    store.good('withdraw-loan', loan)
    assert store.json('show', chess)['draft'] is True
    raises(2, 'refuse-loan', 'x', '--reason', 'because', '--by', 'Hanne')
    assert store.good('check') == ''


def rooms_join_and_take_their_time():
    store = Store()
    garden = store.add('room', name='Havestuen', house=store.house, tables='24', rows='40')
    both = store.add('room', name='Caféen og Havestuen', house=store.house, parts='Caféen, Havestuen')
    assert store.json('show', both)['parts'] == [store.room, garden]
    words = ('add', 'activity', '--set', 'title=Fest', '--set', 'house=' + store.house, '--set', 'room=' + both,
             '--set', 'end=2026-11-24T16:00')
    store.refused(1, *words, '--set', 'start=2026-11-24T13:00')
    store.refused(1, *words, '--set', 'start=2026-11-24T14:00', '--set', 'setup_minutes=30')
    store.good(*words, '--set', 'start=2026-11-24T14:00', '--set', 'layout=rows')
    store.refused(1, 'edit', store.room, '--set', 'parts=' + garden)


def manual_and_lists_name_every_key():
    """A new key of a record reaches `list --format json` and the manual by itself, or this fails."""
    manual = open(os.path.join(os.path.dirname(os.path.abspath(__file__)), '../../data/stafetctl.1')).read()
    store = Store()
    store.good('add', 'area', '--set', 'name=Nord')
    kinds = re.search(r'Kinds are (.*)\.$', store.refused(2, 'list', 'nothing', '--lang', 'en')).group(1).split(', ')
    assert len(kinds) >= 17 and 'loan' in kinds and 'idea' in kinds, kinds
    for kind in kinds:
        message = store.refused(2, 'add', kind, '--set', 'nosuch=1', '--lang', 'en')
        keys = re.search(r'one of: (.*)\.$', message).group(1).split(', ')
        entry = manual.split('\n.B %s\n' % kind)[-1].split('\n.TP')[0].split('\n.SH')[0]
        told = set(re.findall('[a-z_0-9]+', entry))
        if 'the recurrence and holiday keys' in entry:
            told |= {'rule', 'parity', 'season', 'skip_weeks', 'until', 'holidays', 'school_holidays'}
        assert not set(keys) - told, (kind, set(keys) - told)
        listed = store.json('list', kind)
        if listed:
            assert not set(keys) - set(listed[0]), (kind, set(keys) - set(listed[0]))


cases = [value for name, value in list(globals().items())
         if callable(value) and getattr(value, '__module__', '') == '__main__'
         and name not in ('Store', 'raises', 'shift_of', 'ids', 'party', 'programme_of', 'holds')]
failed = 0
print('1..%d' % len(cases))
for number, case in enumerate(cases, 1):
    name = '/cli/' + case.__name__.replace('_', '-')
    try:
        case()
        print('ok %d %s' % (number, name), flush=True)
    except Exception:
        failed += 1
        print('not ok %d %s' % (number, name))
        print('# ' + traceback.format_exc().strip().replace('\n', '\n# '), flush=True)
shutil.rmtree(folder, ignore_errors=True)
sys.exit(failed > 0)
