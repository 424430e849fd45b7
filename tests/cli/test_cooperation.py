#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Agreements, pools, snags, photographs and regulars through stafetctl: what is taken for granted, what is refused, and that
what was to be forgotten is in no byte of the store's own file. Prints TAP. Usage: test_cooperation.py STAFETCTL"""
import base64
import glob
import json
import os
import subprocess
import sys
import tempfile

CTL = sys.argv[1]
NOW = '2026-11-24T10:40'
JPEG = base64.b64encode(b'\xff\xd8\xff\xe0' + b'hemmeligtbillede' * 20 + b'\xff\xd9').decode()
number = 0


def check(name, problems):
    global number
    number += 1
    print('%s %d - /cli/cooperation/%s' % ('not ok' if problems else 'ok', number, name), flush=True)
    for problem in problems[:20]:
        print('# ' + str(problem)[:500])


def run(*words, now=NOW, code=0):
    done = subprocess.run([CTL, '--store', STORE, '--now', now, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          text=True, check=False)
    if code is not None and done.returncode != code:
        sys.exit('Bail out! %s: %d %s' % (' '.join(words)[:200], done.returncode, done.stderr))
    return done


def add(record, /, now=NOW, **values):
    return run('add', record, *[part for key, value in values.items() for part in ('--set', '%s=%s' % (key, value))],
               now=now).stdout.strip()


def refused(record, words, /, **values):
    done = run('add', record, *[part for key, value in values.items() for part in ('--set', '%s=%s' % (key, value))], code=None)
    return [] if done.returncode == 2 and words in done.stderr else ['%s %s: %d “%s”' % (record, values, done.returncode, done.stderr)]


def show(uid):
    return json.loads(run('show', uid, '--format', 'json').stdout)


def held(*marks):
    """Which of them stand in the store's own files. Its copies of earlier days go by themselves, in turn."""
    data = b''.join(open(path, 'rb').read() for path in glob.glob(STORE + '*') if os.path.isfile(path))
    return ['“%s” stands in the store' % mark for mark in marks if mark.encode() in data]


def differences(record, **wanted):
    return ['%s is “%s”' % (key, record[key]) for key in wanted if record[key] != wanted[key]]


def what_is_not_said_is_taken_for_granted():
    snag = show(add('snag', text='Døren binder'))
    talk = show(add('talk', volunteer='Lis Bæk'))
    agreement = show(add('agreement', title='Aftale', volunteer='Lis Bæk', kind='volunteer'))
    return differences(snag, noted='2026-11-24', delete_on='2027-05-26') + \
        differences(talk, date='2026-11-24', kind='thanks') + differences(agreement, review='2027-11-24')


def what_contradicts_itself_is_refused():
    return refused('agreement', 'samarbejdsaftale', title='A', volunteer='Lis Bæk') + \
        refused('link', 'https://', title='A', address='ftp://a.example') + \
        refused('photo', 'JPEG', volunteer='Lis Bæk', consent='2026-11-24', image='bm90IGEgcGljdHVyZQ==') + \
        refused('snag', 'slettet', text='A', noted='2026-11-24', delete_on='2026-11-01') + \
        refused('snag', 'CPR', text='010190-1234 driller')


def what_is_noted_is_not_noted_twice():
    problems = []
    for kind, keys in (('talk', {'kind': 'coffee'}), ('welcome', {'title': 'Har en nøgle'})):
        add(kind, volunteer='Lis Bæk', **keys)
        done = run('add', kind, '--set', 'volunteer=Lis Bæk', *[part for key, value in keys.items()
                                                                 for part in ('--set', '%s=%s' % (key, value))], code=1)
        problems += [] if 'i forvejen' in done.stderr else [done.stderr]
    # Of another day, or another kind, it is another.
    add('talk', volunteer='Lis Bæk', kind='coffee', date='2026-11-20')
    add('talk', volunteer='Lis Bæk', kind='thanks', date='2026-11-20')
    return problems


def a_snag_is_erased_on_its_day():
    uid = add('snag', text='Kvindfolket hvæsser knive', owner='Manden Hemmelig', delete_on='2026-12-01')
    gone = add('snag', text='Fortrudt brokkeri', delete_on='2026-12-01')
    run('remove', gone)
    problems = [] if held('hvæsser knive', 'Fortrudt brokkeri') else ['they were never there']
    run('upkeep', now='2026-11-30T08:00')
    problems += [] if show(uid)['text'] == 'Kvindfolket hvæsser knive' else ['it went too early']
    run('upkeep', now='2026-12-01T08:00')
    problems += held('hvæsser knive', 'Manden Hemmelig', 'Fortrudt brokkeri')
    if 'knive' in run('history', '--limit', '50').stdout:
        problems.append('the history says what it was')
    return problems


def a_photograph_goes_with_its_consent():
    uid = add('photo', volunteer='Lis Bæk', consent='2026-11-24', image=JPEG)
    problems = [] if held(JPEG[:60]) else ['it was never there']
    run('remove', uid)
    return problems + held(JPEG[:60])


def a_regular_is_forgotten_at_once_and_after_a_year():
    uid = add('regular', activity='Café', name='Stamgæst Sekretsen', phone='13572468', consent='2026-11-01')
    problems = [] if held('Stamgæst Sekretsen') else ['it was never there']
    run('remove', uid)
    problems += held('Stamgæst Sekretsen', '13572468')
    add('regular', activity='Café', name='Stamgæst Glemsel', consent='2025-12-01')
    run('upkeep', now='2026-11-30T08:00')
    problems += [] if held('Stamgæst Glemsel') else ['it went too early']
    run('upkeep', now='2026-12-01T08:00')
    return problems + held('Stamgæst Glemsel')


def a_volunteer_who_is_erased_takes_it_all_along():
    name = 'Ursula Forsvinder'
    add('volunteer', name=name)
    add('talk', volunteer=name, words='Tak for vafler')
    add('snag', text='Vaffeljernet larmer', volunteer=name)
    add('photo', volunteer=name, consent='2026-11-24', image=JPEG)
    add('agreement', title='Vaffelaftale', volunteer=name, kind='volunteer')
    add('welcome', title='Har fået nøgle til vaflerne', volunteer=name)
    add('member', house='Folkehuset Møllestien', name='Ursula F.', phone='19283746', volunteer=name)
    run('erase', name, '--confirm', name)
    return held(name, 'Tak for vafler', 'Vaffeljernet larmer', JPEG[:60], 'Vaffelaftale', 'nøgle til vaflerne', 'Ursula F.', '19283746')


def a_step_that_is_worded_anew_stays_taken():
    step = add('welcome', title='Har nøgle')
    taken = add('welcome', title='Har nøgle', volunteer='Lis Bæk')
    run('edit', step, '--set', 'title=Har fået en nøgle')
    problems = differences(show(taken), title='Har fået en nøgle', done='2026-11-24')
    run('undo')
    return problems + differences(show(taken), title='Har nøgle')


def what_others_read_has_nothing_of_it():
    add('snag', text='Skummel skumring')
    add('regular', activity='Café', name='Skjulte Skygge', consent='2026-11-01')
    add('member', house='Folkehuset Møllestien', name='Rådne Rådsmedlem', phone='13572469')
    with tempfile.TemporaryDirectory() as folder:
        run('publish', folder)
        data = b''.join(open(path, 'rb').read() for path in glob.glob(folder + '/*'))
    marks = ('Skummel skumring', 'Skjulte Skygge', 'Rådne Rådsmedlem', '13572469', '13 57 24 69')
    return ['“%s” is published' % mark for mark in marks if mark.encode() in data]


def offers_come_in_from_a_list():
    path = os.path.join(FOLDER, 'tilbud.csv')
    with open(path, 'w', encoding='utf-8') as file:
        file.write('Tilbud;Forening;Type;Beskrivelse;Telefon;Pris;Tjekket\n'
                   'Besøgsven;Kirkens Korshær;besøg;En snak om ugen;12345678;Gratis;1/11-2026\n'
                   'Sorggruppe;Kirkens Korshær;;For efterladte;;;\n;Ingen;;;;;\nKor;;;;;;\n')
    told = run('import', 'csv', path, '--as', 'offers').stdout
    made = {one['title']: one for one in json.loads(run('list', 'offer', '--format', 'json').stdout)}
    friend = show(made['Sorggruppe']['uid'])
    problems = differences(friend, kind='group', text='For efterladte')
    organisers = json.loads(run('list', 'organiser', '--format', 'json').stdout)
    if [one['kind'] for one in organisers if one['name'] == 'Kirkens Korshær'] != ['association']:
        problems.append('the association is not made as one')
    visits = [one for one in json.loads(run('list', 'offer', '--format', 'json').stdout)
              if one['title'] == 'Besøgsven' and one['join'] == 'Ring 12345678']
    problems += [] if len(visits) == 1 and visits[0]['checked'] == '2026-11-01' else [visits]
    problems += [] if '2 nye' in told and '2 med fejl' in told else [told]
    again = run('import', 'csv', path, '--as', 'offers').stdout
    problems += [] if '2 uændrede' in again else [again]
    out = os.path.join(FOLDER, 'ud.csv')
    run('export', 'csv', '--as', 'offers', '-o', out)
    back = run('import', 'csv', out, '--as', 'offers').stdout
    return problems + ([] if ' nye' not in back and ': ny' not in back else [back])


with tempfile.TemporaryDirectory() as FOLDER:
    STORE = os.path.join(FOLDER, 'stafet.db')
    run('init', '--example', 'house')
    for test in (what_is_not_said_is_taken_for_granted, what_contradicts_itself_is_refused,
                 what_is_noted_is_not_noted_twice, a_snag_is_erased_on_its_day,
                 a_photograph_goes_with_its_consent, a_regular_is_forgotten_at_once_and_after_a_year,
                 a_volunteer_who_is_erased_takes_it_all_along, a_step_that_is_worded_anew_stays_taken, what_others_read_has_nothing_of_it, offers_come_in_from_a_list):
        check(test.__name__.replace('_', '-'), test())
print('1..%d' % number)
